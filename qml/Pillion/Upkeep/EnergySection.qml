pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Energy of an electric, fuel or hybrid car: how far on one side; where it goes, or what comes in, on the other.
*/
GridLayout {
    id: root

    readonly property EnergyViewModel energy: shell.energy
    required property ShellViewModel shell
    // A tall panel shows driving and charging one below the other.
    readonly property bool tall: Theme.portrait && energy.charging.served
    property string view: energy.charging.plugged || tall ? "charging" : "driving"

    columnSpacing: Theme.gap
    columns: Theme.portrait ? 1 : 2
    rowSpacing: Theme.gap

    Component.onCompleted: root.energy?.watch(visible)
    onVisibleChanged: root.energy?.watch(visible)

    RangeCard {
        Layout.fillHeight: !Theme.portrait
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.dp(400)
        Layout.preferredWidth: Theme.dp(Theme.small ? 280 : 350)
        energy: root.energy
        shell: root.shell
    }

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true
        visible: root.tall

        Loader {
            active: root.tall
            anchors.fill: parent
            anchors.margins: Theme.pad
            sourceComponent: driving
        }
    }

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.dp(Theme.small ? 540 : 760)

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Theme.pad
            spacing: Theme.m

            Tabs {
                Layout.topMargin: -Theme.s
                current: root.view
                keys: ["driving", "charging", "settings"]
                names: [qsTr("Driving"), qsTr("Charging"), qsTr("Settings")]
                objectName: "vehicle.energy.tab"
                visible: root.energy.charging.served && !root.tall

                onChosen: key => root.view = key
            }

            Tabs {
                Layout.topMargin: -Theme.s
                current: root.view
                keys: ["charging", "settings"]
                names: [qsTr("Charging"), qsTr("Settings")]
                objectName: "vehicle.energy.tab"
                visible: root.tall

                onChosen: key => root.view = key
            }

            Loader {
                Layout.fillHeight: true
                Layout.fillWidth: true
                sourceComponent: root.view === "driving" || !root.energy.charging.served ? driving :
                                                                                           root.view
                                                                                           === "charging"
                                                                                           ? charging :
                                                                                             settings
            }
        }
    }

    Component {
        id: driving

        ConsumptionPanel {
            energy: root.energy
        }
    }

    Component {
        id: charging

        ChargingPanel {
            charging: root.energy.charging
            shell: root.shell
        }
    }

    Component {
        id: settings

        ChargingSettings {
            shell: root.shell
        }
    }
}
