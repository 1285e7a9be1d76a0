pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Shuffle, previous, play or pause, next, repeat: in this order in every language.
*/
RowLayout {
    id: root

    required property MediaViewModel media

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    spacing: Theme.xs
    uniformCellSizes: false

    IconButton {
        active: root.media.shuffle
        icon.name: "shuffle"
        iconSize: Theme.iconNormal
        objectName: "media.transport.shuffle"
        quiet: true
        text: qsTr("Shuffle")

        onClicked: root.media.requestShuffle(!root.media.shuffle)
    }

    Space {
    }

    IconButton {
        enabled: root.media.canPrevious
        icon.name: "skip-back"
        iconSize: Theme.dp(46)
        objectName: "media.transport.previous"
        text: qsTr("Previous")

        onClicked: root.media.previous()
    }

    Space {
    }

    IconButton {
        Layout.preferredHeight: Theme.dp(92)
        Layout.preferredWidth: Theme.dp(104)
        icon.name: root.media.playing ? "pause" : "play"
        iconSize: Theme.dp(48)
        leftInset: 0
        objectName: "media.transport.play"
        primary: true
        rightInset: 0
        text: root.media.playing ? qsTr("Pause") : qsTr("Play")

        onClicked: root.media.playPause()
    }

    Space {
    }

    IconButton {
        enabled: root.media.canNext
        icon.name: "skip-forward"
        iconSize: Theme.dp(46)
        objectName: "media.transport.next"
        text: qsTr("Next")

        onClicked: root.media.next()
    }

    Space {
    }

    IconButton {
        active: root.media.repeat !== "none"
        icon.name: root.media.repeat === "track" ? "repeat-1" : "repeat"
        iconSize: Theme.iconNormal
        objectName: "media.transport.repeat"
        quiet: true
        text: root.media.repeat === "track" ? qsTr("Repeat this song") : root.media.repeat
                                              === "playlist" ? qsTr("Repeat all") : qsTr(
                                                                   "Repeat off")

        onClicked: root.media.requestRepeat(root.media.repeat === "none" ? "playlist" :
                                                                           root.media.repeat
                                                                           === "playlist" ? "track" :
                                                                                            "none")
    }

    component Space: Item {
        Layout.fillWidth: true
    }
}
