import Pillion.ViewModels

/*!
A button that turns something of the car on and off and shows which it is.

ActuatorButton { control: root.shell.actuators.of("climate.auto") as Actuator; objectName: "climate.auto.toggle"; text: qsTr("Auto") }
*/
Button {
    required property Actuator control

    active: control.on
    enabled: control.usable
    pending: control.pending

    onClicked: control.toggle()
}
