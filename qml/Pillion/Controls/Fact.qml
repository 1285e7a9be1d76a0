import QtQuick
import QtQuick.Layouts
import Pillion.Theme

/*!
One thing the car reports: icon, what it is, and the value; below it where both do not fit. Not touchable.

Fact { icon: "thermometer"; label: qsTr("Outside"); value: "18°" }
*/
GridLayout {
    id: root

    property bool attention: false
    property string icon: ""
    required property string label
    readonly property bool stacked: (icon ? sign.width + columnSpacing : 0) + word.implicitWidth
                                    + columnSpacing + figure.implicitWidth > width
    required property string value

    columnSpacing: Theme.m
    columns: 3
    rowSpacing: 0

    Icon {
        id: sign

        Layout.rowSpan: root.stacked ? 2 : 1
        name: root.icon
        size: Theme.iconSmall
        tint: root.attention ? Theme.steady.warm : Theme.steady.muted
        visible: name
    }

    Label {
        id: word

        Layout.columnSpan: root.stacked ? 2 : 1
        Layout.fillWidth: true
        muted: true
        size: Theme.textSmall
        text: root.label
        wrapMode: Text.Wrap
    }

    Label {
        id: figure

        Layout.columnSpan: root.stacked ? 2 : 1
        Layout.fillWidth: root.stacked
        color: root.attention ? Theme.color.warm : Theme.color.ink
        size: Theme.textLabel
        strong: root.attention
        tabular: true
        text: root.value
        wrapMode: Text.Wrap
    }
}
