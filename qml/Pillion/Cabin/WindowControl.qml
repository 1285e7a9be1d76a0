import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
One window: how far it is open, and a tap to open or shut it; a tap while it moves stops it.
*/
ColumnLayout {
    id: root

    required property Actuator control
    required property string title

    Layout.fillWidth: true
    Layout.maximumWidth: Number.POSITIVE_INFINITY
    spacing: 0
    visible: control.served

    Label {
        Layout.alignment: Qt.AlignHCenter
        muted: true
        size: Theme.textSmall
        text: root.title
    }

    Label {
        Layout.alignment: Qt.AlignHCenter
        opacity: root.control.pending ? Theme.pending : 1
        size: Theme.textLabel
        strong: true
        tabular: true
        text: !root.control.known ? "–" : root.control.real > 0 ? root.control.shown : qsTr("Shut")
    }

    RowLayout {
        Layout.alignment: Qt.AlignHCenter
        LayoutMirroring.enabled: false
        spacing: Theme.xs

        IconButton {
            enabled: root.control.usable
            icon.name: "chevron-up"
            objectName: "vehicle." + root.control.key + ".close"
            raised: true
            text: qsTr("Close: %1").arg(root.title)

            onClicked: root.control.requestReal(root.control.pending ? root.control.real :
                                                                       root.control.minimum)
        }

        IconButton {
            enabled: root.control.usable
            icon.name: "chevron-down"
            objectName: "vehicle." + root.control.key + ".open"
            raised: true
            text: qsTr("Open: %1").arg(root.title)

            onClicked: root.control.requestReal(root.control.pending ? root.control.real :
                                                                       root.control.maximum)
        }
    }
}
