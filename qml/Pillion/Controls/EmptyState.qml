pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Theme

/*!
Nothing to show: one sentence and, if there is something to do about it, one action.

EmptyState { icon: "smartphone"; title: qsTr("No phone"); text: qsTr("…"); action: qsTr("Connect"); onActed: … }
*/
Item {
    id: root

    property string action: ""
    // Something is being waited for; still: without movement, as while the car moves.
    property bool busy: false
    property string icon: ""
    property bool still: false
    property string text: ""
    property string title: ""

    signal acted

    implicitHeight: column.implicitHeight
    implicitWidth: Theme.dp(560)

    // Made when it is first seen: most pages never need it.
    Loader {
        id: column

        active: root.visible
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.xl, Theme.dp(680))

        sourceComponent: ColumnLayout {
            spacing: Theme.m

            Icon {
                Layout.alignment: Qt.AlignHCenter
                Layout.bottomMargin: Theme.s
                name: root.icon
                size: Theme.dp(64)
                tint: Theme.steady.muted
                visible: name
            }

            Label {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                strong: true
                text: root.title
                visible: text
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                muted: true
                size: Theme.textLabel
                text: root.text
                visible: text
                wrapMode: Text.Wrap
            }

            Progress {
                Layout.alignment: Qt.AlignHCenter
                Layout.topMargin: Theme.m
                still: root.still
                visible: root.busy
            }

            Button {
                Layout.alignment: Qt.AlignHCenter
                Layout.topMargin: Theme.s
                objectName: root.objectName ? root.objectName + ".action" : ""
                primary: !root.busy
                text: root.action
                visible: text

                onClicked: root.acted()
            }
        }
    }
}
