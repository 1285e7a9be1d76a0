import QtQuick
import QtQuick.Templates as T
import Pillion.Theme

/*!
On or off as confirmed by the service; a tap only asks.

Switch { name: qsTr("Sync"); on: root.climate.sync; pending: root.climate.syncPending; onClicked: root.climate.requestSync(!root.climate.sync) }
*/
T.AbstractButton {
    id: root

    required property string name
    required property bool on
    property bool pending: false

    Accessible.checkable: true
    Accessible.checked: on
    Accessible.id: objectName
    Accessible.name: name
    Accessible.role: Accessible.CheckBox
    implicitHeight: Theme.target
    implicitWidth: Theme.dp(88)
    opacity: enabled ? 1 : Theme.disabled
    text: name

    background: Item {
        Rectangle {
            anchors.centerIn: parent
            color: root.on ? Theme.color.accent : Theme.color.line
            height: Theme.dp(46)
            radius: Math.min(height / 2, Theme.radiusControl)
            width: Theme.dp(84)

            Rectangle {
                color: root.on ? Theme.color.accentInk : Theme.color.muted
                height: Theme.dp(34)
                opacity: root.pending ? Theme.pending : 1
                radius: Math.min(height / 2, Theme.radiusControl)
                width: height
                x: (root.on !== root.mirrored) ? parent.width - width - Theme.dp(6) : Theme.dp(6)
                y: Theme.dp(6)

                Behavior on x {
                    NumberAnimation {
                        duration: Theme.fast
                        easing.type: Easing.OutCubic
                    }
                }
            }

            FocusRing {
                shown: root.visualFocus
            }
        }
    }
}
