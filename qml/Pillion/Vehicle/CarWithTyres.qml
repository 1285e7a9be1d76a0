pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The car with each tyre's pressure beside the tyre; one that is low says so in a word and a colour.
Left is the car's left in every language.
*/
Item {
    id: root

    // Room for the longest word beside the car.
    readonly property int side: Math.max(Theme.dp(76), Math.ceil(word.advanceWidth) + Theme.xs)
    property int textSize: Theme.dp(28)
    required property VehicleViewModel vehicle

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false

    TextMetrics {
        id: word

        font.family: Theme.family
        font.pixelSize: Theme.textSmall
        text: qsTr("Low")
    }

    CarView {
        id: car

        anchors.horizontalCenter: parent.horizontalCenter
        height: Math.min(parent.height, (parent.width - 2 * root.side) * 2.2)
        vehicle: root.vehicle
        y: Math.round((parent.height - height) / 2)
    }

    Repeater {
        model: root.vehicle.tyres

        delegate: Column {
            id: tyre

            readonly property bool front: tyre.index < 2
            required property int index
            required property bool known
            required property bool low
            readonly property bool onLeft: tyre.index % 2 === 0
            required property string position
            required property string pressureText
            required property string unit

            width: Math.max(0, (root.width - car.width * 0.8) / 2)
            x: tyre.onLeft ? 0 : root.width - width
            y: Math.round(car.y + car.height * (tyre.front ? 0.31 : 0.79) - height / 2)

            Label {
                color: tyre.low ? Theme.color.warm : Theme.color.ink
                horizontalAlignment: tyre.onLeft ? Text.AlignLeft : Text.AlignRight
                objectName: "vehicle.tyre." + tyre.position
                opacity: tyre.known ? 1 : Theme.pending
                size: root.textSize
                strong: tyre.low
                tabular: true
                text: tyre.pressureText
                width: parent.width
            }

            Label {
                color: tyre.low ? Theme.color.warm : Theme.color.muted
                horizontalAlignment: tyre.onLeft ? Text.AlignLeft : Text.AlignRight
                size: Theme.textSmall
                text: tyre.low ? qsTr("Low") : tyre.unit
                visible: tyre.low || tyre.index === 0
                width: parent.width
            }
        }
    }
}
