pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
How far it goes, how full it is, and how the battery or the engine fares, in words.
*/
Card {
    id: root

    required property EnergyViewModel energy
    readonly property bool hybrid: energy.electric && energy.fuel
    required property ShellViewModel shell

    Scroll {
        anchors.fill: parent
        anchors.margins: Theme.pad

        RowLayout {
            spacing: Theme.s

            Label {
                Layout.alignment: Qt.AlignBaseline
                objectName: "vehicle.energy.range"
                size: Theme.compact || Theme.small ? Theme.textDisplay : Theme.dp(76)
                strong: true
                text: root.energy.rangeText
            }

            Label {
                id: unit

                Layout.alignment: Qt.AlignBaseline
                Layout.fillWidth: true
                Layout.minimumWidth: 0
                muted: true
                size: Theme.textLabel
                text: full.advanceWidth + Theme.xs > width ? root.energy.rangeUnit : full.text

                TextMetrics {
                    id: full

                    font: unit.font
                    text: qsTr("%1 range").arg(root.energy.rangeUnit)
                }
            }
        }

        Store {
            detail: root.hybrid ? root.energy.electricRangeText : root.energy.storedText
            icon: "zap"
            level: root.energy.charge
            levelText: root.energy.chargeText
            low: root.energy.chargeLow
            objectName: "vehicle.energy.charge"
            visible: root.energy.electric
        }

        Store {
            detail: root.hybrid ? root.energy.tank.rangeText : root.energy.tank.litresText
            icon: "fuel"
            level: root.energy.tank.level
            levelText: root.energy.tank.levelText
            low: root.energy.tank.low
            objectName: "vehicle.energy.tank"
            visible: root.energy.fuel
        }

        Item {
            Layout.fillHeight: true
        }

        Loader {
            Layout.fillWidth: true
            active: root.energy.electric
            visible: active

            sourceComponent: BatteryHealth {
                energy: root.energy
            }
        }

        Loader {
            Layout.fillWidth: true
            active: root.energy.fuel
            visible: active

            sourceComponent: Liquids {
                shell: root.shell
                tank: root.energy.tank
            }
        }
    }
}
