pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Speed as the largest number of the page, and the gear among the gears there are.
*/
Item {
    id: root

    // Three digits are 1.9 times as wide as they are tall; 100 km/h must not leave the card.
    readonly property int figure: Math.min(Math.round(width / 1.9), Math.max(Theme.textDisplay,
                                                                             Math.min(Theme.dp(148),
                                                                                      Math.round(
                                                                                          height * 0.48))))
    readonly property list<string> gears: ["P", "R", "N", "D"]
    // The unit goes below where it has no room beside three digits.
    readonly property bool narrow: width < figure * 1.9 + Theme.dp(76)
    required property VehicleViewModel vehicle

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s

        Item {
            height: speed.height + (root.narrow ? unit.height : 0)
            width: parent.width

            Label {
                id: speed

                lineHeight: Theme.small ? 1 : 0.9
                objectName: "vehicle.speed.value"
                size: root.figure
                strong: true
                tabular: true
                text: root.vehicle.speedText
            }

            Label {
                id: unit

                muted: true
                objectName: "vehicle.speed.unit"
                size: Theme.textLabel
                text: root.vehicle.speedUnit
                x: root.narrow ? 0 : speed.width + Theme.s
                y: root.narrow ? speed.height : speed.baselineOffset - baselineOffset
            }
        }

        Row {
            Accessible.name: qsTr("Gear %1").arg(root.vehicle.gear)
            Accessible.role: Accessible.StaticText
            LayoutMirroring.childrenInherit: true
            LayoutMirroring.enabled: false
            spacing: Theme.s

            Repeater {
                model: root.gears

                delegate: Rectangle {
                    id: gear

                    readonly property bool chosen: modelData === root.vehicle.gear
                    required property string modelData

                    color: chosen ? Theme.color.active : Theme.fade(Theme.color.active, 0)
                    height: Theme.dp(52)
                    radius: Math.min(Theme.radiusControl, height / 2)
                    width: Math.min(Theme.dp(56), Math.floor((root.width - 3 * Theme.s) / 4))

                    Label {
                        anchors.centerIn: parent
                        color: gear.chosen ? Theme.color.accent : Theme.color.muted
                        objectName: "vehicle.gear." + gear.modelData
                        size: Theme.textTitle
                        strong: gear.chosen
                        text: gear.modelData
                    }
                }
            }
        }
    }
}
