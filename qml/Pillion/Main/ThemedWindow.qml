pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Theme
import Pillion.ViewModels

/*!
A window that tells Theme about its panel and the wishes of who drives. One of them to a process: Theme is one.
*/
Window {
    id: root

    required property ShellViewModel shell

    color: Theme.steady.backgroundEnd

    // Nothing fades while the first picture is made, and never in a UI test.
    Component.onCompleted: Qt.callLater(() => {
        Theme.animated = Qt.binding(() => !root.shell.uiTest);
    })

    Binding {
        property: "brand"
        target: Theme
        value: root.shell.brand
    }

    Binding {
        property: "night"
        target: Theme
        value: root.shell.night
    }

    Binding {
        property: "driverRight"
        target: Theme
        value: root.shell.driverSide === "right"
    }

    Binding {
        property: "dpi"
        target: Theme
        value: root.shell.dpi
    }

    Binding {
        property: "scale"
        target: Theme
        value: root.shell.scale
    }

    Binding {
        property: "width"
        target: Theme
        value: root.width
    }

    Binding {
        property: "height"
        target: Theme
        value: root.height
    }
}
