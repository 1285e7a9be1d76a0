import QtQuick
import QtQuick.Shapes
import Pillion.Theme

/*!
What lies under the car: its shadow by day, and a glow while energy comes in. In the space of CarBody.
*/
Item {
    id: root

    required property bool charging
    readonly property color glow: charging ? Theme.color.good : Theme.color.carTyre

    height: 420
    width: 200

    Shape {
        height: 200
        preferredRendererType: Shape.GeometryRenderer
        width: 200
        y: 110

        transform: Scale {
            origin.x: 100
            origin.y: 100
            xScale: 1.5
            yScale: 2.55
        }

        ShapePath {
            strokeColor: "transparent"

            fillGradient: RadialGradient {
                centerRadius: 100
                centerX: 100
                centerY: 100
                focalX: centerX
                focalY: centerY

                GradientStop {
                    color: Theme.fade(root.glow, root.charging ? 0.6 : Theme.night ? 0 : 0.3)
                    position: 0.4
                }

                GradientStop {
                    color: Theme.fade(root.glow, 0)
                    position: 1
                }
            }

            PathSvg {
                path: "M100 0a100 100 0 1 1 0 200a100 100 0 1 1 0-200z"
            }
        }
    }
}
