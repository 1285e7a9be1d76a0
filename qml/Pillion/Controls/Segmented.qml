pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Theme

/*!
One of a few, side by side; the chosen one is what the service confirmed. Wraps when words are long.

Segmented { names: ["°C", "°F"]; keys: ["C", "F"]; current: root.settings.temperatureUnit; onChosen: key => … }
*/
Flow {
    id: root

    required property string current
    required property list<string> keys
    required property list<string> names
    property bool pending: false

    signal chosen(key: string)

    spacing: Theme.s

    Repeater {
        model: root.names

        delegate: Button {
            id: choice

            required property int index
            readonly property string key: root.keys[choice.index]
            required property string modelData

            Accessible.role: Accessible.RadioButton
            active: key === root.current
            objectName: root.objectName + "." + key
            pending: root.pending && active
            text: modelData

            onClicked: root.chosen(choice.key)
        }
    }
}
