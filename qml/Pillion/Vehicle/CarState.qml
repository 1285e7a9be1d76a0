import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
What is open, lit and on, in words, and the lock.
*/
ColumnLayout {
    id: root

    readonly property int openCount: [vehicle.doorFrontLeft, vehicle.doorFrontRight,
        vehicle.doorRearLeft, vehicle.doorRearRight, vehicle.hood, vehicle.trunk].filter(open
                                                                                         => open).length
    readonly property string openText: openCount > 1 ? qsTr("%n open", "", openCount) :
                                                       vehicle.doorFrontLeft ? qsTr(
                                                                                   "Front left open") :
                                                                               vehicle.doorFrontRight
                                                                               ? qsTr("Front right open") :
                                                                                 vehicle.doorRearLeft
                                                                                 ? qsTr("Rear left open") :
                                                                                   vehicle.doorRearRight
                                                                                   ? qsTr("Rear right open") :
                                                                                     vehicle.hood
                                                                                     ? qsTr("Bonnet open") :
                                                                                       vehicle.trunk
                                                                                       ? qsTr("Boot open") :
                                                                                         qsTr("Closed")
    required property StatusViewModel status
    required property VehicleViewModel vehicle

    spacing: Theme.m

    Flickable {
        Layout.fillHeight: true
        Layout.fillWidth: true
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: facts.implicitHeight
        interactive: contentHeight > height

        ColumnLayout {
            id: facts

            height: Math.max(implicitHeight, parent.parent.height)
            spacing: Theme.m
            width: parent.width

            Fact {
                Layout.fillHeight: true
                Layout.fillWidth: true
                attention: root.openCount > 0
                icon: "car-door"
                label: qsTr("Doors")
                objectName: "vehicle.state.doors"
                value: root.openText
            }

            Fact {
                Layout.fillHeight: true
                Layout.fillWidth: true
                icon: root.vehicle.highBeam ? "car-high-beam" : "car-low-beam"
                label: qsTr("Lights")
                objectName: "vehicle.state.lights"
                value: root.vehicle.highBeam ? qsTr("High beam") : root.vehicle.lowBeam ? qsTr(
                                                                                              "Low beam") :
                                                                                          qsTr("Off")
            }

            Fact {
                Layout.fillHeight: true
                Layout.fillWidth: true
                icon: "car-parking-brake"
                label: qsTr("Parking brake")
                objectName: "vehicle.state.brake"
                value: root.vehicle.parkingBrake ? qsTr("Set") : qsTr("Released")
            }

            Fact {
                Layout.fillHeight: true
                Layout.fillWidth: true
                icon: "thermometer"
                label: qsTr("Outside")
                objectName: "vehicle.state.outside"
                value: root.status.outsideText
                // The strip shows it too; on a small panel the room goes to what stands nowhere else.
                visible: !Theme.small
            }

            Fact {
                Layout.fillHeight: true
                Layout.fillWidth: true
                icon: "gauge"
                label: qsTr("Odometer")
                objectName: "vehicle.state.odometer"
                value: root.vehicle.odometerText
            }
        }
    }

    Button {
        Layout.fillWidth: true
        active: root.vehicle.locked
        icon.name: root.vehicle.locked ? "lock" : "lock-open"
        objectName: "vehicle.lock.toggle"
        pending: root.vehicle.lockPending
        text: root.vehicle.locked ? qsTr("Locked") : qsTr("Unlocked")

        onClicked: root.vehicle.requestLock(!root.vehicle.locked)
    }
}
