pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
The car in sections: their list on one side and the chosen one beside it; on a small panel first the list, then the
section under its title.
*/
Item {
    id: root

    // Nothing chosen: the list where it needs the whole page, else the car as a whole.
    readonly property string current: sections.current || (Theme.small ? "" : "overview")
    readonly property SectionsViewModel sections: shell.sections
    required property ShellViewModel shell

    SectionTiles {
        anchors.fill: parent
        model: root.sections.model
        visible: Theme.small && !root.current

        onChosen: key => root.sections.request(key)
    }

    GridLayout {
        anchors.fill: parent
        columnSpacing: Theme.gap
        columns: Theme.small ? 1 : 2
        rowSpacing: Theme.xs
        visible: root.current

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.s
            visible: Theme.small

            IconButton {
                directional: true
                icon.name: "arrow-left"
                objectName: "vehicle.section.back"
                text: qsTr("Back")

                onClicked: root.sections.request("")
            }

            Label {
                Layout.fillWidth: true
                strong: true
                text: root.sections.title
            }
        }

        SectionList {
            Layout.fillHeight: true
            Layout.preferredWidth: Math.max(implicitWidth, Math.round(root.width * 0.17))
            current: root.current
            model: root.sections.model
            visible: !Theme.small

            onChosen: key => root.sections.request(key)
        }

        Item {
            Layout.fillHeight: true
            Layout.fillWidth: true

            Repeater {
                model: root.sections.model

                delegate: SectionLoader {
                    anchors.fill: parent
                    current: root.current === key
                    shell: root.shell
                }
            }
        }
    }
}
