import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme

/*!
A control unit that was asked and has no fault to tell.
*/
RowLayout {
    id: root

    required property string detail
    required property string key
    required property string name

    Accessible.name: name + ": " + detail
    Accessible.role: Accessible.StaticText
    Layout.preferredHeight: Theme.dp(72)
    spacing: Theme.l

    Icon {
        name: "check"
        size: Theme.iconLarge
        tint: Theme.steady.good
    }

    Label {
        Layout.fillWidth: true
        objectName: "vehicle.diagnostics.unit." + root.key
        size: Theme.textLabel
        text: root.name
        wrapMode: Text.Wrap
    }

    Label {
        muted: true
        size: Theme.textSmall
        text: root.detail
    }
}
