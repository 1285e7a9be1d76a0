pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The steps of the set-up, each with how it stands.
*/
ColumnLayout {
    id: root

    required property ProjectionViewModel projection

    spacing: Theme.m

    RowLayout {
        spacing: Theme.m

        Icon {
            name: "smartphone"
            tint: Theme.steady.accent
        }

        Label {
            Layout.fillWidth: true
            strong: true
            text: qsTr("Set up a phone")
            wrapMode: Text.Wrap
        }

        IconButton {
            icon.name: "x"
            iconSize: Theme.iconNormal
            objectName: "projection.setup.leave"
            quiet: true
            text: qsTr("Leave the set-up")
            visible: root.projection.guided

            onClicked: root.projection.guide(false)
        }
    }

    Repeater {
        model: root.projection.setup.steps

        delegate: RowLayout {
            id: step

            required property int index
            readonly property bool later: stepState === "later"
            required property string stepId
            required property string stepState
            required property string text
            required property string title

            spacing: Theme.m
            visible: !(Theme.small && later)

            Rectangle {
                Layout.alignment: Qt.AlignTop
                Layout.preferredHeight: Theme.dp(44)
                Layout.preferredWidth: Theme.dp(44)
                color: step.stepState === "now" ? Theme.color.accent : Theme.color.raised
                radius: height / 2

                Icon {
                    anchors.centerIn: parent
                    name: "check"
                    size: Theme.dp(26)
                    tint: Theme.steady.good
                    visible: step.stepState === "done"
                }

                Label {
                    anchors.centerIn: parent
                    color: step.stepState === "now" ? Theme.color.accentInk : Theme.color.muted
                    size: Theme.textSmall
                    strong: true
                    text: step.index + 1
                    visible: step.stepState !== "done"
                }
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Label {
                    Layout.fillWidth: true
                    muted: step.later
                    objectName: "projection.setup." + step.stepId
                    size: Theme.textLabel
                    strong: !step.later
                    text: step.title
                    wrapMode: Text.Wrap
                }

                Label {
                    Layout.fillWidth: true
                    muted: true
                    size: Theme.textSmall
                    text: step.text
                    visible: !step.later
                    wrapMode: Text.Wrap
                }
            }
        }
    }
}
