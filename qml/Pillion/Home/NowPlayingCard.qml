pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
What plays, with the three things one does to it. Upright the cover is on top, lying it is beside the words.
*/
Card {
    id: root

    readonly property int cover: upright ? inner : Math.min(height - 2 * Theme.pad, inner
                                                            - Theme.pad - Theme.dp(244))
    readonly property bool here: media.available && media.hasTrack
    readonly property int inner: width - 2 * Theme.pad
    readonly property MediaViewModel media: shell.media
    required property ShellViewModel shell
    readonly property bool upright: height > width * 1.05

    name: qsTr("Media")
    objectName: "home.media"

    onClicked: root.shell.requestPage("media")

    Loader {
        active: root.here
        anchors.fill: parent
        anchors.margins: Theme.pad

        sourceComponent: GridLayout {
            columnSpacing: Theme.pad
            columns: root.upright ? 1 : 2
            rowSpacing: Theme.m

            Art {
                Layout.fillHeight: true
                Layout.fillWidth: root.upright
                Layout.maximumHeight: root.cover * (root.upright ? 1 : 1.25)
                Layout.maximumWidth: root.upright ? root.cover : height
                Layout.minimumHeight: Theme.dp(96)
                Layout.preferredHeight: root.cover
                Layout.preferredWidth: root.cover
                art: root.media.art
            }

            ColumnLayout {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.minimumHeight: implicitHeight
                spacing: 0

                Item {
                    Layout.fillHeight: true
                    visible: !root.upright
                }

                Label {
                    Layout.fillWidth: true
                    elide: Text.ElideRight
                    objectName: "home.media.title"
                    strong: true
                    text: root.media.title
                }

                Label {
                    Layout.fillWidth: true
                    elide: Text.ElideRight
                    muted: true
                    objectName: "home.media.artist"
                    size: Theme.textSmall
                    text: root.media.artist
                    visible: text
                }

                Item {
                    Layout.fillHeight: true
                    visible: root.upright
                }

                Meter {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.m
                    LayoutMirroring.childrenInherit: true
                    LayoutMirroring.enabled: false
                    implicitHeight: Theme.dp(7)
                    value: root.media.progress
                }

                RowLayout {
                    Layout.alignment: Qt.AlignHCenter
                    Layout.topMargin: Theme.s
                    LayoutMirroring.enabled: false
                    spacing: root.upright ? Theme.m : Theme.xs

                    IconButton {
                        enabled: root.media.canPrevious
                        icon.name: "skip-back"
                        objectName: "home.media.previous"
                        text: qsTr("Previous")

                        onClicked: root.media.previous()
                    }

                    IconButton {
                        icon.name: root.media.playing ? "pause" : "play"
                        objectName: "home.media.play"
                        primary: true
                        text: root.media.playing ? qsTr("Pause") : qsTr("Play")
                        visual: Theme.dp(72)

                        onClicked: root.media.playPause()
                    }

                    IconButton {
                        enabled: root.media.canNext
                        icon.name: "skip-forward"
                        objectName: "home.media.next"
                        text: qsTr("Next")

                        onClicked: root.media.next()
                    }
                }

                Item {
                    Layout.fillHeight: true
                    visible: !root.upright
                }
            }
        }
    }

    EmptyState {
        anchors.fill: parent
        icon: "music-2"
        text: root.media.available ? qsTr("Choose some music to begin.") : root.media.problem
        title: root.media.available ? qsTr("Nothing plays") : qsTr("Media is away")
        visible: !root.here
    }
}
