pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The recorder: the last minute to keep, what was kept, and the controls of a recording that is played.
*/
GridLayout {
    id: root

    readonly property RecorderViewModel recorder: shell.recorder
    required property ShellViewModel shell

    columnSpacing: Theme.gap
    columns: Theme.portrait ? 1 : 2
    rowSpacing: Theme.gap

    Component.onCompleted: root.recorder?.requestRecordings()
    onVisibleChanged: root.recorder?.requestRecordings()

    KeepCard {
        Layout.fillHeight: !Theme.portrait
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.dp(400)
        Layout.preferredWidth: Theme.dp(Theme.small ? 300 : 370)
        recorder: root.recorder
    }

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.dp(Theme.small ? 520 : 740)

        Flickable {
            anchors.fill: parent
            anchors.margins: Theme.pad
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: replay.height
            interactive: contentHeight > height
            visible: root.recorder.playing

            ReplayPanel {
                id: replay

                recorder: root.recorder
                width: parent.width
            }
        }

        ListView {
            id: list

            anchors.fill: parent
            anchors.margins: Theme.pad
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            interactive: contentHeight > height
            model: root.recorder.recordings
            visible: !root.recorder.playing

            delegate: RowLayout {
                id: recording

                required property string detail
                required property bool fresh
                required property string name
                required property string title

                height: Theme.row
                spacing: Theme.l
                width: ListView.view.width

                Icon {
                    name: recording.fresh ? "check" : "save"
                    tint: recording.fresh ? Theme.steady.good : Theme.steady.muted
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Label {
                        Layout.fillWidth: true
                        elide: Text.ElideRight
                        objectName: "vehicle.recorder.kept"
                        size: Theme.textLabel
                        strong: true
                        text: recording.title
                    }

                    Label {
                        Layout.fillWidth: true
                        elide: Text.ElideMiddle
                        muted: true
                        objectName: "vehicle.recorder.kept.name"
                        size: Theme.textSmall
                        text: recording.detail
                    }
                }
            }
        }

        EmptyState {
            anchors.fill: parent
            icon: "save"
            text: qsTr("What you keep is listed here, newest first.")
            title: qsTr("Nothing kept yet")
            visible: !root.recorder.playing && list.count === 0
        }
    }
}
