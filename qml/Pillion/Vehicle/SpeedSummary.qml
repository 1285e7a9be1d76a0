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

    readonly property int figure: Math.max(Theme.textDisplay, Math.min(Theme.dp(148), Math.round(height
                                                                                                 * 0.48)))
    readonly property list<string> gears: ["P", "R", "N", "D"]
    required property VehicleViewModel vehicle

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s

        Row {
            LayoutMirroring.childrenInherit: true
            LayoutMirroring.enabled: false
            spacing: Theme.s

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
                anchors.baseline: speed.baseline
                muted: true
                objectName: "vehicle.speed.unit"
                size: Theme.textLabel
                text: root.vehicle.speedUnit
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
