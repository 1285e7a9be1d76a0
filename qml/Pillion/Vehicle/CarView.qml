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

        // Beams, ahead of the body.
        Shape {
            anchors.fill: parent
            preferredRendererType: Shape.GeometryRenderer
            visible: root.vehicle.lowBeam || root.vehicle.highBeam

            ShapePath {
                strokeColor: "transparent"

                fillGradient: RadialGradient {
                    centerRadius: root.vehicle.highBeam ? 96 : 70
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
                    centerRadius: root.vehicle.highBeam ? 96 : 70
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

        CarBody {
            hood: root.vehicle.hood
            trunk: root.vehicle.trunk
            y: 32
        }

        Shape {
            height: 420
            preferredRendererType: Shape.GeometryRenderer
            width: 200
            y: 32

            Lamp {
                fillColor: root.vehicle.lowBeam || root.vehicle.highBeam ? Theme.color.lightFront :
                                                                           Theme.color.carGlass
                path: "M37 46c3-14 9-22 24-28l2 7c-12 6-19 14-22 26zM163 46c-3-14-9-22-24-28l-2 7c12 6 19 14 22 26z"
            }

            Lamp {
                fillColor: root.vehicle.brakeLight ? Theme.color.danger : Theme.color.lightRear
                path: "M33 376c5 16 15 24 36 28v-7c-17-4-25-11-30-26zM167 376c-5 16-15 24-36 28v-7c17-4 25-11 30-26z"
            }

            Lamp {
                fillColor: root.vehicle.leftIndicator ? Theme.color.warm : "transparent"
                path: "M30 70a7 7 0 1 1 0-14 7 7 0 0 1 0 14zM30 366a7 7 0 1 1 0-14 7 7 0 0 1 0 14z"
            }

            Lamp {
                fillColor: root.vehicle.rightIndicator ? Theme.color.warm : "transparent"
                path: "M170 70a7 7 0 1 1 0-14 7 7 0 0 1 0 14zM170 366a7 7 0 1 1 0-14 7 7 0 0 1 0 14z"
            }

            // Doors stand out at their hinges.
            ShapePath {
                capStyle: ShapePath.RoundCap
                fillColor: "transparent"
                strokeColor: root.vehicle.doorFrontLeft ? Theme.color.warm : "transparent"
                strokeWidth: 9

                PathSvg {
                    path: "M24 178L-14 232"
                }
            }

            ShapePath {
                capStyle: ShapePath.RoundCap
                fillColor: "transparent"
                strokeColor: root.vehicle.doorFrontRight ? Theme.color.warm : "transparent"
                strokeWidth: 9

                PathSvg {
                    path: "M176 178L214 232"
                }
            }

            ShapePath {
                capStyle: ShapePath.RoundCap
                fillColor: "transparent"
                strokeColor: root.vehicle.doorRearLeft ? Theme.color.warm : "transparent"
                strokeWidth: 9

                PathSvg {
                    path: "M23 252L-12 302"
                }
            }

            ShapePath {
                capStyle: ShapePath.RoundCap
                fillColor: "transparent"
                strokeColor: root.vehicle.doorRearRight ? Theme.color.warm : "transparent"
                strokeWidth: 9

                PathSvg {
                    path: "M177 252L212 302"
                }
            }
        }
    }

    component Lamp: ShapePath {
        property alias path: lamp.path

        strokeColor: "transparent"

        PathSvg {
            id: lamp
        }
    }
}
