pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Ambient light: whose, on or off, its colour and how bright.
*/
Group {
    id: root

    required property AmbientViewModel ambient

    visible: ambient.served

    RowLayout {
        spacing: Theme.m

        Icon {
            name: "car-ambient"
            tint: root.ambient.on ? Theme.steady.accent : Theme.steady.muted
        }

        Label {
            Layout.fillWidth: true
            text: qsTr("Ambient light")
            wrapMode: Text.Wrap
        }

        Switch {
            enabled: root.ambient.usable
            name: qsTr("Ambient light")
            objectName: "vehicle.lights.ambient.on"
            on: root.ambient.on
            pending: root.ambient.pending

            onClicked: root.ambient.requestOn(!root.ambient.on)
        }
    }

    Tabs {
        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: Theme.driverRight
        current: root.ambient.zone
        keys: ["both", "driver", "passenger"]
        names: [qsTr("Both"), qsTr("Driver"), qsTr("Passenger")]
        objectName: "vehicle.lights.ambient.tab"
        visible: root.ambient.zones

        onChosen: key => root.ambient.chooseZone(key)
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.s

        Repeater {
            model: root.ambient.palette

            delegate: Swatch {
                chosen: root.ambient.colour === colour
                enabled: root.ambient.usable

                onClicked: root.ambient.requestColour(colour)
            }
        }
    }

    Slider {
        Layout.fillWidth: true
        confirmed: root.ambient.brightness
        enabled: root.ambient.usable
        from: 1
        name: qsTr("Brightness of the ambient light")
        objectName: "vehicle.lights.ambient.brightness"
        stepSize: 1
        to: 100

        onWanted: value => root.ambient.requestBrightness(value)
    }
}
