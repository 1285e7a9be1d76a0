pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
How far it goes, the time and the weather, and who is on the phone or what plays.
*/
ColumnLayout {
    id: root

    readonly property bool call: shell.calls.active
    required property ShellViewModel shell
    readonly property VehicleViewModel vehicle: shell.vehicle

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    spacing: Theme.s

    RowLayout {
        Layout.fillWidth: true

        Label {
            Layout.fillWidth: true
            objectName: "cluster.range"
            strong: true
            tabular: true
            text: root.vehicle.rangeText + " " + root.vehicle.rangeUnit
        }

        Label {
            muted: true
            objectName: "cluster.energy"
            size: Theme.textLabel
            tabular: true
            text: root.vehicle.energyText
        }
    }

    Meter {
        Layout.fillWidth: true
        fill: Theme.color.good
        value: root.vehicle.energyPercent / 100
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.dp(44)
        spacing: Theme.s

        Icon {
            name: root.call ? "phone" : root.shell.media.playing ? "music-2" : "pause"
            size: Theme.iconSmall
            tint: root.call ? Theme.steady.accent : Theme.steady.muted
            visible: root.call || root.shell.media.hasTrack
        }

        Label {
            Layout.fillWidth: true
            elide: Text.ElideRight
            muted: true
            objectName: "cluster.media.title"
            size: Theme.textLabel
            text: root.call ? root.shell.calls.name + " · " + root.shell.calls.stateText :
                              root.shell.media.title
        }

        Label {
            objectName: "cluster.outside"
            size: Theme.textLabel
            tabular: true
            text: root.shell.status.outsideText
        }

        Label {
            objectName: "cluster.time"
            size: Theme.textLabel
            strong: true
            tabular: true
            text: root.shell.status.timeText
        }
    }
}
