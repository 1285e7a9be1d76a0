pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The self-tests of the exhaust system: which have run since codes were cleared.
*/
ColumnLayout {
    id: root

    required property DiagnosticsViewModel diagnostics

    spacing: Theme.s

    Label {
        Layout.fillWidth: true
        muted: true
        objectName: "vehicle.diagnostics.tests"
        size: Theme.textSmall
        text: root.diagnostics.monitorText
        wrapMode: Text.Wrap
    }

    ListView {
        Layout.fillHeight: true
        Layout.fillWidth: true
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        interactive: contentHeight > height
        model: root.diagnostics.monitors

        delegate: RowLayout {
            id: test

            required property bool complete
            required property string key
            required property string text
            required property string word

            Accessible.name: text + ": " + word
            Accessible.role: Accessible.StaticText
            height: Math.max(implicitHeight, Theme.dp(60))
            spacing: Theme.l
            width: ListView.view.width

            Icon {
                name: test.complete ? "check" : "history"
                size: Theme.iconSmall
                tint: test.complete ? Theme.steady.good : Theme.steady.muted
            }

            Label {
                Layout.fillWidth: true
                size: Theme.textLabel
                text: test.text
                wrapMode: Text.Wrap
            }

            Label {
                muted: true
                size: Theme.textSmall
                text: test.word
            }
        }
    }
}
