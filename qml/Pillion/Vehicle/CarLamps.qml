pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Pillion.Theme
import Pillion.ViewModels

/*!
The car's lamps: head and brake lights and indicators, lit as reported. In the space of CarBody.
*/
Shape {
    id: root

    required property CarViewModel car

    height: 420
    preferredRendererType: Shape.GeometryRenderer
    width: 200

    Lamp {
        fillColor: root.car.lowBeam || root.car.highBeam ? Theme.color.lightFront :
                                                           Theme.color.carGlass
        path: "M37 46c3-14 9-22 24-28l2 7c-12 6-19 14-22 26zM163 46c-3-14-9-22-24-28l-2 7c12 6 19 14 22 26z"
    }

    Lamp {
        fillColor: root.car.brakeLight ? Theme.color.danger : Theme.color.lightRear
        path: "M33 376c5 16 15 24 36 28v-7c-17-4-25-11-30-26zM167 376c-5 16-15 24-36 28v-7c17-4 25-11 30-26z"
    }

    Lamp {
        fillColor: root.car.leftIndicator ? Theme.color.warm : "transparent"
        path: "M30 70a7 7 0 1 1 0-14 7 7 0 0 1 0 14zM30 366a7 7 0 1 1 0-14 7 7 0 0 1 0 14z"
    }

    Lamp {
        fillColor: root.car.rightIndicator ? Theme.color.warm : "transparent"
        path: "M170 70a7 7 0 1 1 0-14 7 7 0 0 1 0 14zM170 366a7 7 0 1 1 0-14 7 7 0 0 1 0 14z"
    }

    component Lamp: ShapePath {
        property alias path: lamp.path

        strokeColor: "transparent"

        PathSvg {
            id: lamp
        }
    }
}
