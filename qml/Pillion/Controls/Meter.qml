import QtQuick
import Pillion.Theme

/*!
How much there is, 0 to 1; unknown (NaN) shows the empty track.

Meter { value: root.vehicle.energyPercent / 100; fill: Theme.color.good }
*/
Rectangle {
    id: root

    property color fill: Theme.color.accent
    required property real value

    color: Theme.color.line
    implicitHeight: Theme.dp(10)
    radius: Math.min(height / 2, Theme.radiusBar)

    Rectangle {
        anchors.left: parent.left
        color: root.fill
        height: parent.height
        radius: parent.radius
        visible: root.value > 0
        width: Math.max(height, Math.round(parent.width * Math.min(1, root.value)))
    }
}
