pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
All locks at once, each of them, and what keeps children safe.
*/
Group {
    id: root

    readonly property OpeningsViewModel openings: shell.openings
    required property ShellViewModel shell

    title: qsTr("Locks")
    visible: openings.lockable

    Button {
        Layout.fillWidth: true
        active: root.openings.locked
        enabled: root.shell.vehicle.available
        icon.name: root.openings.locked ? "lock" : "lock-open"
        objectName: "vehicle.openings.lock.all"
        pending: root.openings.lockPending
        text: root.openings.locked ? qsTr("All locked") : qsTr("Lock all")

        onClicked: root.openings.requestLock(!root.openings.locked)
    }

    // The car's sides, not the language's.
    Tiles {
        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: Theme.driverRight

        Lock {
            place: "front.driver"
            text: Theme.driverRight ? qsTr("Front right") : qsTr("Front left")
        }

        Lock {
            place: "front.passenger"
            text: Theme.driverRight ? qsTr("Front left") : qsTr("Front right")
        }

        Lock {
            place: "rear.driver"
            text: Theme.driverRight ? qsTr("Rear right") : qsTr("Rear left")
        }

        Lock {
            place: "rear.passenger"
            text: Theme.driverRight ? qsTr("Rear left") : qsTr("Rear right")
        }

        Lock {
            place: "trunk"
            text: qsTr("Boot")
        }
    }

    ActuatorRow {
        control: root.shell.actuators.of("openings.windowlock") as Actuator
        detail: qsTr("The switches of the rear windows do nothing.")
        title: qsTr("Lock the rear windows")
    }

    ActuatorRow {
        control: root.shell.actuators.of("openings.childlock") as Actuator
        detail: qsTr("The rear doors do not open from inside.")
        title: qsTr("Child lock")
    }

    ActuatorRow {
        control: root.shell.actuators.of("openings.autolock") as Actuator
        detail: qsTr("The doors lock when the car drives off.")
        title: qsTr("Lock by itself")
    }

    component Lock: ActuatorTile {
        required property string place

        control: root.shell.actuators.of("openings.lock." + place) as Actuator
        offText: qsTr("Unlocked")
        symbol: on ? "lock" : "lock-open"

        onText: qsTr("Locked")
    }
}
