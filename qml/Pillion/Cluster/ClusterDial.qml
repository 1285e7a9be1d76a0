pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Pillion.Controls
import Pillion.Theme

/*!
A round instrument: an arc that fills from its zero to where the value stands, numbers around it, the figure large within.
*/
Item {
    id: root

    // How far around the numbers go, and where they begin, in degrees; the gap is at the bottom.
    readonly property real begin: 135
    required property string figure
    required property string name
    required property real place
    // The car tells its speed some twenty times a second: the arc glides from one word to the next.
    property real shown: place
    readonly property real sweep: 270
    readonly property int thickness: Theme.dp(20)
    required property list<int> ticks
    required property string unit
    property real zero: 0

    Accessible.name: name + " " + figure + " " + unit
    Accessible.role: Accessible.Indicator

    Behavior on shown {
        enabled: Theme.animated

        NumberAnimation {
            duration: Theme.fast
        }
    }

    Shape {
        anchors.fill: parent

        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            strokeColor: Theme.color.raised
            strokeWidth: root.thickness

            PathAngleArc {
                centerX: root.width / 2
                centerY: root.height / 2
                radiusX: root.width / 2 - root.thickness
                radiusY: radiusX
                startAngle: root.begin
                sweepAngle: root.sweep
            }
        }
    }

    Shape {
        anchors.fill: parent

        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            strokeColor: root.shown < root.zero ? Theme.color.good : Theme.color.accent
            strokeWidth: root.thickness

            PathAngleArc {
                centerX: root.width / 2
                centerY: root.height / 2
                radiusX: root.width / 2 - root.thickness
                radiusY: radiusX
                startAngle: root.begin + root.sweep * root.zero
                sweepAngle: root.sweep * (root.shown - root.zero)
            }
        }
    }

    DialNumbers {
        anchors.fill: parent
        begin: root.begin
        inset: 2 * root.thickness + Theme.dp(22)
        sweep: root.sweep
        ticks: root.ticks
    }

    Label {
        id: figureLabel

        anchors.centerIn: parent
        anchors.verticalCenterOffset: -Theme.dp(10)
        font.pixelSize: Math.round(root.height * 0.26)
        horizontalAlignment: Text.AlignHCenter
        strong: true
        tabular: true
        text: root.figure
    }

    Label {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: figureLabel.bottom
        anchors.topMargin: -Theme.dp(8)
        horizontalAlignment: Text.AlignHCenter
        muted: true
        size: Theme.textLabel
        text: root.unit
    }
}
