pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
How the car drives, how much it takes back when the foot is off, and what it helps with.
*/
Columns {
    id: root

    required property ShellViewModel shell

    ColumnLayout {
        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        spacing: Theme.gap

        DriveModes {
            control: root.shell.actuators.of("driving.mode") as Actuator
        }

        Regeneration {
            control: root.shell.actuators.of("driving.regeneration") as Actuator
        }

        CruiseGroup {
            shell: root.shell
        }
    }

    ColumnLayout {
        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        spacing: Theme.gap

        Assistance {
            shell: root.shell
        }
    }
}
