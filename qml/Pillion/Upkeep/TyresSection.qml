pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.Vehicle
import Pillion.ViewModels

/*!
The car with its four tyres against what they should be, and what to do in one sentence.
Left is the car's left in every language and in every country.
*/
Card {
    id: root

    required property ShellViewModel shell
    readonly property TyresViewModel tyres: shell.tyres

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.pad
        spacing: Theme.m

        Item {
            id: place

            Layout.fillHeight: true
            Layout.fillWidth: true
            LayoutMirroring.childrenInherit: true
            LayoutMirroring.enabled: false

            CarView {
                id: car

                anchors.horizontalCenter: parent.horizontalCenter
                // Room for the words beside it.
                height: Math.min(parent.height, Theme.dp(760), Math.round((parent.width - Theme.dp(
                                                                               420)) / 0.56))
                vehicle: root.shell.vehicle
                y: Math.round((parent.height - height) / 2)
            }

            Repeater {
                model: root.tyres.model

                delegate: TyreBlock {
                    id: tyre

                    // Beside its wheel, and front and rear apart.
                    readonly property real beside: car.y + car.height * (index < 2 ? 0.28 : 0.76)
                                                   - height / 2
                    readonly property int gap: Theme.dp(Theme.small || Theme.portrait ? 10 : 40)
                    required property int index
                    readonly property int room: Math.round((place.width - car.width) / 2) - gap

                    named: place.height > Theme.dp(440)
                    width: Math.min(room, Theme.dp(250))
                    x: onLeft ? car.x - gap - width : car.x + car.width + gap
                    y: Math.round(index < 2 ? Math.min(beside, place.height / 2 - height
                                                       - Theme.xs) : Math.max(beside, place.height
                                                                              / 2 + Theme.xs))

                    onLeft: index % 2 === 0
                }
            }
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.m

            Icon {
                name: root.tyres.wrong ? "iso-tyre-pressure" : root.tyres.fine ? "check" : "info"
                tint: root.tyres.wrong ? Theme.steady.warm : root.tyres.fine ? Theme.steady.good :
                                                                               Theme.steady.muted
            }

            Label {
                Layout.fillWidth: true
                objectName: "vehicle.tyres.advice"
                size: Theme.textLabel
                strong: root.tyres.wrong
                text: root.tyres.advice
                wrapMode: Text.Wrap
            }
        }
    }
}
