pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The middle of the climate bar: the sheet's button and as many switches as there is room for.
*/
RowLayout {
    id: root

    readonly property Actuator fan: shell.actuators.of("climate.fan.driver") as Actuator
    readonly property Actuator power: shell.actuators.of("climate.power") as Actuator
    // How wide it may get; what does not fit is in the sheet.
    required property int room
    required property ShellViewModel shell

    signal panelAsked

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    spacing: Theme.dp(10)

    Button {
        Accessible.name: qsTr("Climate")
        icon.name: "fan"
        objectName: "climate.fan.open"
        pending: root.fan.pending
        text: root.room < Theme.dp(200) ? "" : root.power.on || !root.power.served ? root.fan.level :
                                                                                     qsTr("Off")

        onClicked: root.panelAsked()
    }

    Loader {
        active: root.room > Theme.dp(240)
        visible: active

        sourceComponent: ActuatorButton {
            control: root.shell.actuators.of("climate.auto") as Actuator
            objectName: "climate.auto.toggle"
            text: qsTr("Auto")
        }
    }

    Loader {
        active: root.room > Theme.dp(560)
        visible: active

        sourceComponent: ActuatorButton {
            control: root.shell.actuators.of("climate.cooling") as Actuator
            icon.name: "snowflake"
            objectName: "climate.cooling.toggle"
            text: qsTr("A/C")
        }
    }

    Loader {
        active: root.room > Theme.dp(340)
        visible: active

        sourceComponent: ActuatorButton {
            Accessible.name: qsTr("Front defrost")
            control: root.shell.actuators.of("climate.defrost.front") as Actuator
            icon.name: "car-defrost-front"
            objectName: "climate.front.toggle"
            text: root.room > Theme.dp(640) ? qsTr("Front") : ""
        }
    }

    Loader {
        active: root.room > Theme.dp(900)
        visible: active

        sourceComponent: ActuatorButton {
            Accessible.name: qsTr("Rear defrost")
            control: root.shell.actuators.of("climate.defrost.rear") as Actuator
            icon.name: "car-defrost-rear"
            objectName: "climate.rear.toggle"
            text: root.room > Theme.dp(1000) ? qsTr("Rear") : ""
        }
    }

    Loader {
        active: root.room > Theme.dp(640)
        visible: active

        sourceComponent: ActuatorButton {
            Accessible.name: qsTr("Recirculation")
            control: root.shell.actuators.of("climate.recirculation") as Actuator
            icon.name: "car-recirculation"
            objectName: "climate.recirculation.toggle"
        }
    }
}
