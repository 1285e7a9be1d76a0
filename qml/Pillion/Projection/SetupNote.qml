import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme

/*!
What to do now, in a sentence, and a button if there is something to do here.
*/
Rectangle {
    id: root

    property string action: ""
    default property alias content: more.data
    required property string icon
    required property string text
    required property string title

    signal acted

    color: Theme.color.raised
    implicitHeight: column.implicitHeight + 2 * Theme.pad
    radius: Theme.radiusTile

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.margins: Theme.pad
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.m

        RowLayout {
            spacing: Theme.m

            Icon {
                name: root.icon
                tint: Theme.steady.accent
            }

            Label {
                Layout.fillWidth: true
                size: Theme.textLabel
                strong: true
                text: root.title
                wrapMode: Text.Wrap
            }
        }

        Label {
            Layout.fillWidth: true
            muted: true
            size: Theme.textSmall
            text: root.text
            wrapMode: Text.Wrap
        }

        ColumnLayout {
            id: more

            Layout.fillWidth: true
            spacing: Theme.m
            visible: children.length > 0
        }

        Button {
            objectName: "projection.setup.action"
            primary: true
            text: root.action
            visible: text !== ""

            onClicked: root.acted()
        }
    }
}
