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
    signal sourcesAsked
    signal volumeAsked

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

        PlayerInfo {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            media: root.media

            onLibraryAsked: root.libraryAsked()
            onSourcesAsked: root.sourcesAsked()
            onVolumeAsked: root.volumeAsked()
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
