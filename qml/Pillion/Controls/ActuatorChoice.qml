pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Theme
import Pillion.ViewModels

/*!
One word of a few that the car knows, as buttons; words that this car does not know are left out.

ActuatorChoice { control: root.shell.actuators.of("driving.mode") as Actuator; keys: ["ECO", "SPORT"]; names: [qsTr("Eco"), qsTr("Sport")] }
*/
Flow {
    id: root

    required property Actuator control
    required property list<string> keys
    required property list<string> names
    property list<string> symbols: []

    spacing: Theme.s
    visible: control.served

    Repeater {
        model: root.keys

        delegate: Button {
            id: choice

            required property int index
            required property string modelData

            Accessible.role: Accessible.RadioButton
            active: root.control.text === modelData
            enabled: root.control.writable || active
            icon.name: root.symbols[index] ?? ""
            objectName: "vehicle." + root.control.key + "." + modelData.toLowerCase()
            opacity: root.control.usable || active ? 1 : Theme.disabled
            pending: root.control.pending && root.control.askedText === modelData
            text: root.names[index]
            visible: root.control.options.length === 0 || root.control.options.includes(modelData)

            onClicked: root.control.requestText(choice.modelData)
        }
    }
}
