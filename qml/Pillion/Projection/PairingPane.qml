import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Two ways to pair a phone that has wireless debugging: it scans the car's picture, or the car gets the phone's digits.
*/
ColumnLayout {
    id: root

    readonly property bool allowed: shell.restrictions.setup
    readonly property SetupViewModel setup: shell.projection.setup
    required property ShellViewModel shell
    property string way: "scan"

    spacing: Theme.m

    Segmented {
        Layout.fillWidth: true
        current: root.way
        keys: ["scan", "code", "usb"]
        names: [qsTr("Scan"), qsTr("Digits"), qsTr("Cable")]
        objectName: "projection.setup.way"

        onChosen: key => root.way = key
    }

    Label {
        Layout.fillWidth: true
        muted: true
        size: Theme.textSmall
        text: qsTr("Pairing is for when the car is parked.")
        visible: !root.allowed && root.way !== "usb"
        wrapMode: Text.Wrap
    }

    ScanPane {
        Layout.fillWidth: true
        setup: root.setup
        visible: root.allowed && root.way === "scan"
    }

    CodePane {
        Layout.fillWidth: true
        setup: root.setup
        visible: root.allowed && root.way === "code"
    }

    SetupNote {
        Layout.fillWidth: true
        icon: "plug"
        text: qsTr(
                  "On the phone: Settings, About phone, tap the build number seven times. Then Developer options, USB debugging. Plug it in and unlock it.")
        title: qsTr("By cable")
        visible: root.way === "usb"
    }
}
