import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
How much the fan blows, 0 (off) to 7.
*/
RowLayout {
    id: root

    required property ClimateViewModel climate

    spacing: Theme.l

    Icon {
        name: "fan"
        tint: Theme.steady.muted
    }

    Slider {
        Layout.fillWidth: true
        confirmed: root.climate.fan
        enabled: root.climate.available
        from: 0
        name: qsTr("Fan")
        objectName: "climate.fan.level"
        snapMode: Slider.SnapAlways
        stepSize: 1
        to: 7

        onWanted: value => root.climate.requestFan(Math.round(value))
    }

    Label {
        Layout.preferredWidth: Theme.dp(44)
        horizontalAlignment: Text.AlignHCenter
        opacity: root.climate.fanPending ? Theme.pending : 1
        strong: true
        tabular: true
        text: root.climate.fan
    }
}
