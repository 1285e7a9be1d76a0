import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The QR picture that a phone scans to be paired.
*/
RowLayout {
    id: root

    required property SetupViewModel setup

    spacing: Theme.l

    Rectangle {
        Layout.alignment: Qt.AlignTop
        Layout.preferredHeight: Theme.dp(Theme.small ? 220 : Theme.portrait ? 420 : 300)
        Layout.preferredWidth: Layout.preferredHeight
        color: root.setup.offer ? "#FFFFFF" : Theme.color.raised
        radius: Theme.radiusTile

        Image {
            Accessible.name: qsTr("QR code for pairing")
            Accessible.role: Accessible.Graphic
            anchors.centerIn: parent
            cache: false
            fillMode: Image.Pad
            horizontalAlignment: Image.AlignHCenter
            objectName: "projection.setup.qr"
            source: root.setup.offer ? "image://qr/" + encodeURIComponent(root.setup.offer) : ""
            sourceSize.width: parent.width - 2 * Theme.s
            verticalAlignment: Image.AlignVCenter
        }

        Icon {
            anchors.centerIn: parent
            name: "qr-code"
            size: Theme.dp(96)
            tint: Theme.steady.muted
            visible: !root.setup.offer
        }
    }

    ColumnLayout {
        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        spacing: Theme.m

        Label {
            Layout.fillWidth: true
            size: Theme.textSmall
            text: qsTr(
                      "On the phone: Developer options, Wireless debugging, Pair device with QR code. Both use one Wi-Fi.")
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            muted: true
            objectName: "projection.setup.pairing"
            size: Theme.textSmall
            text: root.setup.pairingText
            visible: text && !(Theme.small && root.setup.pairing === "waiting")
            wrapMode: Text.Wrap
        }

        Button {
            objectName: "projection.setup.offer"
            primary: !root.setup.offer
            text: root.setup.offer ? qsTr("Hide the code") : qsTr("Show a code")

            onClicked: root.setup.offer ? root.setup.withdraw() : root.setup.offerCode()
        }
    }
}
