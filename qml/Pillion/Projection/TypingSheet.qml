import QtQuick
import Pillion.Controls
import Pillion.ViewModels

/*!
The car's keyboard for the app on the stage, while the car is parked: letters go to the phone as they are typed.
*/
Sheet {
    id: root

    readonly property bool allowed: shell.restrictions.keyboard
    readonly property PlaceViewModel place: shell.projection.stage.typing
    required property ShellViewModel shell

    name: qsTr("Keyboard")

    onAllowedChanged: if (!allowed)
                          close()

    Keyboard {
        anchors.left: parent.left
        anchors.right: parent.right
        keys: root.shell.projection.keyboard
        language: root.shell.settings.shownLanguage
        section: "projection.keyboard"

        onClosed: root.close()
        onEntered: root.place.pressKey("enter")
        onErased: root.place.pressKey("delete")
        onTyped: letters => root.place.typeText(letters)
    }
}
