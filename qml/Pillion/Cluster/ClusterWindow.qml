pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Main
import Pillion.Theme
import Pillion.ViewModels

/*!
The instrument cluster: how fast, with how much power, and between them what matters on the way. Nothing on it is touched.
*/
ThemedWindow {
    id: root

    required property ClusterViewModel cluster
    readonly property int dialSize: Math.min(height - 2 * Theme.s, Math.round(width * 0.34))

    title: "Pillion cluster"

    Rectangle {
        anchors.fill: parent
        color: Theme.color.backgroundEnd
    }

    ClusterDial {
        anchors.left: parent.left
        anchors.leftMargin: Theme.l
        anchors.verticalCenter: parent.verticalCenter
        figure: root.shell.vehicle.speedText
        height: root.dialSize
        name: qsTr("Speed")
        objectName: "cluster.speed"
        place: root.cluster.speed
        ticks: root.cluster.speedTicks
        unit: root.shell.vehicle.speedUnit
        width: root.dialSize
    }

    ClusterCentre {
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        cluster: root.cluster
        shell: root.shell
        width: root.width - 2 * (root.dialSize + Theme.l + Theme.m)
    }

    ClusterDial {
        anchors.right: parent.right
        anchors.rightMargin: Theme.l
        anchors.verticalCenter: parent.verticalCenter
        figure: root.cluster.powerText
        height: root.dialSize
        name: qsTr("Power")
        objectName: "cluster.power"
        place: root.cluster.power
        ticks: root.cluster.powerTicks
        unit: root.cluster.powerUnit
        width: root.dialSize
        zero: root.cluster.powerZero
    }
}
