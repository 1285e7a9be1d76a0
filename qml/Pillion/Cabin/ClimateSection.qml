pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Everything the climate can do: both zones and the air in front, what is on and off, seats, the rear, and a time to be ready.
*/
Columns {
    id: root

    required property ShellViewModel shell

    ColumnLayout {
        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        spacing: Theme.gap

        ClimateFront {
            shell: root.shell
        }

        ClimateRear {
            shell: root.shell
        }
    }

    ColumnLayout {
        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        spacing: Theme.gap

        ClimateSwitches {
            shell: root.shell
        }

        WarmPlaces {
            shell: root.shell
        }

        ClimateSchedule {
            shell: root.shell
        }
    }
}
