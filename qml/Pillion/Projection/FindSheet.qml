import QtQuick
import Pillion.Controls
import Pillion.ViewModels

/*!
The car's keyboard for the name of an app, while the car is parked.
*/
Sheet {
    id: root

    readonly property bool allowed: shell.restrictions.keyboard
    readonly property ProjectionViewModel projection: shell.projection
    required property ShellViewModel shell

    name: qsTr("Find an app")

    onAllowedChanged: if (!allowed)
                          close()

    Keyboard {
        anchors.left: parent.left
        anchors.right: parent.right
        keys: root.projection.keyboard
        language: root.shell.settings.shownLanguage
        section: "projection.find"

        onClosed: root.close()
        onEntered: root.close()
        onErased: root.projection.setFind(root.projection.find.slice(0, -1))
        onTyped: letters => root.projection.setFind(root.projection.find + letters)
    }
}
