import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The last minute of the car's data, kept by one touch.
*/
Card {
    id: root

    property bool maskVin: true
    required property RecorderViewModel recorder

    Scroll {
        anchors.fill: parent
        anchors.margins: Theme.pad

        Label {
            Layout.fillWidth: true
            strong: true
            text: qsTr("Something odd?")
            visible: !Theme.small
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            muted: true
            size: Theme.textSmall
            text: qsTr(
                      "The last minute of the car's data is at hand. Keep it to have it looked at.")
            wrapMode: Text.Wrap
        }

        Item {
            Layout.fillHeight: true
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.m

            Label {
                Layout.fillWidth: true
                size: Theme.textSmall
                text: qsTr("Blank the car's number")
                wrapMode: Text.Wrap
            }

            Switch {
                name: qsTr("Blank the car's number")
                objectName: "vehicle.recorder.mask"
                on: root.maskVin

                onClicked: root.maskVin = !root.maskVin
            }
        }

        Button {
            Layout.fillWidth: true
            enabled: !root.recorder.saving
            icon.name: "save"
            objectName: "vehicle.recorder.save"
            pending: root.recorder.saving
            primary: true
            text: qsTr("Keep it")

            onClicked: root.recorder.save(root.maskVin)
        }

        Label {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.dp(60)
            muted: true
            objectName: "vehicle.recorder.said"
            size: Theme.textSmall
            text: root.recorder.said
            verticalAlignment: Text.AlignTop
            wrapMode: Text.Wrap
        }
    }
}
