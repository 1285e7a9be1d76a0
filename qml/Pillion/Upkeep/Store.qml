import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme

/*!
A battery or a tank: how full, as a bar and in words; low is warm and says so.
*/
ColumnLayout {
    id: root

    property string detail: ""
    required property string icon
    required property real level
    required property string levelText
    required property bool low

    Layout.fillWidth: true
    spacing: Theme.xs

    Meter {
        Layout.fillWidth: true
        fill: root.low ? Theme.color.warm : Theme.color.good
        implicitHeight: Theme.dp(14)
        value: root.level
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s

        Icon {
            name: root.icon
            size: Theme.iconSmall
            tint: root.low ? Theme.steady.warm : Theme.steady.muted
        }

        Label {
            color: root.low ? Theme.color.warm : Theme.color.ink
            objectName: root.objectName
            size: Theme.textLabel
            strong: root.low
            tabular: true
            text: root.low ? qsTr("%1, low").arg(root.levelText) : root.levelText
        }

        Label {
            Layout.fillWidth: true
            Layout.minimumWidth: 0
            horizontalAlignment: Text.AlignRight
            muted: true
            size: Theme.textSmall
            text: root.detail
            wrapMode: Text.Wrap
        }
    }
}
