pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Theme
import Pillion.ViewModels

/*!
One card at a time with a swipe; the dots tell how many there are and which one this is. The first card is at the
reading direction's start.
*/
Item {
    id: root

    readonly property bool mirrored: Application.layoutDirection === Qt.RightToLeft
    required property ShellViewModel shell

    //! To the first card, without a swipe.
    function begin(): void {
    list.currentIndex = mirrored ? list.count - 1 : 0;
    list.positionViewAtIndex(list.currentIndex, ListView.Beginning);
}

    // A mirrored ListView that snaps begins at its last item: here the cards change places instead.
    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false

    Component.onCompleted: root.begin()
    onMirroredChanged: root.begin()

    ListView {
        id: list

        readonly property list<Component> cards: [projection, playing, vehicle]

        anchors.bottomMargin: Theme.dp(20)
        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: Math.max(0, 2 * width)
        clip: true
        highlightMoveDuration: Theme.normal
        highlightRangeMode: ListView.StrictlyEnforceRange
        // Cards without a width would be laid out upon each other, and the last one be taken for the current.
        model: width > 0 ? cards.length : 0
        objectName: "home.pager"
        orientation: ListView.Horizontal
        snapMode: ListView.SnapOneItem
        spacing: Theme.gap

        delegate: Loader {
            required property int index

            LayoutMirroring.childrenInherit: true
            LayoutMirroring.enabled: root.mirrored
            height: ListView.view.height
            sourceComponent: list.cards[root.mirrored ? list.cards.length - 1 - index : index]
            width: ListView.view.width
        }

        onCountChanged: root.begin()
    }

    Component {
        id: projection

        ProjectionCard {
            shell: root.shell
        }
    }

    Component {
        id: playing

        NowPlayingCard {
            shell: root.shell
        }
    }

    Component {
        id: vehicle

        RoadCard {
            shell: root.shell
        }
    }

    Row {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.dp(4)
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.s

        Repeater {
            model: list.count

            delegate: Rectangle {
                id: dot

                required property int index

                color: dot.index === list.currentIndex ? Theme.color.accent : Theme.color.muted
                height: Theme.dp(8)
                radius: height / 2
                width: dot.index === list.currentIndex ? Theme.dp(24) : height
            }
        }
    }
}
