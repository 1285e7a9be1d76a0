import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.Video
import Pillion.ViewModels

/*!
An app of the phone, as large as the stage, and a narrow strip to leave, step back in, or close it.
Where a picture cannot be there are words.
*/
Item {
    id: root

    readonly property bool front: shell.page === "projection"
    readonly property bool picture: projection.active && !projection.gated
                                    && projection.sessionText === ""
    readonly property ProjectionViewModel projection: shell.projection
    required property ShellViewModel shell

    //! How large an app's picture can be, in pixels of this panel.
    function tellSize(): void {
    if (front)
    projection.stageSize(Math.round(place.width), Math.round(place.height), Math.round(Theme.dpi
    * Theme.scale));
}

    onFrontChanged: tellSize()

    GridLayout {
        anchors.fill: parent
        columnSpacing: Theme.m
        columns: Theme.portrait ? 1 : 2
        rowSpacing: Theme.m

        Rectangle {
            Layout.fillHeight: !Theme.portrait
            Layout.fillWidth: Theme.portrait
            Layout.preferredHeight: Theme.portrait ? Theme.dp(92) : -1
            Layout.preferredWidth: Theme.portrait ? -1 : Theme.dp(92)
            color: Theme.color.card
            radius: Theme.radiusCard

            GridLayout {
                anchors.centerIn: parent
                columnSpacing: Theme.xl
                columns: Theme.portrait ? 3 : 1
                rowSpacing: Theme.small || Theme.compact ? Theme.m : Theme.xl

                IconButton {
                    icon.name: "layout-grid"
                    objectName: "projection.stage.launcher"
                    text: qsTr("All apps")

                    onClicked: root.projection.showLauncher()
                }

                IconButton {
                    directional: true
                    enabled: root.picture
                    icon.name: "arrow-left"
                    objectName: "projection.stage.back"
                    text: qsTr("Back in the app")

                    onClicked: root.projection.back()
                }

                IconButton {
                    icon.name: "x"
                    objectName: "projection.stage.close"
                    text: qsTr("Close %1").arg(root.projection.appName)

                    onClicked: root.projection.closeApp()
                }
            }
        }

        Rectangle {
            id: place

            Layout.fillHeight: true
            Layout.fillWidth: true
            color: root.picture ? Theme.fade(Theme.color.card, 0) : Theme.color.card
            radius: Theme.radiusCard

            onHeightChanged: root.tellSize()
            onWidthChanged: root.tellSize()

            VideoSurface {
                Accessible.name: root.projection.appName
                Accessible.role: Accessible.Client
                anchors.fill: parent
                interactive: root.visible
                objectName: "projection.stage.picture"
                sizing: root.front
                stream: visible ? root.projection.stream : null
                visible: root.picture
            }

            Corners {
                anchors.fill: parent
                visible: root.picture
            }

            EmptyState {
                action: root.projection.failed ? qsTr("Try again") : busy ? qsTr("Cancel") : ""
                anchors.fill: parent
                busy: !root.projection.failed && !root.projection.gated
                icon: root.projection.gated ? "car" : root.projection.failed ? "triangle-alert" :
                                                                               "smartphone"
                objectName: "projection.stage.state"
                still: root.shell.restrictions.state === "moving"
                text: root.projection.sessionText
                title: root.projection.appName
                visible: !root.picture

                onActed: root.projection.failed ? root.projection.retry() : root.projection.closeApp(
                                                      )
            }
        }
    }
}
