pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Albums by their covers.
*/
GridView {
    id: root

    readonly property int across: Theme.portrait ? 3 : Math.max(2, Math.floor(width / Theme.dp(
                                                                                  206)))

    required property MediaViewModel media
    readonly property real shape: Theme.portrait ? 0.9 : 0.72
    readonly property int space: Theme.dp(18)

    boundsBehavior: Flickable.StopAtBounds
    cellHeight: Math.round((cellWidth - space) * shape) + Theme.dp(88)
    cellWidth: Math.floor(width / across)
    clip: true
    model: visible ? media.library : null
    objectName: "media.library.grid"

    delegate: Item {
        id: place

        required property string art
        required property string itemId
        required property bool playing
        required property string subtitle
        required property string title

        height: root.cellHeight
        width: root.cellWidth

        T.AbstractButton {
            id: album

            Accessible.id: objectName
            Accessible.name: place.title + ", " + place.subtitle
            anchors.fill: parent
            anchors.rightMargin: root.space
            objectName: "media.album." + place.itemId
            text: place.title

            background: Item {
                Art {
                    art: place.art
                    corner: Math.min(Theme.radiusArt, Theme.dp(18))
                    fallback: "disc-3"
                    height: Math.round(parent.width * root.shape)
                    width: parent.width

                    Rectangle {
                        anchors.fill: parent
                        color: Theme.color.ink
                        opacity: album.down ? Theme.pressed : 0
                        radius: parent.corner
                    }

                    FocusRing {
                        shown: album.visualFocus
                    }
                }
            }
            contentItem: Item {
                Column {
                    anchors.left: parent.left
                    anchors.right: parent.right
                    y: Math.round(album.width * root.shape) + Theme.dp(6)

                    Label {
                        color: place.playing ? Theme.color.accent : Theme.color.ink
                        elide: Text.ElideRight
                        // One box a line: rows align whatever the script.
                        height: Theme.dp(38)
                        size: Theme.textLabel
                        strong: true
                        text: place.title
                        width: parent.width
                    }

                    Label {
                        elide: Text.ElideRight
                        height: Theme.dp(36)
                        muted: true
                        size: Theme.textSmall
                        text: place.subtitle
                        width: parent.width
                    }
                }
            }

            onClicked: root.media.browse("album:" + place.itemId)
        }
    }
}
