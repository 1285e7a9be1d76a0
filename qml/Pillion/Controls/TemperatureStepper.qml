import QtQuick
import Pillion.Theme
import Pillion.ViewModels

/*!
A temperature with its minus and plus. The number is the car's; while it has not confirmed, the number is dimmed.
*/
Item {
    id: root

    required property Actuator control
    required property string name
    // On the smallest panel with the largest text.
    property bool tight: false

    implicitHeight: Theme.target
    implicitWidth: line.implicitWidth

    // Colder is left of warmer on both sides of the car.
    Row {
        id: line

        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: false
        height: parent.height

        IconButton {
            anchors.verticalCenter: parent.verticalCenter
            autoRepeat: true
            enabled: root.control.usable
            icon.name: "minus"
            iconSize: Theme.iconNormal
            objectName: root.objectName + ".down"
            text: qsTr("%1 colder").arg(root.name)

            onClicked: root.control.stepBy(-1)
        }

        Label {
            Accessible.name: root.name + " " + root.control.shown
            anchors.verticalCenter: parent.verticalCenter
            horizontalAlignment: Text.AlignHCenter
            objectName: root.objectName + ".value"
            opacity: root.control.pending || !root.control.usable ? Theme.pending : 1
            size: root.tight ? Theme.textTitle : Theme.textHeadline
            strong: true
            text: root.control.shown
            width: Theme.dp(root.tight ? 84 : 112)
        }

        IconButton {
            anchors.verticalCenter: parent.verticalCenter
            autoRepeat: true
            enabled: root.control.usable
            icon.name: "plus"
            iconSize: Theme.iconNormal
            objectName: root.objectName + ".up"
            text: qsTr("%1 warmer").arg(root.name)

            onClicked: root.control.stepBy(1)
        }
    }
}
