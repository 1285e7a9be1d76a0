import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Who, and how warm.
*/
ColumnLayout {
    id: root

    required property string name
    required property Actuator temperature

    Layout.fillWidth: true
    Layout.maximumWidth: Number.POSITIVE_INFINITY
    spacing: Theme.xs
    visible: temperature.served

    Label {
        Layout.alignment: Qt.AlignHCenter
        muted: true
        size: Theme.textSmall
        text: root.name
    }

    TemperatureStepper {
        Layout.alignment: Qt.AlignHCenter
        control: root.temperature
        name: root.name
        objectName: "vehicle." + root.temperature.key
    }
}
