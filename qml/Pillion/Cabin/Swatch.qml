import QtQuick
import QtQuick.Templates as T
import Pillion.Controls
import Pillion.Theme

/*!
A colour one can choose; the chosen one has a tick and a ring.
*/
T.AbstractButton {
    id: root

    required property bool chosen
    required property string colour
    required property string name

    Accessible.checkable: true
    Accessible.checked: chosen
    Accessible.id: objectName
    Accessible.name: name
    Accessible.role: Accessible.RadioButton
    implicitHeight: Theme.target
    implicitWidth: Theme.target
    objectName: "vehicle.lights.ambient." + colour.slice(1).toLowerCase()
    opacity: enabled ? 1 : Theme.disabled
    text: name

    background: Rectangle {
        border.color: root.chosen ? Theme.color.ink : Theme.color.line
        border.width: Theme.dp(root.chosen ? 4 : 2)
        color: root.colour
        height: width
        radius: width / 2
        width: Theme.dp(60)
        x: Math.round((root.width - width) / 2)
        y: Math.round((root.height - height) / 2)

        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: "check"
            tint: "#10161D"
            visible: root.chosen
        }
    }
}
