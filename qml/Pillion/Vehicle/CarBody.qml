pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Pillion.Theme

/*!
The car from above, nose up, drawn in a space of 200 × 420; scale it to the height there is.
Plain filled paths: they look the same with and without a graphics chip.
*/
Shape {
    id: root

    // Whatever is under the front lid: it stands open.
    property bool frunk: false
    readonly property color glass: Theme.color.carGlass
    property bool trunk: false

    height: 420
    preferredRendererType: Shape.GeometryRenderer
    width: 200

    // Tyres, then mirrors, under the body.
    Fill {
        fillColor: Theme.color.carTyre
        path: "M14 78q0-7 7-7h10v62h-10q-7 0-7-7zM186 78q0-7-7-7h-10v62h10q7 0 7-7zM13 304q0-7 7-7h10v62h-10q-7 0-7-7zM187 304q0-7-7-7h-10v62h10q7 0 7-7z"
    }

    Fill {
        fillColor: Theme.color.carEdge
        path: "M28 158C18 152 6 154 3 163c-1 5 3 8 8 7l18-4zM172 158c10-6 22-4 25 5 1 5-3 8-8 7l-18-4z"
    }

    ShapePath {
        strokeColor: "transparent"

        fillGradient: LinearGradient {
            x1: 20
            x2: 180
            y1: 0
            y2: 0

            GradientStop {
                color: Theme.color.carEdge
                position: 0
            }

            GradientStop {
                color: Theme.color.carBody
                position: 0.28
            }

            GradientStop {
                color: Theme.color.carBody
                position: 0.72
            }

            GradientStop {
                color: Theme.color.carEdge
                position: 1
            }
        }

        PathSvg {
            path: "M100 6c34 0 60 7 67 36 5 21 9 56 9 92l2 160c0 38-2 66-9 88-7 23-34 32-69 32s-62-9-69-32c-7-22-9-50-9-88l2-160c0-36 4-71 9-92C40 13 66 6 100 6z"
        }
    }

    Fill {
        fillColor: root.frunk ? Theme.color.warm : "transparent"
        path: "M50 132C52 92 56 56 66 30c18-8 50-8 68 0 10 26 14 62 16 102-28-14-72-14-100 0z"
    }

    Fill {
        fillColor: root.trunk ? Theme.color.warm : "transparent"
        path: "M48 368c30 14 74 14 104 0 0 14-4 26-12 31-24 7-56 7-80 0-8-5-12-17-12-31z"
    }

    // Creases and edge of the hood, the edge of the boot, the shut lines of the doors.
    Line {
        path: "M62 34C55 62 51 96 49 128M138 34c7 28 11 62 13 94M50 372c30 12 70 12 100 0M49 132c30-14 72-14 102 0M26 152c4 2 8 4 12 8M174 152c-4 2-8 4-12 8M25 248h12M175 248h-12M27 330c5-2 9-6 13-12M173 330c-5-2-9-6-13-12"
    }

    // Light along the shoulders.
    Line {
        path: "M33 96C28 140 28 290 34 336M167 96c5 44 5 194-1 240"
        strokeColor: Theme.fade(Theme.color.ink, 0.16)
        strokeWidth: 2
    }

    // Windscreen, rear window, side windows.
    Fill {
        path: "M42 144c32-22 84-22 116 0-3 16-7 30-11 42-30-12-64-12-94 0-4-12-8-26-11-42z"
    }

    Fill {
        path: "M55 318c28 8 62 8 90 0 5 12 8 26 10 38-34 16-76 16-110 0 2-12 5-26 10-38z"
    }

    Fill {
        path: "M36 156c5 14 9 28 12 42l2 108c-4 14-8 26-13 36-4-56-5-122-1-186zM164 156c-5 14-9 28-12 42l-2 108c4 14 8 26 13 36 4-56 5-122 1-186z"
    }

    ShapePath {
        strokeColor: "transparent"

        fillGradient: LinearGradient {
            x1: 50
            x2: 150
            y1: 190
            y2: 310

            GradientStop {
                color: Theme.color.carRoof
                position: 0
            }

            GradientStop {
                color: Theme.color.carGlass
                position: 1
            }
        }

        PathSvg {
            path: "M56 196c28-10 60-10 88 0 3 36 3 74 0 110-28 8-60 8-88 0-3-36-3-74 0-110z"
        }
    }

    Line {
        path: "M37 246l13 1M163 246l-13 1"
        strokeColor: Theme.color.carBody
        strokeWidth: 4
    }

    component Fill: ShapePath {
        property alias path: outline.path

        fillColor: root.glass
        strokeColor: "transparent"

        PathSvg {
            id: outline
        }
    }
    component Line: ShapePath {
        property alias path: outline.path

        capStyle: ShapePath.RoundCap
        fillColor: "transparent"
        strokeColor: Theme.color.carEdge
        strokeWidth: 2

        PathSvg {
            id: outline
        }
    }
}
