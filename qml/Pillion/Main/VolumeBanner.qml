import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme

/*!
How loud it is now, for the moment after a key changed it.
*/
Rectangle {
    id: root

    required property real volume

    Accessible.name: qsTr("Volume %1 %").arg(Math.round(volume * 100))
    Accessible.role: Accessible.Indicator
    color: Theme.color.raised
    height: Theme.target
    objectName: "frame.volume"
    radius: Theme.radiusControl

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.xl
        anchors.rightMargin: Theme.xl
        spacing: Theme.l

        Icon {
            name: root.volume > 0 ? "volume-2" : "volume-x"
        }

        Meter {
            Layout.fillWidth: true
            value: root.volume
        }

        Label {
            Layout.preferredWidth: Theme.dp(64)
            horizontalAlignment: Text.AlignRight
            objectName: "frame.volume.value"
            size: Theme.textLabel
            strong: true
            tabular: true
            text: Math.round(root.volume * 100)
        }
    }
}
