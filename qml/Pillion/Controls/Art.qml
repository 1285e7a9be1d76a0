import QtQuick
import Pillion.Theme

/*!
A cover with round corners; a quiet tile with an icon while there is none.

Art { source: root.media.art; width: Theme.dp(200); height: width }
*/
Rectangle {
    id: root

    required property string art
    property int corner: Theme.radiusArt
    property string fallback: "music-2"

    color: picture.status === Image.Ready ? "transparent" : Theme.color.raised
    radius: corner

    Icon {
        anchors.centerIn: parent
        name: root.fallback
        size: Math.round(Math.min(root.width, root.height) * 0.36)
        tint: Theme.steady.muted
        visible: picture.status !== Image.Ready
    }

    Image {
        id: picture

        anchors.fill: parent
        // Qt's reading thread would hold its lock while it waits for Python, and Python may be waiting for that lock.
        asynchronous: false
        retainWhileLoading: true
        source: root.art && root.width > 1 ? "image://cover/" + root.corner + "/" + encodeURIComponent(
                                                 root.art) : ""
        sourceSize: Qt.size(Math.max(1, Math.round(root.width)), Math.max(1, Math.round(
                                                                              root.height)))
    }
}
