import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The cover, what it is, where in it we are, and the transport.
*/
ColumnLayout {
    id: root

    readonly property int above: Math.min(width, room - Theme.dp(150))
    readonly property int beside: Math.min(Math.round(width * 0.57), Theme.dp(420), room)
    readonly property int cover: Math.max(Theme.dp(120), stacked ? above : beside)
    required property MediaViewModel media
    // What the slider and the transport leave.
    readonly property int room: height - Theme.dp(200)
    readonly property bool stacked: above > beside

    signal libraryAsked

    spacing: Theme.s

    GridLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        columnSpacing: Theme.xl
        columns: root.stacked ? 1 : 2
        rowSpacing: Theme.m

        Item {
            Layout.fillHeight: true
            Layout.preferredWidth: root.cover

            Art {
                art: root.media.art
                height: Math.min(parent.width, parent.height)
                width: height
            }
        }

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            spacing: Theme.xs

            Label {
                Layout.fillWidth: true
                elide: Text.ElideRight
                maximumLineCount: 2
                objectName: "media.player.title"
                size: Theme.textValue
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
                visible: text
            }

            RowLayout {
                Layout.topMargin: Theme.s
                spacing: Theme.s

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
                    text: root.media.silent ? qsTr("No sound device") : root.media.playerName
                }
            }

            Button {
                icon.name: "list-music"
                objectName: "media.player.library"
                text: qsTr("Library")
                visible: Theme.small

                onClicked: root.libraryAsked()
            }
        }
    }

    SeekBar {
        Layout.fillWidth: true
        media: root.media
    }

    Transport {
        Layout.bottomMargin: Theme.s
        Layout.fillWidth: true
        media: root.media
    }
}
