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

    required property MediaViewModel media

    signal libraryAsked

    spacing: Theme.s

    RowLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        spacing: Theme.xl

        Item {
            Layout.fillHeight: true
            Layout.preferredWidth: Math.min(Math.round(root.width * 0.57), Theme.dp(420), Math.max(Theme.dp(
                                                                                                       120), root.height
                                                                                                   - Theme.dp(
                                                                                                       200)))

            Art {
                art: root.media.art
                height: Math.min(parent.width, parent.height)
                width: parent.width
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

    Item {
        Layout.fillWidth: true
        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: false
        implicitHeight: Theme.target + Theme.dp(8)

        Slider {
            id: seek

            anchors.left: parent.left
            anchors.right: parent.right
            confirmed: root.media.progress
            enabled: root.media.canSeek
            name: qsTr("Position")
            objectName: "media.player.position"
            y: -Theme.dp(14)

            onWanted: value => root.media.seek(value)
        }

        Label {
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            muted: true
            objectName: "media.player.elapsed"
            size: Theme.textSmall
            tabular: true
            text: root.media.positionText
        }

        Label {
            anchors.bottom: parent.bottom
            anchors.right: parent.right
            muted: true
            objectName: "media.player.duration"
            size: Theme.textSmall
            tabular: true
            text: root.media.durationText
        }
    }

    Transport {
        Layout.bottomMargin: Theme.s
        Layout.fillWidth: true
        media: root.media
    }
}
