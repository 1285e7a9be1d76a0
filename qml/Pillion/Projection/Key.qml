import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Pillion.Controls
import Pillion.Theme

/*!
A key of the car's keyboard: a letter, or a picture whose name `text` is.

Key { objectName: "keyboard.enter"; text: qsTr("Enter"); icon.name: "corner-down-left"; onClicked: … }
*/
T.AbstractButton {
    id: root

    property bool active: false

    Accessible.id: objectName
    Accessible.name: text
    Layout.fillWidth: true
    Layout.minimumWidth: Theme.target
    Layout.preferredWidth: implicitWidth
    implicitHeight: Theme.target
    implicitWidth: Theme.target
    opacity: enabled ? 1 : Theme.disabled

    background: Item {
        Rectangle {
            anchors.fill: parent
            anchors.margins: Theme.dp(4)
            color: root.active ? Theme.color.active : Theme.color.raised
            radius: Theme.radiusTile / 2

            Rectangle {
                anchors.fill: parent
                color: Theme.color.ink
                opacity: root.down ? Theme.pressed : 0
                radius: parent.radius
            }
        }

        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: Item {
        Label {
            anchors.centerIn: parent
            size: Theme.textLabel
            strong: true
            text: root.text
            visible: root.icon.name === ""
        }

        Icon {
            anchors.centerIn: parent
            name: root.icon.name
            tint: root.active ? Theme.steady.accent : Theme.steady.ink
            visible: name
        }
    }
}
