pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
What may be put beside the app: the car, the music, or another app.
*/
Card {
    id: root

    readonly property ProjectionViewModel projection: shell.projection
    required property ShellViewModel shell

    Flickable {
        anchors.fill: parent
        anchors.margins: Theme.pad
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: list.height
        interactive: contentHeight > height

        ColumnLayout {
            id: list

            spacing: Theme.xs
            width: parent.width

            Label {
                Layout.bottomMargin: Theme.s
                Layout.fillWidth: true
                strong: true
                text: qsTr("Beside it")
                wrapMode: Text.Wrap
            }

            ListRow {
                Layout.fillWidth: true
                iconName: "car"
                objectName: "projection.beside.vehicle"
                title: qsTr("Vehicle")

                onClicked: root.projection.stage.showCard("vehicle")
            }

            ListRow {
                Layout.fillWidth: true
                iconName: "music-2"
                objectName: "projection.beside.media"
                title: qsTr("Now playing")

                onClicked: root.projection.stage.showCard("media")
            }

            Repeater {
                model: root.projection.apps

                delegate: Item {
                    id: place

                    required property string appId
                    required property string iconName
                    required property string name
                    required property string picture

                    Layout.fillWidth: true
                    implicitHeight: row.implicitHeight
                    visible: appId !== root.projection.appId

                    ListRow {
                        id: row

                        anchors.fill: parent
                        art: place.picture
                        iconName: place.picture ? "" : place.iconName
                        objectName: "projection.beside.app." + place.appId
                        title: place.name
                        withArt: place.picture !== ""

                        onClicked: root.projection.openBeside(place.appId)
                    }
                }
            }
        }
    }
}
