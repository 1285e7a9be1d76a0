pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Everything the climate can do.
*/
Card {
    id: root

    required property ShellViewModel shell

    Flickable {
        anchors.fill: parent
        anchors.margins: Theme.pad
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: tiles.implicitHeight
        interactive: contentHeight > height

        GridLayout {
            id: tiles

            columnSpacing: Theme.m
            columns: 3
            rowSpacing: Theme.m
            width: parent.width

            ActuatorTile {
                Layout.fillWidth: true
                control: root.shell.actuators.of("climate.cooling") as Actuator
                symbol: "snowflake"
                text: qsTr("A/C")
            }
        }
    }
}
