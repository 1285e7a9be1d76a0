pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
What plays and what else there is. On a small panel one of the two, with a button between them.
*/
Item {
    id: root

    property bool browsing: false
    readonly property MediaViewModel media: shell.media
    required property ShellViewModel shell

    GridLayout {
        anchors.fill: parent
        columnSpacing: Theme.portrait ? 0 : Theme.xl
        columns: Theme.portrait ? 1 : 2
        rowSpacing: Theme.gap
        visible: root.media.available

        Player {
            Layout.fillHeight: !Theme.portrait
            Layout.fillWidth: Theme.small || Theme.portrait
            Layout.preferredHeight: Theme.portrait ? Math.round(root.height * 0.37) : -1
            Layout.preferredWidth: Theme.small || Theme.portrait ? -1 : Math.max(Theme.dp(430),
                                                                                 Math.round(
                                                                                     root.width
                                                                                     * 0.31))
            media: root.media
            visible: !Theme.small || !root.browsing

            onLibraryAsked: root.browsing = true
            onSourcesAsked: sources.open()
            onVolumeAsked: volume.open()
        }

        Library {
            Layout.fillHeight: true
            Layout.fillWidth: true
            media: root.media
            visible: !Theme.small || root.browsing

            onPlayerAsked: root.browsing = false
        }
    }

    VolumeSheet {
        id: volume

        anchors.fill: parent
        media: root.media
    }

    SourceSheet {
        id: sources

        anchors.fill: parent
        media: root.media
    }

    Card {
        anchors.fill: parent
        visible: !root.media.available

        EmptyState {
            anchors.fill: parent
            icon: "music-2"
            text: root.media.problem
            title: qsTr("Media is away")
        }
    }
}
