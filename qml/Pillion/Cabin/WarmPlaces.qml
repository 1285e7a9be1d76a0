pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Seats and wheel that warm and cool, placed as they are in the car.
*/
Group {
    id: root

    required property ShellViewModel shell
    readonly property bool some: driver.control.served || passenger.control.served
                                 || rearDriver.control.served || rearPassenger.control.served
                                 || wheel.control.served

    title: qsTr("Seats and steering wheel")
    visible: some

    GridLayout {
        Layout.fillWidth: true
        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: Theme.driverRight
        columnSpacing: Theme.s
        columns: 2
        rowSpacing: Theme.s
        uniformCellWidths: true

        WarmPlace {
            id: driver

            control: root.shell.actuators.of("seats.heat.driver") as Actuator
            text: qsTr("Driver")
        }

        WarmPlace {
            id: passenger

            control: root.shell.actuators.of("seats.heat.passenger") as Actuator
            text: qsTr("Passenger")
        }

        WarmPlace {
            id: rearDriver

            control: root.shell.actuators.of("seats.rear.heat.driver") as Actuator
            text: Theme.driverRight ? qsTr("Rear right") : qsTr("Rear left")
        }

        WarmPlace {
            id: rearPassenger

            control: root.shell.actuators.of("seats.rear.heat.passenger") as Actuator
            text: Theme.driverRight ? qsTr("Rear left") : qsTr("Rear right")
        }

        WarmPlace {
            id: wheel

            Layout.columnSpan: 2
            control: root.shell.actuators.of("climate.wheel.heat") as Actuator
            symbol: "car-wheel-heat"
            text: qsTr("Steering wheel")
        }
    }
}
