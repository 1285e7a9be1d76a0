import QtQuick
import QtQuick.Layouts
import Pillion.Theme

/*!
    One thing the car reports: icon, what it is, and the value. Not touchable.

        Fact { icon: "thermometer"; label: qsTr("Outside"); value: "18°" }
*/
RowLayout {
    id: root

    required property string label
    required property string value
    property string icon: ""
    property bool attention: false

    spacing: Theme.m

    Icon {
        name: root.icon
        size: Theme.iconSmall
        tint: root.attention ? Theme.steady.warm : Theme.steady.muted
        visible: name
    }

    Label {
        Layout.fillWidth: true
        muted: true
        size: Theme.textSmall
        text: root.label
        wrapMode: Text.Wrap
    }

    Label {
        color: root.attention ? Theme.color.warm : Theme.color.ink
        size: Theme.textLabel
        strong: root.attention
        tabular: true
        text: root.value
    }
}
