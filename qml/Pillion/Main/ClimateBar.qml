import QtQuick
import Pillion.Theme
import Pillion.ViewModels

/*!
Always there: both temperatures and seats; between them as much of the rest as the panel has room for, and the
sheet with all of it. Sides are the car's, not the language's: the driver's zone is where the driver sits.
*/
Item {
    id: root

    required property ClimateViewModel climate
    required property bool driverRight
    readonly property int free: width - 2 * (driver.width + driverSeat.width + Theme.l) - Theme.xxl

    signal panelAsked

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: driverRight

    TemperatureStepper {
        id: driver

        anchors.left: parent.left
        anchors.leftMargin: Theme.s
        anchors.verticalCenter: parent.verticalCenter
        available: root.climate.available
        name: qsTr("Driver")
        objectName: "climate.driver.temperature"
        pending: root.climate.driverTempPending
        value: root.climate.driverTempText

        onStepped: direction => root.climate.stepDriverTemp(direction)
    }

    SeatButton {
        id: driverSeat

        anchors.left: driver.right
        anchors.leftMargin: Theme.s
        anchors.verticalCenter: parent.verticalCenter
        enabled: root.climate.available
        level: root.climate.driverSeat
        objectName: "climate.driver.seat"
        pending: root.climate.driverSeatPending
        text: qsTr("Driver's seat")

        onClicked: root.climate.cycleDriverSeat()
    }

    ClimateButtons {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.verticalCenter: parent.verticalCenter
        climate: root.climate
        room: root.free

        onPanelAsked: root.panelAsked()
    }

    SeatButton {
        id: passengerSeat

        anchors.right: passenger.left
        anchors.rightMargin: Theme.s
        anchors.verticalCenter: parent.verticalCenter
        enabled: root.climate.available
        level: root.climate.passengerSeat
        objectName: "climate.passenger.seat"
        pending: root.climate.passengerSeatPending
        text: qsTr("Passenger's seat")

        onClicked: root.climate.cyclePassengerSeat()
    }

    TemperatureStepper {
        id: passenger

        anchors.right: parent.right
        anchors.rightMargin: Theme.s
        anchors.verticalCenter: parent.verticalCenter
        available: root.climate.available
        name: qsTr("Passenger")
        objectName: "climate.passenger.temperature"
        pending: root.climate.passengerTempPending
        value: root.climate.passengerTempText

        onStepped: direction => root.climate.stepPassengerTemp(direction)
    }
}
