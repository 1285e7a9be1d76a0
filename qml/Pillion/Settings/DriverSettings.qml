pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Who drives: each driver has settings of their own.
*/
ColumnLayout {
    id: root

    required property RestrictionsViewModel restrictions
    required property SettingsViewModel settings

    function add(): void {
    const name = field.text.trim();
    if (name) {
        settings.createProfile(name);
        field.clear();
    }
    }

        spacing: Theme.s

        Repeater {
            model: root.settings.profiles

            delegate: RowLayout {
                id: driver

                required property bool active
                required property string name
                required property string profileId

                spacing: Theme.s

                ListRow {
                    Accessible.role: Accessible.RadioButton
                    Layout.fillWidth: true
                    active: driver.active
                    iconName: "user-round"
                    objectName: "settings.driver." + driver.profileId
                    title: driver.name
                    trailingIcon: driver.active ? "check" : ""

                    onClicked: root.settings.selectProfile(driver.profileId)
                }

                IconButton {
                    enabled: root.restrictions.setup
                    icon.name: "x"
                    iconSize: Theme.iconNormal
                    objectName: "settings.driver.remove." + driver.profileId
                    quiet: true
                    text: qsTr("Remove %1").arg(driver.name)
                    visible: !driver.active

                    onClicked: root.settings.removeProfile(driver.profileId)
                }
            }
        }

        RowLayout {
            Layout.topMargin: Theme.s
            spacing: Theme.m

            TextField {
                id: field

                Layout.fillWidth: true
                allowed: root.restrictions.keyboard
                name: qsTr("New driver")
                objectName: "settings.driver.name"

                onAccepted: root.add()
            }

            Button {
                enabled: root.restrictions.setup && field.text.trim() !== ""
                icon.name: "user-plus"
                objectName: "settings.driver.add"
                text: qsTr("Add")

                onClicked: root.add()
            }
        }
    }
