pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The trouble codes, the gravest first, and clearing them; while driving the few that matter.
*/
ColumnLayout {
    id: root

    required property DiagnosticsViewModel diagnostics
    required property bool moving

    spacing: Theme.s

    ListView {
        Layout.fillHeight: true
        Layout.fillWidth: true
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        interactive: contentHeight > height
        model: root.diagnostics.codes
        spacing: Theme.xs

        delegate: DiagnosticsCode {
            enabled: !root.moving
            width: ListView.view.width

            onClicked: root.diagnostics.detail.open(key)
        }

        EmptyState {
            anchors.fill: parent
            icon: "check"
            text: qsTr("The car's control units report nothing.")
            visible: root.diagnostics.count === 0
        }
    }

    Label {
        Layout.fillWidth: true
        muted: true
        objectName: "vehicle.diagnostics.left"
        size: Theme.textSmall
        text: qsTr("More when the car stands still.")
        visible: root.moving && root.diagnostics.left > 0
        wrapMode: Text.Wrap
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.l
        visible: !root.moving && (root.diagnostics.count > 0 || root.diagnostics.clearing.said)

        Label {
            Layout.fillWidth: true
            muted: true
            objectName: "vehicle.diagnostics.said"
            size: Theme.textSmall
            text: root.diagnostics.clearing.said || root.diagnostics.clearing.why
            wrapMode: Text.Wrap
        }

        Button {
            enabled: root.diagnostics.clearing.allowed
            objectName: "vehicle.diagnostics.clear"
            pending: root.diagnostics.clearing.pending
            text: qsTr("Clear codes")
            visible: root.diagnostics.count > 0

            onClicked: root.diagnostics.clearing.prepare()
        }
    }
}
