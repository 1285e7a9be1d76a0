pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Driver and passenger, the fan, and where the air goes.
*/
Group {
    id: root

    readonly property Actuator air: shell.actuators.of("climate.air.driver") as Actuator
    readonly property Actuator auto: shell.actuators.of("climate.auto") as Actuator
    readonly property Actuator otherAir: shell.actuators.of("climate.air.passenger") as Actuator
    readonly property Actuator otherFan: shell.actuators.of("climate.fan.passenger") as Actuator
    readonly property Actuator power: shell.actuators.of("climate.power") as Actuator
    required property ShellViewModel shell

    spacing: Theme.m

    // The car's sides, not the language's: the driver is where the driver sits.
    RowLayout {
        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: Theme.driverRight
        spacing: Theme.s
        uniformCellSizes: true

        ClimateZone {
            Layout.fillWidth: true
            name: qsTr("Driver")
            temperature: root.shell.actuators.of("climate.temperature.driver") as Actuator
        }

        ClimateZone {
            Layout.fillWidth: true
            name: qsTr("Passenger")
            temperature: root.shell.actuators.of("climate.temperature.passenger") as Actuator
        }
    }

    RowLayout {
        spacing: Theme.m

        FanSlider {
            Layout.fillWidth: true
            control: root.shell.actuators.of("climate.fan.driver") as Actuator
            objectName: "vehicle.climate.fan"
        }

        ActuatorButton {
            control: root.auto
            objectName: "vehicle.climate.auto"
            text: qsTr("Auto")
            visible: root.auto.served
        }

        ActuatorButton {
            Accessible.name: qsTr("Climate on")
            control: root.power
            icon.name: "power"
            objectName: "vehicle.climate.power"
            visible: root.power.served
        }
    }

    AirChoice {
        Layout.fillWidth: true
        control: root.air
        name: root.otherAir.served ? qsTr("Air for the driver") : qsTr("Air")
    }

    Label {
        muted: true
        size: Theme.textSmall
        text: qsTr("Air for the passenger")
        visible: root.otherAir.served || root.otherFan.served
    }

    FanSlider {
        Layout.fillWidth: true
        control: root.otherFan
        objectName: "vehicle.climate.fan.passenger"
        visible: control.served
    }

    AirChoice {
        Layout.fillWidth: true
        control: root.otherAir
        name: qsTr("Air for the passenger")
    }
}
