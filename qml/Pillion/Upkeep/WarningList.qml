pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Warnings one below the other; a sentence in their place when there are none.
*/
Item {
    id: root

    required property string nothing
    required property WarningModel warnings

    ListView {
        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        interactive: contentHeight > height
        model: root.warnings
        spacing: Theme.xs

        delegate: WarningRow {
            width: ListView.view.width
        }
    }

    EmptyState {
        anchors.fill: parent
        icon: "check"
        title: root.nothing
        visible: root.warnings.count === 0
    }
}
