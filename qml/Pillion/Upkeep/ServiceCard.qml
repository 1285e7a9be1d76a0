import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
When the next service is due.
*/
Card {
    id: root

    readonly property bool early: service.state === "later" || service.state === "unknown"
    readonly property MaintenanceViewModel service: shell.maintenance
    required property ShellViewModel shell

    Scroll {
        anchors.fill: parent
        anchors.margins: Theme.pad

        RowLayout {
            spacing: Theme.m

            TellTale {
                hue: root.early ? "green" : "amber"
                symbol: "iso-service"
            }

            Label {
                Layout.fillWidth: true
                strong: true
                text: qsTr("Next service")
                wrapMode: Text.Wrap
            }
        }

        Figure {
            Layout.fillWidth: true
            label: root.service.state !== "due" && root.service.distanceText && root.service.timeText
                   ? qsTr("or %1").arg(root.service.timeText) : ""
            objectName: "vehicle.warnings.service"
            size: root.width < Theme.dp(340) ? Theme.textHeadline : Theme.textDisplay
            tone: root.early ? Theme.color.ink : Theme.color.warm
            value: root.service.state === "due" ? qsTr("Due now") : root.service.distanceText
                                                  || root.service.timeText
            visible: value
        }

        Item {
            Layout.fillHeight: true
        }

        Label {
            Layout.fillWidth: true
            muted: root.early
            size: Theme.textSmall
            text: root.service.text || qsTr("This car does not tell when.")
            wrapMode: Text.Wrap
        }

        Fact {
            Layout.fillWidth: true
            icon: "gauge"
            label: qsTr("Odometer")
            objectName: "vehicle.warnings.odometer"
            value: root.shell.vehicle.odometerText
        }
    }
}
