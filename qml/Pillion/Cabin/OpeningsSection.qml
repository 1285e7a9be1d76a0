pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Everything of the car that opens, shuts and locks.
*/
Columns {
    id: root

    required property ShellViewModel shell

    ColumnLayout {
        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        spacing: Theme.gap

        WindowsGroup {
            shell: root.shell
        }

        RoofGroup {
            shell: root.shell
        }
    }

    ColumnLayout {
        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        spacing: Theme.gap

        LidsGroup {
            shell: root.shell
        }

        LocksGroup {
            shell: root.shell
        }

        MirrorsGroup {
            shell: root.shell
        }
    }
}
