pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
How strongly the car slows and charges when the foot is off.
*/
Group {
    id: root

    required property Actuator control

    title: qsTr("Recovery when coasting")
    visible: control.served

    RowLayout {
        spacing: Theme.s
        uniformCellSizes: true

        Repeater {
            model: [qsTr("Off"), qsTr("Low"), qsTr("Mid"), qsTr("High")]

            delegate: Button {
                id: choice

                required property int index
                required property string modelData

                Accessible.role: Accessible.RadioButton
                Layout.fillWidth: true
                active: root.control.real === index
                enabled: root.control.usable || active
                horizontalPadding: Theme.s
                objectName: "vehicle.driving.regeneration." + index
                pending: root.control.pending && root.control.askedReal === index
                text: modelData
                visible: index <= root.control.maximum

                onClicked: root.control.requestReal(choice.index)
            }
        }
    }
}
