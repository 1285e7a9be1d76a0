import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
What plays, in words, who plays it and how loud; the last two open a sheet.
*/
ColumnLayout {
    id: root

    required property MediaViewModel media

    signal libraryAsked
    signal sourcesAsked
    signal volumeAsked

    spacing: Theme.xs

    Label {
        Layout.fillWidth: true
        elide: Text.ElideRight
        maximumLineCount: Theme.small || Theme.compact ? 1 : 2
        objectName: "media.player.title"
        size: Theme.compact ? Theme.textTitle : Theme.textValue
        strong: true
        text: root.media.hasTrack ? root.media.title : qsTr("Nothing plays")
        wrapMode: Text.Wrap
    }

    Label {
        Layout.fillWidth: true
        elide: Text.ElideRight
        muted: true
        objectName: "media.player.artist"
        size: Theme.textLabel
        text: root.media.artist
        visible: text
    }

    Label {
        Layout.fillWidth: true
        elide: Text.ElideRight
        muted: true
        objectName: "media.player.album"
        size: Theme.textLabel
        text: root.media.album
        visible: text && !Theme.small && !Theme.compact
    }

    RowLayout {
        Layout.topMargin: Theme.s
        spacing: Theme.s
        visible: root.media.players.count < 2

        Icon {
            name: root.media.silent ? "volume-x" : "disc-3"
            size: Theme.iconSmall
            tint: root.media.silent ? Theme.steady.warm : Theme.steady.muted
        }

        Label {
            Layout.fillWidth: true
            elide: Text.ElideRight
            muted: true
            objectName: "media.player.source"
            size: Theme.textSmall
            text: root.media.silent ? qsTr("No sound") : root.media.playerName
        }
    }

    Flow {
        Layout.fillWidth: true
        Layout.topMargin: Theme.xs
        spacing: Theme.s

        Button {
            Accessible.name: qsTr("Volume")
            horizontalPadding: Theme.l
            icon.name: root.media.volume > 0.5 ? "volume-2" : root.media.volume > 0 ? "volume-1" :
                                                                                      "volume-x"
            objectName: "media.player.volume"
            visible: root.media.canVolume

            onClicked: root.volumeAsked()
        }

        Button {
            Accessible.name: qsTr("Source")
            horizontalPadding: Theme.l
            icon.name: "disc-3"
            objectName: "media.player.sources"
            // On a low panel a second line of buttons would push the page over the climate bar.
            text: !Theme.compact && root.width > Theme.dp(330) ? root.media.playerName : ""
            visible: root.media.players.count > 1

            onClicked: root.sourcesAsked()
        }

        Button {
            horizontalPadding: Theme.l
            icon.name: "list-music"
            objectName: "media.player.library"
            text: qsTr("Library")
            visible: Theme.small

            onClicked: root.libraryAsked()
        }
    }
}
