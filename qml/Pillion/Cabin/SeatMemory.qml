pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Three stored places of a seat: a tap goes there, holding stores the place it has now.
*/
ColumnLayout {
    id: root

    required property Actuator recall
    required property Actuator store

    Layout.fillWidth: true
    spacing: Theme.xs
    visible: recall.served

    RowLayout {
        spacing: Theme.s
        uniformCellSizes: true

        Repeater {
            model: 3

            delegate: Button {
                id: memory

                required property int index
                readonly property int number: index + 1

                Accessible.name: qsTr("Stored place %1").arg(number)
                Layout.fillWidth: true
                active: root.recall.real === number
                enabled: root.recall.writable
                icon.name: "armchair"
                objectName: "vehicle.seats.memory." + number
                opacity: root.recall.usable ? 1 : Theme.disabled
                pending: root.recall.pending && root.recall.askedReal === number
                         || root.store.pending && root.store.askedReal === number
                text: number

                onClicked: root.recall.requestReal(memory.number)
                onPressAndHold: root.store.requestReal(memory.number)
            }
        }
    }

    Label {
        Layout.fillWidth: true
        muted: true
        size: Theme.textSmall
        text: root.recall.why || (root.store.served ? qsTr("Tap to go there. Hold to store.") : "")
        visible: text
        wrapMode: Text.Wrap
    }
}
