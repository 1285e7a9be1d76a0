pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Pillion.Theme

/*!
One parking sensor: three arcs, of which the nearer a thing is the more are lit, from the outside inwards. Unknown: none.
*/
Shape {
    id: root

    required property bool front
    required property int level
    readonly property color lit: level === 3 ? Theme.color.danger : level === 2 ? Theme.color.warm :
                                                                                  Theme.color.good
    required property int side

    height: 600
    preferredRendererType: Shape.GeometryRenderer
    visible: level >= 0
    width: 340

    Arc {
        on: root.level >= 3
        reach: 122
    }

    Arc {
        on: root.level >= 2
        reach: 140
    }

    Arc {
        on: root.level >= 1
        reach: 158
    }

    component Arc: ShapePath {
        id: arc

        required property bool on
        required property int reach

        capStyle: ShapePath.RoundCap
        fillColor: "transparent"
        strokeColor: arc.on ? root.lit : Theme.color.line
        strokeWidth: arc.on ? 13 : 9

        PathAngleArc {
            centerX: 170
            centerY: root.front ? 200 : 400
            radiusX: arc.reach
            radiusY: arc.reach
            startAngle: (root.front ? 270 + 39 * root.side : 90 - 39 * root.side) - 15
            sweepAngle: 30
        }
    }
}
