pragma ComponentBehavior: Bound

import QtQuick
import Pillion.ViewModels

/*!
The car; while a phone guides, the next turn stands in its place.
*/
Loader {
    id: root

    required property ShellViewModel shell

    sourceComponent: shell.guidance.active ? turn : car

    Component {
        id: car

        VehicleCard {
            shell: root.shell
        }
    }

    Component {
        id: turn

        TurnCard {
            shell: root.shell
        }
    }
}
