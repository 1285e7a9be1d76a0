import QtQuick.Layouts
import Pillion.Controls
import Pillion.ViewModels

/*!
Both mirrors are heated together, by the driver's.
*/
ActuatorTile {
    id: root

    readonly property Actuator other: shell.actuators.of(
                                          "openings.mirror.heat.passenger") as Actuator
    required property ShellViewModel shell

    Layout.fillWidth: true
    control: shell.actuators.of("openings.mirror.heat.driver") as Actuator
    symbol: "car-mirror"
    text: qsTr("Heated mirrors")

    onClicked: if (other.writable)
                   other.requestOn(!control.on)
}
