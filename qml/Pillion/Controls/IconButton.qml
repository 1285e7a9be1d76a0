import QtQuick
import QtQuick.Templates as T
import Pillion.Theme

/*!
An icon one can touch; `text` is its name for voice and screen readers.

IconButton { objectName: "media.transport.next"; text: qsTr("Next"); icon.name: "skip-forward"; onClicked: root.media.next() }
*/
T.Button {
    id: root

    property bool active: false
    property bool directional: false
    property int iconSize: Theme.iconLarge
    property bool pending: false
    property bool primary: false
    property bool quiet: false
    property int radius: visual
    property bool raised: false
    property color surface: primary ? Theme.color.accent : raised ? (active ? Theme.color.active :
                                                                              Theme.color.raised) :
                                                                    "transparent"
    property color tone: primary ? Theme.steady.accentInk : active ? Theme.steady.accent : quiet
                                                                     ? Theme.steady.muted :
                                                                       Theme.steady.ink
    property int visual: Math.min(width, height)

    Accessible.checkable: active
    Accessible.checked: active
    Accessible.id: objectName
    Accessible.name: text
    bottomInset: topInset
    implicitHeight: Theme.target
    implicitWidth: Theme.target
    leftInset: Math.max(0, Math.round((width - visual) / 2))
    opacity: enabled ? 1 : Theme.disabled
    padding: 0
    rightInset: leftInset
    topInset: Math.max(0, Math.round((height - visual) / 2))

    background: Rectangle {
        color: root.surface
        radius: Math.min(root.radius, height / 2)

        Rectangle {
            anchors.fill: parent
            color: root.tone
            opacity: root.down ? Theme.pressed : 0
            radius: parent.radius
        }

        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            directional: root.directional
            name: root.icon.name
            opacity: root.pending ? Theme.pending : 1
            size: root.iconSize
            tint: root.tone
        }
    }
}
