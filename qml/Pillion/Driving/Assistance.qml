pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Controls
import Pillion.ViewModels

/*!
What the car helps with, each in a sentence; most of it is set while parked.
*/
Group {
    id: root

    required property ShellViewModel shell

    title: qsTr("Assistance")

    Helper {
        detail: qsTr("Warns before a crash ahead.")
        key: "collision"
        symbol: "car-collision"
        title: qsTr("Collision warning")
    }

    Helper {
        detail: qsTr("Brakes by itself when a crash is near.")
        key: "braking"
        symbol: "car-braking"
        title: qsTr("Emergency braking")
    }

    Helper {
        detail: qsTr("Warns when the car leaves its lane.")
        key: "lane"
        symbol: "car-lane"
        title: qsTr("Lane warning")
    }

    Helper {
        detail: qsTr("Warns of cars beside you in the mirror's dead angle.")
        key: "blindspot"
        symbol: "car-blind-spot"
        title: qsTr("Blind spot warning")
    }

    Helper {
        detail: qsTr("Warns of cars from the side when backing out.")
        key: "crosstraffic"
        symbol: "car-cross-traffic"
        title: qsTr("Cross traffic warning")
    }

    Helper {
        detail: qsTr("Suggests a break when you seem tired.")
        key: "attention"
        symbol: "coffee"
        title: qsTr("Attention warning")
    }

    Helper {
        detail: qsTr("A tone when you drive faster than the sign says.")
        key: "speedlimit"
        symbol: "car-speed-limit"
        title: qsTr("Speed limit warning")
    }

    Helper {
        detail: qsTr("Tones tell how close things are when parking.")
        key: "parkingtones"
        symbol: "car-parking-tones"
        title: qsTr("Parking tones")
    }

    Helper {
        detail: qsTr("Keeps the car on its line on slippery roads.")
        key: "stability"
        symbol: "car-stability"
        title: qsTr("Stability control")
    }

    component Helper: ActuatorRow {
        required property string key

        control: root.shell.actuators.of("driving.assist." + key) as Actuator
    }
}
