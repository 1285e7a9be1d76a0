import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme

/*!
A number worth a glance, and below it what it is.

Figure { label: qsTr("Average"); value: root.energy.averageText; unit: root.energy.consumptionUnit }
*/
ColumnLayout {
    id: root

    required property string label
    property int size: Theme.textTitle
    property color tone: Theme.color.ink
    property string unit: ""
    required property string value

    spacing: 0

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s

        Label {
            Layout.alignment: Qt.AlignBaseline
            Layout.fillWidth: !root.unit
            color: root.tone
            objectName: root.objectName ? root.objectName + ".value" : ""
            size: root.size
            strong: true
            tabular: true
            text: root.value
            wrapMode: root.unit ? Text.NoWrap : Text.Wrap
        }

        Label {
            Layout.alignment: Qt.AlignBaseline
            Layout.fillWidth: true
            muted: true
            size: Theme.textSmall
            text: root.unit
            visible: text
        }
    }

    Label {
        Layout.fillWidth: true
        muted: true
        size: Theme.textSmall
        text: root.label
        visible: text
        wrapMode: Text.Wrap
    }
}
