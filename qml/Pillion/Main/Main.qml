pragma ComponentBehavior: Bound

import QtQuick

/*!
The head unit's window: it holds the frame.
*/
ThemedWindow {
    id: root

    title: "Pillion"

    Frame {
        anchors.fill: parent
        shell: root.shell
    }
}
