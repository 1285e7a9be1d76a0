pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The music there is: the queue, albums, artists and songs, and what lies within one of them.
*/
Card {
    id: root

    readonly property bool asGrid: media.node === "albums"
    readonly property bool inside: media.canBrowseUp
    required property MediaViewModel media

    signal playerAsked

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.leftMargin: Theme.m
            Layout.rightMargin: Theme.m
            Layout.topMargin: Theme.s
            spacing: Theme.xs

            IconButton {
                directional: true
                icon.name: "arrow-left"
                objectName: "media.library.up"
                text: root.inside ? qsTr("Back") : qsTr("Now playing")
                visible: root.inside || Theme.small

                onClicked: root.inside ? root.media.browseUp() : root.playerAsked()
            }

            Label {
                Layout.fillWidth: true
                elide: Text.ElideRight
                objectName: "media.library.title"
                strong: true
                text: root.media.nodeTitle
                visible: root.inside
            }

            Tabs {
                Layout.fillWidth: true
                current: root.media.node
                keys: ["queue", "albums", "artists", "songs"]
                names: [qsTr("Queue"), qsTr("Albums"), qsTr("Artists"), qsTr("Songs")]
                objectName: "media.library.tab"
                visible: !root.inside

                onChosen: key => root.media.browse(key)
            }
        }

        LibraryGrid {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.leftMargin: Theme.pad
            Layout.topMargin: Theme.s
            media: root.media
            visible: root.asGrid
        }

        LibraryList {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.leftMargin: Theme.m
            Layout.rightMargin: Theme.m
            media: root.media
            visible: !root.asGrid
        }

        Label {
            Layout.bottomMargin: Theme.m
            Layout.fillWidth: true
            Layout.leftMargin: Theme.pad
            Layout.rightMargin: Theme.pad
            muted: true
            objectName: "media.library.cut"
            size: Theme.textSmall
            text: qsTr("The rest of the list is there when parked.")
            visible: root.media.listCut
            wrapMode: Text.Wrap
        }
    }

    // What goes on below fades away instead of being cut.
    Rectangle {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        bottomLeftRadius: root.radius
        bottomRightRadius: root.radius
        height: Theme.dp(36)
        visible: root.media.library.count > 0

        gradient: Gradient {
            GradientStop {
                color: Theme.fade(Theme.color.card, 0)
                position: 0
            }

            GradientStop {
                color: Theme.color.card
                position: 0.9
            }
        }
    }

    EmptyState {
        anchors.fill: parent
        anchors.topMargin: Theme.target
        icon: "library"
        text: qsTr("Music on this device or a USB stick shows up here.")
        title: qsTr("No music yet")
        visible: root.media.library.count === 0
    }
}
