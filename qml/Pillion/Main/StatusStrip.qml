pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Time, what is wrong with the car, outside temperature, the phone and who drives. Nothing here is touched.
*/
Item {
    id: root

    readonly property list<string> bars: ["signal-zero", "signal-low", "signal-medium",
        "signal-high", "signal"]
    required property StatusViewModel status
    required property WarningsViewModel warnings

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.l
        anchors.rightMargin: Theme.xl
        spacing: Theme.xl

        Label {
            objectName: "frame.status.time"
            size: Theme.dp(30)
            strong: true
            tabular: true
            text: root.status.timeText
        }

        Label {
            Layout.fillWidth: true
            elide: Text.ElideRight
            muted: true
            objectName: "frame.status.date"
            size: Theme.textSmall
            text: Theme.small ? "" : root.status.dateText
        }

        Row {
            objectName: "frame.status.telltales"
            spacing: Theme.m

            Repeater {
                model: root.warnings.telltales

                delegate: TellTale {
                    id: lamp

                    required property string colour
                    required property string text

                    Accessible.ignored: false
                    Accessible.name: lamp.text
                    Accessible.role: Accessible.Indicator
                    hue: colour
                    size: Theme.iconNormal
                }
            }
        }

        Icon {
            name: "cloud-off"
            size: Theme.iconSmall
            tint: Theme.steady.warm
            visible: !root.status.busUp
        }

        Label {
            objectName: "frame.status.outside"
            size: Theme.textLabel
            tabular: true
            text: root.status.outsideText
        }

        RowLayout {
            spacing: Theme.s
            visible: root.status.phoneConnected

            Icon {
                name: root.status.phoneSignal < 0 ? "smartphone" : root.bars[Math.min(4,
                                                                                      root.status.phoneSignal)]
                size: Theme.iconSmall
                tint: Theme.steady.muted
            }

            Icon {
                Layout.leftMargin: Theme.m
                name: root.status.phoneBattery < 20 ? "battery-low" : root.status.phoneBattery < 80
                                                      ? "battery-medium" : "battery-full"
                size: Theme.iconNormal
                tint: root.status.phoneBattery < 20 ? Theme.steady.warm : Theme.steady.muted
                visible: root.status.phoneBattery >= 0
            }

            Label {
                muted: true
                objectName: "frame.status.battery"
                size: Theme.textSmall
                tabular: true
                text: qsTr("%1 %").arg(root.status.phoneBattery)
                visible: root.status.phoneBattery >= 0
            }
        }

        Rectangle {
            Layout.preferredHeight: Theme.dp(42)
            Layout.preferredWidth: height
            color: Theme.color.accent
            radius: Math.min(height / 2, Theme.radiusControl)
            visible: root.status.profileInitials !== ""

            Label {
                Accessible.name: root.status.profileName
                anchors.centerIn: parent
                color: Theme.color.accentInk
                objectName: "frame.status.profile"
                size: Theme.textSmall
                strong: true
                text: root.status.profileInitials
            }
        }
    }
}
