pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The phone's name and the apps one is likely to want; where there is much room, all of them.
*/
ColumnLayout {
    id: root

    readonly property ProjectionViewModel projection: shell.projection
    required property ShellViewModel shell

    spacing: Theme.m

    RowLayout {
        spacing: Theme.m

        Icon {
            name: "smartphone"
            tint: Theme.steady.accent
        }

        Label {
            Layout.fillWidth: true
            elide: Text.ElideRight
            objectName: "home.projection.device"
            strong: true
            text: root.projection.deviceName
        }
    }

    Item {
        Layout.fillHeight: true
        Layout.fillWidth: true

        GridLayout {
            id: grid

            readonly property bool tall: height > Theme.dp(600)

            anchors.fill: parent
            columnSpacing: Theme.gap
            columns: tall ? 3 : width > height * 2.6 ? 4 : 2
            rowSpacing: Theme.gap
            uniformCellHeights: true
            uniformCellWidths: true

            Repeater {
                model: grid.tall ? root.projection.apps : root.projection.favourites

                delegate: AppTile {
                    required property int index

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    section: "home.app"
                    visible: index < 12

                    onClicked: {
                        root.shell.requestPage("projection");
                        root.projection.openApp(appId);
                    }
                }
            }
        }
    }
}
