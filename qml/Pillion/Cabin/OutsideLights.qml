pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.ViewModels

/*!
The switch of the lights outside, what they do by themselves, and those that only their own switch in the car turns on.
*/
Group {
    id: root

    readonly property Actuator leaving: shell.actuators.of("lights.leavinghome") as Actuator
    required property ShellViewModel shell

    title: qsTr("Outside")

    ActuatorChoice {
        Layout.fillWidth: true
        control: root.shell.actuators.of("lights.switch") as Actuator
        keys: ["OFF", "AUTO", "POSITION", "DAYTIME_RUNNING_LIGHTS", "BEAM"]
        names: [qsTr("Off"), qsTr("Auto"), qsTr("Side lights"), qsTr("Daytime"), qsTr("Low beam")]
        symbols: ["", "", "car-side-light", "car-daytime-light", "car-low-beam"]
    }

    ActuatorRow {
        control: root.shell.actuators.of("lights.highbeam.auto") as Actuator
        detail: qsTr("High beam on dark roads, dipped for others.")
        symbol: "car-high-beam-auto"
        title: qsTr("Automatic high beam")
    }

    ActuatorSlider {
        control: root.leaving
        symbol: "timer"
        title: qsTr("Light after locking")
        valueText: known ? qsTr("%1 s").arg(Math.round(root.leaving.askedReal)) : "–"
    }

    Tiles {
        Lamp {
            key: "beam.high"
            symbol: "car-high-beam"
            text: qsTr("High beam")
        }

        Lamp {
            key: "fog.front"
            symbol: "car-fog-front"
            text: qsTr("Front fog lights")
        }

        Lamp {
            key: "fog.rear"
            symbol: "car-fog-rear"
            text: qsTr("Rear fog light")
        }

        Lamp {
            key: "hazard"
            symbol: "car-hazard"
            text: qsTr("Hazard lights")
        }
    }

    component Lamp: ActuatorTile {
        required property string key

        control: root.shell.actuators.of("lights." + key) as Actuator
    }
}
