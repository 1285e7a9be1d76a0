pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.ViewModels

/*!
Cruise control as it is; it is set at the wheel.
*/
Group {
    id: root

    readonly property Actuator gap: shell.actuators.of("driving.cruise.gap") as Actuator
    readonly property Actuator on: shell.actuators.of("driving.cruise") as Actuator
    required property ShellViewModel shell
    readonly property Actuator speed: shell.actuators.of("driving.cruise.speed") as Actuator

    title: qsTr("Cruise control, set at the wheel")
    visible: on.served || gap.served

    Fact {
        Layout.fillWidth: true
        icon: "gauge"
        label: qsTr("Cruise control")
        value: !root.on.known ? "–" : root.on.on ? root.speed.shown : qsTr("Off")
        visible: root.on.served
    }

    Fact {
        Layout.fillWidth: true
        icon: "car-gap"
        label: qsTr("Distance to the car ahead")
        value: root.gap.known ? qsTr("Level %1").arg(root.gap.shown) : "–"
        visible: root.gap.served
    }
}
