import Pillion.Controls
import Pillion.ViewModels

/*!
Both mirrors are heated together, by the driver's.
*/
ActuatorTile {
    id: root

    required property ShellViewModel shell

    control: shell.actuators.of("openings.mirror.heat.driver") as Actuator
    own: false
    symbol: "car-mirror"
    text: qsTr("Heated mirrors")

    onSwitched: shell.openings.requestMirrorHeat(!on)
}
