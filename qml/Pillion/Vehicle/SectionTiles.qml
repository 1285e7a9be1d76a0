pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The sections of the Vehicle page as tiles, for a panel that has no room for list and section side by side.
*/
Flickable {
    id: root

    required property SectionModel model

    signal chosen(key: string)

    //! Scroll as little as shows the tile whole.
    function reveal(tile: Item): void {
    contentY = Math.max(0, Math.min(contentHeight - height, Math.max(tile.y + tile.height - height,
    Math.min(contentY, tile.y))));
}

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: tiles.implicitHeight
    interactive: contentHeight > height

    GridLayout {
        id: tiles

        columnSpacing: Theme.gap
        columns: 4
        rowSpacing: Theme.gap
        uniformCellWidths: true
        width: root.width

        Repeater {
            model: root.model

            delegate: T.AbstractButton {
                id: tile

                required property string key
                required property string symbol
                required property string title

                Accessible.id: objectName
                Accessible.name: text
                Accessible.role: Accessible.Button
                Layout.fillWidth: true
                Layout.preferredHeight: Math.max(Theme.dp(118), Math.floor((root.height - 2
                                                                            * Theme.gap) / 3))
                focusPolicy: Qt.StrongFocus
                objectName: "vehicle.list." + key
                padding: Theme.s
                text: title

                background: Rectangle {
                    color: tile.down ? Theme.color.raised : Theme.color.card
                    radius: Theme.radiusTile

                    FocusRing {
                        anchors.margins: 0
                        shown: tile.visualFocus
                    }
                }
                contentItem: Item {
                    Column {
                        anchors.verticalCenter: parent.verticalCenter
                        spacing: Theme.s
                        width: parent.width

                        Icon {
                            anchors.horizontalCenter: parent.horizontalCenter
                            name: tile.symbol
                            size: Theme.iconLarge
                        }

                        Label {
                            horizontalAlignment: Text.AlignHCenter
                            lineHeight: 0.9
                            size: Theme.textSmall
                            text: tile.title
                            width: parent.width
                            wrapMode: Text.Wrap
                        }
                    }
                }

                onActiveFocusChanged: if (activeFocus)
                                          root.reveal(tile)
                onClicked: root.chosen(tile.key)
            }
        }
    }
}
