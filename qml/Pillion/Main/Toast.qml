import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
One short sentence about what happened; a tap sends it away.
*/
T.AbstractButton {
    id: root

    required property NoticesViewModel notices
    readonly property bool serious: notices.severity === "warning" || notices.severity === "error"
                                    || notices.severity === "critical"

    Accessible.id: objectName
    Accessible.name: notices.text
    Accessible.role: Accessible.AlertMessage
    activeFocusOnTab: visible
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    objectName: "frame.toast.dismiss"
    opacity: notices.visible ? 1 : 0
    padding: Theme.l
    text: notices.text
    visible: opacity > 0

    background: Rectangle {
        color: Theme.color.ink
        radius: Theme.radiusControl
    }
    contentItem: RowLayout {
        spacing: Theme.l

        Icon {
            name: root.serious ? "triangle-alert" : "info"
            tint: Theme.steady.card
        }

        Label {
            Layout.fillWidth: true
            color: Theme.color.card
            size: Theme.textLabel
            text: root.notices.text
            wrapMode: Text.Wrap
        }
    }
    Behavior on opacity {
        NumberAnimation {
            duration: Theme.normal
            easing.type: Easing.OutCubic
        }
    }

    onClicked: root.notices.dismiss()
}
