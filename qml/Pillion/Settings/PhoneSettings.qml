pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The phones this car knows, and a new one by its address.
*/
ColumnLayout {
    id: root

    required property ProjectionViewModel projection
    required property RestrictionsViewModel restrictions

    function add(): void {
    const address = field.text.trim();
    if (address) {
        projection.addDevice(address);
        field.clear();
    }
    }

        spacing: Theme.s

        Label {
            Layout.fillWidth: true
            muted: true
            objectName: "settings.phone.none"
            size: Theme.textLabel
            text: root.projection.available ? qsTr("No phone is known yet.") :
                                              root.projection.problem
            visible: root.projection.devices.count === 0
            wrapMode: Text.Wrap
        }

        Repeater {
            model: root.projection.devices

            delegate: RowLayout {
                id: phone

                required property bool active
                required property string deviceId
                required property string name
                required property string stateText

                spacing: Theme.s

                ListRow {
                    Layout.fillWidth: true
                    active: phone.active
                    detail: phone.stateText
                    iconName: "smartphone"
                    objectName: "settings.phone." + phone.deviceId
                    title: phone.name

                    onClicked: root.projection.selectDevice(phone.deviceId)
                }

                IconButton {
                    enabled: root.restrictions.setup
                    icon.name: "x"
                    iconSize: Theme.iconNormal
                    objectName: "settings.phone.remove." + phone.deviceId
                    quiet: true
                    text: qsTr("Forget %1").arg(phone.name)

                    onClicked: root.projection.removeDevice(phone.deviceId)
                }
            }
        }

        RowLayout {
            Layout.topMargin: Theme.s
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
                enabled: root.restrictions.setup && field.text.trim() !== ""
                objectName: "settings.phone.add"
                text: qsTr("Connect")

                onClicked: root.add()
            }
        }
    }
