pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The six digits that a phone shows, typed on keys of the car.
*/
GridLayout {
    id: root

    property string code: ""
    readonly property bool full: code.length === 6
    required property SetupViewModel setup

    columnSpacing: Theme.l
    columns: width > Theme.dp(620) ? 2 : 1
    rowSpacing: Theme.m

    ColumnLayout {
        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        spacing: Theme.m

        Label {
            Layout.fillWidth: true
            size: Theme.textSmall
            text: qsTr(
                      "On the phone: Developer options, Wireless debugging, Pair device with pairing code. Leave that page open.")
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            objectName: "projection.setup.code"
            size: Theme.textTitle
            strong: true
            tabular: true
            text: (root.code + "––––––").slice(0, 6).split("").join(" ")
        }

        Label {
            Layout.fillWidth: true
            muted: true
            size: Theme.textSmall
            text: root.setup.pairingText
            visible: text
            wrapMode: Text.Wrap
        }

        Button {
            enabled: root.full && root.setup.pairing !== "pairing"
            objectName: "projection.setup.pair"
            pending: root.setup.pairing === "pairing"
            primary: true
            text: qsTr("Pair")

            onClicked: root.setup.pair(root.code, "")
        }
    }

    GridLayout {
        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: false
        columnSpacing: 0
        columns: 3
        rowSpacing: 0

        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0"]

            delegate: Key {
                required property string modelData

                enabled: modelData !== "" && !root.full
                objectName: "projection.setup.digit." + modelData
                opacity: modelData === "" ? 0 : 1
                text: modelData

                onClicked: root.code += modelData
            }
        }

        Key {
            enabled: root.code !== ""
            icon.name: "delete"
            objectName: "projection.setup.digit.delete"
            text: qsTr("Delete")

            onClicked: root.code = root.code.slice(0, -1)
        }
    }
}
