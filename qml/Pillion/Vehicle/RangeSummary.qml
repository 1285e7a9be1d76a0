import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Range large, its unit small, the store as a bar, and what the car uses.
*/
ColumnLayout {
    id: root

    // Where there is little room: no word behind the unit, no consumption.
    property bool brief: false
    readonly property bool low: vehicle.energyPercent < 15
    required property VehicleViewModel vehicle

    spacing: Theme.s

    RowLayout {
        spacing: Theme.s

        Label {
            Layout.alignment: Qt.AlignBaseline
            objectName: "vehicle.range.value"
            size: Theme.textDisplay
            strong: true
            text: root.vehicle.rangeText
        }

        Label {
            id: unit

            Layout.alignment: Qt.AlignBaseline
            Layout.fillWidth: true
            Layout.minimumWidth: 0
            muted: true
            objectName: "vehicle.range.unit"
            size: Theme.textSmall
            text: root.brief || full.advanceWidth + Theme.xs > width ? root.vehicle.rangeUnit :
                                                                       full.text

            TextMetrics {
                id: full

                font: unit.font
                text: qsTr("%1 range").arg(root.vehicle.rangeUnit)
            }
        }
    }

    Meter {
        Layout.fillWidth: true
        fill: root.low ? Theme.color.warm : Theme.color.good
        implicitHeight: Theme.dp(12)
        value: root.vehicle.energyPercent / 100
    }

    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.m
        columns: energy.implicitWidth + consumption.implicitWidth + columnSpacing > root.width ? 1 :
                                                                                                 2
        rowSpacing: 0

        Label {
            id: energy

            Layout.fillWidth: true
            color: root.low ? Theme.color.warm : Theme.color.muted
            objectName: "vehicle.energy.value"
            size: Theme.textSmall
            text: root.vehicle.energyText
            // A dash before the consumption would read as a minus.
            visible: !isNaN(root.vehicle.energyPercent)
        }

        Label {
            id: consumption

            muted: true
            objectName: "vehicle.consumption.value"
            size: Theme.textSmall
            text: root.vehicle.consumptionText
            visible: !root.brief
        }
    }
}
