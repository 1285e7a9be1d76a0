import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
How loud the music is.
*/
Sheet {
    id: root

    required property MediaViewModel media

    name: qsTr("Volume")

    RowLayout {
        spacing: Theme.l
        width: parent?.width ?? 0

        Icon {
            name: "volume-1"
            tint: Theme.steady.muted
        }

        Slider {
            Layout.fillWidth: true
            confirmed: root.media.volume
            name: root.name
            objectName: "media.volume.level"
            stepSize: 0.05

            onWanted: value => root.media.requestVolume(value)
        }

        Label {
            Layout.minimumWidth: Theme.dp(80)
            horizontalAlignment: Text.AlignHCenter
            objectName: "media.volume.value"
            strong: true
            tabular: true
            text: qsTr("%1 %").arg(Math.round(root.media.volume * 100))
        }

        IconButton {
            icon.name: "x"
            objectName: "media.volume.close"
            text: qsTr("Close")

            onClicked: root.close()
        }
    }
}
