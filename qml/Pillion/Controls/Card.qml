import QtQuick
import QtQuick.Templates as T
import Pillion.Theme

/*!
A surface of the stage. With a name it can be touched as a whole; what lies on it is touched first.

Card { objectName: "home.vehicle.card"; name: qsTr("Vehicle"); onClicked: root.shell.requestPage("vehicle") }
*/
Rectangle {
    id: root

    property string name: ""
    property bool touchable: name !== ""

    signal clicked

    color: Theme.color.card
    radius: Theme.radiusCard

    T.AbstractButton {
        id: area

        Accessible.id: objectName
        Accessible.name: root.name
        Accessible.role: Accessible.Button
        activeFocusOnTab: root.touchable
        anchors.fill: parent
        enabled: root.touchable
        objectName: root.objectName ? root.objectName + ".open" : ""
        text: root.name
        visible: root.touchable

        background: Rectangle {
            color: Theme.fade(Theme.color.ink, area.down ? Theme.pressed / 2 : 0)
            radius: root.radius

            FocusRing {
                shown: area.visualFocus
            }
        }

        onClicked: root.clicked()
    }
}
