pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Controls
import Pillion.ViewModels

/*!
What of the climate is on or off.
*/
Group {
    id: root

    required property ShellViewModel shell

    Tiles {
        Tile {
            key: "cooling"
            symbol: "snowflake"
            text: qsTr("A/C")
        }

        Tile {
            key: "sync"
            symbol: "link-2"
            text: qsTr("Sync")
        }

        Tile {
            key: "recirculation"
            symbol: "car-recirculation"
            text: qsTr("Recirculation")
        }

        Tile {
            key: "recirculation.auto"
            symbol: "car-recirculation-auto"
            text: qsTr("Auto recirculation")
        }

        Tile {
            key: "defrost.max"
            symbol: "car-defrost-max"
            text: qsTr("Max defrost")
        }

        Tile {
            key: "defrost.front"
            symbol: "car-defrost-front"
            text: qsTr("Windscreen")
        }

        Tile {
            key: "defrost.rear"
            symbol: "car-defrost-rear"
            text: qsTr("Rear window")
        }

        Tile {
            key: "windscreen.heat"
            symbol: "car-windscreen-heat"
            text: qsTr("Heated windscreen")
        }

        MirrorHeatTile {
            shell: root.shell
        }
    }

    component Tile: ActuatorTile {
        required property string key

        control: root.shell.actuators.of("climate." + key) as Actuator
    }
}
