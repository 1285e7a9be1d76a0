pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
A recording in the car's place, with the controls of a tape: where it is, marks, speed, loop.
*/
ColumnLayout {
    id: root

    required property RecorderViewModel recorder

    spacing: Theme.s

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.m

        Icon {
            name: "history"
            tint: Theme.steady.accent
        }

        Label {
            Layout.fillWidth: true
            elide: Text.ElideMiddle
            objectName: "vehicle.recorder.file"
            strong: true
            text: root.recorder.fileName
        }

        Label {
            muted: true
            objectName: "vehicle.recorder.position"
            size: Theme.textLabel
            tabular: true
            text: root.recorder.lengthText ? qsTr("%1 of %2").arg(root.recorder.positionText).arg(
                                                 root.recorder.lengthText) :
                                             root.recorder.positionText
        }
    }

    // Time runs from left to right in every language.
    Item {
        Layout.fillWidth: true
        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: false
        implicitHeight: seek.implicitHeight

        Slider {
            id: seek

            anchors.left: parent.left
            anchors.right: parent.right
            confirmed: root.recorder.position
            enabled: root.recorder.lengthText
            name: qsTr("Position in the recording")
            objectName: "vehicle.recorder.seek"

            onWanted: value => root.recorder.seek(value)
        }

        Repeater {
            model: root.recorder.marks

            delegate: Rectangle {
                required property double share

                color: Theme.color.warm
                height: Theme.dp(26)
                radius: width / 2
                width: Theme.dp(5)
                x: Math.round(Theme.dp(13) + share * (seek.width - Theme.dp(26)) - width / 2)
                y: Math.round(seek.height / 2 - height - Theme.dp(7))
            }
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s

        RowLayout {
            LayoutMirroring.childrenInherit: true
            LayoutMirroring.enabled: false
            spacing: Theme.s

            IconButton {
                icon.name: "skip-back"
                iconSize: Theme.iconNormal
                objectName: "vehicle.recorder.back"
                text: qsTr("Ten seconds back")

                onClicked: root.recorder.step(-10)
            }

            IconButton {
                icon.name: root.recorder.paused ? "play" : "pause"
                objectName: "vehicle.recorder.play"
                primary: true
                text: root.recorder.paused ? qsTr("Play") : qsTr("Pause")

                onClicked: root.recorder.playPause()
            }

            IconButton {
                icon.name: "skip-forward"
                iconSize: Theme.iconNormal
                objectName: "vehicle.recorder.forward"
                text: qsTr("Ten seconds on")

                onClicked: root.recorder.step(10)
            }
        }

        Item {
            Layout.fillWidth: true
        }

        IconButton {
            active: root.recorder.loop
            icon.name: "repeat"
            iconSize: Theme.iconNormal
            objectName: "vehicle.recorder.loop"
            text: qsTr("Again and again")

            onClicked: root.recorder.requestLoop(!root.recorder.loop)
        }

        IconButton {
            icon.name: "bookmark"
            iconSize: Theme.iconNormal
            objectName: "vehicle.recorder.mark"
            text: qsTr("Mark this moment")

            onClicked: root.recorder.mark()
        }
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.s

        Repeater {
            model: [0.5, 1, 2, 5, 0]

            delegate: Button {
                required property double modelData

                Accessible.role: Accessible.RadioButton
                active: Math.abs(root.recorder.speed - modelData) < 0.01
                horizontalPadding: Theme.dp(16)
                objectName: "vehicle.recorder.speed." + modelData
                text: modelData > 0 ? qsTr("%1×").arg(modelData.toLocaleString(Qt.locale(), "f",
                                                                               modelData < 1 ? 1 :
                                                                                               0)) : qsTr(
                                          "Fastest")

                onClicked: root.recorder.requestSpeed(modelData)
            }
        }
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.s
        visible: root.recorder.marks.count > 0

        Repeater {
            model: root.recorder.marks

            delegate: Button {
                id: mark

                required property double seconds
                required property double share
                required text

                horizontalPadding: Theme.dp(16)
                icon.name: "bookmark"
                iconSize: Theme.iconSmall
                objectName: "vehicle.recorder.mark." + Math.round(seconds)

                onClicked: root.recorder.seek(mark.share)
                onPressAndHold: root.recorder.unmark(mark.seconds)
            }
        }
    }
}
