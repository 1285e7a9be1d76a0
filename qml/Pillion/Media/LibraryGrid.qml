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

    readonly property int across: Math.max(2, Math.floor(width / Theme.dp(Theme.small ? 176 : 204)))
    required property MediaViewModel media
    readonly property int space: Theme.dp(18)

    boundsBehavior: Flickable.StopAtBounds
    cellHeight: Math.round((cellWidth - space) * 0.72) + Theme.dp(88)
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
                    height: Math.round(parent.width * 0.72)
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
                    y: Math.round(album.width * 0.72) + Theme.dp(6)

                    Label {
                        color: place.playing ? Theme.color.accent : Theme.color.ink
                        elide: Text.ElideRight
                        size: Theme.textLabel
                        strong: true
                        text: place.title
                        width: parent.width
                    }

                    Label {
                        elide: Text.ElideRight
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
