pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
A notification of the phone, for a moment; while the car moves only whose it is.
*/
Rectangle {
    id: root

    required property HeadsUpViewModel note

    Accessible.name: note.title + " " + note.text
    Accessible.role: Accessible.AlertMessage
    color: Theme.color.card
    implicitHeight: Math.max(Theme.target, line.implicitHeight) + 2 * Theme.m
    radius: Theme.radiusCard

    border {
        color: Theme.color.line
        width: Theme.dp(2)
    }

    MouseArea {
        anchors.fill: parent
        objectName: "frame.note.panel"
    }

    RowLayout {
        id: line

        anchors.left: parent.left
        anchors.leftMargin: Theme.pad
        anchors.right: parent.right
        anchors.rightMargin: Theme.m
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.l

        Art {
            Layout.preferredHeight: Theme.dp(64)
            Layout.preferredWidth: height
            art: root.note.icon
            visible: root.note.icon
        }

        Icon {
            name: "message-circle"
            size: Theme.iconLarge
            tint: Theme.steady.accent
            visible: !root.note.icon
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Label {
                Layout.fillWidth: true
                elide: Text.ElideRight
                objectName: "frame.note.title"
                size: Theme.textLabel
                strong: true
                text: root.note.title
            }

            Label {
                Layout.fillWidth: true
                elide: Text.ElideRight
                maximumLineCount: 2
                muted: true
                objectName: "frame.note.text"
                size: Theme.textSmall
                text: root.note.text || root.note.app
                visible: text
                wrapMode: Text.Wrap
            }
        }

        Repeater {
            model: root.note.actions

            delegate: Button {
                required property int index
                required property string modelData

                objectName: "frame.note.action." + index
                text: modelData

                onClicked: root.note.act(modelData)
            }
        }

        IconButton {
            icon.name: "x"
            iconSize: Theme.iconNormal
            objectName: "frame.note.dismiss"
            quiet: true
            text: qsTr("Dismiss")

            onClicked: root.note.dismiss()
        }
    }
}
