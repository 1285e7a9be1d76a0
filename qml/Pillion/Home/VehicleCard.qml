pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.Vehicle
import Pillion.ViewModels

/*!
How far the car goes, and the car itself with its tyres.
*/
Card {
    id: root

    required property ShellViewModel shell
    readonly property bool upright: height > width * 1.05
    readonly property VehicleViewModel vehicle: shell.vehicle

    name: qsTr("Vehicle")
    objectName: "home.vehicle"

    onClicked: root.shell.requestPage("vehicle")

    Loader {
        active: root.vehicle.available
        anchors.fill: parent
        anchors.margins: Theme.pad

        sourceComponent: GridLayout {
            columnSpacing: Theme.l
            columns: root.upright ? 1 : 2
            rowSpacing: Theme.s

            ColumnLayout {
                Layout.alignment: Qt.AlignVCenter
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.dp(150)
                spacing: Theme.s

                RangeSummary {
                    Layout.fillWidth: true
                    brief: !root.upright && root.width < Theme.dp(500)
                    vehicle: root.vehicle
                }

                Fact {
                    Layout.fillWidth: true
                    icon: "zap"
                    label: root.shell.energy.charging.stateText
                    objectName: "home.vehicle.charging"
                    value: root.shell.energy.charging.timeText
                    visible: root.shell.energy.charging.plugged
                }
            }

            CarWithTyres {
                Layout.fillHeight: true
                Layout.fillWidth: root.upright
                Layout.preferredWidth: Math.max(Theme.dp(250), Math.min(root.width * 0.5,
                                                                        root.height * 0.9))
                vehicle: root.vehicle
            }
        }
    }

    EmptyState {
        anchors.fill: parent
        icon: "car"
        text: root.vehicle.problem
        title: qsTr("The car does not answer")
        visible: !root.vehicle.available
    }
}
