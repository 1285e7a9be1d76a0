import QtQuick
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Where in the song we are; a drag asks for another place. Time runs from left to right in every language.
*/
Item {
    id: root

    required property MediaViewModel media

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    implicitHeight: Theme.target + Theme.dp(8)

    Slider {
        id: seek

        anchors.left: parent.left
        anchors.right: parent.right
        confirmed: root.media.progress
        enabled: root.media.canSeek
        name: qsTr("Position")
        objectName: "media.player.position"
        y: -Theme.dp(14)

        onWanted: value => root.media.seek(value)
    }

    Label {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        muted: true
        objectName: "media.player.elapsed"
        size: Theme.textSmall
        tabular: true
        text: root.media.positionText
    }

    Label {
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        muted: true
        objectName: "media.player.duration"
        size: Theme.textSmall
        tabular: true
        text: root.media.durationText
    }
}
