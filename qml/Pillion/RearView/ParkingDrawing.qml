pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Vehicle
import Pillion.ViewModels

/*!
The car from above and what is near it, in a space of 340 × 600; scale it to the room there is. Left is the car's left in every
language.
*/
Item {
    id: root

    required property RearViewModel rear

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    height: 600
    width: 340

    CarBody {
        x: 70
        y: 90
    }

    Repeater {
        model: root.rear.parking.sensors

        delegate: SensorArcs {
        }
    }
}
