import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
What an engine lives on beside fuel, and the flap of its tank.
*/
ColumnLayout {
    id: root

    readonly property Actuator flap: shell.actuators.of("energy.fuelflap") as Actuator
    required property ShellViewModel shell
    required property TankViewModel tank

    spacing: Theme.s

    Fact {
        Layout.fillWidth: true
        attention: root.tank.oilWrong
        icon: "droplet"
        label: qsTr("Oil")
        objectName: "vehicle.energy.oil"
        value: [root.tank.oilText, root.tank.oilTemperatureText].filter(part => part).join("  ·  ")
        visible: value
    }

    Fact {
        Layout.fillWidth: true
        icon: "thermometer"
        label: qsTr("Coolant")
        objectName: "vehicle.energy.coolant"
        value: root.tank.coolantText
        visible: value
    }

    Fact {
        Layout.fillWidth: true
        attention: root.tank.adblue < 0.15
        icon: "droplets"
        label: qsTr("AdBlue")
        objectName: "vehicle.energy.adblue"
        value: root.tank.adblueText
        visible: value
    }

    Fact {
        Layout.fillWidth: true
        attention: root.flap.on
        icon: "fuel"
        label: qsTr("Tank flap")
        objectName: "vehicle.energy.flap"
        value: root.flap.on ? qsTr("Open") : qsTr("Closed")
        visible: root.flap.served && root.flap.known && !root.flap.writable
    }

    ActuatorTile {
        Layout.fillWidth: true
        control: root.flap
        objectName: "vehicle.energy.fuelflap"
        offText: qsTr("Closed")
        symbol: "fuel"
        text: qsTr("Tank flap")
        visible: root.flap.writable

        onText: qsTr("Open")
    }
}
