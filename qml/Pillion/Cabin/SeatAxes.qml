pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
What moves a seat: a tap moves it a little, holding goes on. The arrows point as the drawing does.
*/
Group {
    id: root

    readonly property Actuator place: shell.actuators.of("seats.position." + side) as Actuator
    required property ShellViewModel shell
    required property string side

    title: qsTr("Seat position")
    visible: place.served

    Axis {
        control: root.place
        lessSymbol: "arrow-left"
        moreSymbol: "arrow-right"
        title: qsTr("Forward and back")
    }

    Axis {
        control: root.shell.actuators.of("seats.height." + root.side) as Actuator
        lessSymbol: "arrow-down"
        moreSymbol: "arrow-up"
        title: qsTr("Height")
    }

    Axis {
        control: root.shell.actuators.of("seats.recline." + root.side) as Actuator
        lessSymbol: "arrow-left"
        moreSymbol: "arrow-right"
        title: qsTr("Backrest")
    }

    Axis {
        control: root.shell.actuators.of("seats.lumbar." + root.side) as Actuator
        title: qsTr("Lumbar support")
    }

    Label {
        Layout.fillWidth: true
        muted: true
        size: Theme.textSmall
        text: root.place.problem || root.place.why
        visible: text
        wrapMode: Text.Wrap
    }

    component Axis: ActuatorStepper {
        stride: Math.max(1, Math.round((control.maximum - control.minimum) / 30 / control.step))
    }
}
