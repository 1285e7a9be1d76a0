import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.Video
import Pillion.ViewModels

/*!
One app of the phone, as large as its place; where a picture cannot be there are words. With a header when it is one of two.
*/
Item {
    id: root

    required property bool front
    property bool header: false
    readonly property bool picture: place.active && !place.gated && place.sessionText === ""
    required property PlaceViewModel place
    required property string section
    required property bool still

    //! How large an app's picture can be, in pixels of this panel.
    function tellSize(): void {
    if (front && visible)
    place.stageSize(Math.round(surface.width), Math.round(surface.height), Math.round(Theme.dpi
    * Theme.scale));
}

    onFrontChanged: tellSize()
    onVisibleChanged: tellSize()

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.s

        PlaceHeader {
            Layout.fillWidth: true
            picture: root.picture
            place: root.place
            section: root.section
            visible: root.header
        }

        Rectangle {
            id: surface

            Layout.fillHeight: true
            Layout.fillWidth: true
            color: root.picture ? Theme.fade(Theme.color.card, 0) : Theme.color.card
            radius: Theme.radiusCard

            onHeightChanged: root.tellSize()
            onWidthChanged: root.tellSize()

            VideoSurface {
                id: pictures

                Accessible.name: root.place.appName
                Accessible.role: Accessible.Client
                activeFocusOnTab: root.front
                anchors.fill: parent
                interactive: root.visible
                objectName: root.section + ".picture"
                rotary: root.place.rotary
                sizing: root.front
                stream: visible ? root.place.stream : null
                visible: root.picture
            }

            Corners {
                anchors.fill: parent
                visible: root.picture
            }

            FocusRing {
                shown: pictures.activeFocus
            }

            EmptyState {
                action: root.place.failed ? qsTr("Try again") : busy ? qsTr("Cancel") : ""
                anchors.fill: parent
                busy: !root.place.failed && !root.place.gated
                icon: root.place.gated ? "car" : root.place.failed ? "triangle-alert" : "smartphone"
                objectName: root.section + ".state"
                still: root.still
                text: root.place.sessionText
                title: root.header ? "" : root.place.appName
                visible: !root.picture

                onActed: root.place.failed ? root.place.retry() : root.place.closeApp()
            }
        }
    }
}
