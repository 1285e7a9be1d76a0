import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.Video
import Pillion.ViewModels

/*!
The app that is open, live, under its name. Touch goes to the card, not to the phone.
*/
Item {
    id: root

    readonly property bool front: shell.page === "home"
    readonly property ProjectionViewModel projection: shell.projection
    required property ShellViewModel shell

    //! How large the picture is here: the phone draws for this size.
    function tellSize(): void {
    if (front)
    projection.stageSize(Math.round(place.width), Math.round(place.height), Math.round(Theme.dpi
    * Theme.scale));
}

    onFrontChanged: tellSize()

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

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
    }
}
