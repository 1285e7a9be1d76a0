import QtQuick
import QtQuick.Layouts
import Pillion.Theme

/*!
A setting: what it is, a line of detail, and its control, which moves below when the row is narrow.

SettingRow { title: qsTr("Theme"); Segmented { … } }
*/
GridLayout {
    id: root

    default property alias control: slot.data
    property string detail: ""
    required property string title

    columnSpacing: Theme.xl
    columns: width < Theme.dp(720) ? 1 : 2
    rowSpacing: Theme.s

    ColumnLayout {
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.dp(220)
        spacing: 0

        Label {
            Layout.fillWidth: true
            text: root.title
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            muted: true
            size: Theme.textSmall
            text: root.detail
            visible: text
            wrapMode: Text.Wrap
        }
    }

    ColumnLayout {
        id: slot

        Layout.alignment: Qt.AlignVCenter
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.dp(420)
    }
}
