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

    Button {
        Layout.topMargin: Theme.s
        enabled: root.restrictions.setup && root.phones.kinds.count > 0
        icon.name: "plus"
        objectName: "settings.phone.new"
        text: qsTr("Add a phone")

        onClicked: root.phones.startAdding()
    }
}
