import QtQuick
import QtQuick.Layouts
import Pillion.Theme

/*!
Columns of cards that scroll together: side by side where the panel is wide, one below the other where it is not.

Columns { ColumnLayout { Layout.alignment: Qt.AlignTop; Group { … } } ColumnLayout { … } }
*/
Flickable {
    id: root

    default property alias content: grid.data
    readonly property bool single: width < Theme.dp(1000)

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: grid.implicitHeight
    interactive: contentHeight > height

    GridLayout {
        id: grid

        columnSpacing: Theme.gap
        columns: root.single ? 1 : 2
        rowSpacing: Theme.gap
        uniformCellWidths: true
        width: root.width
    }
}
