pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Pillion.Theme
import Pillion.ViewModels

/*!
The car as it stands: open doors, lights that are on, indicators; seen from above, nose up.

CarView { vehicle: root.vehicle; height: Theme.dp(360) }
*/
Item {
    id: root

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

        CarBeams {
            anchors.fill: parent
            vehicle: root.vehicle
        }

        CarBody {
            hood: root.vehicle.hood
            trunk: root.vehicle.trunk
            y: 32
        }

        CarLamps {
            vehicle: root.vehicle
            y: 32
        }

        Shape {
            height: 420
            preferredRendererType: Shape.GeometryRenderer
            width: 200
            y: 32

            // Doors stand out at their hinges.
            Door {
                open: root.vehicle.doorFrontLeft
                path: "M24 178L-14 232"
            }

            Door {
                open: root.vehicle.doorFrontRight
                path: "M176 178L214 232"
            }

            Door {
                open: root.vehicle.doorRearLeft
                path: "M23 252L-12 302"
            }

            Door {
                open: root.vehicle.doorRearRight
                path: "M177 252L212 302"
            }
        }
    }

    component Door: ShapePath {
        required property bool open
        property alias path: door.path

        capStyle: ShapePath.RoundCap
        fillColor: "transparent"
        strokeColor: open ? Theme.color.warm : "transparent"
        strokeWidth: 9

        PathSvg {
            id: door
        }
    }
}
