pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Theme

/*!
At most four ways to look at one thing, as pills in a row; the chosen one is the caller's to say.

Tabs { names: [qsTr("Albums"), qsTr("Songs")]; keys: ["albums", "songs"]; current: root.media.node; onChosen: key => root.media.browse(key) }
*/
Row {
    id: root

    required property string current
    required property list<string> keys
    required property list<string> names

    signal chosen(key: string)

    spacing: Theme.xs

    Repeater {
        model: root.names

        delegate: Button {
            id: tab

            required property int index
            readonly property string key: root.keys[tab.index]
            required property string modelData

            Accessible.role: Accessible.PageTab
            active: key === root.current
            flat: true
            horizontalPadding: Theme.dp(Theme.small ? 14 : 22)
            objectName: root.objectName + "." + key
            radius: Math.max(Theme.radiusControl, Theme.radiusCard)
            text: modelData

            onClicked: root.chosen(tab.key)
        }
    }
}
