import QtQuick
import Pillion.Theme

/*!
Something is under way and nobody knows how long it takes. It moves only while the car does not.

Progress { still: root.restrictions.state === "moving" }
*/
Rectangle {
    id: root

    property bool still: false

    Accessible.ignored: true
    clip: true
    color: Theme.color.line
    implicitHeight: Theme.dp(6)
    implicitWidth: Theme.dp(200)
    radius: height / 2

    Rectangle {
        id: part

        color: Theme.color.accent
        height: parent.height
        radius: height / 2
        width: Math.round(parent.width * 0.34)
        x: Math.round((parent.width - width) / 2)

        SequentialAnimation on x {
            loops: Animation.Infinite
            running: root.visible && Theme.animated && !root.still

            NumberAnimation {
                duration: 4 * Theme.slow
                easing.type: Easing.InOutQuad
                from: 0
                to: root.width - part.width
            }

            NumberAnimation {
                duration: 4 * Theme.slow
                easing.type: Easing.InOutQuad
                from: root.width - part.width
                to: 0
            }
        }
    }
}
