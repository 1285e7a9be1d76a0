import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Pillion.Controls
import Pillion.Theme

/*!
A trouble code of the list: how grave by shape, colour and word, what it says, and its number. Touched, it tells more.
*/
T.ItemDelegate {
    id: root

    required property string advice
    required property string code
    required property string colour
    required property string key
    required property string stateText
    required property string symbol
    required text

    Accessible.id: objectName
    Accessible.name: advice + ": " + text
    focusPolicy: Qt.StrongFocus
    implicitHeight: Math.max(Theme.row, implicitContentHeight + 2 * Theme.s)
    objectName: "vehicle.diagnostics.code." + key
    verticalPadding: Theme.s

    background: Rectangle {
        color: Theme.fade(Theme.color.ink, root.down ? Theme.pressed : 0)
        radius: Theme.radiusTile

        FocusRing {
            anchors.margins: 0
            shown: root.visualFocus
        }
    }
    contentItem: RowLayout {
        spacing: Theme.l

        TellTale {
            Layout.alignment: Qt.AlignVCenter
            hue: root.colour
            size: Theme.iconLarge
            symbol: root.symbol
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Label {
                Layout.fillWidth: true
                size: Theme.textLabel
                text: root.text
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                muted: true
                size: Theme.textSmall
                text: root.advice + "  ·  " + root.code + "  ·  " + root.stateText
                wrapMode: Text.Wrap
            }
        }

        Icon {
            directional: true
            name: "chevron-right"
            size: Theme.iconSmall
            tint: Theme.steady.muted
            visible: root.enabled
        }
    }
}
