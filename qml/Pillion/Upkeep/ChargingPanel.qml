import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The charge that comes in: how fast, how long, how far to go; and the two things one does about it: how full, and when to stop.
*/
ColumnLayout {
    id: root

    required property ChargingViewModel charging
    readonly property bool narrow: width < Theme.dp(640)
    readonly property bool now: charging.state === "charging"
    required property ShellViewModel shell
    readonly property Actuator start: shell.actuators.of("energy.charging.switch") as Actuator

    spacing: Theme.m

    RowLayout {
        Layout.fillWidth: true
        spacing: root.narrow ? Theme.m : Theme.xl

        Figure {
            Layout.fillWidth: !root.narrow
            Layout.minimumWidth: root.narrow ? Theme.dp(120) : 0
            Layout.preferredWidth: Theme.dp(root.narrow ? 130 : 190)
            label: root.charging.addedText && root.charging.plugged ? qsTr("%1 so far").arg(
                                                                          root.charging.addedText) :
                                                                      root.charging.stateText
            objectName: "vehicle.energy.charging.state"
            size: root.narrow ? Theme.textLabel : Theme.textHeadline
            tone: root.now ? Theme.color.good : Theme.color.ink
            value: root.now ? root.charging.powerText : root.shell.energy.chargeText
        }

        Figure {
            Layout.fillWidth: true
            Layout.preferredWidth: root.narrow ? -1 : Theme.dp(190)
            label: root.charging.untilText
            objectName: "vehicle.energy.charging.time"
            size: root.narrow ? Theme.textLabel : Theme.textTitle
            value: root.charging.timeText
            visible: root.charging.timeText
        }

        Figure {
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.dp(130)
            label: qsTr("an hour")
            objectName: "vehicle.energy.charging.rate"
            value: root.charging.rateText
            visible: value && root.width > Theme.dp(600)
        }

        Button {
            enabled: root.start.usable && root.charging.plugged
            icon.name: root.narrow ? "" : root.now ? "pause" : "zap"
            objectName: "vehicle.energy.charging.switch"
            pending: root.start.pending
            primary: !root.now
            text: root.now ? qsTr("Stop") : qsTr("Start")
            visible: root.start.writable

            onClicked: root.start.requestText(root.now ? "STOP" : "START")
        }
    }

    GraphFrame {
        Layout.fillHeight: true
        Layout.fillWidth: true
        curve: root.charging.session
        from: qsTr("Plugged in")
        hint: root.charging.plugged ? qsTr("The graph fills as the car charges.") : qsTr(
                                          "Plug in to see the charge come in.")
        line: Theme.color.good
        objectName: "vehicle.energy.session"
        to: root.charging.plugged ? qsTr("Now") : qsTr("Unplugged")
        unit: "kW"
        visible: root.height > Theme.dp(290)
    }

    Item {
        Layout.fillHeight: true
        visible: root.height <= Theme.dp(290)
    }

    ActuatorSlider {
        control: root.shell.actuators.of("energy.charging.limit") as Actuator
        title: qsTr("Charge limit")
    }
}
