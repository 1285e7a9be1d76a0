pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
What temperatures, distances, pressures and the time are told in.
*/
ColumnLayout {
    id: root

    required property SettingsViewModel settings

    spacing: Theme.l

    SettingRow {
        Layout.fillWidth: true
        title: qsTr("Temperature")

        Choice {
            current: root.settings.temperatureUnit
            key: "units.temperature"
            keys: ["C", "F"]
            names: ["°C", "°F"]
            objectName: "settings.temperature"
        }
    }

    SettingRow {
        Layout.fillWidth: true
        title: qsTr("Distance")

        Choice {
            current: root.settings.distanceUnit
            key: "units.distance"
            keys: ["km", "mi"]
            names: [qsTr("Kilometres"), qsTr("Miles")]
            objectName: "settings.distance"
        }
    }

    SettingRow {
        Layout.fillWidth: true
        title: qsTr("Tyre pressure")

        Choice {
            current: root.settings.pressureUnit
            key: "units.pressure"
            keys: ["bar", "psi", "kpa"]
            names: ["bar", "psi", "kPa"]
            objectName: "settings.pressure"
        }
    }

    SettingRow {
        Layout.fillWidth: true
        title: qsTr("Time")

        Choice {
            current: root.settings.clock
            key: "units.clock"
            keys: ["24", "12"]
            names: [qsTr("24 hours"), qsTr("12 hours")]
            objectName: "settings.clock"
        }
    }

    component Choice: Segmented {
        required property string key

        Layout.fillWidth: true
        pending: root.settings.pending === key

        onChosen: value => root.settings.request(key, value)
    }
}
