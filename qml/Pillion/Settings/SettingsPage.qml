pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
What one may choose: the subjects on one side, the chosen subject on the other.
*/
Item {
    id: root

    required property ShellViewModel shell
    property string subject: "display"

    function panel(subject: string): Component {
        switch (subject) {
        case "display":
            return display;
        case "sound":
            return sound;
        case "language":
            return language;
        case "units":
            return units;
        case "drivers":
            return drivers;
        case "phones":
            return phones;
        case "keys":
            return keys;
        default:
            return about;
        }
    }

    RowLayout {
        anchors.fill: parent
        spacing: Theme.gap
        visible: root.shell.settings.available

        SubjectList {
            Layout.fillHeight: true
            Layout.preferredWidth: Math.max(Theme.dp(236), Math.round(root.width * 0.22))
            subject: root.subject

            onChosen: key => root.subject = key
        }

        Card {
            Layout.fillHeight: true
            Layout.fillWidth: true

            Flickable {
                anchors.fill: parent
                anchors.margins: Theme.pad
                boundsBehavior: Flickable.StopAtBounds
                clip: true
                contentHeight: chosen.height
                interactive: contentHeight > height
                objectName: "settings.panel"

                Loader {
                    id: chosen

                    sourceComponent: root.panel(root.subject)
                    width: parent.width
                }
            }
        }
    }

    Card {
        anchors.fill: parent
        visible: !root.shell.settings.available

        EmptyState {
            anchors.fill: parent
            icon: "settings"
            text: root.shell.settings.problem
            title: qsTr("Settings are away")
        }
    }

    KeyLesson {
        anchors.fill: parent
        keys: root.shell.keys
    }

    Component {
        id: display

        DisplaySettings {
            settings: root.shell.settings
        }
    }

    Component {
        id: sound

        SoundSettings {
            settings: root.shell.settings
        }
    }

    Component {
        id: language

        LanguageSettings {
            settings: root.shell.settings
        }
    }

    Component {
        id: units

        UnitSettings {
            settings: root.shell.settings
        }
    }

    Component {
        id: drivers

        DriverSettings {
            restrictions: root.shell.restrictions
            settings: root.shell.settings
        }
    }

    Component {
        id: phones

        PhoneSettings {
            phones: root.shell.phones
            projection: root.shell.projection
            restrictions: root.shell.restrictions
            settings: root.shell.settings
        }
    }

    Component {
        id: keys

        KeySettings {
            keys: root.shell.keys
            restrictions: root.shell.restrictions
        }
    }

    Component {
        id: about

        AboutSettings {
            settings: root.shell.settings
        }
    }
}
