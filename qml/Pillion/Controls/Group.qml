import QtQuick
import QtQuick.Layouts
import Pillion.Theme

/*!
A card of controls under a title, as tall as they are.

Group { title: qsTr("Rear seats"); ActuatorRow { … } }
*/
Card {
    id: root

    default property alias content: body.data
    property int spacing: Theme.m
    property string title: ""

    Layout.fillWidth: true
    implicitHeight: body.implicitHeight + 2 * Theme.pad
    implicitWidth: body.implicitWidth + 2 * Theme.pad

    ColumnLayout {
        id: body

        anchors.left: parent.left
        anchors.margins: Theme.pad
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: root.spacing

        Label {
            Layout.fillWidth: true
            muted: true
            size: Theme.textSmall
            strong: true
            text: root.title
            visible: text
            wrapMode: Text.Wrap
        }
    }
}
