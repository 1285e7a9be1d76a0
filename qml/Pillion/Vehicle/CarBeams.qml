pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Pillion.Theme
import Pillion.ViewModels

/*!
The light ahead of the car: near for low beam, far for high beam. In the space of CarView, 200 wide.
*/
Shape {
    id: root

    required property CarViewModel car

    preferredRendererType: Shape.GeometryRenderer
    visible: root.car.lowBeam || root.car.highBeam

    ShapePath {
        strokeColor: "transparent"

        fillGradient: RadialGradient {
            centerRadius: root.car.highBeam ? 96 : 70
            centerX: 48
            centerY: 66
            focalX: centerX
            focalY: centerY

            GradientStop {
                color: Theme.fade(Theme.color.lightFront, Theme.night ? 0.42 : 0.95)
                position: 0
            }

            GradientStop {
                color: Theme.fade(Theme.color.lightFront, 0)
                position: 1
            }
        }

        PathSvg {
            path: "M30 74L-6-36h92L74 52z"
        }
    }

    ShapePath {
        strokeColor: "transparent"

        fillGradient: RadialGradient {
            centerRadius: root.car.highBeam ? 96 : 70
            centerX: 152
            centerY: 66
            focalX: centerX
            focalY: centerY

            GradientStop {
                color: Theme.fade(Theme.color.lightFront, Theme.night ? 0.42 : 0.95)
                position: 0
            }

            GradientStop {
                color: Theme.fade(Theme.color.lightFront, 0)
                position: 1
            }
        }

        PathSvg {
            path: "M170 74L206-36h-92L126 52z"
        }
    }
}
