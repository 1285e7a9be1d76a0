pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Controls
import Pillion.ViewModels

/*!
Songs and artists, and what waits to be played.
*/
ListView {
    id: root

    required property MediaViewModel media

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    model: visible ? media.library : null
    objectName: "media.library.list"

    delegate: ListRow {
        id: row

        required art
        required property string durationText
        required property string itemId
        required property string kind
        required property bool playing
        required property string subtitle
        required title

        active: playing
        detail: subtitle
        iconName: kind === "artist" ? "user-round" : ""
        objectName: "media.item." + itemId
        trailing: kind === "song" ? durationText : ""
        trailingIcon: kind === "song" ? "" : "chevron-right"
        width: ListView.view.width
        withArt: kind !== "artist"

        onClicked: kind === "song" ? root.media.playItem(itemId) : root.media.browse(kind + ":"
                                                                                     + itemId)
    }
}
