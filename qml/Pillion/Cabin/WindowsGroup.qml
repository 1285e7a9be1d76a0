pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.Vehicle
import Pillion.ViewModels

/*!
The windows around the car they belong to, and all of them at once. Left is the car's left in every language.
*/
Group {
    id: root

    readonly property OpeningsViewModel openings: shell.openings
    required property ShellViewModel shell

    title: qsTr("Windows")
    visible: openings.windows

    RowLayout {
        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: Theme.driverRight
        spacing: Theme.s

        Side {
            side: "driver"
        }

        CarView {
            Layout.preferredHeight: Theme.dp(Theme.small ? 210 : 258)
            Layout.preferredWidth: implicitWidth
            vehicle: root.shell.vehicle
        }

        Side {
            side: "passenger"
        }
    }

    RowLayout {
        spacing: Theme.s
        uniformCellSizes: true

        Button {
            Layout.fillWidth: true
            enabled: root.shell.vehicle.available && root.openings.openWindows > 0
            icon.name: "chevron-up"
            objectName: "vehicle.openings.windows.close"
            pending: root.openings.windowsPending
            text: qsTr("Close all")

            onClicked: root.openings.requestWindows(false)
        }

        Button {
            Layout.fillWidth: true
            enabled: root.shell.vehicle.available
            icon.name: "chevron-down"
            objectName: "vehicle.openings.windows.open"
            pending: root.openings.windowsPending
            text: qsTr("Open all")

            onClicked: root.openings.requestWindows(true)
        }
    }

    component Side: ColumnLayout {
        id: column

        required property string side

        Layout.fillWidth: true
        Layout.maximumWidth: Number.POSITIVE_INFINITY
        spacing: Theme.s

        WindowControl {
            control: root.shell.actuators.of("openings.window.front." + column.side) as Actuator
            title: qsTr("Front")
        }

        WindowControl {
            control: root.shell.actuators.of("openings.window.rear." + column.side) as Actuator
            title: qsTr("Rear")
        }
    }
}
