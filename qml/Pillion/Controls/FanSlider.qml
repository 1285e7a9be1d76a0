import QtQuick
import QtQuick.Layouts
import Pillion.Theme
import Pillion.ViewModels

/*!
How much the fan blows, 0 (off) to 7; the slider is its name and .level.
*/
RowLayout {
    id: root

    required property Actuator control

    spacing: Theme.l

    Icon {
        name: "fan"
        tint: Theme.steady.muted
    }

    Slider {
        Layout.fillWidth: true
        confirmed: root.control.level
        enabled: root.control.usable
        from: 0
        name: qsTr("Fan")
        objectName: root.objectName + ".level"
        snapMode: Slider.SnapAlways
        stepSize: 1
        to: root.control.levels

        onWanted: value => root.control.requestLevel(Math.round(value))
    }

    Label {
        Layout.preferredWidth: Theme.dp(44)
        horizontalAlignment: Text.AlignHCenter
        opacity: root.control.pending ? Theme.pending : 1
        strong: true
        tabular: true
        text: root.control.level
    }
}
