pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The phones this car knows; a tap leads to one of them.
*/
ColumnLayout {
    id: root

    required property PhonesViewModel phones
    required property ProjectionViewModel projection
    required property RestrictionsViewModel restrictions
    required property SettingsViewModel settings

    spacing: Theme.s

    Label {
        Layout.fillWidth: true
        muted: true
        objectName: "settings.phone.none"
        size: Theme.textLabel
        text: root.projection.available ? qsTr("No phone is known yet.") : root.projection.problem
        visible: root.phones.phones.count === 0
        wrapMode: Text.Wrap
    }

    Repeater {
        model: root.phones.phones

        delegate: ListRow {
            required detail
            required property string deviceId
            required property string name
            required property bool preferred
            required property bool ready

            Layout.fillWidth: true
            active: ready
            iconName: preferred ? "star" : "smartphone"
            objectName: "settings.phone." + deviceId
            title: name
            trailingIcon: "chevron-right"

            onClicked: root.phones.show(deviceId)
        }
    }

    SettingRow {
        Layout.fillWidth: true
        Layout.topMargin: Theme.s
        title: qsTr("Connect phones by themselves")

        Switch {
            Layout.alignment: Qt.AlignRight
            name: qsTr("Connect phones by themselves")
            objectName: "settings.phone.autoconnect"
            on: root.settings.autoconnect

            onClicked: root.settings.request("projection.autoconnect", !root.settings.autoconnect)
        }
    }

    Button {
        Layout.topMargin: Theme.s
        enabled: root.restrictions.setup && root.phones.kinds.count > 0
        icon.name: "plus"
        objectName: "settings.phone.new"
        text: qsTr("Add a phone")

        onClicked: root.phones.startAdding()
    }
}
