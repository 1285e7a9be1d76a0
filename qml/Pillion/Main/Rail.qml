pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Theme
import Pillion.ViewModels

/*!
The pages, at the driver's hand: a column at the side, a row above the climate bar when the panel stands upright.
*/
Item {
    id: root

    required property ShellViewModel shell

    GridLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        columnSpacing: 0
        columns: Theme.portrait ? 5 : 1
        rowSpacing: 0
        uniformCellWidths: true

        Place {
            iconName: "house"
            page: "home"
            text: qsTr("Home")
        }

        Place {
            iconName: "smartphone"
            page: "projection"
            text: qsTr("Phone apps")
        }

        Place {
            iconName: "music-2"
            page: "media"
            text: qsTr("Media")
        }

        Place {
            iconName: "car"
            page: "vehicle"
            text: qsTr("Vehicle")
        }

        Place {
            iconName: "settings"
            page: "settings"
            text: qsTr("Settings")
        }
    }

    component Place: RailItem {
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.portrait ? root.height : Theme.dp(Theme.compact
                                                                        || Theme.small ? 84 : 96)
        barRight: root.shell.driverSide === "right"
        current: root.shell.page

        onClicked: root.shell.requestPage(page)
    }
}
