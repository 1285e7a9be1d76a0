pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Pillion.Controls
import Pillion.Theme

/*!
The sections of the Vehicle page as tiles, for a panel that has no room for list and section side by side.
*/
GridView {
    id: root

    signal chosen(key: string)

    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: Theme.dp(2000)
    cellHeight: Math.max(Theme.dp(124), Math.floor(height / 3))
    cellWidth: Math.floor(width / 4)
    clip: true
    interactive: contentHeight > height
    keyNavigationEnabled: false

    delegate: Item {
        id: cell

        required property int index
        required property string key
        required property string symbol
        required property string title

        height: root.cellHeight
        width: root.cellWidth

        T.AbstractButton {
            id: tile

            Accessible.id: objectName
            Accessible.name: text
            Accessible.role: Accessible.Button
            anchors.fill: parent
            anchors.margins: Theme.dp(6)
            focusPolicy: Qt.StrongFocus
            objectName: "vehicle.list." + cell.key
            padding: Theme.s
            text: cell.title

            background: Rectangle {
                color: tile.down ? Theme.color.raised : Theme.color.card
                radius: Theme.radiusTile

                FocusRing {
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
                        name: cell.symbol
                        size: Theme.iconLarge
                    }

                    Label {
                        horizontalAlignment: Text.AlignHCenter
                        lineHeight: 0.9
                        size: Theme.textSmall
                        text: cell.title
                        width: parent.width
                        wrapMode: Text.Wrap
                    }
                }
            }

            onActiveFocusChanged: if (activeFocus)
                                      root.positionViewAtIndex(cell.index, GridView.Contain)
            onClicked: root.chosen(cell.key)
        }
    }
}
