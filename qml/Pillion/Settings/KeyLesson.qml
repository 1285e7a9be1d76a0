pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Teaching a key: what to press now, and whether it was learnt.
*/
Sheet {
    id: root

    required property KeysViewModel keys

    name: keys.lessonTitle

    onOpenedChanged: {
        if (!opened && keys.teaching)
            keys.teach("");
    }

    Connections {
        function onLessonChanged(): void {
        if (root.keys.teaching && !root.opened)
        root.open();
        else if (!root.keys.teaching && root.opened)
        root.close();
    }

        target: root.keys
    }

    ColumnLayout {
        spacing: Theme.l
        width: parent?.width ?? 0

        Label {
            Layout.fillWidth: true
            objectName: "settings.lesson.title"
            size: Theme.textTitle
            strong: true
            text: root.keys.lessonTitle
            wrapMode: Text.Wrap
        }

        RowLayout {
            spacing: Theme.l

            Icon {
                name: root.keys.failed ? "triangle-alert" : root.keys.done ? "check" : "circle-dot"
                tint: root.keys.failed ? Theme.steady.warm : Theme.steady.accent
            }

            Label {
                Layout.fillWidth: true
                objectName: "settings.lesson.text"
                size: Theme.textLabel
                text: root.keys.lessonText
                wrapMode: Text.Wrap
            }
        }

        Button {
            Layout.alignment: Qt.AlignRight
            objectName: "settings.lesson.close"
            text: root.keys.waiting ? qsTr("Cancel") : qsTr("Close")

            onClicked: root.keys.teach("")
        }
    }
}
