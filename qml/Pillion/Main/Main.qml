pragma ComponentBehavior: Bound

import QtQuick

/*!
The head unit's window: it holds the frame, and the rear view over it.
*/
ThemedWindow {
    id: root

    title: "Pillion"

    Frame {
        id: frame

        anchors.fill: parent
        shell: root.shell
        visible: !rear.covering
    }

    RearOverlay {
        id: rear

        anchors.fill: parent
        shell: root.shell

        onCoveringChanged: if (!covering)
                               frame.forceActiveFocus(Qt.OtherFocusReason)
    }
}
