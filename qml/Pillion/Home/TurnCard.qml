pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The next turn of the phone that guides. Upright everything is below each other, lying the sign is beside the words.
*/
Card {
    id: root

    readonly property GuidanceViewModel guidance: shell.guidance
    required property ShellViewModel shell
    readonly property bool upright: height > width * 0.85

    name: guidance.distanceText + " " + guidance.actionText + " " + guidance.road
    objectName: "home.turn"

    onClicked: root.shell.requestPage("projection")

    GridLayout {
        anchors.fill: parent
        anchors.margins: Theme.pad
        columnSpacing: Theme.l
        columns: root.upright ? 1 : 2
        rowSpacing: Theme.s

        Icon {
            Layout.alignment: root.upright ? Qt.AlignLeft : Qt.AlignVCenter
            name: root.guidance.symbol
            size: Theme.dp(root.upright ? 112 : 88)
            tint: Theme.steady.accent
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Label {
                Layout.fillWidth: true
                objectName: "home.turn.distance"
                size: Theme.textDisplay
                strong: true
                tabular: true
                text: root.guidance.distanceText
                visible: text
            }

            Label {
                Layout.fillWidth: true
                objectName: "home.turn.action"
                size: Theme.textLabel
                strong: true
                text: root.guidance.actionText
                visible: text && (root.upright || !root.guidance.road)
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                elide: Text.ElideRight
                maximumLineCount: 2
                muted: root.upright
                objectName: "home.turn.road"
                size: Theme.textLabel
                text: root.guidance.road
                visible: text
                wrapMode: root.upright ? Text.Wrap : Text.NoWrap
            }
        }

        Lanes {
            Layout.columnSpan: root.upright ? 1 : 2
            lanes: root.guidance.lanes
            size: Math.min(Theme.iconLarge, Math.floor((root.width - 2 * Theme.pad) / Math.max(1,
                                                                                               lanes.count)
                                                       - spacing))
        }

        Item {
            Layout.columnSpan: root.upright ? 1 : 2
            Layout.fillHeight: true
        }

        GridLayout {
            Layout.columnSpan: root.upright ? 1 : 2
            Layout.fillWidth: true
            columnSpacing: Theme.m
            columns: root.width < Theme.dp(420) ? 1 : 2
            rowSpacing: 0

            Label {
                Layout.fillWidth: true
                muted: true
                objectName: "home.turn.remaining"
                size: Theme.textSmall
                tabular: true
                text: root.guidance.remainingText
                wrapMode: Text.Wrap
            }

            Label {
                Accessible.name: qsTr("Arrival %1").arg(text)
                objectName: "home.turn.eta"
                size: Theme.textLabel
                strong: true
                tabular: true
                text: root.guidance.etaText
                visible: text
            }
        }
    }
}
