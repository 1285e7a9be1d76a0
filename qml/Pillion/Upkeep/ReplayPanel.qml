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

    ReplayTransport {
        Layout.fillWidth: true
        recorder: root.recorder
    }

    ReplaySpeeds {
        Layout.fillWidth: true
        recorder: root.recorder
    }

    ReplayMarks {
        Layout.fillWidth: true
        recorder: root.recorder
        visible: root.recorder.marks.count > 0
    }
}
