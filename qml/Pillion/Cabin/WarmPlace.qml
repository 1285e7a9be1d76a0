pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
One place that warms and, where it can, cools: a tap for the next level, told by a word, a number and bars.
*/
T.AbstractButton {
    id: root

    required property Actuator control
    readonly property int level: control.level
    property string symbol: level > 0 ? "car-seat-heat" : level < 0 ? "car-seat-vent" : "car-seat"
    readonly property color tone: level > 0 ? Theme.steady.warm : level < 0 ? Theme.steady.accent :
                                                                              Theme.steady.ink
    readonly property string word: level > 0 ? qsTr("Heating %1").arg(level) : level < 0 ? qsTr(
                                                                                               "Cooling %1").arg(
                                                                                               -level) : qsTr(
                                                                                               "Off")

    Accessible.description: word
    Accessible.id: objectName
    Accessible.name: text
    Accessible.role: Accessible.Button
    Layout.fillHeight: true
    Layout.fillWidth: true
    enabled: control.usable
    horizontalPadding: Theme.dp(18)
    implicitHeight: Math.max(Theme.row, implicitContentHeight + 2 * Theme.s)
    implicitWidth: Theme.dp(190)
    objectName: "vehicle." + control.key
    opacity: control.usable ? 1 : Theme.disabled
    visible: control.served

    background: Rectangle {
        color: Theme.color.raised
        radius: Theme.radiusTile

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
    contentItem: RowLayout {
        opacity: root.control.pending ? Theme.pending : 1
        spacing: Theme.dp(14)

        Icon {
            name: root.symbol
            tint: root.tone
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Label {
                Layout.fillWidth: true
                size: Theme.textLabel
                strong: true
                text: root.text
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                color: root.level === 0 ? Theme.color.muted : root.tone
                size: Theme.textSmall
                text: root.word
                wrapMode: Text.Wrap
            }
        }
    }

    onClicked: control.cycle()
}
