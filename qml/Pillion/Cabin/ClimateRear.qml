pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The air in the rear.
*/
Group {
    id: root

    readonly property Actuator driver: shell.actuators.of(
                                           "climate.rear.temperature.driver") as Actuator
    readonly property Actuator passenger: shell.actuators.of(
                                              "climate.rear.temperature.passenger") as Actuator
    readonly property Actuator power: shell.actuators.of("climate.rear.power") as Actuator
    required property ShellViewModel shell

    title: qsTr("Rear seats")
    visible: driver.served || passenger.served || power.served

    ActuatorRow {
        control: root.power
        title: qsTr("Climate in the rear")
    }

    RowLayout {
        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: Theme.driverRight
        spacing: Theme.s
        uniformCellSizes: true

        ClimateZone {
            Layout.fillWidth: true
            name: Theme.driverRight ? qsTr("Rear right") : qsTr("Rear left")
            temperature: root.driver
        }

        ClimateZone {
            Layout.fillWidth: true
            name: Theme.driverRight ? qsTr("Rear left") : qsTr("Rear right")
            temperature: root.passenger
        }
    }

    FanSlider {
        Layout.fillWidth: true
        control: root.shell.actuators.of("climate.rear.fan.driver") as Actuator
        objectName: "vehicle.climate.rear.fan"
        visible: control.served
    }
}
