pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
One phone: connecting it, what it asks for, whether it comes first, what can be set, and what was agreed with it.
*/
ColumnLayout {
    id: root

    required property PhonesViewModel phones
    required property RestrictionsViewModel restrictions

    spacing: Theme.m

    PhoneHeading {
        Layout.fillWidth: true
        detail: [root.phones.kindName, root.phones.stateText].filter(part => part).join(" · ")
        phones: root.phones
        title: root.phones.name
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.m
        visible: root.phones.prompt

        TextField {
            id: secret

            Layout.fillWidth: true
            allowed: root.restrictions.keyboard && root.restrictions.setup
            echoMode: TextInput.Password
            name: root.phones.prompt
            objectName: "settings.phone.secret"

            onAccepted: give.clicked()
        }

        Button {
            id: give

            enabled: secret.text !== "" && root.restrictions.setup
            objectName: "settings.phone.provide"
            primary: true
            text: qsTr("OK")

            onClicked: {
                root.phones.provide(secret.text);
                secret.clear();
            }
        }
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.m

        Button {
            enabled: root.restrictions.setup
            objectName: "settings.phone.trust"
            primary: true
            text: qsTr("Trust it")
            visible: root.phones.trustAsked

            onClicked: root.phones.provide("")
        }

        Button {
            objectName: "settings.phone.connect"
            pending: root.phones.pending
            text: root.phones.connected ? qsTr("Disconnect") : qsTr("Connect")
            visible: root.phones.whole

            onClicked: root.phones.connected ? root.phones.disconnectShown() :
                                               root.phones.connectShown()
        }

        Button {
            active: root.phones.preferred
            icon.name: "star"
            objectName: "settings.phone.prefer"
            text: qsTr("Comes first")

            onClicked: root.phones.prefer(!root.phones.preferred)
        }

        Button {
            enabled: root.restrictions.setup
            icon.name: "x"
            objectName: "settings.phone.forget"
            text: qsTr("Forget")

            onClicked: root.phones.forget()
        }
    }

    Repeater {
        model: root.phones.options

        delegate: PhoneOption {
            Layout.fillWidth: true
            phones: root.phones
            restrictions: root.restrictions
        }
    }

    Repeater {
        model: root.phones.facts

        delegate: PhoneFact {
            Layout.fillWidth: true
        }
    }
}
