pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Theme
import Pillion.ViewModels

/*!
Values side by side, each over what it is.
*/
GridLayout {
    id: root

    required property LiveModel figures

    columnSpacing: Theme.l
    columns: Math.max(1, Math.floor((width + columnSpacing) / (Theme.dp(210) + columnSpacing)))
    rowSpacing: Theme.m
    uniformCellWidths: true

    Repeater {
        model: root.figures

        delegate: Figure {
            required property string key
            required property bool known
            required property string name
            required unit

            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            label: name
            objectName: "vehicle.diagnostics.value." + key
            opacity: known ? 1 : Theme.pending
        }
    }
}
