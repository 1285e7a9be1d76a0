pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The car, large and to be touched; beside it how fast and how far, and what one does most.
*/
Item {
    id: root

    // Room beside the car for how fast and how far.
    readonly property bool roomy: Theme.portrait || width > Theme.dp(1000)
    required property ShellViewModel shell
    readonly property VehicleViewModel vehicle: shell.vehicle

    GridLayout {
        anchors.fill: parent
        columnSpacing: Theme.gap
        columns: Theme.portrait ? 2 : 3
        rowSpacing: Theme.gap

        Card {
            Layout.fillHeight: true
            Layout.fillWidth: Theme.portrait
            Layout.preferredHeight: Theme.dp(430)
            Layout.preferredWidth: Theme.dp(Theme.compact || Theme.portrait ? 250 : 290)
            Layout.row: Theme.portrait ? 1 : 0
            visible: root.roomy

            ColumnLayout {
                anchors.fill: parent
                anchors.margins: Theme.pad
                spacing: Theme.s

                SpeedSummary {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    vehicle: root.vehicle
                }

                RangeSummary {
                    Layout.fillWidth: true
                    vehicle: root.vehicle
                }
            }
        }

        CarStage {
            Layout.column: Theme.portrait ? 0 : 1
            Layout.columnSpan: Theme.portrait ? 2 : 1
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.dp(800)
            Layout.row: 0
            shell: root.shell

            IconButton {
                icon.name: "video"
                objectName: "vehicle.overview.camera"
                raised: true
                text: qsTr("Camera")
                visible: root.shell.rear.canOpen

                onClicked: root.shell.rear.open()
            }
        }

        QuickActions {
            Layout.column: Theme.portrait ? 1 : 2
            Layout.fillHeight: true
            Layout.fillWidth: Theme.portrait
            Layout.preferredHeight: Theme.dp(430)
            Layout.preferredWidth: Theme.dp(Theme.small ? 236 : 260)
            Layout.row: Theme.portrait ? 1 : 0
            brief: !root.roomy
            shell: root.shell
        }
    }
}
