pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Pillion.Theme
import Pillion.ViewModels

/*!
Windows that are not shut, the charge port and the cable in it. In the space of CarBody.
*/
Shape {
    id: root

    required property CarViewModel car

    height: 420
    preferredRendererType: Shape.GeometryRenderer
    width: 200

    Mark {
        path: "M40 184L46 238"
        shown: root.car.windowFrontLeft
    }

    Mark {
        path: "M160 184L154 238"
        shown: root.car.windowFrontRight
    }

    Mark {
        path: "M44 256L43 306"
        shown: root.car.windowRearLeft
    }

    Mark {
        path: "M156 256L157 306"
        shown: root.car.windowRearRight
    }

    // The cable hangs from the port behind the left rear wheel.
    ShapePath {
        capStyle: ShapePath.RoundCap
        fillColor: "transparent"
        strokeColor: root.car.cable ? (root.car.charging ? Theme.color.good : Theme.color.muted) :
                                      "transparent"
        strokeWidth: 6

        PathSvg {
            path: "M30 376C4 384-8 398-14 428"
        }
    }

    ShapePath {
        fillColor: root.car.charging ? Theme.color.good : root.car.flap ? Theme.color.warm :
                                                                          "transparent"

        strokeColor: "transparent"

        PathSvg {
            path: "M30 385a9 9 0 1 1 0-18 9 9 0 0 1 0 18z"
        }
    }

    component Mark: ShapePath {
        property alias path: mark.path
        required property bool shown

        capStyle: ShapePath.RoundCap
        fillColor: "transparent"
        strokeColor: shown ? Theme.color.accent : "transparent"
        strokeWidth: 7

        PathSvg {
            id: mark
        }
    }
}
