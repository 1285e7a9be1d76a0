pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
How fast a recording is played.
*/
Flow {
    id: root

    required property RecorderViewModel recorder

    spacing: Theme.s

    Repeater {
        model: [0.5, 1, 2, 5, 0]

        delegate: Button {
            required property double modelData

            Accessible.role: Accessible.RadioButton
            active: Math.abs(root.recorder.speed - modelData) < 0.01
            horizontalPadding: Theme.dp(16)
            objectName: "vehicle.recorder.speed." + modelData
            text: modelData > 0 ? qsTr("%1×").arg(modelData.toLocaleString(Qt.locale(), "f",
                                                                           modelData < 1 ? 1 : 0)) :
                                  qsTr("Fastest")

            onClicked: root.recorder.requestSpeed(modelData)
        }
    }
}
