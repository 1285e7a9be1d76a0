pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
One trip: how far, how long, how fast, how thirsty; and starting it anew, which is asked about first.
*/
Card {
    id: root

    readonly property bool asked: trips.asking === trip
    required property string consumptionText
    required property string distanceText
    required property string durationText
    required property bool resettable
    readonly property bool roomy: height > Theme.dp(460)
    required property ShellViewModel shell
    required property string speedText
    required property string title
    required property string trip
    required property TripsViewModel trips
    required property string unit

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.pad
        spacing: Theme.compact || Theme.small ? Theme.s : Theme.m

        Label {
            Layout.fillWidth: true
            muted: true
            size: Theme.textLabel
            text: root.title
        }

        RowLayout {
            LayoutMirroring.enabled: false
            spacing: Theme.s

            Label {
                Layout.alignment: Qt.AlignBaseline
                objectName: "vehicle.trips." + root.trip + ".distance"
                size: Theme.small ? Theme.textHeadline : Theme.textDisplay
                strong: true
                tabular: true
                text: root.distanceText
            }

            Label {
                Layout.alignment: Qt.AlignBaseline
                muted: true
                size: Theme.textLabel
                text: root.unit
            }
        }

        Scroll {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: root.roomy ? Theme.m : Theme.xs
            visible: !root.asked

            TripFact {
                explained: root.roomy
                icon: "clock"
                name: qsTr("Time")
                value: root.durationText
            }

            TripFact {
                explained: root.roomy
                icon: "gauge"
                name: qsTr("Average speed")
                value: root.speedText
            }

            TripFact {
                explained: root.roomy
                icon: root.shell.energy.electric ? "zap" : "fuel"
                name: qsTr("Average consumption")
                value: root.consumptionText
                visible: value
            }

            Item {
                Layout.fillHeight: true
            }
        }

        Button {
            Layout.fillWidth: true
            icon.name: "rotate-ccw"
            objectName: "vehicle.trips." + root.trip + ".reset"
            text: qsTr("Reset")
            visible: root.resettable && !root.asked

            onClicked: root.trips.askReset(root.trip)
        }

        Label {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.minimumHeight: 0
            size: Theme.textLabel
            text: qsTr("Forget these figures and count from zero?")
            visible: root.asked
            wrapMode: Text.Wrap
        }

        Button {
            Layout.fillWidth: true
            objectName: "vehicle.trips." + root.trip + ".confirm"
            primary: true
            text: qsTr("From zero")
            visible: root.asked

            onClicked: root.trips.reset()
        }

        Button {
            Layout.fillWidth: true
            objectName: "vehicle.trips." + root.trip + ".keep"
            text: qsTr("Keep")
            visible: root.asked

            onClicked: root.trips.keep()
        }
    }
}
