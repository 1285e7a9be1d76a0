pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
What one reaches for at the climate, over the stage; the climate bar stays free. The rest of it is on the Vehicle page.
*/
Sheet {
    id: root

    readonly property Actuator air: shell.actuators.of("climate.air.driver") as Actuator
    readonly property Actuator power: shell.actuators.of("climate.power") as Actuator
    required property ShellViewModel shell

    name: qsTr("Climate")

    ColumnLayout {
        spacing: Theme.small ? Theme.xs : Theme.m
        width: parent?.width ?? 0

        RowLayout {
            spacing: Theme.m

            Label {
                Layout.fillWidth: true
                strong: true
                text: root.shell.climate.available ? root.name : qsTr("The car does not answer")
            }

            ActuatorButton {
                control: root.power
                icon.name: "power"
                objectName: "climate.power.toggle"
                text: root.power.on ? qsTr("On") : qsTr("Off")
                visible: root.power.served
            }

            IconButton {
                icon.name: "settings"
                objectName: "climate.sheet.more"
                text: qsTr("Everything about the climate")
                visible: root.shell.climate.available

                onClicked: {
                    root.close();
                    root.shell.requestPage("vehicle.climate");
                }
            }

            IconButton {
                icon.name: "x"
                objectName: "climate.sheet.close"
                text: qsTr("Close")

                onClicked: root.close()
            }
        }

        FanSlider {
            control: root.shell.actuators.of("climate.fan.driver") as Actuator
            objectName: "climate.fan"
        }

        AirChoice {
            Layout.fillWidth: true
            control: root.air
            name: qsTr("Air")
            objectName: "climate.sheet.air"
            visible: root.air.served && !Theme.small
        }

        GridLayout {
            columnSpacing: Theme.m
            columns: root.width > Theme.dp(900) ? 3 : 2
            rowSpacing: Theme.xs

            Toggle {
                control: root.shell.actuators.of("climate.defrost.rear") as Actuator
                icon.name: "car-defrost-rear"
                objectName: "climate.sheet.rear"
                text: qsTr("Rear window")
            }

            Toggle {
                control: root.shell.actuators.of("climate.defrost.front") as Actuator
                icon.name: "car-defrost-front"
                objectName: "climate.sheet.front"
                text: qsTr("Windscreen")
            }

            Toggle {
                control: root.shell.actuators.of("climate.auto") as Actuator
                objectName: "climate.sheet.auto"
                text: qsTr("Auto")
            }

            Toggle {
                control: root.shell.actuators.of("climate.cooling") as Actuator
                icon.name: "snowflake"
                objectName: "climate.sheet.cooling"
                text: qsTr("A/C")
            }

            Toggle {
                control: root.shell.actuators.of("climate.recirculation") as Actuator
                icon.name: "car-recirculation"
                objectName: "climate.sheet.recirculation"
                text: qsTr("Recirculation")
            }

            Toggle {
                control: root.shell.actuators.of("climate.sync") as Actuator
                icon.name: "link-2"
                objectName: "climate.sheet.sync"
                text: qsTr("Sync")
            }
        }
    }

    component Toggle: ActuatorButton {
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.dp(220)
    }
}
