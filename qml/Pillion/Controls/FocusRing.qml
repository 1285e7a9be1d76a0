import QtQuick
import Pillion.Theme

/*!
The ring a rotary knob or the Tab key moves; lay it over a control's background.

background: Rectangle { FocusRing { control: root } }
*/
Rectangle {
    id: root

    required property bool shown

    anchors.fill: parent
    anchors.margins: -Theme.dp(5)
    border.color: Theme.color.accent
    border.width: Theme.dp(3)
    color: "transparent"
    radius: Math.min(height / 2, (parent as Rectangle)?.radius + Theme.dp(5))
    visible: shown
}
