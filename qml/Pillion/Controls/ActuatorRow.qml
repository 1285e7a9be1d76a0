import QtQuick
import QtQuick.Layouts
import Pillion.Theme
import Pillion.ViewModels

/*!
A setting of the car that is on or off: what it is, what it does in a sentence, and its switch. While it waits for the
car to stand, it says so in place of the sentence; where the car alone decides, a word stands in place of the switch.

ActuatorRow { control: root.shell.actuators.of("lights.highbeam.auto") as Actuator; title: qsTr("Automatic high beam") }
*/
RowLayout {
    id: root

    required property Actuator control
    property string detail: ""
    property string symbol: ""
    required property string title

    Layout.fillWidth: true
    objectName: "vehicle." + control.key + ".row"
    spacing: Theme.l
    visible: control.served

    Icon {
        name: root.symbol
        tint: root.control.on ? Theme.steady.accent : Theme.steady.muted
        visible: name
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        Label {
            Layout.fillWidth: true
            text: root.title
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            muted: true
            size: Theme.textSmall
            text: root.control.problem || root.control.why || root.detail
            visible: text
            wrapMode: Text.Wrap
        }
    }

    Label {
        muted: true
        size: Theme.textLabel
        text: !root.control.known ? "–" : root.control.on ? qsTr("On") : qsTr("Off")
        visible: !root.control.writable
    }

    Switch {
        enabled: root.control.usable || root.control.why
        name: root.title
        objectName: "vehicle." + root.control.key
        on: root.control.on
        opacity: root.control.usable ? 1 : Theme.disabled
        pending: root.control.pending
        visible: root.control.writable

        onClicked: root.control.toggle()
    }
}
