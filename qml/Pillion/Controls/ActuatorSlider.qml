import QtQuick
import QtQuick.Layouts
import Pillion.Theme
import Pillion.ViewModels

/*!
Something of the car that has a size: what it is, how much, and a line to move it along.

ActuatorSlider { control: root.shell.actuators.of("openings.sunroof.shade") as Actuator; title: qsTr("Shade") }
*/
ColumnLayout {
    id: root

    required property Actuator control
    readonly property bool known: !isNaN(control.real)
    property string symbol: ""
    required property string title
    //! The value as the driver reads it.
    property string valueText: control.shown

    Layout.fillWidth: true
    spacing: 0
    visible: control.served

    RowLayout {
        spacing: Theme.m

        Icon {
            name: root.symbol
            tint: Theme.steady.muted
            visible: name
        }

        Label {
            Layout.fillWidth: true
            size: Theme.textLabel
            text: root.title
            wrapMode: Text.Wrap
        }

        Label {
            muted: true
            opacity: root.control.pending ? Theme.pending : 1
            size: Theme.textLabel
            tabular: true
            text: root.valueText
        }
    }

    Slider {
        Layout.fillWidth: true
        confirmed: root.known ? root.control.askedReal : from
        enabled: root.control.usable
        from: root.control.minimum
        name: root.title
        objectName: "vehicle." + root.control.key
        stepSize: Math.max(root.control.step, (to - from) / 100)
        to: root.control.maximum
        visible: root.control.writable

        onWanted: value => root.control.requestReal(value)
    }

    Label {
        Layout.fillWidth: true
        muted: true
        size: Theme.textSmall
        text: root.control.problem || root.control.why
        visible: text
        wrapMode: Text.Wrap
    }
}
