import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.ViewModels

/*!
Something that can be set of a phone: one of a few, or a text.
*/
SettingRow {
    id: root

    required property list<string> keys
    required property list<string> names
    required property PhonesViewModel phones
    required property RestrictionsViewModel restrictions
    required property string value
    required property string what

    Segmented {
        Layout.fillWidth: true
        current: root.value
        enabled: root.restrictions.setup
        keys: root.keys
        names: root.names
        objectName: "settings.phone.option." + root.what
        visible: root.keys.length > 0

        onChosen: key => root.phones.setOption(root.what, key)
    }

    TextField {
        Layout.fillWidth: true
        allowed: root.restrictions.keyboard && root.restrictions.setup
        name: root.title
        objectName: "settings.phone.option." + root.what + ".text"
        text: root.value
        visible: root.keys.length === 0

        onAccepted: root.phones.setOption(root.what, text)
    }
}
