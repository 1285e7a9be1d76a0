pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Lines on the ground. Near is thick and closed by a bar, the middle thinner, far is dashed: colour is not alone in telling them
apart. Each has a dark edge, so that it is seen on snow as on tar.
*/
Item {
    id: root

    readonly property color edge: Theme.fade(Theme.tokens.night.backgroundEnd, 0.6)
    required property RearViewModel rear

    clip: true

    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.GeometryRenderer

        Line {
            dashed: true
            path: root.rear.widthPath
            strokeColor: Theme.tokens.night.ink
            strokeWidth: Theme.dp(3)
        }

        Line {
            path: root.rear.farPath
            strokeColor: root.edge
            strokeWidth: Theme.dp(9)
        }

        Line {
            path: root.rear.middlePath
            strokeColor: root.edge
            strokeWidth: Theme.dp(10)
        }

        Line {
            path: root.rear.nearPath
            strokeColor: root.edge
            strokeWidth: Theme.dp(13)
        }

        Line {
            dashed: true
            path: root.rear.farPath
            strokeColor: Theme.tokens.night.guideFar
            strokeWidth: Theme.dp(5)
        }

        Line {
            path: root.rear.middlePath
            strokeColor: Theme.tokens.night.guideMiddle
            strokeWidth: Theme.dp(6)
        }

        Line {
            path: root.rear.nearPath
            strokeColor: Theme.tokens.night.guideNear
            strokeWidth: Theme.dp(9)
        }
    }

    Repeater {
        model: root.rear.marks

        delegate: Rectangle {
            id: mark

            required property string text
            required property real x0
            required property real y0

            color: Theme.fade(Theme.tokens.night.backgroundEnd, 0.72)
            height: label.implicitHeight
            radius: height / 2
            width: label.implicitWidth + 2 * Theme.m
            x: Math.min(root.width - width - Theme.s, x0 + Theme.m)
            y: Math.max(0, Math.min(root.height - height - Theme.s, y0 - height / 2))

            Label {
                id: label

                anchors.centerIn: parent
                color: Theme.tokens.night.ink
                size: Theme.textSmall
                tabular: true
                text: mark.text
            }
        }
    }

    component Line: ShapePath {
        property bool dashed: false
        property alias path: outline.path

        capStyle: ShapePath.RoundCap
        dashPattern: [2.4, 2.6]
        fillColor: "transparent"
        joinStyle: ShapePath.RoundJoin
        strokeStyle: dashed ? ShapePath.DashLine : ShapePath.SolidLine

        PathSvg {
            id: outline
        }
    }
}
