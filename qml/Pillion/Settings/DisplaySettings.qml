pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Look, day and night, brightness, size, and the side one drives on.
*/
ColumnLayout {
    id: root

    required property SettingsViewModel settings

    spacing: Theme.l

    SettingRow {
        Layout.fillWidth: true
        title: qsTr("Style")

        Flow {
            Layout.fillWidth: true
            spacing: Theme.s

            Repeater {
                model: root.settings.brands

                delegate: Button {
                    required property string brandId
                    required property string name

                    Accessible.role: Accessible.RadioButton
                    active: brandId === root.settings.brand
                    objectName: "settings.style." + brandId
                    text: name

                    onClicked: root.settings.request("display.brand", brandId)
                }
            }
        }
    }

    SettingRow {
        Layout.fillWidth: true
        title: qsTr("Day and night")

        Segmented {
            Layout.fillWidth: true
            current: root.settings.theme
            keys: ["auto", "day", "night"]
            names: [qsTr("Automatic"), qsTr("Day"), qsTr("Night")]
            objectName: "settings.theme"
            pending: root.settings.pending === "display.theme"

            onChosen: key => root.settings.request("display.theme", key)
        }
    }

    SettingRow {
        Layout.fillWidth: true
        title: qsTr("Brightness")

        Slider {
            Layout.fillWidth: true
            confirmed: root.settings.brightness
            from: 5
            name: qsTr("Brightness")
            objectName: "settings.brightness"
            stepSize: 5
            to: 100

            onWanted: value => root.settings.request("display.brightness", Math.round(value))
        }
    }

    SettingRow {
        Layout.fillWidth: true
        title: qsTr("Size of text and controls")

        Segmented {
            Layout.fillWidth: true
            current: root.settings.scale < 0.95 ? "0.9" : root.settings.scale < 1.05 ? "1.0" :
                                                                                       "1.15"
            keys: ["0.9", "1.0", "1.15"]
            names: [qsTr("Smaller"), qsTr("Normal"), qsTr("Larger")]
            objectName: "settings.scale"
            pending: root.settings.pending === "display.scale"

            onChosen: key => root.settings.request("display.scale", Number(key))
        }
    }

    SettingRow {
        Layout.fillWidth: true
        detail: qsTr("Where the driver sits")
        title: qsTr("Driver's side")

        Segmented {
            Layout.fillWidth: true
            current: root.settings.driveSide
            keys: ["left", "right"]
            names: [qsTr("Left"), qsTr("Right")]
            objectName: "settings.side"
            pending: root.settings.pending === "display.drive_side"

            onChosen: key => root.settings.request("display.drive_side", key)
        }
    }
}
