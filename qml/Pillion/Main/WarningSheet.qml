import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
A new warning over whatever is on the stage: what it is about, what to do, and a button that says it was read. What is
critical stays until then. The climate bar is never below it.
*/
FocusScope {
    id: root

    required property WarningsViewModel warnings

    Accessible.name: warnings.shownWord + ": " + warnings.shownText
    Accessible.role: Accessible.AlertMessage

    // A knob can say that it was read.
    Component.onCompleted: if (root.warnings.shownStays)
                               read.forceActiveFocus(Qt.PopupFocusReason)

    Rectangle {
        anchors.fill: parent
        color: Theme.color.scrim
        visible: root.warnings.shownStays

        // What lies below waits until this was read.
        MouseArea {
            anchors.fill: parent
            objectName: "frame.warning.scrim"
        }
    }

    Rectangle {
        id: panel

        color: Theme.color.card
        height: Math.max(Theme.dp(132), line.implicitHeight + 2 * Theme.l)
        radius: Theme.radiusCard
        width: Math.min(parent.width - 2 * Theme.l, Theme.dp(1060))
        x: Math.round((parent.width - width) / 2)
        y: root.warnings.shownStays ? Math.round((parent.height - height) / 2) : Theme.s

        border {
            color: sign.tint
            width: Theme.dp(3)
        }

        RowLayout {
            id: line

            anchors.fill: parent
            anchors.leftMargin: Theme.pad
            anchors.rightMargin: Theme.l
            spacing: Theme.pad

            TellTale {
                id: sign

                hue: root.warnings.shownColour
                size: Theme.dp(Theme.small ? 56 : 76)
                symbol: root.warnings.shownSymbol
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.xs

                Label {
                    Layout.fillWidth: true
                    muted: true
                    objectName: "frame.warning.word"
                    size: Theme.textSmall
                    text: root.warnings.waiting > 0 ? qsTr("%1, and %2 more").arg(
                                                          root.warnings.shownWord).arg(
                                                          root.warnings.waiting) :
                                                      root.warnings.shownWord
                }

                Label {
                    Layout.fillWidth: true
                    objectName: "frame.warning.text"
                    strong: true
                    text: root.warnings.shownText
                    wrapMode: Text.Wrap
                }
            }

            Button {
                id: read

                focus: true
                objectName: "frame.warning.acknowledge"
                primary: root.warnings.shownStays
                text: qsTr("OK")

                onClicked: root.warnings.acknowledge()
            }
        }
    }
}
