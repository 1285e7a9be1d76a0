import QtQuick
import QtQuick.Templates as T
import Pillion.Theme

/*!
A value on a line. It follows `confirmed` except while a finger holds it; `wanted` tells where the finger let go.

Slider { name: qsTr("Volume"); confirmed: root.media.volume; onWanted: value => root.media.requestVolume(value) }
*/
T.Slider {
    id: root

    required property real confirmed
    required property string name

    signal wanted(value: real)

    Accessible.id: objectName
    Accessible.name: name
    implicitHeight: Theme.target
    implicitWidth: Theme.dp(240)
    opacity: enabled ? 1 : Theme.disabled
    padding: 0

    background: Meter {
        height: Theme.dp(10)
        value: root.position // the meter mirrors by itself
        width: root.availableWidth
        y: Math.round((root.height - height) / 2)
    }
    handle: Rectangle {
        color: Theme.color.ink
        height: width
        radius: width / 2
        width: Theme.dp(root.pressed ? 34 : 26)
        x: Math.round(root.visualPosition * (root.availableWidth - width))
        y: Math.round((root.height - height) / 2)

        FocusRing {
            shown: root.visualFocus
        }
    }

    onMoved: if (!pressed)
                 root.wanted(value)
    onPressedChanged: if (!pressed)
                          root.wanted(value)

    Binding {
        property: "value"
        target: root
        value: root.confirmed
        when: !root.pressed
    }
}
