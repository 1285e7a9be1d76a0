pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Controls
import Pillion.Theme
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

    name: picture ? projection.appName : qsTr("Phone apps")
    objectName: "home.projection"

    onClicked: root.shell.requestPage("projection")

    Loader {
        active: root.picture
        anchors.fill: parent

        sourceComponent: PhonePreview {
            shell: root.shell
        }
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

    Loader {
        active: !root.open && root.projection.connected
        anchors.fill: parent
        anchors.margins: Theme.pad

        sourceComponent: Favourites {
            shell: root.shell
        }
    }
}
