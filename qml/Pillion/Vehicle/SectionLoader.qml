pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
One section of the Vehicle page: loaded in the background when first shown, then kept. While it may not be used, or the
car does not answer, a sentence says so in its place.
*/
Item {
    id: root

    required property bool alone
    required property bool current
    required property string file
    required property string key
    readonly property bool ready: section.status === Loader.Ready
    required property ShellViewModel shell
    readonly property bool silent: !root.alone && !root.shell.vehicle.available
    required property string symbol
    required property string title
    required property string why

    function prepare(): void {
    if (section.status === Loader.Null)
    section.setSource(Qt.resolvedUrl("../" + root.file), {
        "shell": root.shell
    });
    }

        objectName: "vehicle.section." + key
        visible: current

        Component.onCompleted: if (current)
                                   prepare()
        onCurrentChanged: if (current)
                              prepare()

        Loader {
            id: section

            anchors.fill: parent
            asynchronous: true
            enabled: root.current
            opacity: root.current && root.ready ? 1 : 0
            visible: !root.silent && !root.why

            Behavior on opacity {
                enabled: root.current

                NumberAnimation {
                    duration: Theme.normal
                    easing.type: Easing.OutCubic
                }
            }
        }

        Card {
            anchors.fill: parent
            visible: root.silent || root.why

            EmptyState {
                anchors.fill: parent
                icon: root.silent ? "car" : root.symbol
                text: root.silent ? root.shell.vehicle.problem : root.why
                title: root.silent ? qsTr("The car does not answer") : root.title
            }
        }
    }
