import QtQuick
import Pillion.Theme
import Pillion.ViewModels

/*!
A page of the stage: loaded when first wanted, then kept, so that going back is instant.
*/
Loader {
    id: root

    readonly property bool current: shell.page === page
    required property url file
    required property string page
    required property ShellViewModel shell

    //! Load now, in the background unless the page is the one shown.
    function prepare(): void {
    if (status === Loader.Null) {
        asynchronous = !current;
        setSource(file, {
            "shell": shell
        });
        }
        }

            anchors.fill: parent
            enabled: current
            objectName: "stage." + page
            opacity: current ? 1 : 0
            visible: current

            Behavior on opacity {
                enabled: root.current

                NumberAnimation {
                    duration: Theme.normal
                    easing.type: Easing.OutCubic
                }
            }

            Component.onCompleted: if (current)
                                       prepare()
            onCurrentChanged: if (current) {
                                  asynchronous = false;
                                  prepare();
                              }
        }
