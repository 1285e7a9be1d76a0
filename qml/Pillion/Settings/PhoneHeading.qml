import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The way back to the list of phones, what this is about, and why the last wish was not met.
*/
ColumnLayout {
    id: root

    property string detail: ""
    required property PhonesViewModel phones
    required property string title

    spacing: Theme.s

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.m

        IconButton {
            directional: true
            icon.name: "arrow-left"
            objectName: "settings.phone.back"
            text: qsTr("Back")

            onClicked: root.phones.back()
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Label {
                Layout.fillWidth: true
                elide: Text.ElideRight
                objectName: "projection.device.title"
                strong: true
                text: root.title
            }

            Label {
                Layout.fillWidth: true
                muted: true
                objectName: "settings.phone.state"
                size: Theme.textSmall
                text: root.detail
                visible: text
                wrapMode: Text.Wrap
            }
        }
    }

    Label {
        Layout.fillWidth: true
        color: Theme.color.warm
        objectName: "settings.phone.problem"
        size: Theme.textLabel
        text: root.phones.problem
        visible: text
        wrapMode: Text.Wrap
    }
}
