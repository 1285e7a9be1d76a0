pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The phone's apps as tiles, and the phones to choose from when there are several.
*/
Card {
    id: root

    readonly property ProjectionViewModel projection: shell.projection
    required property ShellViewModel shell

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.pad
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
                objectName: "projection.device.name"
                strong: true
                text: root.projection.deviceName
            }

            Repeater {
                model: root.projection.devices.count > 1 ? root.projection.devices : null

                delegate: Button {
                    required property string deviceId
                    required property string name

                    active: deviceId === root.projection.device
                    objectName: "projection.device." + deviceId
                    text: name

                    onClicked: root.projection.selectDevice(deviceId)
                }
            }
        }

        GridView {
            id: grid

            readonly property int across: Math.min(most, Math.max(Math.ceil(count / rows), Math.ceil(
                                                                      width / Theme.dp(430)), 2))
            readonly property int most: Math.max(2, Math.floor(width / Theme.dp(208)))

            // As few columns as show all apps at once, within what a tile may be wide.
            readonly property int rows: Math.max(1, Math.floor(height / Theme.dp(172)))

            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.rightMargin: -Theme.gap
            boundsBehavior: Flickable.StopAtBounds
            cellHeight: Math.max(Theme.dp(172), Math.min(Theme.dp(230), Math.floor(height / rows)))
            cellWidth: Math.floor(width / across)
            clip: true
            model: root.projection.apps
            objectName: "projection.apps"

            delegate: Item {
                id: place

                required property string appId
                required property string iconName
                required property string name
                required property bool running
                required property int seed

                height: grid.cellHeight
                width: grid.cellWidth

                AppTile {
                    anchors.bottomMargin: Theme.gap
                    anchors.fill: parent
                    anchors.rightMargin: Theme.gap
                    appId: place.appId
                    iconName: place.iconName
                    name: place.name
                    running: place.running
                    section: "projection.app"
                    seed: place.seed

                    onClicked: root.projection.openApp(place.appId)
                }
            }
        }

        Label {
            Layout.fillWidth: true
            muted: true
            objectName: "projection.apps.cut"
            size: Theme.textSmall
            text: qsTr("More apps are there when parked.")
            visible: root.projection.appsCut
            wrapMode: Text.Wrap
        }
    }

    EmptyState {
        anchors.fill: parent
        icon: "layout-grid"
        text: qsTr("The phone has not told its apps yet.")
        visible: root.projection.apps.count === 0
    }
}
