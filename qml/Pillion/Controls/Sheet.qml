import QtQuick
import Pillion.Theme

/*!
A panel that rises from the control that opened it and closes by a tap beside it, by Escape or by going back.

Sheet { id: sheet; name: qsTr("Climate"); ClimatePanel { climate: root.climate } }
*/
FocusScope {
    id: root

    default property alias content: body.data
    required property string name
    property bool opened: false

    function close(): void {
    opened = false;
}

    function open(): void {
                         opened = true;
                         forceActiveFocus(Qt.PopupFocusReason);
                     }

    Accessible.name: name
    Accessible.role: Accessible.Dialog
    visible: opened || panel.opacity > 0

    Keys.onEscapePressed: root.close()

    Rectangle {
        anchors.fill: parent
        color: Theme.color.scrim
        opacity: panel.opacity

        MouseArea {
            anchors.fill: parent

            onClicked: root.close()
        }
    }

    Rectangle {
        id: panel

        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.opened ? Theme.s : -Theme.xl
        anchors.horizontalCenter: parent.horizontalCenter
        color: Theme.color.card
        height: Math.min(parent.height - 2 * Theme.s, body.childrenRect.height + 2 * Theme.pad)
        opacity: root.opened ? 1 : 0
        radius: Theme.radiusCard
        width: Math.min(parent.width - 2 * Theme.l, Theme.dp(1100))

        Behavior on anchors.bottomMargin {
            NumberAnimation {
                duration: Theme.normal
                easing.type: Easing.OutCubic
            }
        }
        Behavior on opacity {
            NumberAnimation {
                duration: Theme.normal
                easing.type: Easing.OutCubic
            }
        }

        MouseArea {
            anchors.fill: parent
        }

        Item {
            id: body

            anchors.fill: parent
            anchors.margins: Theme.pad
        }
    }
}
