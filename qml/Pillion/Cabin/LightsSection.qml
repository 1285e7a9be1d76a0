pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The light outside, the light to see by inside, and the light for its own sake.
*/
Columns {
    id: root

    required property ShellViewModel shell

    ColumnLayout {
        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        spacing: Theme.gap

        OutsideLights {
            shell: root.shell
        }
    }

    ColumnLayout {
        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        spacing: Theme.gap

        AmbientGroup {
            ambient: root.shell.ambient
        }

        Group {
            title: qsTr("Inside")

            Tiles {
                Lamp {
                    key: "dome"
                    symbol: "lamp-ceiling"
                    text: qsTr("Whole cabin")
                }

                Lamp {
                    key: "reading.driver"
                    symbol: "spotlight"
                    text: qsTr("Driver's reading light")
                }

                Lamp {
                    key: "reading.passenger"
                    symbol: "spotlight"
                    text: qsTr("Passenger's reading light")
                }
            }
        }
    }

    component Lamp: ActuatorTile {
        required property string key

        control: root.shell.actuators.of("lights." + key) as Actuator
    }
}
