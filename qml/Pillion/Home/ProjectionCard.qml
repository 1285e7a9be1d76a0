pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.Video
import Pillion.ViewModels

/*!
The phone, large: the app that is open as a live picture to the card's edge, else the apps one is likely to want.
*/
Card {
    id: root

    readonly property bool front: picture && shell.page === "home"
    readonly property bool open: projection.appView === "app"
    readonly property bool picture: open && projection.active && !projection.gated
    readonly property ProjectionViewModel projection: shell.projection
    required property ShellViewModel shell

    //! How large the picture is here: the phone draws for this size.
    function tellSize(): void {
    if (front)
    projection.stageSize(Math.round(place.width), Math.round(place.height), Math.round(Theme.dpi
    * Theme.scale));
}

    name: picture ? projection.appName : qsTr("Phone apps")
    objectName: "home.projection"

    onClicked: root.shell.requestPage("projection")
    onFrontChanged: tellSize()

    ColumnLayout {
        anchors.fill: parent
        spacing: 0
        visible: root.picture

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.pad
            Layout.preferredHeight: Theme.dp(60)
            Layout.rightMargin: Theme.pad
            spacing: Theme.m

            Icon {
                name: "smartphone"
                size: Theme.iconSmall
                tint: Theme.steady.accent
            }

            Label {
                Layout.fillWidth: true
                elide: Text.ElideRight
                objectName: "home.projection.app"
                size: Theme.textLabel
                strong: true
                text: root.projection.appName
            }
        }

        VideoSurface {
            id: place

            Layout.fillHeight: true
            Layout.fillWidth: true
            fill: true
            interactive: false
            objectName: "home.projection.picture"
            sizing: root.front
            // Only what is seen follows the stream.
            stream: visible ? root.projection.stream : null

            onHeightChanged: root.tellSize()
            onWidthChanged: root.tellSize()
        }
    }

    Corners {
        anchors.fill: parent
        visible: root.picture
    }

    EmptyState {
        action: root.projection.failed ? qsTr("Try again") : busy ? qsTr("Cancel") : ""
        anchors.fill: parent
        busy: !root.projection.failed && !root.projection.gated
        icon: "smartphone"
        objectName: "home.projection.state"
        still: root.shell.restrictions.state === "moving"
        text: root.projection.sessionText
        title: root.projection.appName
        visible: root.open && !root.picture

        onActed: root.projection.failed ? root.projection.retry() : root.projection.closeApp()
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
