pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Controls
import Pillion.Theme

/*!
The sections of the Vehicle page, one below the other.
*/
ListView {
    id: root

    required property string current

    signal chosen(key: string)

    boundsBehavior: Flickable.StopAtBounds
    // Every row is there from the start: a knob walks through all of them.
    cacheBuffer: Theme.dp(2000)
    clip: true
    interactive: contentHeight > height
    keyNavigationEnabled: false

    delegate: ListRow {
        required property int index
        required property string key
        required property string symbol
        required title

        active: root.current === key
        height: Theme.target
        iconName: symbol
        objectName: "vehicle.list." + key
        width: ListView.view.width

        onActiveChanged: if (active)
                             ListView.view.positionViewAtIndex(index, ListView.Contain)
        onActiveFocusChanged: if (activeFocus)
                                  ListView.view.positionViewAtIndex(index, ListView.Contain)
        onClicked: root.chosen(key)
    }
}
