pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Controls
import Pillion.ViewModels

/*!
The phone on the stage: its apps to choose from, those that are open, or how a phone gets here.
*/
Item {
    id: root

    readonly property string place: projection.place
    readonly property ProjectionViewModel projection: shell.projection
    required property ShellViewModel shell
    readonly property string todo: projection.deviceAction

    //! What the button of a phone that is not ready does.
    function act(): void {
    if (todo === "connect")
    projection.connectDevice();
    else if (todo === "settings")
    shell.requestPage("settings");
    else
    projection.guide(true);
}

    AppStage {
        anchors.fill: parent
        shell: root.shell
        visible: root.place === "stage"
    }

    Launcher {
        anchors.fill: parent
        shell: root.shell
        visible: root.place === "launcher"
    }

    Loader {
        active: root.place === "setup"
        anchors.fill: parent

        sourceComponent: SetupPage {
            shell: root.shell
        }
    }

    Card {
        anchors.fill: parent
        visible: root.place === "away"

        EmptyState {
            action: !root.projection.available ? "" : root.todo === "connect" ? qsTr("Connect") :
                                                                                root.todo
                                                                                === "settings"
                                                                                ? qsTr("Phone settings") :
                                                                                  root.todo
                                                                                  === "setup" ? qsTr(
                                                                                                    "Set up a phone") :
                                                                                                ""
            anchors.fill: parent
            icon: root.projection.available ? "smartphone" : "cloud-off"
            objectName: "projection.state"
            text: root.projection.available ? root.projection.deviceText : root.projection.problem
            title: root.projection.available ? root.projection.deviceName : qsTr(
                                                   "Phone apps are away")

            onActed: root.act()
        }
    }
}
