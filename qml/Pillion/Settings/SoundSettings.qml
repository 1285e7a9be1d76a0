import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
How loud all of it is, and guidance and calls beside the rest.
*/
ColumnLayout {
    id: root

    required property SettingsViewModel settings

    spacing: Theme.l

    SettingRow {
        Layout.fillWidth: true
        title: qsTr("Volume")

        Slider {
            Layout.fillWidth: true
            confirmed: root.settings.volume
            name: qsTr("Volume")
            objectName: "settings.volume"
            stepSize: 2
            to: 100

            onWanted: value => root.settings.request("sound.volume", Math.round(value))
        }
    }

    SettingRow {
        Layout.fillWidth: true
        detail: qsTr("Beside music and radio")
        title: qsTr("Guidance")

        Slider {
            Layout.fillWidth: true
            confirmed: root.settings.guidanceVolume
            name: qsTr("Guidance")
            objectName: "settings.volume.guidance"
            stepSize: 5
            to: 100

            onWanted: value => root.settings.request("sound.guidance_volume", Math.round(value))
        }
    }

    SettingRow {
        Layout.fillWidth: true
        title: qsTr("Calls")

        Slider {
            Layout.fillWidth: true
            confirmed: root.settings.callVolume
            name: qsTr("Calls")
            objectName: "settings.volume.call"
            stepSize: 5
            to: 100

            onWanted: value => root.settings.request("sound.call_volume", Math.round(value))
        }
    }
}
