import QtQuick
import QtQuick.Layouts
import Pillion.Theme
import Pillion.ViewModels

/*!
What the car uses: on average, now, and over the last 50 km.
*/
ColumnLayout {
    id: root

    required property EnergyViewModel energy
    readonly property bool hybrid: energy.electric && energy.fuel

    spacing: Theme.m

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.xl

        Figure {
            Layout.fillWidth: true
            Layout.minimumWidth: implicitWidth
            Layout.preferredWidth: Theme.dp(200)
            label: qsTr("Average")
            objectName: "vehicle.energy.average"
            size: Theme.textHeadline
            unit: root.energy.electric ? root.energy.consumptionUnit : root.energy.tank.unit
            value: root.energy.electric ? root.energy.averageText : root.energy.tank.averageText
        }

        Figure {
            Layout.fillWidth: true
            Layout.minimumWidth: implicitWidth
            Layout.preferredWidth: Theme.dp(200)
            label: qsTr("Average, fuel")
            size: Theme.textHeadline
            unit: root.energy.tank.unit
            value: root.energy.tank.averageText
            visible: root.hybrid
        }

        Figure {
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.dp(120)
            label: qsTr("Now")
            objectName: "vehicle.energy.instant"
            size: Theme.textHeadline
            value: root.energy.electric ? root.energy.instantText : root.energy.tank.instantText
            visible: !root.hybrid
        }

        FlowGauge {
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.dp(260)
            energy: root.energy
            visible: root.energy.measuresFlow && root.width > Theme.dp(root.hybrid ? 700 : 640)
        }
    }

    GraphFrame {
        Layout.fillHeight: true
        Layout.fillWidth: true
        curve: root.energy.consumption
        from: root.energy.consumptionSpanText
        hint: qsTr("The graph fills as you drive.")
        objectName: "vehicle.energy.graph"
        to: qsTr("Now")
        unit: root.energy.graphUnit
    }
}
