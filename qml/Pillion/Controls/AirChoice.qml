pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Theme
import Pillion.ViewModels

/*!
Where the air goes, as pictures of who sits there; those that this car has.

AirChoice { control: root.shell.actuators.of("climate.air.driver") as Actuator; name: qsTr("Air for the driver") }
*/
RowLayout {
    id: root

    required property Actuator control
    readonly property list<string> keys: ["FACE", "FACE_FLOOR", "FLOOR", "DEFROST_FLOOR", "DEFROST"]
    required property string name
    readonly property list<string> names: [qsTr("to the face"), qsTr("to face and feet"), qsTr(
            "to the feet"), qsTr("to windscreen and feet"), qsTr("to the windscreen")]
    readonly property list<string> symbols: ["car-air-face", "car-air-face-floor", "car-air-floor",
        "car-air-defrost-floor", "car-air-defrost"]

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    spacing: Theme.xs
    visible: control.served

    Repeater {
        model: root.keys

        delegate: IconButton {
            id: choice

            required property int index
            required property string modelData

            Accessible.role: Accessible.RadioButton
            Layout.fillWidth: true
            Layout.minimumWidth: Theme.target
            active: root.control.text === modelData
            enabled: root.control.usable
            icon.name: root.symbols[choice.index]
            iconSize: Theme.dp(42)
            leftInset: 0
            objectName: (root.objectName || "vehicle." + root.control.key) + "."
                        + modelData.toLowerCase()
            pending: root.control.pending && root.control.askedText === modelData
            radius: Theme.radiusControl
            raised: true
            rightInset: 0
            text: root.name + ": " + root.names[choice.index]
            visible: root.control.options.length === 0 || root.control.options.includes(modelData)
            visual: Theme.dp(66)

            onClicked: root.control.requestText(choice.modelData)
        }
    }
}
