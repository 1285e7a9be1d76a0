pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The car: how fast and how far, the car itself, and what is open, lit and locked.
*/
Item {
    id: root

    required property ShellViewModel shell
    readonly property VehicleViewModel vehicle: shell.vehicle

    GridLayout {
        anchors.fill: parent
        columnSpacing: Theme.gap
        columns: Theme.portrait ? 2 : 3
        rowSpacing: Theme.gap

        Card {
            Layout.column: 0
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.dp(420)
            Layout.preferredWidth: Theme.dp(Theme.small ? 210 : 310)
            Layout.row: Theme.portrait ? 1 : 0

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
                    brief: Theme.small
                    vehicle: root.vehicle
                }
            }
        }

        Item {
            Layout.column: Theme.portrait ? 0 : 1
            Layout.columnSpan: Theme.portrait ? 2 : 1
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.dp(760)
            Layout.preferredWidth: Theme.dp(Theme.small ? 290 : 340)
            Layout.row: 0

            CarWithTyres {
                anchors.horizontalCenter: parent.horizontalCenter
                height: parent.height
                textSize: Theme.textTitle
                vehicle: root.vehicle
                width: Math.min(parent.width, Math.round(parent.height * 0.5) + Theme.dp(200))
            }
        }

        Card {
            Layout.column: Theme.portrait ? 1 : 2
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.dp(420)
            Layout.preferredWidth: Theme.dp(330)
            Layout.row: Theme.portrait ? 1 : 0

            CarState {
                anchors.fill: parent
                anchors.margins: Theme.pad
                status: root.shell.status
                vehicle: root.vehicle
            }
        }
    }
}
