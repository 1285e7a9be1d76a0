import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Where energy goes now: to the right what drives the car, to the left what it wins back; a word says which.
*/
ColumnLayout {
    id: root

    readonly property bool back: energy.flow === "recovering" || energy.flow === "charging"
    required property EnergyViewModel energy

    spacing: Theme.s

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s

        Label {
            Layout.alignment: Qt.AlignBaseline
            objectName: "vehicle.energy.power"
            size: Theme.textHeadline
            strong: true
            tabular: true
            text: root.energy.powerText
        }

        Label {
            Layout.alignment: Qt.AlignBaseline
            muted: true
            size: Theme.textSmall
            text: "kW"
        }

        Label {
            Layout.alignment: Qt.AlignBaseline
            Layout.fillWidth: true
            color: root.back ? Theme.color.good : Theme.color.muted
            horizontalAlignment: Text.AlignRight
            objectName: "vehicle.energy.flow"
            size: Theme.textSmall
            text: root.energy.flowText
            wrapMode: Text.Wrap
        }
    }

    // Won back is left of spent in every language, as on the instrument of the car.
    Rectangle {
        id: track

        readonly property real zero: Math.round(width * 0.3)

        Layout.fillWidth: true
        LayoutMirroring.enabled: false
        color: Theme.color.line
        implicitHeight: Theme.dp(12)
        radius: Math.min(height / 2, Theme.radiusBar)

        Rectangle {
            color: root.energy.flowShare < 0 ? Theme.color.good : Theme.color.accent
            height: parent.height
            radius: parent.radius
            width: Math.round(Math.abs(root.energy.flowShare) * (root.energy.flowShare < 0
                                                                 ? track.zero : track.width
                                                                   - track.zero))
            x: root.energy.flowShare < 0 ? track.zero - width : track.zero
        }

        Rectangle {
            color: Theme.color.ink
            height: parent.height + Theme.dp(10)
            radius: width / 2
            width: Theme.dp(4)
            x: track.zero - width / 2
            y: -Theme.dp(5)
        }
    }
}
