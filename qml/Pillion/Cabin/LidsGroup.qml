pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Controls
import Pillion.ViewModels

/*!
Boot, front boot, charge port and bonnet. What only opens here, and is shut by hand, asks to be held.
*/
Group {
    id: root

    required property ShellViewModel shell

    Tiles {
        Lid {
            key: "trunk.rear"
            symbol: "car-boot"
            text: qsTr("Boot")
        }

        Lid {
            hold: true
            key: "trunk.front"
            symbol: "car-frunk"
            text: qsTr("Front boot")
        }

        Lid {
            key: "chargeport"
            symbol: "car-charge-port"
            text: qsTr("Charge port")
        }

        Lid {
            key: "hood"
            symbol: "car-frunk"
            text: qsTr("Bonnet")
        }
    }

    component Lid: ActuatorTile {
        required property string key

        control: root.shell.actuators.of("openings." + key) as Actuator
        offText: qsTr("Shut")

        onText: qsTr("Open")
    }
}
