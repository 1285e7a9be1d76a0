pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Sunroof and shade.
*/
Group {
    id: root

    readonly property Actuator roof: shell.actuators.of("openings.sunroof") as Actuator
    readonly property Actuator shade: shell.actuators.of("openings.sunroof.shade") as Actuator
    required property ShellViewModel shell
    readonly property Actuator toggle: shell.actuators.of("openings.sunroof.switch") as Actuator

    title: qsTr("Roof")
    visible: roof.served || toggle.served || shade.served

    RowLayout {
        spacing: Theme.m
        visible: root.roof.served

        Icon {
            name: "car-sunroof"
            tint: Theme.steady.muted
        }

        Label {
            Layout.fillWidth: true
            size: Theme.textLabel
            text: qsTr("Sunroof")
        }

        Label {
            muted: true
            size: Theme.textLabel
            text: !root.roof.known ? "–" : root.roof.real > 0 ? root.roof.shown : root.roof.real
                                                                < 0 ? qsTr("Tilted") : qsTr("Shut")
        }
    }

    ActuatorChoice {
        Layout.fillWidth: true
        control: root.toggle
        keys: ["ONE_SHOT_CLOSE", "TILT_UP", "ONE_SHOT_OPEN"]
        names: [qsTr("Close"), qsTr("Tilt"), qsTr("Open")]
    }

    ActuatorSlider {
        control: root.shade
        title: qsTr("Shade")
    }
}
