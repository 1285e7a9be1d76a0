import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Above one of two apps: back in it, its name, and close.
*/
RowLayout {
    id: root

    required property bool picture
    required property PlaceViewModel place
    required property string section

    spacing: Theme.s

    IconButton {
        directional: true
        enabled: root.picture
        icon.name: "arrow-left"
        iconSize: Theme.iconNormal
        objectName: root.section + ".back"
        text: qsTr("Back in %1").arg(root.place.appName)

        onClicked: root.place.back()
    }

    Label {
        Layout.fillWidth: true
        elide: Text.ElideRight
        horizontalAlignment: Text.AlignHCenter
        maximumLineCount: 1
        objectName: "projection.device.app." + root.section
        size: Theme.textLabel
        strong: true
        text: root.place.appName
    }

    IconButton {
        icon.name: "x"
        iconSize: Theme.iconNormal
        objectName: root.section + ".close"
        text: qsTr("Close %1").arg(root.place.appName)

        onClicked: root.place.closeApp()
    }
}
