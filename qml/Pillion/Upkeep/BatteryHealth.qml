import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
How warm the battery is and how it has aged, in words.
*/
ColumnLayout {
    id: root

    required property EnergyViewModel energy

    spacing: Theme.s

    Fact {
        Layout.fillWidth: true
        attention: root.energy.warmth === "hot"
        icon: root.energy.warmth === "cold" ? "snowflake" : "thermometer"
        label: qsTr("Battery")
        objectName: "vehicle.energy.temperature"
        value: root.energy.batteryTemperatureText
        visible: root.energy.warmthText
    }

    Label {
        Layout.fillWidth: true
        color: root.energy.warmth === "hot" ? Theme.color.warm : Theme.color.muted
        size: Theme.textSmall
        text: root.energy.warmthText
        visible: text
        wrapMode: Text.Wrap
    }

    Fact {
        Layout.fillWidth: true
        icon: "battery-full"
        label: qsTr("Health")
        objectName: "vehicle.energy.health"
        value: root.energy.healthText
        visible: value
    }
}
