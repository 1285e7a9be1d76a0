pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The trip computer: since start, trip A, trip B.
*/
Item {
    id: root

    required property ShellViewModel shell
    readonly property TripsViewModel trips: shell.trips

    GridLayout {
        anchors.fill: parent
        columnSpacing: Theme.gap
        columns: Theme.portrait ? 1 : 3
        rowSpacing: Theme.gap
        visible: root.trips.model.count > 0

        Repeater {
            model: root.trips.model

            delegate: TripCard {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredHeight: 1
                Layout.preferredWidth: 1
                shell: root.shell
                trips: root.trips
            }
        }
    }

    Card {
        anchors.fill: parent
        visible: root.trips.model.count === 0

        EmptyState {
            anchors.fill: parent
            icon: "route"
            title: qsTr("This car does not count its trips")
        }
    }
}
