pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.ViewModels

/*!
A time at which the cabin is warm or cool already. It is set while parked.
*/
Group {
    id: root

    readonly property Actuator on: shell.actuators.of("climate.schedule.on") as Actuator
    required property ShellViewModel shell
    readonly property Actuator time: shell.actuators.of("climate.schedule.time") as Actuator

    title: qsTr("Before you leave")
    visible: on.served

    ActuatorRow {
        control: root.on
        detail: qsTr("The cabin is at its temperature when you get in.")
        symbol: "calendar-clock"
        title: qsTr("Ready at a time")
    }

    ActuatorStepper {
        control: root.time
        title: qsTr("Departure")
    }

    ActuatorChoice {
        Layout.fillWidth: true
        control: root.shell.actuators.of("climate.schedule.days") as Actuator
        keys: ["DAILY", "WEEKDAYS", "WEEKEND"]
        names: [qsTr("Every day"), qsTr("Weekdays"), qsTr("Weekend")]
    }
}
