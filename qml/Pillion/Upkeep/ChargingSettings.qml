pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
When and how fast to charge, and the battery made ready for it. Set up when parked.
*/
Flickable {
    id: root

    required property ShellViewModel shell
    readonly property Actuator timer: shell.actuators.of("energy.timer.mode") as Actuator

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: column.implicitHeight
    interactive: contentHeight > height

    ColumnLayout {
        id: column

        spacing: Theme.l
        width: parent.width

        Label {
            Layout.fillWidth: true
            muted: true
            objectName: "vehicle.energy.settings.why"
            size: Theme.textLabel
            text: root.timer.why
            visible: text
            wrapMode: Text.Wrap
        }

        SettingRow {
            Layout.fillWidth: true
            detail: qsTr("At once, from a time on, or ready by a time")
            title: qsTr("Timer")
            visible: root.timer.served

            ActuatorChoice {
                Layout.fillWidth: true
                control: root.timer
                keys: ["INACTIVE", "START_TIME", "END_TIME"]
                names: [qsTr("At once"), qsTr("Start at"), qsTr("Ready by")]
            }
        }

        ActuatorStepper {
            Layout.fillWidth: true
            control: root.shell.actuators.of("energy.timer.time") as Actuator
            title: qsTr("Time")
        }

        ActuatorStepper {
            Layout.fillWidth: true
            control: root.shell.actuators.of("energy.charging.current") as Actuator
            title: qsTr("Highest current")
        }

        SettingRow {
            Layout.fillWidth: true
            detail: qsTr("Warms or cools the battery, and uses some charge")
            title: qsTr("Make the battery ready")
            visible: (root.shell.actuators.of("energy.conditioning") as Actuator).served

            ActuatorChoice {
                Layout.fillWidth: true
                control: root.shell.actuators.of("energy.conditioning") as Actuator
                keys: ["INACTIVE", "FAST_CHARGING_PREPARATION", "DRIVING_PREPARATION"]
                names: [qsTr("Off"), qsTr("To charge fast"), qsTr("To drive")]
            }
        }
    }
}
