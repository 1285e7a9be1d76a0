pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Outside mirrors: fold and warm both, turn one at a time, and what they do by themselves.
*/
Group {
    id: root

    readonly property Actuator pan: shell.actuators.of("openings.mirror.pan." + side) as Actuator
    required property ShellViewModel shell
    property string side: "driver"

    title: qsTr("Mirrors")
    visible: fold.control.served || pan.served || heat.control.served

    Tiles {
        ActuatorTile {
            id: fold

            control: root.shell.actuators.of("openings.mirror.fold.driver") as Actuator
            offText: qsTr("Out")
            on: root.shell.openings.folded
            own: false
            symbol: "car-mirror-fold"
            text: qsTr("Mirrors")

            onSwitched: root.shell.openings.requestFold(!root.shell.openings.folded)
            onText: qsTr("Folded in")
        }

        MirrorHeatTile {
            id: heat

            objectName: "vehicle.openings.mirrorheat"
            shell: root.shell
        }
    }

    Tabs {
        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: Theme.driverRight
        current: root.side
        keys: ["driver", "passenger"]
        names: [qsTr("Driver"), qsTr("Passenger")]
        objectName: "vehicle.openings.mirror.tab"
        visible: root.pan.served

        onChosen: key => root.side = key
    }

    ActuatorStepper {
        control: root.pan
        lessSymbol: "arrow-left"
        moreSymbol: "arrow-right"
        stride: 4
        title: qsTr("In and out")
    }

    ActuatorStepper {
        control: root.shell.actuators.of("openings.mirror.tilt." + root.side) as Actuator
        lessSymbol: "arrow-down"
        moreSymbol: "arrow-up"
        stride: 4
        title: qsTr("Up and down")
    }

    ActuatorRow {
        control: root.shell.actuators.of("openings.mirror.autofold") as Actuator
        detail: qsTr("The mirrors fold in when the car is locked.")
        title: qsTr("Fold by themselves")
    }

    ActuatorRow {
        control: root.shell.actuators.of("openings.mirror.autotilt") as Actuator
        detail: qsTr("In reverse the mirror shows the kerb.")
        title: qsTr("Tilt in reverse")
    }
}
