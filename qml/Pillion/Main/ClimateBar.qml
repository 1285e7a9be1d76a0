import QtQuick
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Always there: both temperatures and seats; between them as much of the rest as the panel has room for, and the
sheet with all of it. Sides are the car's, not the language's: the driver's zone is where the driver sits.
*/
Item {
    id: root

    required property bool driverRight
    readonly property int free: width - 2 * (driver.width + driverSeat.width + Theme.l) - Theme.xxl
    required property ShellViewModel shell
    readonly property bool tight: width < Theme.dp(800)

    signal panelAsked

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: driverRight

    TemperatureStepper {
        id: driver

        anchors.left: parent.left
        anchors.leftMargin: Theme.s
        anchors.verticalCenter: parent.verticalCenter
        control: root.shell.actuators.of("climate.temperature.driver") as Actuator
        name: qsTr("Driver")
        objectName: "climate.driver.temperature"
        tight: root.tight
    }

    SeatButton {
        id: driverSeat

        anchors.left: driver.right
        anchors.leftMargin: Theme.s
        anchors.verticalCenter: parent.verticalCenter
        control: root.shell.actuators.of("seats.heat.driver") as Actuator
        objectName: "climate.driver.seat"
        text: qsTr("Driver's seat")
    }

    ClimateButtons {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.verticalCenter: parent.verticalCenter
        room: root.free
        shell: root.shell

        onPanelAsked: root.panelAsked()
    }

    SeatButton {
        id: passengerSeat

        anchors.right: passenger.left
        anchors.rightMargin: Theme.s
        anchors.verticalCenter: parent.verticalCenter
        control: root.shell.actuators.of("seats.heat.passenger") as Actuator
        objectName: "climate.passenger.seat"
        text: qsTr("Passenger's seat")
    }

    TemperatureStepper {
        id: passenger

        anchors.right: parent.right
        anchors.rightMargin: Theme.s
        anchors.verticalCenter: parent.verticalCenter
        control: root.shell.actuators.of("climate.temperature.passenger") as Actuator
        name: qsTr("Passenger")
        objectName: "climate.passenger.temperature"
        tight: root.tight
    }
}
