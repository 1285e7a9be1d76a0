import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Where the server file has to be, and by what it is known.
*/
SetupNote {
    id: root

    required property SetupViewModel setup

    action: qsTr("Look again")
    icon: "save"
    text: qsTr(
              "Download it once from the scrcpy project's releases and copy it to this place. It is checked before it is used.")
    title: qsTr("A small helper is missing")

    onActed: root.setup.lookAgain()

    Label {
        Layout.fillWidth: true
        objectName: "projection.setup.path"
        size: Theme.textSmall
        text: root.setup.filePath
        wrapMode: Text.WrapAnywhere
    }

    Label {
        Layout.fillWidth: true
        muted: true
        objectName: "projection.setup.hash"
        size: Theme.textSmall
        text: "SHA-256 " + root.setup.fileHash
        wrapMode: Text.WrapAnywhere
    }
}
