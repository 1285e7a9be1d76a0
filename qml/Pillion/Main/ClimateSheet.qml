pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Everything the climate can do, over the stage; the climate bar stays free.
*/
Sheet {
    id: root

    required property ClimateViewModel climate

    name: qsTr("Climate")

    ColumnLayout {
        spacing: Theme.m
        width: parent?.width ?? 0

        RowLayout {
            spacing: Theme.l

            Label {
                Layout.fillWidth: true
                strong: true
                text: root.climate.available ? root.name : qsTr("The car does not answer")
            }

            Button {
                active: root.climate.power
                enabled: root.climate.available
                icon.name: "power"
                objectName: "climate.power.toggle"
                pending: root.climate.powerPending
                text: root.climate.power ? qsTr("On") : qsTr("Off")

                onClicked: root.climate.requestPower(!root.climate.power)
            }

            IconButton {
                icon.name: "x"
                objectName: "climate.sheet.close"
                text: qsTr("Close")

                onClicked: root.close()
            }
        }

        FanSlider {
            climate: root.climate
        }

        GridLayout {
            columnSpacing: Theme.m
            columns: root.width > Theme.dp(900) ? 3 : 2
            rowSpacing: Theme.xs

            Toggle {
                active: root.climate.rearDefrost
                icon.name: "car-defrost-rear"
                objectName: "climate.sheet.rear"
                pending: root.climate.rearDefrostPending
                text: qsTr("Rear window")

                onClicked: root.climate.requestRearDefrost(!root.climate.rearDefrost)
            }

            Toggle {
                active: root.climate.frontDefrost
                icon.name: "car-defrost-front"
                objectName: "climate.sheet.front"
                pending: root.climate.frontDefrostPending
                text: qsTr("Windscreen")

                onClicked: root.climate.requestFrontDefrost(!root.climate.frontDefrost)
            }

            Toggle {
                active: root.climate.auto
                objectName: "climate.sheet.auto"
                pending: root.climate.autoPending
                text: qsTr("Auto")

                onClicked: root.climate.requestAuto(!root.climate.auto)
            }

            Toggle {
                active: root.climate.ac
                icon.name: "snowflake"
                objectName: "climate.sheet.cooling"
                pending: root.climate.acPending
                text: qsTr("A/C")

                onClicked: root.climate.requestAc(!root.climate.ac)
            }

            Toggle {
                active: root.climate.recirculation
                icon.name: "car-recirculation"
                objectName: "climate.sheet.recirculation"
                pending: root.climate.recirculationPending
                text: qsTr("Recirculation")

                onClicked: root.climate.requestRecirculation(!root.climate.recirculation)
            }

            Toggle {
                active: root.climate.sync
                icon.name: "link-2"
                objectName: "climate.sheet.sync"
                pending: root.climate.syncPending
                text: qsTr("Sync")

                onClicked: root.climate.requestSync(!root.climate.sync)
            }
        }
    }

    component Toggle: Button {
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.dp(220)
        enabled: root.climate.available
    }
}
