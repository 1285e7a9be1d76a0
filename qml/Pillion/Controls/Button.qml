import QtQuick
import QtQuick.Templates as T
import Pillion.Theme

/*!
A word, an icon or both. `active` is a state a service confirmed, `pending` one it has yet to confirm:
tapping never changes the look by itself.

Button {
objectName: "climate.cooling.toggle"
text: qsTr("A/C"); icon.name: "snowflake"
active: root.climate.ac; pending: root.climate.acPending
onClicked: root.climate.requestAc(!root.climate.ac)
}
*/
T.Button {
    id: root

    property bool active: false
    property int iconSize: Theme.iconNormal
    property bool pending: false
    property bool primary: false
    property int radius: Theme.radiusControl
    property color surface: primary ? Theme.color.accent : active ? Theme.color.active : flat
                                                                    ? Theme.fade(Theme.color.raised,
                                                                                 0) : Theme.color.raised
    readonly property color tone: primary ? Theme.steady.accentInk : active ? Theme.steady.accent :
                                                                              Theme.steady.ink
    property int visualHeight: Theme.dp(66)

    Accessible.checkable: active
    Accessible.checked: active
    Accessible.id: objectName
    Accessible.name: text
    bottomInset: topInset
    font.family: Theme.family
    font.pixelSize: Theme.textLabel
    font.weight: Theme.weightStrong
    horizontalPadding: Theme.dp(22)
    implicitHeight: Theme.target
    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    opacity: enabled ? 1 : Theme.disabled
    topInset: Math.max(0, Math.round((height - visualHeight) / 2))

    background: Rectangle {
        color: root.surface
        radius: Math.min(root.radius, height / 2)

        Rectangle {
            anchors.fill: parent
            color: root.tone
            opacity: root.down ? Theme.pressed : 0
            radius: parent.radius
        }

        // Asked for, not yet confirmed.
        Rectangle {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.dp(7)
            anchors.horizontalCenter: parent.horizontalCenter
            color: root.tone
            height: Theme.dp(3)
            radius: height / 2
            visible: root.pending
            width: Theme.dp(28)
        }

        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: Item {
        implicitHeight: line.implicitHeight
        implicitWidth: line.implicitWidth
        opacity: root.pending ? Theme.pending : 1

        Row {
            id: line

            anchors.centerIn: parent
            spacing: root.text && root.icon.name ? Theme.dp(10) : 0

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: root.icon.name
                size: root.iconSize
                tint: root.tone
                visible: name
            }

            Label {
                anchors.verticalCenter: parent.verticalCenter
                color: root.tone
                font: root.font
                text: root.text
                visible: text
            }
        }
    }
}
