import QtQuick
import QtQuick.Templates as T
import Pillion.Controls
import Pillion.Theme

/*!
Between two places: drag it to one of three shares, or tap it for the next one. `moved` tells where it was left (0 to 1).
*/
T.AbstractButton {
    id: root

    property real along: 0.5
    required property real length
    required property bool upright

    signal moved(share: real)

    Accessible.id: objectName
    Accessible.name: text
    Accessible.role: Accessible.Button
    height: upright ? Theme.target : Theme.dp(120)
    text: qsTr("Sizes of the two")
    width: upright ? Theme.dp(120) : Theme.target

    background: Item {
        Rectangle {
            anchors.centerIn: parent
            color: drag.active || root.down ? Theme.color.accent : Theme.color.muted
            height: root.upright ? Theme.dp(8) : Theme.dp(72)
            radius: Theme.dp(4)
            width: root.upright ? Theme.dp(72) : Theme.dp(8)
        }

        FocusRing {
            shown: root.visualFocus
        }
    }

    DragHandler {
        id: drag

        target: null

        onActiveChanged: if (!active)
                             root.moved(root.along)
        onCentroidChanged: if (active)
                               root.along = (root.upright ? root.y + centroid.position.y : root.x
                                                            + centroid.position.x) / root.length
    }
}
