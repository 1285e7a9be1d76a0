import QtQuick
import QtQuick.Layouts
import Pillion.Controls
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

    RowLayout {
        id: middle

        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.dp(10)

        Button {
            Accessible.name: qsTr("Climate")
            icon.name: "fan"
            objectName: "climate.fan.open"
            pending: root.climate.fanPending
            text: root.free < Theme.dp(200) ? "" : root.climate.power ? root.climate.fan : qsTr(
                                                                            "Off")

            onClicked: root.panelAsked()
        }

        Button {
            active: root.climate.auto
            enabled: root.climate.available
            objectName: "climate.auto.toggle"
            pending: root.climate.autoPending
            text: qsTr("Auto")
            visible: root.free > Theme.dp(240)

            onClicked: root.climate.requestAuto(!root.climate.auto)
        }

        Button {
            active: root.climate.ac
            enabled: root.climate.available
            icon.name: "snowflake"
            objectName: "climate.cooling.toggle"
            pending: root.climate.acPending
            text: qsTr("A/C")
            visible: root.free > Theme.dp(560)

            onClicked: root.climate.requestAc(!root.climate.ac)
        }

        Button {
            Accessible.name: qsTr("Front defrost")
            active: root.climate.frontDefrost
            enabled: root.climate.available
            icon.name: "car-defrost-front"
            objectName: "climate.front.toggle"
            pending: root.climate.frontDefrostPending
            text: root.free > Theme.dp(640) ? qsTr("Front") : ""
            visible: root.free > Theme.dp(340)

            onClicked: root.climate.requestFrontDefrost(!root.climate.frontDefrost)
        }

        Button {
            Accessible.name: qsTr("Rear defrost")
            active: root.climate.rearDefrost
            enabled: root.climate.available
            icon.name: "car-defrost-rear"
            objectName: "climate.rear.toggle"
            pending: root.climate.rearDefrostPending
            text: root.free > Theme.dp(1000) ? qsTr("Rear") : ""
            visible: root.free > Theme.dp(900)

            onClicked: root.climate.requestRearDefrost(!root.climate.rearDefrost)
        }

        Button {
            Accessible.name: qsTr("Recirculation")
            active: root.climate.recirculation
            enabled: root.climate.available
            icon.name: "car-recirculation"
            objectName: "climate.recirculation.toggle"
            pending: root.climate.recirculationPending
            visible: root.free > Theme.dp(640)

            onClicked: root.climate.requestRecirculation(!root.climate.recirculation)
        }
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
