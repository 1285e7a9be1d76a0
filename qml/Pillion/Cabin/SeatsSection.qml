pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
One front seat at a time: as it stands, its stored places, what moves it, and what it does for the back. The rear warms and cools.
*/
Columns {
    id: root

    required property ShellViewModel shell
    property string side: "driver"

    ColumnLayout {
        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        spacing: Theme.gap

        Group {
            Tabs {
                current: root.side
                keys: ["driver", "passenger"]
                names: [qsTr("Driver"), qsTr("Passenger")]
                objectName: "vehicle.seats.tab"

                onChosen: key => root.side = key
            }

            SeatDrawing {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.dp(Theme.small ? 150 : Theme.compact ? 180 : 196)
                heat: root.shell.actuators.of("seats.heat." + root.side) as Actuator
                lift: root.shell.actuators.of("seats.height." + root.side) as Actuator
                lumbar: root.shell.actuators.of("seats.lumbar." + root.side) as Actuator
                place: root.shell.actuators.of("seats.position." + root.side) as Actuator
                recline: root.shell.actuators.of("seats.recline." + root.side) as Actuator
            }

            SeatMemory {
                recall: root.shell.actuators.of("seats.memory.recall." + root.side) as Actuator
                store: root.shell.actuators.of("seats.memory.store." + root.side) as Actuator
            }
        }

        WarmPlaces {
            shell: root.shell
        }
    }

    ColumnLayout {
        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        spacing: Theme.gap

        SeatAxes {
            shell: root.shell
            side: root.side
        }

        SeatMassage {
            control: root.shell.actuators.of("seats.massage." + root.side) as Actuator
        }
    }
}
