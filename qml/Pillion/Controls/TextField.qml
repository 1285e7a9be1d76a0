import QtQuick
import QtQuick.Templates as T
import Pillion.Theme

/*!
A line of text. While moving it takes none and says why; what was typed stays.

TextField { name: qsTr("Name"); allowed: root.restrictions.keyboard }
*/
T.TextField {
    id: root

    required property bool allowed
    required property string name

    Accessible.id: objectName
    Accessible.name: name
    color: Theme.color.ink
    font.family: Theme.family
    font.pixelSize: Theme.textLabel
    implicitHeight: Theme.target
    implicitWidth: Theme.dp(360)
    leftPadding: Theme.l
    placeholderText: allowed ? name : qsTr("Available when parked")
    placeholderTextColor: Theme.color.muted
    readOnly: !allowed
    rightPadding: Theme.l
    selectByMouse: true
    selectedTextColor: Theme.color.accentInk
    selectionColor: Theme.color.accent
    verticalAlignment: TextInput.AlignVCenter

    background: Rectangle {
        color: Theme.color.raised
        radius: Theme.radiusControl

        Label {
            anchors.fill: parent
            anchors.leftMargin: root.leftPadding
            anchors.rightMargin: root.rightPadding
            elide: Text.ElideRight
            muted: true
            size: Theme.textLabel
            text: root.placeholderText
            visible: !root.text && !root.preeditText
        }

        FocusRing {
            shown: root.activeFocus
        }
    }
}
