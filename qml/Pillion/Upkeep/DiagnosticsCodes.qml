pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The trouble codes, the gravest first, and clearing them; while driving the few that matter. Without any: who was asked.
*/
Flickable {
    id: root

    required property DiagnosticsViewModel diagnostics
    required property bool driving

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: body.implicitHeight
    interactive: contentHeight > height

    ColumnLayout {
        id: body

        spacing: Theme.xs
        width: root.width

        Repeater {
            model: root.diagnostics.codes

            delegate: DiagnosticsCode {
                Layout.fillWidth: true
                enabled: !root.driving

                onClicked: root.diagnostics.detail.open(key)
            }
        }

        Repeater {
            model: root.diagnostics.units

            delegate: DiagnosticsUnit {
                Layout.fillWidth: true
                visible: root.diagnostics.count === 0
            }
        }

        Label {
            Layout.fillWidth: true
            muted: true
            objectName: "vehicle.diagnostics.left"
            size: Theme.textSmall
            text: qsTr("More when the car stands still.")
            visible: root.driving && root.diagnostics.left > 0
            wrapMode: Text.Wrap
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.s
            spacing: Theme.l
            visible: !root.driving && (root.diagnostics.count > 0 || root.diagnostics.clearing.said)

            Button {
                enabled: root.diagnostics.clearing.allowed
                objectName: "vehicle.diagnostics.clear"
                pending: root.diagnostics.clearing.pending
                text: qsTr("Clear codes")
                visible: root.diagnostics.count > 0

                onClicked: root.diagnostics.clearing.prepare()
            }

            Label {
                Layout.fillWidth: true
                muted: true
                objectName: "vehicle.diagnostics.said"
                size: Theme.textSmall
                text: root.diagnostics.clearing.said || root.diagnostics.clearing.why
                wrapMode: Text.Wrap
            }
        }
    }
}
