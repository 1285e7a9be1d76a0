pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
What the car's control units know to be wrong: one sentence, the codes, their self-tests and live values.
*/
Item {
    id: root

    readonly property DiagnosticsViewModel diagnostics: shell.diagnostics
    readonly property bool moving: shell.restrictions.state === "moving"
    required property ShellViewModel shell
    property string view: Theme.small ? "codes" : "tests"

    GridLayout {
        anchors.fill: parent
        columnSpacing: Theme.gap
        columns: Theme.small || Theme.portrait ? 1 : 2
        // What lies below a sheet waits, for a knob too.
        enabled: !detail.opened && !question.opened
        rowSpacing: Theme.gap
        visible: root.diagnostics.checked

        Card {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.dp(760)
            Layout.preferredWidth: Theme.dp(640)

            ColumnLayout {
                anchors.fill: parent
                anchors.margins: Theme.pad
                spacing: Theme.s

                Tabs {
                    Layout.topMargin: -Theme.s
                    current: root.view
                    keys: ["codes", "tests", "values"]
                    names: [qsTr("Codes"), qsTr("Self-tests"), qsTr("Values")]
                    objectName: "vehicle.diagnostics.tab"
                    visible: Theme.small && !root.moving

                    onChosen: key => root.view = key
                }

                DiagnosticsHealth {
                    Layout.fillWidth: true
                    diagnostics: root.diagnostics
                    visible: !Theme.small || root.moving || root.view === "codes"
                }

                DiagnosticsCodes {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    diagnostics: root.diagnostics
                    driving: root.moving
                    visible: !Theme.small || root.moving || root.view === "codes"
                }

                Loader {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    active: Theme.small && !root.moving && root.view !== "codes"
                    sourceComponent: root.view === "values" ? values : tests
                    visible: active
                }
            }
        }

        Card {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.dp(700)
            Layout.preferredWidth: Theme.dp(480)
            visible: !Theme.small

            ColumnLayout {
                anchors.fill: parent
                anchors.margins: Theme.pad
                spacing: Theme.s
                visible: !root.moving

                Tabs {
                    Layout.topMargin: -Theme.s
                    current: root.view
                    keys: ["tests", "values"]
                    names: [qsTr("Self-tests"), qsTr("Values")]
                    objectName: "vehicle.diagnostics.tab"

                    onChosen: key => root.view = key
                }

                Loader {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    active: !Theme.small && !root.moving
                    sourceComponent: root.view === "values" ? values : tests
                }
            }

            EmptyState {
                anchors.fill: parent
                icon: "stethoscope"
                text: qsTr("Details wait until the car stands still.")
                visible: root.moving
            }
        }
    }

    DiagnosticsAway {
        anchors.fill: parent
        diagnostics: root.diagnostics
        still: root.moving
        visible: !root.diagnostics.checked
    }

    DiagnosticsDetail {
        id: detail

        anchors.fill: parent
        detail: root.diagnostics.detail
    }

    DiagnosticsConfirm {
        id: question

        anchors.fill: parent
        clearing: root.diagnostics.clearing
    }

    Component {
        id: tests

        DiagnosticsTests {
            diagnostics: root.diagnostics
        }
    }

    Component {
        id: values

        DiagnosticsValues {
            diagnostics: root.diagnostics
        }
    }
}
