import QtQuick
import QtQuick.Templates as T
import Pillion.Controls
import Pillion.Theme

/*!
One place to go. The page on the stage is a raised tile with a bar beside it, not only another colour.
*/
T.AbstractButton {
    id: root

    property bool barRight: false
    readonly property bool chosen: page === current
    required property string current
    required property string iconName
    required property string page

    Accessible.id: objectName
    Accessible.name: text
    Accessible.role: Accessible.PageTab
    Accessible.selected: chosen
    implicitHeight: Theme.target
    implicitWidth: Theme.target
    objectName: "frame.rail." + page

    background: Item {
        Rectangle {
            id: tile

            anchors.centerIn: parent
            color: root.chosen ? Theme.color.selected : Theme.fade(Theme.color.selected, 0)
            height: Theme.dp(Theme.compact || Theme.small ? 68 : 76)
            radius: Theme.radiusTile
            width: Theme.dp(Theme.compact || Theme.small ? 70 : 80)

            Rectangle {
                anchors.fill: parent
                color: Theme.color.ink
                opacity: root.down ? Theme.pressed : 0
                radius: parent.radius
            }

            FocusRing {
                shown: root.visualFocus
            }
        }

        Rectangle {
            color: Theme.color.accent
            height: Theme.portrait ? Theme.dp(4) : Theme.dp(32)
            radius: Math.min(width, height) / 2
            visible: root.chosen
            width: Theme.portrait ? Theme.dp(32) : Theme.dp(4)
            x: Theme.portrait ? Math.round((parent.width - width) / 2) : root.barRight
                                ? parent.width - width - Theme.dp(3) : Theme.dp(3)
            y: Theme.portrait ? parent.height - height - Theme.dp(2) : Math.round((parent.height
                                                                                   - height) / 2)
        }
    }
    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: root.iconName
            size: Theme.iconNormal
            tint: root.chosen ? Theme.steady.accent : Theme.steady.muted
        }
    }
}
