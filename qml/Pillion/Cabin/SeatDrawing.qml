import QtQuick
import QtQuick.Shapes
import Pillion.Theme
import Pillion.ViewModels

/*!
A seat from its side, facing left: where it stands, how high, how far it leans; lumbar support and warmth as light.
*/
Item {
    id: root

    readonly property real angle: isNaN(recline.askedReal) ? 15 : Math.max(-5, Math.min(50,
                                                                                        recline.askedReal))
    readonly property real factor: height / 240
    readonly property color glow: heat.level > 0 ? Theme.color.warm : heat.level < 0
                                                   ? Theme.color.accent : Theme.fade(
                                                         Theme.color.accent, 0)
    required property Actuator heat
    required property Actuator lift
    required property Actuator lumbar
    required property Actuator place
    required property Actuator recline

    //! Where in its range a value is, 0 to 1; the middle when unknown.
    function part(value: real, low: real, high: real): real {
        return isNaN(value) || high <= low ? 0.5 : Math.max(0, Math.min(1, (value - low) / (high
                                                                                            - low)));
    }

    Accessible.ignored: true
    implicitHeight: Theme.dp(216)

    Item {
        anchors.horizontalCenter: parent.horizontalCenter
        height: 240
        scale: root.factor
        transformOrigin: Item.Top
        width: 320

        Rectangle {
            color: Theme.color.line
            height: 10
            radius: 5
            width: 250
            x: 30
            y: 222
        }

        Item {
            x: -28 + 56 * root.part(root.place.askedReal, root.place.minimum, root.place.maximum)
            y: 12 - 24 * root.part(root.lift.askedReal, root.lift.minimum, root.lift.maximum)

            Behavior on x {
                NumberAnimation {
                    duration: Theme.slow
                    easing.type: Easing.OutCubic
                }
            }
            Behavior on y {
                NumberAnimation {
                    duration: Theme.slow
                    easing.type: Easing.OutCubic
                }
            }

            // The legs reach the rail however high the seat is.
            Rectangle {
                color: Theme.color.carEdge
                height: 50
                radius: 8
                width: 112
                x: 98
                y: 180
            }

            Shape {
                height: 220
                preferredRendererType: Shape.GeometryRenderer
                rotation: root.angle - 12
                transformOrigin: Item.TopLeft
                width: 120
                x: 190
                y: 170

                Behavior on rotation {
                    NumberAnimation {
                        duration: Theme.slow
                        easing.type: Easing.OutCubic
                    }
                }

                // Drawn about its hinge at 0, 0: backrest, headrest, and the part that supports.
                ShapePath {
                    fillColor: Theme.color.carBody
                    strokeColor: "transparent"

                    PathSvg {
                        path: "M-18 6C-28-32-14-78-12-114c1-16 44-16 46 0 3 36 9 82 2 116-4 17-48 18-54 4z"
                    }
                }

                ShapePath {
                    fillColor: Theme.color.carEdge
                    strokeColor: "transparent"

                    PathSvg {
                        path: "M-4-128c-4-26 6-34 14-34s20 8 18 34c-8 6-24 6-32 0z"
                    }
                }

                // Warm or cool where the back lies.
                ShapePath {
                    capStyle: ShapePath.RoundCap
                    fillColor: "transparent"
                    strokeColor: root.glow
                    strokeWidth: 7

                    PathSvg {
                        path: "M-14-14C-20-44-12-78-8-106"
                    }
                }

                ShapePath {
                    fillColor: Theme.fade(Theme.color.accent, root.part(root.lumbar.askedReal,
                                                                        root.lumbar.minimum,
                                                                        root.lumbar.maximum))
                    strokeColor: "transparent"

                    PathSvg {
                        path: "M-18-8c-8-14-6-34 2-46 6 12 6 34-2 46z"
                    }
                }
            }

            Shape {
                height: 240
                preferredRendererType: Shape.GeometryRenderer
                width: 320

                ShapePath {
                    fillColor: Theme.color.carBody
                    strokeColor: "transparent"

                    PathSvg {
                        path: "M72 158c-2-16 8-23 22-22l100 10c16 2 28 12 26 27s-13 21-30 21h-84c-21 0-32-15-34-36z"
                    }
                }

                ShapePath {
                    capStyle: ShapePath.RoundCap
                    fillColor: "transparent"
                    strokeColor: root.glow
                    strokeWidth: 7

                    PathSvg {
                        path: "M90 140L172 148"
                    }
                }
            }
        }
    }
}
