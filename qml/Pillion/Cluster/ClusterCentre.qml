pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.Vehicle
import Pillion.ViewModels

/*!
Between the dials: tell-tales, gear, the car itself, what is wrong with it, how far it goes, and what plays.
*/
ColumnLayout {
    id: root

    required property ClusterViewModel cluster
    required property ShellViewModel shell
    readonly property VehicleViewModel vehicle: shell.vehicle

    spacing: Theme.s

    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: Theme.l

        Icon {
            Accessible.name: qsTr("Left indicator")
            Accessible.role: Accessible.Graphic
            name: "iso-turn-left"
            objectName: "cluster.indicator.left"
            opacity: root.vehicle.body.leftIndicator ? 1 : 0
            size: Theme.dp(64)
            tint: Theme.steady.telltaleGreen
        }

        Item {
            Layout.fillWidth: true
            implicitHeight: gears.height

            GearLetters {
                id: gears

                anchors.horizontalCenter: parent.horizontalCenter
                gear: root.vehicle.gear
            }
        }

        Icon {
            Accessible.name: qsTr("Right indicator")
            Accessible.role: Accessible.Graphic
            name: "iso-turn-right"
            objectName: "cluster.indicator.right"
            opacity: root.vehicle.body.rightIndicator ? 1 : 0
            size: Theme.dp(64)
            tint: Theme.steady.telltaleGreen
        }
    }

    TellTales {
        Layout.alignment: Qt.AlignHCenter
        Layout.preferredHeight: Theme.dp(52)
        telltales: root.cluster.telltales
    }

    Item {
        Layout.fillHeight: true
        Layout.fillWidth: true

        CarView {
            anchors.horizontalCenter: parent.horizontalCenter
            height: parent.height
            vehicle: root.vehicle
            visible: root.vehicle.available && !turn.active
            width: Math.round(height * 0.5)
        }

        Loader {
            id: turn

            active: root.shell.guidance.active
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter

            sourceComponent: ClusterTurn {
                guidance: root.shell.guidance
            }
        }
    }

    Label {
        Layout.fillWidth: true
        color: Theme.color.warm
        horizontalAlignment: Text.AlignHCenter
        objectName: "cluster.warning"
        size: Theme.textLabel
        strong: true
        text: root.vehicle.available ? root.shell.warnings.firstText : root.vehicle.problem
        visible: text
        wrapMode: Text.Wrap
    }

    ClusterFooter {
        Layout.bottomMargin: Theme.l
        Layout.fillWidth: true
        Layout.leftMargin: Theme.l
        Layout.rightMargin: Theme.l
        shell: root.shell
    }
}
