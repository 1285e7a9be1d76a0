pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Controls
import Pillion.Theme
import Pillion.Video
import Pillion.ViewModels

/*!
The phone, large: the app that is open as a live picture to the card's edge, else the apps one is likely to want.
*/
Card {
    id: root

    readonly property bool open: projection.appView === "app"
    readonly property bool picture: open && projection.active && !projection.gated
    readonly property ProjectionViewModel projection: shell.projection
    required property ShellViewModel shell

    color: picture ? Theme.fade(Theme.color.card, 0) : Theme.color.card
    name: picture ? projection.appName : qsTr("Phone apps")
    objectName: "home.projection"

    onClicked: root.shell.requestPage("projection")

    Item {
        anchors.fill: parent
        clip: true
        visible: root.picture

        // Fills the card: the picture has the stage's shape, so its far side is left out.
        VideoSurface {
            id: surface

            height: parent.height
            interactive: false
            scale: contentRect.height > 0 ? Math.max(parent.width / contentRect.width, parent.height
                                                     / contentRect.height) : 1
            // Only what is seen follows the stream, and says how large a picture it needs.
            stream: visible ? root.projection.stream : null
            transformOrigin: Item.TopLeft
            width: Math.max(parent.width, parent.height * Theme.width / Theme.height)
            x: -contentRect.x * scale
            y: Math.round((parent.height - contentRect.height * scale) / 2 - contentRect.y * scale)
        }

        Corners {
            anchors.fill: parent
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Theme.l
        color: Theme.fade(Theme.color.card, 0.95)
        height: Theme.dp(64)
        radius: Math.min(height / 2, Theme.radiusControl)
        visible: root.picture
        width: chip.implicitWidth + 2 * Theme.xl

        Label {
            id: chip

            anchors.centerIn: parent
            objectName: "home.projection.app"
            size: Theme.textLabel
            text: root.projection.appName
        }
    }

    EmptyState {
        action: root.projection.failed ? qsTr("Try again") : ""
        anchors.fill: parent
        icon: "smartphone"
        objectName: "home.projection.state"
        text: root.projection.sessionText
        title: root.projection.appName
        visible: root.open && !root.picture

        onActed: root.projection.retry()
    }

    EmptyState {
        anchors.fill: parent
        icon: "smartphone"
        text: root.projection.available ? root.projection.deviceText : root.projection.problem
        title: root.projection.available ? root.projection.deviceName || qsTr("No phone") : qsTr(
                                               "Phone apps are away")
        visible: !root.open && !root.projection.connected
    }

    Favourites {
        anchors.fill: parent
        anchors.margins: Theme.pad
        shell: root.shell
        visible: !root.open && root.projection.connected
    }
}
