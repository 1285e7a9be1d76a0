pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
What one does most with a car that stands: lock it, open it, charge it.
*/
Flickable {
    id: root

    // The range is nowhere else.
    property bool brief: false
    required property ShellViewModel shell

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: actions.implicitHeight
    interactive: contentHeight > height

    ColumnLayout {
        id: actions

        spacing: Theme.s
        width: root.width

        RangeSummary {
            Layout.bottomMargin: Theme.s
            Layout.fillWidth: true
            brief: true
            vehicle: root.shell.vehicle
            visible: root.brief
        }

        ActuatorTile {
            control: root.shell.actuators.of("openings.lock.front.driver") as Actuator
            objectName: "vehicle.lock.toggle"
            offText: qsTr("Unlocked")
            on: root.shell.openings.locked
            own: false
            symbol: on ? "lock" : "lock-open"
            text: qsTr("Doors")

            onSwitched: root.shell.openings.requestLock(!on)
            onText: qsTr("Locked")
        }

        Lid {
            control: root.shell.actuators.of("openings.trunk.rear") as Actuator
            objectName: "vehicle.quick.boot"
            symbol: "car-boot"
            text: qsTr("Boot")
        }

        Lid {
            control: root.shell.actuators.of("openings.chargeport") as Actuator
            objectName: "vehicle.quick.port"
            symbol: "car-charge-port"
            text: qsTr("Charge port")
        }

        Lid {
            control: root.shell.actuators.of("openings.trunk.front") as Actuator
            hold: true
            objectName: "vehicle.quick.frunk"
            symbol: "car-frunk"
            text: qsTr("Front boot")
        }
    }

    component Lid: ActuatorTile {
        offText: qsTr("Shut")

        onText: qsTr("Open")
    }
}
