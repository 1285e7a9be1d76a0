import QtQuick
import Pillion.Theme

/*!
Rounds off a picture that cannot round itself: a frame in the colour behind the card with round inner corners.

Item { VideoSurface { … } Corners { anchors.fill: parent } }
*/
BorderImage {
    id: root

    property color behind: Theme.steady.backgroundEnd
    property int corner: Theme.radiusCard

    border.bottom: corner
    border.left: corner
    border.right: corner
    border.top: corner
    source: corner > 0 ? "image://corners/" + corner + "/" + behind.toString().slice(-6) : ""
}
