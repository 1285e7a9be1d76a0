pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
What is wrong with the car now and what was, and when it wants to see a workshop.
*/
GridLayout {
    id: root

    required property ShellViewModel shell
    property string view: "now"
    readonly property WarningsViewModel warnings: shell.warnings

    columnSpacing: Theme.gap
    columns: Theme.portrait ? 1 : 2
    rowSpacing: Theme.gap

    Component.onCompleted: root.warnings?.requestHistory()
    onViewChanged: root.warnings?.requestHistory()

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.dp(Theme.small ? 540 : 740)

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Theme.pad
            spacing: Theme.s

            Tabs {
                Layout.topMargin: -Theme.s
                current: root.view
                keys: ["now", "history"]
                names: [qsTr("Now"), qsTr("Earlier")]
                objectName: "vehicle.warnings.tab"

                onChosen: key => root.view = key
            }

            WarningList {
                Layout.fillHeight: true
                Layout.fillWidth: true
                nothing: root.warnings.allWell ? qsTr("All is well") : qsTr("No warnings known")
                visible: root.view === "now"
                warnings: root.warnings.model
            }

            WarningList {
                Layout.fillHeight: true
                Layout.fillWidth: true
                nothing: qsTr("Nothing so far")
                visible: root.view === "history"
                warnings: root.warnings.history
            }
        }
    }

    ServiceCard {
        Layout.fillHeight: !Theme.portrait
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.dp(420)
        Layout.preferredWidth: Theme.dp(Theme.small ? 280 : 370)
        shell: root.shell
    }
}
