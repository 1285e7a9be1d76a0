import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
How the car is, in one sentence, when that was read, and reading it anew.
*/
ColumnLayout {
    id: root

    required property DiagnosticsViewModel diagnostics
    readonly property string level: diagnostics.healthLevel

    spacing: Theme.xs

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.l

        TellTale {
            hue: root.level
            size: Theme.iconLarge
            symbol: root.level === "green" ? "shield-check" : root.level === "red" ? "octagon-alert" :
                                                                                     root.level
                                                                                     === "amber"
                                                                                     ? "triangle-alert" :
                                                                                       "info"
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Label {
                Layout.fillWidth: true
                objectName: "vehicle.diagnostics.health"
                size: Theme.portrait ? Theme.textTitle : Theme.textLabel
                strong: true
                text: root.diagnostics.health
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                muted: true
                objectName: "vehicle.diagnostics.checked"
                size: Theme.textSmall
                text: root.diagnostics.problem || root.diagnostics.checkedText
                wrapMode: Text.Wrap
            }
        }

        IconButton {
            icon.name: root.diagnostics.scanning ? "x" : "rotate-cw"
            objectName: "vehicle.diagnostics.look"
            raised: true
            text: root.diagnostics.scanning ? qsTr("Stop") : qsTr("Check again")

            onClicked: root.diagnostics.scanning ? root.diagnostics.cancel() : root.diagnostics.look(
                                                       )
        }
    }

    Meter {
        Layout.fillWidth: true
        implicitHeight: Theme.dp(4)
        opacity: root.diagnostics.scanning ? 1 : 0
        value: root.diagnostics.progress
    }
}
