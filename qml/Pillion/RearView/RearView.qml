pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Theme
import Pillion.ViewModels

/*!
What is behind the car, over everything: the camera's whole picture, and beside (or, upright, below) it what the sensors say.
*/
FocusScope {
    id: root

    readonly property int panelWidth: Math.min(width * 0.4, Math.max(Theme.dp(Theme.small
                                                                              || Theme.compact
                                                                              ? 200 : 340), width
                                                                     - height * 16 / 9))
    readonly property int pictureHeight: Theme.portrait ? Math.round(width * 0.62) : height
    readonly property RearViewModel rear: shell.rear
    required property ShellViewModel shell

    Accessible.name: qsTr("Rear view")
    Accessible.role: Accessible.Pane
    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    objectName: "rear.view"

    Keys.onBackPressed: root.rear.close()
    Keys.onEscapePressed: root.rear.close()
    onVisibleChanged: if (visible)
                          forceActiveFocus(Qt.OtherFocusReason)

    // Nothing below takes a touch meant for this.
    MouseArea {
        anchors.fill: parent
        hoverEnabled: true
    }

    CameraPicture {
        height: root.pictureHeight
        rear: root.rear
        width: Theme.portrait ? root.width : root.width - root.panelWidth
        // Physical sides: the panel is away from the driver, the picture near.
        x: Theme.portrait || !Theme.driverRight ? 0 : root.panelWidth
    }

    ParkingPanel {
        height: Theme.portrait ? root.height - root.pictureHeight : root.height
        rear: root.rear
        width: Theme.portrait ? root.width : root.panelWidth
        x: Theme.portrait || Theme.driverRight ? 0 : root.width - width
        y: Theme.portrait ? root.pictureHeight : 0
    }
}
