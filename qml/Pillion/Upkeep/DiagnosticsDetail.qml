pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
One trouble code: what it says, what to do, and what was so when it appeared.
*/
Sheet {
    id: root

    required property CodeViewModel detail
    readonly property bool wanted: detail.opened

    name: detail.text

    onOpenedChanged: if (!opened)
                         detail.close()
    onWantedChanged: wanted ? open() : close()

    Flickable {
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: body.implicitHeight
        height: Math.min(contentHeight, root.height - 2 * Theme.s - 2 * Theme.pad)
        interactive: contentHeight > height
        width: parent?.width ?? 0

        ColumnLayout {
            id: body

            spacing: Theme.m
            width: parent.width

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.l

                TellTale {
                    hue: root.detail.colour
                    size: Theme.iconLarge
                    symbol: root.detail.symbol
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Label {
                        Layout.fillWidth: true
                        objectName: "vehicle.diagnostics.detail.text"
                        strong: true
                        text: root.detail.text
                        wrapMode: Text.Wrap
                    }

                    Label {
                        Layout.fillWidth: true
                        muted: true
                        size: Theme.textSmall
                        text: root.detail.advice + "  ·  " + root.detail.facts
                        wrapMode: Text.Wrap
                    }
                }

                IconButton {
                    icon.name: "x"
                    objectName: "vehicle.diagnostics.detail.close"
                    text: qsTr("Close")

                    onClicked: root.close()
                }
            }

            Label {
                Layout.fillWidth: true
                muted: true
                objectName: "vehicle.diagnostics.detail.frame"
                size: Theme.textSmall
                text: root.detail.frame.count > 0 ? qsTr("When it appeared") : qsTr(
                                                        "The car kept no values of that moment.")
                wrapMode: Text.Wrap
            }

            DiagnosticsFigures {
                Layout.fillWidth: true
                figures: root.detail.frame
            }
        }
    }
}
