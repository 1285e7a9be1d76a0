import QtQuick
import QtQuick.Layouts
import Pillion.Theme

/*!
Tiles side by side, as many as fit, all as wide and each row as tall.

Tiles { ActuatorTile { … } ActuatorTile { … } }
*/
GridLayout {
    id: root

    property int tileWidth: Theme.dp(232)

    Layout.fillWidth: true
    columnSpacing: Theme.s
    columns: Math.max(1, Math.floor((width + columnSpacing) / (tileWidth + columnSpacing)))
    rowSpacing: Theme.s
    uniformCellWidths: true
}
