pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.ViewModels

/*!
Each language in its own words.
*/
ColumnLayout {
    id: root

    required property SettingsViewModel settings

    spacing: 0

    Repeater {
        model: root.settings.languages

        delegate: ListRow {
            required property string code
            required property string name

            Accessible.role: Accessible.RadioButton
            Layout.fillWidth: true
            active: code === root.settings.language
            objectName: "settings.language." + code
            title: name
            trailingIcon: active ? "check" : ""

            onClicked: root.settings.request("display.language", code)
        }
    }
}
