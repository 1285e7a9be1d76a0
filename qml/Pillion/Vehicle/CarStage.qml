pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The car, large, with its tyres' pressures; what is touched opens the section that serves it. It lies with its nose to
the left where the place is wide and stands with its nose up where it is tall, in every language.
*/
Item {
    id: root

    // Too small for a part of its own each: front, middle and rear are what one can hit.
    readonly property bool coarse: 68 * factor < Theme.target
    // What is left beside the tyres' pressures.
    readonly property real factor: lying ? Math.min(width / 490, (height / 2 - Theme.target) / 104) :
                                           Math.min(height / 490, (width / 2 - Theme.dp(124)) / 104)
    readonly property bool lying: width > height
    required property ShellViewModel shell
    readonly property VehicleViewModel vehicle: shell.vehicle

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false

    CarView {
        anchors.centerIn: parent
        height: 460 * root.factor
        rotation: root.lying ? -90 : 0
        vehicle: root.vehicle
        width: 200 * root.factor
    }

    // On the roof, as far behind the middle as the roof is.
    Rectangle {
        color: Theme.color.card
        height: width
        radius: width / 2
        visible: root.shell.openings.lockable
        width: Theme.dp(root.coarse ? 48 : 68)
        x: Math.round((root.width - width) / 2 + (root.lying ? 55 * root.factor : 0))
        y: Math.round((root.height - height) / 2 + (root.lying ? 0 : 55 * root.factor))

        Icon {
            anchors.centerIn: parent
            name: root.vehicle.body.locked ? "lock" : "lock-open"
            size: Theme.dp(root.coarse ? 26 : 36)
            tint: root.vehicle.body.locked ? Theme.steady.ink : Theme.steady.warm
        }
    }

    Spot {
        h: root.coarse ? 156 : 68
        name: qsTr("Lamps")
        section: "lights"
        spot: "front"
        w: 160
        x0: 20
        y0: root.coarse ? 16 : -4
    }

    Spot {
        h: 104
        name: qsTr("Bonnet")
        section: "openings"
        spot: "bonnet"
        visible: here && !root.coarse
        y0: 66
    }

    Spot {
        h: 104
        name: qsTr("Front left door")
        section: "openings"
        spot: "frontLeft"
        visible: here && !root.coarse
        w: 98
        y0: 174
    }

    Spot {
        h: 104
        name: qsTr("Front right door")
        section: "openings"
        spot: "frontRight"
        visible: here && !root.coarse
        w: 98
        x0: 102
        y0: 174
    }

    Spot {
        h: 104
        name: qsTr("Rear left door")
        section: "openings"
        spot: "rearLeft"
        visible: here && !root.coarse
        w: 98
        y0: 282
    }

    Spot {
        h: 104
        name: qsTr("Rear right door")
        section: "openings"
        spot: "rearRight"
        visible: here && !root.coarse
        w: 98
        x0: 102
        y0: 282
    }

    Spot {
        h: root.coarse ? 270 : 68
        name: root.coarse ? qsTr("Doors and boot") : qsTr("Boot")
        section: "openings"
        spot: "boot"
        w: root.coarse ? 176 : 128
        x0: root.coarse ? 12 : 72
        y0: root.coarse ? 176 : 388
    }

    Spot {
        h: 68
        name: qsTr("Charge port")
        section: "energy"
        spot: "port"
        visible: here && !root.coarse
        w: 70
        y0: 388
    }

    Repeater {
        model: root.vehicle.tyres

        delegate: CarTyre {
            factor: root.factor
            lying: root.lying
            shell: root.shell
        }
    }

    component Spot: CarSpot {
        factor: root.factor
        lying: root.lying
        shell: root.shell
    }
}
