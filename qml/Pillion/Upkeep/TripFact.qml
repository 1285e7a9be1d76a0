import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme

/*!
A value of a trip behind its sign; what it is stands below where there is room.
*/
RowLayout {
    id: root

    required property bool explained
    required property string icon
    required property string name
    required property string value

    Accessible.name: name + " " + value
    Accessible.role: Accessible.StaticText
    Layout.fillWidth: true
    spacing: Theme.m

    Icon {
        name: root.icon
        size: Theme.iconSmall
        tint: Theme.steady.muted
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        Label {
            Layout.fillWidth: true
            size: Theme.textLabel
            tabular: true
            text: root.value
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            muted: true
            size: Theme.textSmall
            text: root.name
            visible: root.explained
            wrapMode: Text.Wrap
        }
    }
}
