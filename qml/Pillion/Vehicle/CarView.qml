pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Theme
import Pillion.ViewModels

/*!
The car as it stands: doors, windows and lids that are open, lights that are on, indicators, the cable; seen from above, nose up.

CarView { vehicle: root.vehicle; height: Theme.dp(360) }
*/
Item {
    id: root

    readonly property CarViewModel car: vehicle.body
    readonly property real factor: height / 460
    required property VehicleViewModel vehicle

    Accessible.ignored: true
    implicitHeight: Theme.dp(340)
    implicitWidth: Math.round(height * 0.56)

    Item {
        anchors.horizontalCenter: parent.horizontalCenter
        height: 460
        scale: root.factor
        transformOrigin: Item.Top
        width: 200

        CarGround {
            charging: root.car.charging
            y: 32
        }

        CarBeams {
            anchors.fill: parent
            car: root.car
        }

        CarDoors {
            car: root.car
            y: 32
        }

        CarBody {
            frunk: root.car.hood || root.car.frunk
            trunk: root.car.trunk
            y: 32
        }

        CarLamps {
            car: root.car
            y: 32
        }

        CarOpenings {
            car: root.car
            y: 32
        }
    }
}
