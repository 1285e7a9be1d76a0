import QtQuick
import Pillion.Controls
import Pillion.Theme

/*!
One tyre in numbers and a word; one that needs somebody has a symbol and the warm colour too.
*/
Column {
    id: root

    required property string condition
    required property bool marked
    required property string name
    // There is room to say which tyre it is; the drawing shows it too.
    required property bool named
    required property bool onLeft
    required property string position
    required property string pressureText
    required property string targetText
    required property string temperatureText
    readonly property color tone: marked ? Theme.color.warm : Theme.color.ink
    required property string unit
    required property string word

    spacing: Theme.dp(2)

    Label {
        horizontalAlignment: root.onLeft ? Text.AlignRight : Text.AlignLeft
        muted: true
        size: Theme.textSmall
        text: root.name
        visible: root.named
        width: parent.width
        wrapMode: Text.Wrap
    }

    Row {
        anchors.right: root.onLeft ? parent.right : undefined
        spacing: Theme.s

        Label {
            id: figure

            color: root.tone
            objectName: "vehicle.tyres." + root.position
            size: Theme.compact || Theme.small ? Theme.textHeadline : Theme.textDisplay
            strong: true
            tabular: true
            text: root.pressureText || root.word
        }

        Label {
            muted: true
            size: Theme.textSmall
            text: root.unit
            visible: root.pressureText
            y: figure.baselineOffset - baselineOffset
        }
    }

    Label {
        horizontalAlignment: root.onLeft ? Text.AlignRight : Text.AlignLeft
        muted: true
        size: Theme.textSmall
        text: [root.targetText, root.temperatureText].filter(part => part).join("  ·  ")
        // On a small panel what to do says it already.
        visible: text && !(Theme.small && root.marked)
        width: parent.width
        wrapMode: Text.Wrap
    }

    Row {
        anchors.right: root.onLeft ? parent.right : undefined
        spacing: Theme.s
        visible: root.pressureText && root.condition !== "ok"

        Icon {
            id: sign

            anchors.verticalCenter: parent.verticalCenter
            name: root.marked ? "iso-tyre-pressure" : "info"
            size: Theme.iconSmall
            tint: root.marked ? Theme.steady.warm : Theme.steady.muted
        }

        Label {
            color: root.marked ? Theme.color.warm : Theme.color.muted
            objectName: "vehicle.tyres." + root.position + ".word"
            size: Theme.textSmall
            strong: root.marked
            text: root.word
            width: Math.min(implicitWidth, root.width - sign.width - Theme.s)
            wrapMode: Text.Wrap
        }
    }
}
