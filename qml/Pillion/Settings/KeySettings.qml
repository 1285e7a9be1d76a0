pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
What the car's hard keys do; a tap on a row teaches its key.
*/
ColumnLayout {
    id: root

    required property KeysViewModel keys
    required property RestrictionsViewModel restrictions

    spacing: Theme.s

    Label {
        Layout.fillWidth: true
        muted: true
        objectName: "settings.keys.hint"
        size: Theme.textLabel
        text: !root.keys.available ? root.keys.problem : root.restrictions.setup ? qsTr(
                                                                                       "Choose what a key shall do, then press it.") :
                                                                                   qsTr("Keys can be taught when the car is parked.")
        wrapMode: Text.Wrap
    }

    Repeater {
        model: root.keys.keys

        delegate: RowLayout {
            id: key

            required property string action
            required property string detail
            required property string iconName
            required property bool known
            required property bool taught
            required property string title

            spacing: Theme.s

            ListRow {
                Layout.fillWidth: true
                detail: key.detail
                enabled: root.restrictions.setup && root.keys.available
                iconName: key.iconName
                objectName: "settings.keys." + key.action
                title: key.title
                trailingIcon: "chevron-right"

                onClicked: root.keys.teach(key.action)
            }

            IconButton {
                enabled: root.restrictions.setup && root.keys.available
                icon.name: "x"
                iconSize: Theme.iconNormal
                objectName: "settings.keys.forget." + key.action
                quiet: true
                text: qsTr("Forget the key for %1").arg(key.title)
                visible: key.taught

                onClicked: root.keys.forget(key.action)
            }
        }
    }
}
