pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Above the apps: whose they are, and while parked finding, marking and another phone.
*/
RowLayout {
    id: root

    required property bool choosing
    required property bool parked
    required property ProjectionViewModel projection

    signal finding
    signal marking

    spacing: Theme.m

    Icon {
        name: "smartphone"
        tint: Theme.steady.accent
    }

    Label {
        Layout.fillWidth: true
        elide: Text.ElideRight
        objectName: "projection.device.name"
        strong: true
        text: root.projection.deviceName
    }

    Repeater {
        model: root.projection.devices.count > 1 ? root.projection.devices : null

        delegate: Button {
            required property string deviceId
            required property string name

            active: deviceId === root.projection.device
            objectName: "projection.device." + deviceId
            text: name

            onClicked: root.projection.selectDevice(deviceId)
        }
    }

    TextField {
        Layout.maximumWidth: Theme.dp(360)
        Layout.preferredWidth: Theme.dp(Theme.small || Theme.portrait ? 240 : 320)
        allowed: root.parked
        name: qsTr("Find an app")
        objectName: "projection.apps.find"
        text: root.projection.find
        visible: root.parked

        onPressed: root.finding()
        onTextEdited: root.projection.setFind(text)
    }

    IconButton {
        active: root.choosing
        icon.name: "star"
        iconSize: Theme.iconNormal
        objectName: "projection.apps.mark"
        text: root.choosing ? qsTr("Favourites are chosen") : qsTr("Choose favourites")
        visible: root.parked

        onClicked: root.marking()
    }

    IconButton {
        icon.name: "plus"
        iconSize: Theme.iconNormal
        objectName: "projection.apps.setup"
        text: qsTr("Set up a phone")
        visible: root.parked

        onClicked: root.projection.guide(true)
    }
}
