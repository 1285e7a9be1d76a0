import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The narrow strip beside an app: all apps, two at a time, and what one app needs that has no header of its own.
*/
Rectangle {
    id: root

    readonly property bool both: stage.split !== ""
    readonly property ProjectionViewModel projection: shell.projection
    required property ShellViewModel shell
    readonly property SplitViewModel stage: projection.stage

    signal typing

    color: Theme.color.card
    radius: Theme.radiusCard

    GridLayout {
        anchors.centerIn: parent
        columnSpacing: Theme.l
        columns: Theme.portrait ? 6 : 1
        rowSpacing: Theme.small || Theme.compact ? 0 : Theme.m

        IconButton {
            icon.name: "layout-grid"
            objectName: "projection.stage.launcher"
            text: qsTr("All apps")

            onClicked: root.projection.showLauncher()
        }

        IconButton {
            active: root.both
            icon.name: Theme.portrait ? "rows-2" : "columns-2"
            objectName: "projection.stage.split"
            text: root.both ? qsTr("One app alone") : qsTr("Something beside it")

            onClicked: root.both ? root.stage.close() : root.stage.choose()
        }

        IconButton {
            icon.name: Theme.portrait ? "arrow-up-down" : "arrow-left-right"
            objectName: "projection.stage.swap"
            text: qsTr("Change places")
            visible: root.stage.split === "app"

            onClicked: root.stage.swap()
        }

        IconButton {
            directional: true
            enabled: root.stage.main.active
            icon.name: "arrow-left"
            objectName: "projection.stage.back"
            text: qsTr("Back in the app")
            visible: root.stage.split !== "app"

            onClicked: root.projection.back()
        }

        IconButton {
            enabled: root.stage.typing.active
            icon.name: "keyboard"
            objectName: "projection.stage.type"
            text: qsTr("Type into the app")
            visible: root.shell.restrictions.keyboard && root.stage.typing.takesText &&
                     !root.stage.typing.gated

            onClicked: root.typing()
        }

        IconButton {
            icon.name: "x"
            objectName: "projection.stage.close"
            text: qsTr("Close %1").arg(root.projection.appName)
            visible: root.stage.split !== "app"

            onClicked: root.projection.closeApp()
        }
    }
}
