import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Who calls, over whatever is on the stage, with the two things one does about it. A call that runs can be put out of the way.
*/
FocusScope {
    id: root

    required property CallsViewModel calls

    Accessible.name: calls.stateText + ": " + calls.name
    Accessible.role: Accessible.AlertMessage
    implicitHeight: line.implicitHeight + 2 * Theme.l

    Component.onCompleted: if (root.calls.incoming)
                               accept.forceActiveFocus(Qt.PopupFocusReason)

    Rectangle {
        anchors.fill: parent
        color: Theme.color.card
        radius: Theme.radiusCard

        border {
            color: Theme.color.line
            width: Theme.dp(2)
        }

        // What lies below is not touched through it.
        MouseArea {
            anchors.fill: parent
            objectName: "frame.call.panel"
        }
    }

    RowLayout {
        id: line

        anchors.left: parent.left
        anchors.leftMargin: Theme.pad
        anchors.right: parent.right
        anchors.rightMargin: Theme.l
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.l

        Rectangle {
            Layout.preferredHeight: Theme.dp(76)
            Layout.preferredWidth: height
            color: Theme.color.active
            radius: height / 2

            Label {
                anchors.centerIn: parent
                color: Theme.color.accent
                objectName: "frame.call.initials"
                strong: true
                text: root.calls.initials
                visible: text
            }

            Icon {
                anchors.centerIn: parent
                name: "phone"
                tint: Theme.steady.accent
                visible: !root.calls.initials
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Label {
                Layout.fillWidth: true
                elide: Text.ElideRight
                objectName: "frame.call.name"
                strong: true
                text: root.calls.name
            }

            Label {
                Layout.fillWidth: true
                elide: Text.ElideRight
                muted: true
                objectName: "frame.call.state"
                size: Theme.textSmall
                tabular: true
                text: root.calls.stateText
            }
        }

        IconButton {
            icon.name: "chevron-up"
            objectName: "frame.call.hide"
            quiet: true
            text: qsTr("Out of the way")
            visible: !root.calls.incoming && !Theme.portrait

            onClicked: root.calls.hide()
        }

        IconButton {
            id: accept

            enabled: !root.calls.pending
            focus: true
            icon.name: "phone"
            objectName: "frame.call.accept"
            surface: Theme.color.good
            text: qsTr("Accept")
            tone: Theme.steady.card
            visible: root.calls.incoming
            visual: Theme.target

            onClicked: root.calls.accept()
        }

        IconButton {
            enabled: !root.calls.pending
            icon.name: "phone-off"
            objectName: "frame.call.end"
            surface: Theme.color.danger
            text: root.calls.incoming ? qsTr("Reject") : qsTr("Hang up")
            tone: Theme.steady.card
            visual: Theme.target

            onClicked: root.calls.end()
        }
    }
}
