pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
How strong the seat works on the back.
*/
Group {
    id: root

    required property Actuator control

    title: qsTr("Massage")
    visible: control.served

    RowLayout {
        spacing: Theme.s
        uniformCellSizes: true

        Repeater {
            model: root.control.levels + 1

            delegate: Button {
                id: choice

                required property int index

                Accessible.name: qsTr("Massage %1").arg(text)
                Accessible.role: Accessible.RadioButton
                Layout.fillWidth: true
                active: root.control.level === index
                enabled: root.control.usable
                icon.name: index > 0 ? "car-seat-massage" : ""
                objectName: "vehicle.seats.massage." + index
                pending: root.control.pending && active
                text: index > 0 ? index : qsTr("Off")

                onClicked: root.control.requestLevel(choice.index)
            }
        }
    }
}
