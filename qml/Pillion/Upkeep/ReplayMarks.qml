pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Marks of the recording: a touch goes there, a long one takes the mark away.
*/
Flow {
    id: root

    required property RecorderViewModel recorder

    spacing: Theme.s

    Repeater {
        model: root.recorder.marks

        delegate: Button {
            id: mark

            required property double seconds
            required property double share
            required text

            horizontalPadding: Theme.dp(16)
            icon.name: "bookmark"
            iconSize: Theme.iconSmall
            objectName: "vehicle.recorder.mark." + Math.round(seconds)

            onClicked: root.recorder.seek(mark.share)
            onPressAndHold: root.recorder.unmark(mark.seconds)
        }
    }
}
