import QtQuick
import Pillion.Theme
import Pillion.ViewModels

/*!
Shows one page. The others are loaded one after another once the first stands, so that no change of page waits.
*/
Item {
    id: root

    readonly property list<PageLoader> pages: [home, projection, media, vehicle, settings]
    required property ShellViewModel shell

    function carryOn(): void {
    if (!settled.running)
    prepareNext();
}

    function prepareNext(): void {
                                for (const page of pages) {
                                    if (page.status === Loader.Loading)
                                    return;
                                    if (page.status === Loader.Null) {
                                        page.prepare();
                                        return;
                                    }
                                }
                            }

    Timer {
        id: settled

        interval: 1500
        running: true

        onTriggered: root.prepareNext()
    }

    Item {
        anchors.bottomMargin: Theme.portrait ? Theme.s : 0
        anchors.fill: parent
        anchors.leftMargin: Theme.l
        anchors.rightMargin: Theme.l

        PageLoader {
            id: home

            file: Qt.resolvedUrl("../Home/HomePage.qml")
            page: "home"
            shell: root.shell

            onLoaded: root.carryOn()
        }

        PageLoader {
            id: projection

            file: Qt.resolvedUrl("../Projection/ProjectionPage.qml")
            page: "projection"
            shell: root.shell

            onLoaded: root.carryOn()
        }

        PageLoader {
            id: media

            file: Qt.resolvedUrl("../Media/MediaPage.qml")
            page: "media"
            shell: root.shell

            onLoaded: root.carryOn()
        }

        PageLoader {
            id: vehicle

            file: Qt.resolvedUrl("../Vehicle/VehiclePage.qml")
            page: "vehicle"
            shell: root.shell

            onLoaded: root.carryOn()
        }

        PageLoader {
            id: settings

            file: Qt.resolvedUrl("../Settings/SettingsPage.qml")
            page: "settings"
            shell: root.shell

            onLoaded: root.carryOn()
        }
    }
}
