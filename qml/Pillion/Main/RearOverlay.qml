import QtQuick
import Pillion.ViewModels

/*!
Holds the rear view: made before the pages that nobody looks at yet, and at once when reverse comes first.
*/
Loader {
    id: root

    readonly property bool covering: shell.rear.shown && status === Loader.Ready
    required property ShellViewModel shell

    //! Load now; in the background unless it is wanted now.
    function prepare(): void {
    asynchronous = !shell.rear.shown;
    if (status === Loader.Null)
    setSource(Qt.resolvedUrl("../RearView/RearView.qml"), {
        "shell": shell
    });
    }

        objectName: "frame.rear"
        visible: shell.rear.shown

        Component.onCompleted: if (shell.rear.shown)
                                   prepare()
        onVisibleChanged: if (visible)
                              prepare()

        Timer {
            interval: 700
            running: true

            onTriggered: root.prepare()
        }
    }
