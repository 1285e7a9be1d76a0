pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Pillion.Theme
import Pillion.ViewModels

/*!
A seat and how much it warms (level 1 to 3) or cools (-1 to -3), as dots and as the shape over the seat.
*/
T.AbstractButton {
    id: root

    required property Actuator control
    readonly property int level: control.level
    readonly property color tone: warm ? Theme.steady.warm : level < 0 ? Theme.steady.accent :
                                                                         Theme.steady.ink
    readonly property bool warm: level > 0

    Accessible.description: warm ? qsTr("Heating %1").arg(level) : level < 0 ? qsTr(
                                                                                   "Ventilation %1").arg(
                                                                                   -level) : qsTr(
                                                                                   "Off")
    Accessible.id: objectName
    Accessible.name: text
    Accessible.role: Accessible.Button
    enabled: control.usable
    implicitHeight: Theme.target
    implicitWidth: Theme.dp(80)
    opacity: enabled ? 1 : Theme.disabled

    background: Item {
        Rectangle {
            anchors.centerIn: parent
            color: Theme.color.raised
            height: Theme.dp(66)
            radius: Math.min(Theme.radiusControl, height / 2)
            width: parent.width

            Rectangle {
                anchors.fill: parent
                color: Theme.color.ink
                opacity: root.down ? Theme.pressed : 0
                radius: parent.radius
            }

            FocusRing {
                shown: root.visualFocus
            }
        }
    }
    contentItem: Item {
        opacity: root.control.pending ? Theme.pending : 1

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: -Theme.dp(5)
            name: root.warm ? "car-seat-heat" : root.level < 0 ? "car-seat-vent" : "car-seat"
            tint: root.tone
        }

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: Theme.dp(22)
            spacing: Theme.xs

            Repeater {
                model: 3

                delegate: Rectangle {
                    id: dot

                    required property int index

                    color: dot.index < Math.abs(root.level) ? root.tone : Theme.color.line
                    height: Theme.dp(4)
                    radius: height / 2
                    width: Theme.dp(12)
                }
            }
        }
    }

    onClicked: control.cycle()
}
