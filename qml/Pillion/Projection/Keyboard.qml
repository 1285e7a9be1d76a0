pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Theme
import Pillion.ViewModels

/*!
The car's own keyboard, for when the car is parked.

Keyboard { keys: root.projection.keyboard; language: "de"; section: "projection.keyboard"; onTyped: letters => … }
*/
ColumnLayout {
    id: root

    required property KeyboardViewModel keys
    required property string language
    required property string section

    signal closed
    signal entered
    signal erased
    signal typed(letters: string)

    function type(letters: string): void {
    typed(letters);
    keys.typed();
}

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    spacing: 0

    Component.onCompleted: keys.use(language)
    onLanguageChanged: keys.use(language)

    Repeater {
        model: [root.keys.first, root.keys.second, root.keys.third]

        delegate: RowLayout {
            id: row

            required property LetterModel modelData

            Layout.alignment: Qt.AlignHCenter
            Layout.fillWidth: true
            spacing: 0

            Repeater {
                model: row.modelData

                delegate: Key {
                    required property string letter
                    required property string place

                    objectName: root.section + ".key." + place
                    text: letter

                    onClicked: root.type(letter)
                }
            }
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: 0

        Key {
            active: root.keys.shift
            enabled: root.keys.cased
            icon.name: "arrow-big-up"
            objectName: root.section + ".shift"
            text: qsTr("Capital letter")

            onClicked: root.keys.toggleShift()
        }

        Key {
            active: root.keys.signs
            icon.name: "hash"
            objectName: root.section + ".signs"
            text: qsTr("Digits and signs")

            onClicked: root.keys.toggleSigns()
        }

        Key {
            Layout.preferredWidth: Theme.dp(300)
            objectName: root.section + ".space"
            text: qsTr("Space")

            onClicked: root.type(" ")
        }

        Key {
            icon.name: "delete"
            objectName: root.section + ".delete"
            text: qsTr("Delete")

            onClicked: root.erased()
        }

        Key {
            icon.name: "corner-down-left"
            objectName: root.section + ".enter"
            text: qsTr("Enter")

            onClicked: root.entered()
        }

        Key {
            icon.name: "chevron-down"
            objectName: root.section + ".close"
            text: qsTr("Put the keyboard away")

            onClicked: root.closed()
        }
    }
}
