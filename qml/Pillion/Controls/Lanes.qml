pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Theme
import Pillion.ViewModels

/*!
The lanes ahead, left to right as on the road; those that lead on are bright.

Lanes { lanes: root.shell.guidance.lanes }
*/
Row {
    id: root

    required property LaneModel lanes
    property int size: Theme.iconLarge

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    spacing: Theme.xs
    visible: lanes.count > 0

    Repeater {
        model: root.lanes

        delegate: Item {
            id: lane

            required property string first
            required property bool ours
            required property string second

            height: root.size
            opacity: ours ? 1 : 0.35
            width: root.size

            Icon {
                anchors.fill: parent
                name: lane.first
                size: root.size
            }

            Icon {
                anchors.fill: parent
                name: lane.second
                size: root.size
            }
        }
    }
}
