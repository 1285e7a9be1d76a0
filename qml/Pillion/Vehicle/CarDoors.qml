pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Pillion.Theme
import Pillion.ViewModels

/*!
Doors that stand open, swung out at their hinges. In the space of CarBody.
*/
Shape {
    id: root

    required property CarViewModel car

    height: 420
    preferredRendererType: Shape.GeometryRenderer
    width: 200

    Door {
        path: "M26 158L-22 218"
        shown: root.car.doorFrontLeft
    }

    Door {
        path: "M174 158L222 218"
        shown: root.car.doorFrontRight
    }

    Door {
        path: "M25 250L-18 304"
        shown: root.car.doorRearLeft
    }

    Door {
        path: "M175 250L218 304"
        shown: root.car.doorRearRight
    }

    component Door: ShapePath {
        property alias path: door.path
        required property bool shown

        capStyle: ShapePath.RoundCap
        fillColor: "transparent"
        strokeColor: shown ? Theme.color.warm : "transparent"
        strokeWidth: 13

        PathSvg {
            id: door
        }
    }
}
