pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme

/*!
What there are settings for.
*/
Flickable {
    id: root

    required property string subject

    signal chosen(key: string)

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: subjects.implicitHeight
    interactive: contentHeight > height
    objectName: "settings.subjects"

    ColumnLayout {
        id: subjects

        spacing: 0
        width: parent.width

        Subject {
            iconName: "monitor"
            key: "display"
            title: qsTr("Display")
        }

        Subject {
            iconName: "volume-2"
            key: "sound"
            title: qsTr("Sound")
        }

        Subject {
            iconName: "languages"
            key: "language"
            title: qsTr("Language")
        }

        Subject {
            iconName: "ruler"
            key: "units"
            title: qsTr("Units")
        }

        Subject {
            iconName: "users"
            key: "drivers"
            title: qsTr("Drivers")
        }

        Subject {
            iconName: "smartphone"
            key: "phones"
            title: qsTr("Phones")
        }

        Subject {
            iconName: "circle-dot"
            key: "keys"
            title: qsTr("Keys")
        }

        Subject {
            iconName: "info"
            key: "about"
            title: qsTr("About")
        }
    }

    component Subject: ListRow {
        required property string key

        Layout.fillWidth: true
        Layout.preferredHeight: Theme.compact || Theme.small ? Theme.target : Theme.row
        active: root.subject === key
        objectName: "settings.subject." + key

        onClicked: root.chosen(key)
    }
}
