pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The sections of the Vehicle page, one below the other; the chosen one is always in sight.
*/
Flickable {
    id: root

    required property string current
    required property SectionModel model

    signal chosen(key: string)

    //! Scroll as little as shows the row whole.
    function reveal(row: Item): void {
    contentY = Math.max(0, Math.min(contentHeight - height, Math.max(row.y + row.height - height,
    Math.min(contentY, row.y))));
}

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: rows.implicitHeight
    implicitWidth: Math.max(Theme.dp(236), Math.min(Theme.dp(340), rows.implicitWidth))
    interactive: contentHeight > height

    ColumnLayout {
        id: rows

        spacing: 0
        width: parent.width

        Repeater {
            model: root.model

            delegate: ListRow {
                id: row

                required property string key
                required property string symbol
                required title

                Layout.fillWidth: true
                Layout.preferredHeight: Theme.target
                active: root.current === key
                iconName: symbol
                implicitWidth: implicitContentWidth + leftPadding + rightPadding + Theme.s
                objectName: "vehicle.list." + key

                onActiveChanged: if (active)
                                     root.reveal(row)
                onActiveFocusChanged: if (activeFocus)
                                          root.reveal(row)
                onClicked: root.chosen(row.key)
                onYChanged: if (active)
                                root.reveal(row)
            }
        }
    }
}
