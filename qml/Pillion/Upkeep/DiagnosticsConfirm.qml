pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Whether the codes shall really be cleared.
*/
Sheet {
    id: root

    readonly property bool asked: clearing.asked
    required property ClearCodesViewModel clearing

    name: qsTr("Clear codes")

    onAskedChanged: asked ? open() : close()
    onOpenedChanged: if (!opened)
                         clearing.abandon()

    ColumnLayout {
        spacing: Theme.m
        width: parent?.width ?? 0

        Label {
            Layout.fillWidth: true
            strong: true
            text: qsTr("Clear all codes?")
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            muted: true
            size: Theme.textLabel
            text: qsTr(
                      "They come back if the fault is still there. A list of them is kept, and the car repeats its self-tests.")
            wrapMode: Text.Wrap
        }

        RowLayout {
            Layout.alignment: Qt.AlignRight
            Layout.topMargin: Theme.s
            spacing: Theme.apart

            Button {
                objectName: "vehicle.diagnostics.keep"
                text: qsTr("Keep them")

                onClicked: root.close()
            }

            Button {
                objectName: "vehicle.diagnostics.confirm"
                primary: true
                text: qsTr("Clear codes")

                onClicked: root.clearing.confirm()
            }
        }
    }
}
