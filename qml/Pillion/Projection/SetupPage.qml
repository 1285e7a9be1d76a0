pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The way to a phone's first app: steps with their real states on one side, what to do now on the other.
*/
Card {
    id: root

    readonly property ProjectionViewModel projection: shell.projection
    readonly property SetupViewModel setup: projection.setup
    required property ShellViewModel shell

    function pane(step: string): Component {
        switch (step) {
        case "server_file":
            return file;
        case "permission":
            return setup.need === "pairing_code" ? pairing : permission;
        case "":
        case "app":
            return done;
        default:
            return pairing;
        }
    }

    Flickable {
        anchors.fill: parent
        anchors.margins: Theme.pad
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: body.height
        interactive: contentHeight > height
        objectName: "projection.setup"

        GridLayout {
            id: body

            columnSpacing: Theme.xl
            columns: Theme.portrait ? 1 : 2
            rowSpacing: Theme.xl
            width: parent.width

            SetupSteps {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: 2
                projection: root.projection
            }

            Loader {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: 3
                sourceComponent: root.pane(root.projection.guided ? "reach" : root.setup.step)
            }
        }
    }

    Component {
        id: pairing

        PairingPane {
            shell: root.shell
        }
    }

    Component {
        id: permission

        SetupNote {
            icon: "smartphone"
            text: qsTr(
                      "Unlock the phone. It asks whether this car may use USB debugging: tick \"Always allow\" and tap Allow.")
            title: qsTr("Look at the phone")
        }
    }

    Component {
        id: file

        FilePane {
            setup: root.setup
        }
    }

    Component {
        id: done

        SetupNote {
            action: qsTr("Show the apps")
            icon: "check"
            text: qsTr(
                      "Choose an app: it opens on a screen of its own here, while the phone stays free.")
            title: qsTr("The phone is ready")

            onActed: root.projection.guide(false)
        }
    }
}
