pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Home
import Pillion.Theme
import Pillion.ViewModels

/*!
An app of the phone on the whole stage, or with something beside it: another app, or a card of the car. On an upright
panel one lies above the other.
*/
Item {
    id: root

    readonly property bool both: stage.split !== ""
    readonly property int first: both ? Math.round((room - gap) * stage.share) : room
    readonly property bool front: shell.page === "projection"
    readonly property int gap: stage.split === "app" || stage.split === "choose" ? Theme.dp(28) :
                                                                                   Theme.target
    readonly property int middle: first + gap / 2
    readonly property ProjectionViewModel projection: shell.projection
    readonly property int room: upright ? area.height : area.width
    required property ShellViewModel shell
    readonly property SplitViewModel stage: projection.stage
    readonly property bool still: shell.restrictions.state === "moving"
    readonly property int strip: Theme.dp(92)
    readonly property bool upright: Theme.portrait

    StageStrip {
        height: root.upright ? root.strip : parent.height
        shell: root.shell
        width: root.upright ? parent.width : root.strip
        x: LayoutMirroring.enabled ? parent.width - width : 0

        onTyping: keyboard.open()
    }

    Item {
        id: area

        height: parent.height - y
        width: parent.width - (root.upright ? 0 : root.strip + Theme.m)
        x: root.upright || LayoutMirroring.enabled ? 0 : root.strip + Theme.m
        y: root.upright ? root.strip + Theme.m : 0

        AppPlace {
            front: root.front
            header: root.stage.split === "app"
            height: root.upright ? root.first : parent.height
            place: root.stage.main
            section: "projection.stage"
            still: root.still
            width: root.upright ? parent.width : root.first
            x: LayoutMirroring.enabled ? parent.width - width : 0
        }

        Divider {
            length: root.room
            objectName: "projection.stage.divider"
            upright: root.upright
            visible: root.both && root.stage.split !== "choose"
            x: root.upright ? Math.round((parent.width - width) / 2) : mirrored ? parent.width
                                                                                  - root.middle
                                                                                  - width / 2 :
                                                                                  root.middle
                                                                                  - width / 2
            y: root.upright ? root.middle - height / 2 : Math.round((parent.height - height) / 2)
            z: 1

            onClicked: root.stage.nextShare()
            onMoved: share => root.stage.setShare(mirrored ? 1 - share : share)
        }

        Item {
            id: second

            height: root.upright ? root.room - root.first - root.gap : parent.height
            visible: root.both
            width: root.upright ? parent.width : root.room - root.first - root.gap
            x: root.upright || LayoutMirroring.enabled ? 0 : root.first + root.gap
            y: root.upright ? root.first + root.gap : 0

            AppPlace {
                anchors.fill: parent
                front: root.front
                header: true
                place: root.stage.beside
                section: "projection.beside"
                still: root.still
                visible: root.stage.split === "app"
            }

            Loader {
                active: root.stage.split === "vehicle"
                anchors.fill: parent

                sourceComponent: VehicleCard {
                    shell: root.shell
                }
            }

            Loader {
                active: root.stage.split === "media"
                anchors.fill: parent

                sourceComponent: NowPlayingCard {
                    shell: root.shell
                }
            }

            Loader {
                active: root.stage.split === "choose"
                anchors.fill: parent

                sourceComponent: BesideChooser {
                    shell: root.shell
                }
            }
        }
    }

    TypingSheet {
        id: keyboard

        anchors.fill: parent
        shell: root.shell
    }
}
