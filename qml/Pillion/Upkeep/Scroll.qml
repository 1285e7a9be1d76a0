import QtQuick
import QtQuick.Layouts
import Pillion.Theme

/*!
A column that fills its place, and scrolls where the place is too low for it.

Scroll { anchors.fill: parent; Label { … } Item { Layout.fillHeight: true } Button { … } }
*/
Flickable {
    id: root

    default property alias content: column.data
    property alias spacing: column.spacing

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: column.height
    interactive: contentHeight > height

    ColumnLayout {
        id: column

        height: Math.max(implicitHeight, root.height)
        spacing: Theme.m
        width: root.width
    }
}
