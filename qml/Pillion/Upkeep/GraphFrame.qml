import QtQuick
import Pillion.Controls
import Pillion.Graphs
import Pillion.Theme

/*!
A graph with its limits written beside it. Time and way run from left to right in every language.

GraphFrame { curve: root.energy.consumption; from: "50 km"; to: qsTr("Now"); hint: qsTr("It fills as you drive.") }
*/
Item {
    id: root

    property color below: Theme.color.good
    required property Curve curve
    required property string from
    // What to say while there is nothing to draw.
    required property string hint
    property color line: Theme.color.accent
    required property string to
    property string unit: ""

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    implicitHeight: Theme.dp(160)

    Graph {
        id: graph

        anchors.bottom: left.top
        anchors.bottomMargin: Theme.xs
        anchors.left: parent.left
        anchors.right: top.left
        anchors.rightMargin: Theme.m
        anchors.top: parent.top
        below: root.below
        curve: root.curve
        grid: Theme.color.line
        line: root.line
        thickness: Theme.dp(3)
        visible: !root.curve.empty
    }

    Label {
        id: top

        anchors.right: parent.right
        muted: true
        size: Theme.textSmall
        tabular: true
        text: root.curve.top.toLocaleString(Qt.locale(), "f", root.curve.top < 5 ? 1 : 0)
        visible: graph.visible
    }

    Label {
        anchors.right: parent.right
        muted: true
        size: Theme.textSmall
        text: "0"
        visible: graph.visible && graph.height > 3 * height
        y: Math.round(graph.height * root.curve.top / (root.curve.top - root.curve.bottom) - height
                      / 2)
    }

    Label {
        id: left

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        muted: true
        size: Theme.textSmall
        text: root.from
        visible: graph.visible
    }

    Label {
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: graph.horizontalCenter
        muted: true
        size: Theme.textSmall
        text: root.unit
        visible: graph.visible && root.width > Theme.dp(420)
    }

    Label {
        anchors.bottom: parent.bottom
        anchors.right: graph.right
        muted: true
        size: Theme.textSmall
        text: root.to
        visible: graph.visible
    }

    Label {
        anchors.centerIn: parent
        horizontalAlignment: Text.AlignHCenter
        muted: true
        size: Theme.textLabel
        text: root.hint
        visible: root.curve.empty
        width: Math.min(parent.width, Theme.dp(520))
        wrapMode: Text.Wrap
    }
}
