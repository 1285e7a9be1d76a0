import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme

/*!
Something that was agreed with a phone, as the protocol calls it.
*/
ColumnLayout {
    id: root

    required property string group
    required property string name
    required property string value

    spacing: 0

    Label {
        Layout.fillWidth: true
        Layout.topMargin: Theme.m
        objectName: "settings.phone.fact.group"
        size: Theme.textLabel
        strong: true
        text: root.group
        visible: text
    }

    RowLayout {
        spacing: Theme.l

        Label {
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: Theme.dp(240)
            muted: true
            objectName: "settings.phone.fact.name"
            size: Theme.textSmall
            text: root.name
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            objectName: "settings.phone.fact.value"
            size: Theme.textSmall
            text: root.value
            wrapMode: Text.Wrap
        }
    }
}
