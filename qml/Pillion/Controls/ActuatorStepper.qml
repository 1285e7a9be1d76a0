import QtQuick
import QtQuick.Layouts
import Pillion.Theme
import Pillion.ViewModels

/*!
A number or a time of day of the car with its minus and plus; held, they go on.

ActuatorStepper { control: root.shell.actuators.of("seats.height.driver") as Actuator; title: qsTr("Height") }
*/
RowLayout {
    id: root

    required property Actuator control
    property string lessSymbol: "minus"
    property string moreSymbol: "plus"
    // How many of the car's steps a tap takes: small ones are no use to a finger.
    property int stride: 1
    required property string title
    property string valueText: control.shown

    signal stepped(direction: int)

    spacing: Theme.xs
    visible: control.served

    onStepped: direction => control.stepBy(direction * stride)

    Label {
        Layout.fillWidth: true
        opacity: root.control.why ? Theme.disabled : 1
        size: Theme.textLabel
        text: root.title
        wrapMode: Text.Wrap
    }

    // Less is left of more in every language.
    RowLayout {
        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: false
        spacing: 0

        IconButton {
            autoRepeat: true
            enabled: root.control.writable
            icon.name: root.lessSymbol
            iconSize: Theme.iconNormal
            objectName: "vehicle." + root.control.key + ".less"
            opacity: root.control.usable ? 1 : Theme.disabled
            raised: true
            text: qsTr("%1 less").arg(root.title)

            onClicked: root.stepped(-1)
        }

        Label {
            Layout.preferredWidth: Math.max(Theme.dp(116), implicitWidth + Theme.s)
            horizontalAlignment: Text.AlignHCenter
            opacity: root.control.pending || root.control.why ? Theme.pending : 1
            size: Theme.textLabel
            strong: true
            tabular: true
            text: root.valueText
        }

        IconButton {
            autoRepeat: true
            enabled: root.control.writable
            icon.name: root.moreSymbol
            iconSize: Theme.iconNormal
            objectName: "vehicle." + root.control.key + ".more"
            opacity: root.control.usable ? 1 : Theme.disabled
            raised: true
            text: qsTr("%1 more").arg(root.title)

            onClicked: root.stepped(1)
        }
    }
}
