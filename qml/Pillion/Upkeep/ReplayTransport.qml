pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Back, play, on; again and again; and a mark where it is.
*/
RowLayout {
    id: root

    required property RecorderViewModel recorder

    spacing: Theme.s

    RowLayout {
        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: false
        spacing: Theme.s

        IconButton {
            icon.name: "skip-back"
            iconSize: Theme.iconNormal
            objectName: "vehicle.recorder.back"
            text: qsTr("Ten seconds back")

            onClicked: root.recorder.step(-10)
        }

        IconButton {
            icon.name: root.recorder.paused ? "play" : "pause"
            objectName: "vehicle.recorder.play"
            primary: true
            text: root.recorder.paused ? qsTr("Play") : qsTr("Pause")

            onClicked: root.recorder.playPause()
        }

        IconButton {
            icon.name: "skip-forward"
            iconSize: Theme.iconNormal
            objectName: "vehicle.recorder.forward"
            text: qsTr("Ten seconds on")

            onClicked: root.recorder.step(10)
        }
    }

    Item {
        Layout.fillWidth: true
    }

    IconButton {
        active: root.recorder.loop
        icon.name: "repeat"
        iconSize: Theme.iconNormal
        objectName: "vehicle.recorder.loop"
        text: qsTr("Again and again")

        onClicked: root.recorder.requestLoop(!root.recorder.loop)
    }

    IconButton {
        icon.name: "bookmark"
        iconSize: Theme.iconNormal
        objectName: "vehicle.recorder.mark"
        text: qsTr("Mark this moment")

        onClicked: root.recorder.mark()
    }
}
