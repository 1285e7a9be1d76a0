pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
A new phone: which way it comes onto the screen, and where it is.
*/
ColumnLayout {
    id: root

    required property PhonesViewModel phones
    required property RestrictionsViewModel restrictions

    function add(): void {
    if (field.text.trim())
    phones.add(field.text);
}

    spacing: Theme.m

    PhoneHeading {
        Layout.fillWidth: true
        phones: root.phones
        title: qsTr("Add a phone")
    }

    Repeater {
        model: root.phones.kinds

        delegate: ListRow {
            required property bool available
            required property string kind
            required property string name
            required property string problem

            Accessible.checked: active
            Accessible.role: Accessible.RadioButton
            Layout.fillWidth: true
            active: root.phones.kind === kind
            detail: problem
            enabled: available
            objectName: "settings.phone.kind." + kind
            title: name
            trailingIcon: active ? "check" : ""

            onClicked: root.phones.chooseKind(kind)
        }
    }

    Label {
        Layout.fillWidth: true
        Layout.topMargin: Theme.s
        muted: true
        objectName: "settings.phone.hint"
        size: Theme.textSmall
        text: root.phones.hint
        visible: text
        wrapMode: Text.Wrap
    }

    RowLayout {
        spacing: Theme.m

        TextField {
            id: field

            Layout.fillWidth: true
            allowed: root.restrictions.keyboard && root.restrictions.setup
            inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoPredictiveText
            name: qsTr("Phone address")
            objectName: "settings.phone.address"

            onAccepted: root.add()
        }

        Button {
            enabled: root.restrictions.setup && field.text.trim() !== "" && root.phones.kind !== ""
                     && !root.phones.pending
            objectName: "settings.phone.add"
            pending: root.phones.pending
            primary: true
            text: qsTr("Connect")

            onClicked: root.add()
        }
    }
}
