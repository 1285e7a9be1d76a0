pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Controls
import Pillion.Theme

/*!
Numbers around a dial, evenly apart.
*/
Item {
    id: root

    required property real begin
    required property int inset
    required property real sweep
    required property list<int> ticks

    Repeater {
        model: root.ticks

        delegate: Label {
            id: number

            readonly property real angle: (root.begin + root.sweep * index / (root.ticks.length
                                                                              - 1)) * Math.PI / 180
            required property int index
            required property int modelData

            horizontalAlignment: Text.AlignHCenter
            muted: true
            size: Theme.textSmall
            tabular: true
            text: modelData < 0 ? "−" + -modelData : modelData
            x: Math.round(root.width / 2 + (root.width / 2 - root.inset) * Math.cos(angle) - width
                          / 2)
            y: Math.round(root.height / 2 + (root.height / 2 - root.inset) * Math.sin(angle)
                          - height / 2)
        }
    }
}
