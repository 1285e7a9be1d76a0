import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Another camera, the tones, and the way out.
*/
ColumnLayout {
    id: root

    required property bool narrow
    required property RearViewModel rear

    spacing: Theme.m

    Button {
        Accessible.name: qsTr("Next camera")
        Layout.fillWidth: true
        horizontalPadding: Theme.s
        icon.name: root.narrow ? "" : "video"
        objectName: "rear.camera.next"
        text: root.rear.cameraName
        visible: root.rear.hasMore

        onClicked: root.rear.nextCamera()
    }

    RowLayout {
        Layout.fillHeight: false
        Layout.fillWidth: true
        spacing: Theme.m

        Button {
            Accessible.name: root.rear.parking.tones === "off" ? qsTr("Tones off") :
                                                                 root.rear.parking.tones
                                                                 === "quiet" ? qsTr("Tones quiet") :
                                                                               qsTr("Tones on")
            Layout.fillWidth: true
            horizontalPadding: Theme.s
            icon.name: root.rear.parking.tones === "off" ? "volume-x" : root.rear.parking.tones
                                                           === "quiet" ? "volume-1" : "volume-2"
            objectName: "rear.tones.next"
            text: root.narrow ? "" : Accessible.name
            visible: root.rear.parking.fitted

            onClicked: root.rear.parking.nextTones()
        }

        Button {
            Accessible.name: qsTr("Close the camera")
            Layout.fillWidth: root.narrow || !root.rear.parking.fitted
            horizontalPadding: Theme.s
            icon.name: "x"
            objectName: "rear.view.close"

            onClicked: root.rear.close()
        }
    }
}
