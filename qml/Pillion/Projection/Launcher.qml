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

    required property ShellViewModel shell
    readonly property ProjectionViewModel projection: shell.projection

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

            readonly property int across: Math.max(2, Math.floor(width / Theme.dp(232)))

            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.rightMargin: -Theme.gap
            boundsBehavior: Flickable.StopAtBounds
            cellHeight: Math.max(Theme.dp(172), Math.min(Theme.dp(210), Math.floor(height / Math.max(1, Math.floor(height / Theme.dp(172))))))
            cellWidth: Math.floor(width / across)
            clip: true
            model: root.projection.apps
            objectName: "projection.apps"

            delegate: Item {
                id: place

                required property string appId
                required property string name
                required property string iconName
                required property int seed
                required property bool running

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
    }

    EmptyState {
        anchors.fill: parent
        icon: "layout-grid"
        text: qsTr("The phone has not told its apps yet.")
        visible: root.projection.apps.count === 0
    }
}
