import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The next turn between the dials: the sign, how far, onto which road, and the lanes.
*/
ColumnLayout {
    id: root

    required property GuidanceViewModel guidance

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    spacing: Theme.xs

    RowLayout {
        Layout.alignment: Qt.AlignHCenter
        spacing: Theme.l

        Icon {
            name: root.guidance.symbol
            size: Theme.dp(88)
            tint: Theme.steady.accent
        }

        Label {
            objectName: "cluster.turn.distance"
            size: Theme.textDisplay
            strong: true
            tabular: true
            text: root.guidance.distanceText
            visible: text
        }
    }

    Label {
        Layout.fillWidth: true
        elide: Text.ElideRight
        horizontalAlignment: Text.AlignHCenter
        objectName: "cluster.turn.road"
        text: root.guidance.road || root.guidance.actionText
    }

    Lanes {
        Layout.alignment: Qt.AlignHCenter
        lanes: root.guidance.lanes
        size: Theme.iconNormal
    }

    Label {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        muted: true
        objectName: "cluster.turn.remaining"
        size: Theme.textSmall
        tabular: true
        text: [root.guidance.remainingText, root.guidance.etaText].filter(part => part).join(" · ")
        visible: text
    }
}
