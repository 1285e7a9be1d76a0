pragma ComponentBehavior: Bound

import QtQuick
import QtQml.Models
import Pillion.Theme
import Pillion.ViewModels

/*!
One card at a time with a swipe; the dots tell how many there are and which one this is.
*/
Item {
    id: root

    readonly property bool mirrored: Application.layoutDirection === Qt.RightToLeft
    required property ShellViewModel shell

    // A mirrored ListView that snaps begins at its last item: the order of the cards stays, what is on them is mirrored.
    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false

    ListView {
        id: list

        anchors.bottomMargin: Theme.dp(20)
        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: Math.max(0, 2 * width)
        clip: true
        highlightMoveDuration: Theme.normal
        highlightRangeMode: ListView.StrictlyEnforceRange
        objectName: "home.pager"
        orientation: ListView.Horizontal
        snapMode: ListView.SnapOneItem
        spacing: Theme.gap

        model: ObjectModel {
            ProjectionCard {
                LayoutMirroring.childrenInherit: true
                LayoutMirroring.enabled: root.mirrored
                height: list.height
                shell: root.shell
                width: list.width
            }

            NowPlayingCard {
                LayoutMirroring.childrenInherit: true
                LayoutMirroring.enabled: root.mirrored
                height: list.height
                shell: root.shell
                width: list.width
            }

            VehicleCard {
                LayoutMirroring.childrenInherit: true
                LayoutMirroring.enabled: root.mirrored
                height: list.height
                shell: root.shell
                width: list.width
            }
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
