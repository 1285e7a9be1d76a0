pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Theme
import Pillion.ViewModels

/*!
The stage of cards: the phone large, now playing, the car. Side by side where the panel is wide, two columns where it
is not, stacked on an upright one, and one at a time on a small one.
*/
Item {
    id: root

    required property ShellViewModel shell

    Loader {
        anchors.fill: parent
        sourceComponent: Theme.small ? pager : Theme.portrait ? tower : Theme.wide ? row : columns
    }

    Component {
        id: row

        RowLayout {
            readonly property int side: Math.round(Math.max(Theme.dp(304), Math.min(Theme.dp(400),
                                                                                    root.width
                                                                                    * 0.218)))

            spacing: Theme.gap

            ProjectionCard {
                Layout.fillHeight: true
                Layout.fillWidth: true
                shell: root.shell
            }

            NowPlayingCard {
                Layout.fillHeight: true
                Layout.preferredWidth: parent.side
                shell: root.shell
            }

            RoadCard {
                Layout.fillHeight: true
                Layout.preferredWidth: parent.side
                shell: root.shell
            }
        }
    }

    Component {
        id: columns

        RowLayout {
            spacing: Theme.gap

            ProjectionCard {
                Layout.fillHeight: true
                Layout.fillWidth: true
                shell: root.shell
            }

            ColumnLayout {
                Layout.fillWidth: false
                Layout.preferredWidth: Math.round(root.width * 0.42)
                spacing: Theme.gap
                uniformCellSizes: true

                NowPlayingCard {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    shell: root.shell
                }

                RoadCard {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    shell: root.shell
                }
            }
        }
    }

    Component {
        id: tower

        ColumnLayout {
            spacing: Theme.gap

            ProjectionCard {
                Layout.fillHeight: true
                Layout.fillWidth: true
                shell: root.shell
            }

            RowLayout {
                Layout.fillHeight: false
                Layout.preferredHeight: Math.round(root.height * 0.36)
                spacing: Theme.gap
                uniformCellSizes: true

                NowPlayingCard {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    shell: root.shell
                }

                RoadCard {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    shell: root.shell
                }
            }
        }
    }

    Component {
        id: pager

        CardPager {
            shell: root.shell
        }
    }
}
