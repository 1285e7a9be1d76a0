pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Controls
import Pillion.ViewModels

/*!
The phone on the stage: its apps to choose from, or the one that is open.
*/
Item {
    id: root

    readonly property bool open: projection.appView === "app"
    readonly property ProjectionViewModel projection: shell.projection
    required property ShellViewModel shell

    AppStage {
        anchors.fill: parent
        shell: root.shell
        visible: root.open
    }

    Launcher {
        anchors.fill: parent
        shell: root.shell
        visible: !root.open && root.projection.connected
    }

    Card {
        anchors.fill: parent
        visible: !root.open && !root.projection.connected

        EmptyState {
            action: root.projection.available && root.projection.device === "" ? qsTr("Add a phone") :
                                                                                 ""

            anchors.fill: parent
            icon: root.projection.available ? "smartphone" : "cloud-off"
            objectName: "projection.state"
            text: root.projection.available ? root.projection.deviceText || qsTr(
                                                  "Connect a phone to use its apps here.") :
                                              root.projection.problem
            title: root.projection.available ? root.projection.deviceName || qsTr("No phone") : qsTr(
                                                   "Phone apps are away")

            onActed: root.shell.requestPage("settings")
        }
    }
}
