pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
What the window holds: rail, status strip, stage, climate bar, and what may lie over them, in a fixed order.
*/
FocusScope {
    id: root

    required property ShellViewModel shell
    readonly property int sideWidth: Theme.portrait ? width : width - Theme.railWidth
    // Physical sides: the rail is at the driver's hand in every language.
    readonly property int sideX: Theme.portrait || Theme.driverRight ? 0 : Theme.railWidth

    //! Open or close the climate sheet.
    function togglePanel(): void {
    const sheet = panel.item as ClimateSheet;
    if (sheet.opened)
    sheet.close();
    else
    sheet.open();
}

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    focus: true

    Keys.onBackPressed: root.shell.requestBack()
    Keys.onEscapePressed: root.shell.requestBack()

    Rectangle {
        anchors.fill: parent

        gradient: Gradient {
            orientation: Gradient.Horizontal

            GradientStop {
                color: Theme.driverRight ? Theme.color.backgroundEnd : Theme.color.backgroundStart
                position: 0
            }

            GradientStop {
                color: Theme.driverRight ? Theme.color.backgroundStart : Theme.color.backgroundEnd
                position: 1
            }
        }
    }

    Rail {
        height: Theme.railHeight
        shell: root.shell
        width: Theme.railWidth
        x: Theme.driverRight ? root.width - width : 0
        y: Theme.portrait ? root.height - Theme.climateHeight - height : 0
    }

    // A call that was put out of the way, in the corner below the rail.
    Loader {
        active: root.shell.calls.active && !root.shell.calls.shown
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Math.round((Theme.climateHeight - height) / 2)
        x: (Theme.driverRight ? root.width - Theme.railWidth : 0) + Math.round((Theme.railWidth
                                                                                - width) / 2)

        sourceComponent: IconButton {
            icon.name: "phone"
            objectName: "frame.call.show"
            raised: true
            surface: Theme.color.good
            text: qsTr("Show the call")
            tone: Theme.steady.card

            onClicked: root.shell.calls.show()
        }
    }

    StatusStrip {
        height: Theme.stripHeight
        status: root.shell.status
        warnings: root.shell.warnings
        width: root.sideWidth
        x: root.sideX
    }

    Stage {
        id: stage

        height: climate.y - y - (Theme.portrait ? Theme.railHeight : 0)
        shell: root.shell
        width: root.sideWidth
        x: root.sideX
        y: Theme.stripHeight
    }

    ClimateBar {
        id: climate

        driverRight: Theme.driverRight
        height: Theme.climateHeight
        shell: root.shell
        width: root.sideWidth
        x: root.sideX
        y: root.height - height

        onPanelAsked: panel.active ? root.togglePanel() : panel.active = true
    }

    // Made when first opened, then kept.
    Loader {
        id: panel

        active: false
        height: climate.y
        width: root.sideWidth
        x: root.sideX

        sourceComponent: ClimateSheet {
            shell: root.shell
        }

        onLoaded: root.togglePanel()
    }

    Loader {
        active: root.shell.keys.volumeShown
        width: Math.min(stage.width - 2 * Theme.xxl, Theme.dp(520))
        x: stage.x + Math.round((stage.width - width) / 2)
        y: climate.y - height - Theme.m

        sourceComponent: VolumeBanner {
            volume: root.shell.keys.volume
        }
    }

    Loader {
        active: root.shell.notices.visible
        width: Math.min(stage.width - 2 * Theme.xxl, Theme.dp(860))
        x: stage.x + Math.round((stage.width - width) / 2)
        y: Theme.m + Math.max(stage.y, call.active ? call.y + call.height : 0, note.active ? note.y
                                                                                             + note.height :
                                                                                             0)

        sourceComponent: Toast {
            notices: root.shell.notices
        }
    }

    Loader {
        id: note

        active: root.shell.headsUp.shown && !root.shell.calls.shown
        width: Math.min(stage.width - 2 * Theme.l, Theme.dp(900))
        x: stage.x + Math.round((stage.width - width) / 2)
        y: stage.y + Theme.s

        sourceComponent: HeadsUp {
            note: root.shell.headsUp
        }
    }

    Loader {
        id: call

        active: root.shell.calls.shown
        width: Math.min(stage.width - 2 * Theme.l, Theme.dp(900))
        x: stage.x + Math.round((stage.width - width) / 2)
        y: stage.y + Theme.s

        sourceComponent: CallBanner {
            calls: root.shell.calls
        }
    }

    Loader {
        active: root.shell.warnings.shown
        height: climate.y - y - (Theme.portrait ? Theme.railHeight : 0)
        width: root.sideWidth
        x: root.sideX
        y: Theme.stripHeight

        sourceComponent: WarningSheet {
            warnings: root.shell.warnings
        }
    }
}
