import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
How far the nearest thing is and where, around a drawing of the car; which camera; tones; and away with it all.
*/
Rectangle {
    id: root

    readonly property bool broad: width > height * 0.7
    readonly property bool narrow: width < Theme.dp(300)
    required property RearViewModel rear

    color: Theme.color.card

    GridLayout {
        anchors.fill: parent
        anchors.margins: root.narrow ? Theme.m : Theme.pad
        columnSpacing: Theme.l
        columns: root.broad ? 2 : 1
        rowSpacing: root.narrow ? Theme.s : Theme.l

        ColumnLayout {
            Layout.column: 0
            Layout.fillHeight: root.broad
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.textHeadline + Theme.textSmall + Theme.l
            Layout.preferredWidth: 1
            Layout.row: 0
            spacing: 0

            Label {
                Layout.fillWidth: true
                Layout.preferredHeight: Math.round(Theme.textHeadline * 1.25)
                color: root.rear.parking.nearLevel === 3 ? Theme.color.danger : Theme.color.ink
                objectName: "rear.near"
                size: root.narrow ? Theme.textTitle : Theme.textHeadline
                strong: true
                tabular: true
                text: root.rear.parking.nearText || (root.rear.parking.known ? qsTr("Clear") : "–")
                visible: root.rear.parking.fitted
            }

            Label {
                Layout.fillWidth: true
                muted: true
                size: Theme.textSmall
                text: root.rear.parking.nearPlace
                visible: text !== ""
                wrapMode: Text.Wrap
            }

            Item {
                Layout.fillHeight: true
            }
        }

        Item {
            Layout.column: root.broad ? 1 : 0
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.row: root.broad ? 0 : 1
            Layout.rowSpan: root.broad ? 2 : 1

            ParkingDrawing {
                anchors.centerIn: parent
                rear: root.rear
                scale: Math.min(parent.width / width, parent.height / height)
            }
        }

        RearButtons {
            Layout.column: 0
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.row: root.broad ? 1 : 2
            narrow: root.narrow || root.broad && width < Theme.dp(260)
            rear: root.rear
        }
    }
}
