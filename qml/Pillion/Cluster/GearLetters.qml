pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Controls
import Pillion.Theme

/*!
P R N D, the one that is in stands out.
*/
Row {
    id: root

    required property string gear

    Accessible.name: qsTr("Gear %1").arg(gear)
    Accessible.role: Accessible.Indicator
    // The lever's order is the car's, not the language's.
    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    objectName: "cluster.gear"
    spacing: Theme.m

    Repeater {
        model: ["P", "R", "N", "D"]

        delegate: Label {
            id: letter

            readonly property bool active: modelData === root.gear
            required property string modelData

            color: active ? Theme.color.accent : Theme.color.muted
            height: Theme.dp(64)
            horizontalAlignment: Text.AlignHCenter
            size: active ? Theme.textHeadline : Theme.textTitle
            strong: active
            text: modelData
            width: Theme.dp(52)
        }
    }
}
