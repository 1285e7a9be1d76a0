pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The phone's apps as tiles, marked and often used ones first, and the phones to choose from when there are several.
*/
Card {
    id: root

    property bool choosing: false
    readonly property bool parked: shell.restrictions.keyboard && shell.restrictions.setup
    readonly property ProjectionViewModel projection: shell.projection
    required property ShellViewModel shell

    onParkedChanged: if (!parked)
                         choosing = false

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.pad
        spacing: Theme.m

        LauncherHeader {
            Layout.fillWidth: true
            choosing: root.choosing
            parked: root.parked
            projection: root.projection

            onFinding: finder.open()
            onMarking: root.choosing = !root.choosing
        }

        GridView {
            id: grid

            readonly property int across: Math.min(most, Math.max(Math.ceil(count / rows), Math.ceil(
                                                                      width / Theme.dp(430)), 2))
            readonly property int most: Math.max(2, Math.floor(width / Theme.dp(208)))

            // As few columns as show all apps at once, within what a tile may be wide.
            readonly property int rows: Math.max(1, Math.floor(height / Theme.dp(172)))

            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.rightMargin: -Theme.gap
            boundsBehavior: Flickable.StopAtBounds
            cellHeight: Math.max(Theme.dp(172), Math.min(Theme.dp(230), Math.floor(height / rows)))
            cellWidth: Math.floor(width / across)
            clip: true
            model: root.projection.apps
            objectName: "projection.apps"

            delegate: Item {
                id: place

                required property string appId
                required property bool favourite
                required property string iconName
                required property string name
                required property string picture
                required property bool running
                required property int seed

                height: grid.cellHeight
                width: grid.cellWidth

                AppTile {
                    anchors.bottomMargin: Theme.gap
                    anchors.fill: parent
                    anchors.rightMargin: Theme.gap
                    appId: place.appId
                    choosing: root.choosing
                    favourite: place.favourite
                    iconName: place.iconName
                    name: place.name
                    picture: place.picture
                    running: place.running
                    section: "projection.app"
                    seed: place.seed

                    onClicked: root.choosing ? root.projection.setFavourite(place.appId,
                                                                            !place.favourite) :
                                               root.projection.openApp(place.appId)
                }
            }
        }

        Label {
            Layout.fillWidth: true
            muted: true
            objectName: "projection.apps.cut"
            size: Theme.textSmall
            text: qsTr("More apps are there when parked.")
            visible: root.projection.appsCut
            wrapMode: Text.Wrap
        }
    }

    EmptyState {
        anchors.fill: parent
        icon: "layout-grid"
        text: root.projection.find ? qsTr("No app has this name.") : qsTr(
                                         "The phone has not told its apps yet.")
        visible: root.projection.apps.count === 0
    }

    FindSheet {
        id: finder

        anchors.fill: parent
        shell: root.shell
    }
}
