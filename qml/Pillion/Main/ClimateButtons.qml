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

    required property ClimateViewModel climate
    // How wide it may get; what does not fit is in the sheet.
    required property int room

    signal panelAsked

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    spacing: Theme.dp(10)

    Button {
        Accessible.name: qsTr("Climate")
        icon.name: "fan"
        objectName: "climate.fan.open"
        pending: root.climate.fanPending
        text: root.room < Theme.dp(200) ? "" : root.climate.power ? root.climate.fan : qsTr("Off")

        onClicked: root.panelAsked()
    }

    Loader {
        active: root.room > Theme.dp(240)
        visible: active

        sourceComponent: Button {
            active: root.climate.auto
            enabled: root.climate.available
            objectName: "climate.auto.toggle"
            pending: root.climate.autoPending
            text: qsTr("Auto")

            onClicked: root.climate.requestAuto(!root.climate.auto)
        }
    }

    Loader {
        active: root.room > Theme.dp(560)
        visible: active

        sourceComponent: Button {
            active: root.climate.ac
            enabled: root.climate.available
            icon.name: "snowflake"
            objectName: "climate.cooling.toggle"
            pending: root.climate.acPending
            text: qsTr("A/C")

            onClicked: root.climate.requestAc(!root.climate.ac)
        }
    }

    Loader {
        active: root.room > Theme.dp(340)
        visible: active

        sourceComponent: Button {
            Accessible.name: qsTr("Front defrost")
            active: root.climate.frontDefrost
            enabled: root.climate.available
            icon.name: "car-defrost-front"
            objectName: "climate.front.toggle"
            pending: root.climate.frontDefrostPending
            text: root.room > Theme.dp(640) ? qsTr("Front") : ""

            onClicked: root.climate.requestFrontDefrost(!root.climate.frontDefrost)
        }
    }

    Loader {
        active: root.room > Theme.dp(900)
        visible: active

        sourceComponent: Button {
            Accessible.name: qsTr("Rear defrost")
            active: root.climate.rearDefrost
            enabled: root.climate.available
            icon.name: "car-defrost-rear"
            objectName: "climate.rear.toggle"
            pending: root.climate.rearDefrostPending
            text: root.room > Theme.dp(1000) ? qsTr("Rear") : ""

            onClicked: root.climate.requestRearDefrost(!root.climate.rearDefrost)
        }
    }

    Loader {
        active: root.room > Theme.dp(640)
        visible: active

        sourceComponent: Button {
            Accessible.name: qsTr("Recirculation")
            active: root.climate.recirculation
            enabled: root.climate.available
            icon.name: "car-recirculation"
            objectName: "climate.recirculation.toggle"
            pending: root.climate.recirculationPending

            onClicked: root.climate.requestRecirculation(!root.climate.recirculation)
        }
    }
}
