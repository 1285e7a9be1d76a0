import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme

/*!
A warning of the list: its symbol, what happened and what to do, how grave and since when. Not touchable.
*/
RowLayout {
    id: root

    required property string code
    required property string colour
    required property bool sure
    required property string symbol
    required property string text
    required property string timeText
    required property string word

    Accessible.name: word + ": " + text
    Accessible.role: Accessible.StaticText
    height: Math.max(implicitHeight, Theme.row)
    opacity: sure ? 1 : Theme.pending
    spacing: Theme.l

    TellTale {
        Layout.alignment: Qt.AlignVCenter
        hue: root.colour
        size: Theme.iconLarge
        symbol: root.symbol
    }

    ColumnLayout {
        Layout.alignment: Qt.AlignVCenter
        Layout.bottomMargin: Theme.s
        Layout.fillWidth: true
        Layout.topMargin: Theme.s
        spacing: 0

        Label {
            Layout.fillWidth: true
            objectName: "vehicle.warnings." + root.code
            size: Theme.textLabel
            text: root.text
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            muted: true
            size: Theme.textSmall
            text: root.timeText ? root.word + "  ·  " + root.timeText : root.word
        }
    }
}
