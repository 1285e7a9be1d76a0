import QtQuick
import Pillion.Theme

/*!
Rounds off a picture that cannot round itself: a frame in the colour behind the card with round inner corners.

Item { VideoSurface { … } Corners { anchors.fill: parent } }
*/
BorderImage {
    id: root

    readonly property string behindLeft: hex(0)
    readonly property string behindRight: hex(width)
    property int corner: Theme.radiusCard

    function hex(x: real): string {
        return Theme.backgroundAt(mapToItem(null, x, 0).x / Theme.width).toString().slice(-6);
    }

    border.bottom: corner
    border.left: corner
    border.right: corner
    border.top: corner
    source: corner > 0 && visible ? "image://corners/" + corner + "/" + behindLeft + "/"
                                    + behindRight : ""
}
