pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Drive modes as large tiles, each with what it is for.
*/
Group {
    id: root

    required property Actuator control
    readonly property list<string> details: [qsTr("Further on a charge"), qsTr("For every day"),
        qsTr("Quick and firm"), qsTr("Gentle on slippery roads"), qsTr("As you set it")]
    readonly property list<string> keys: ["ECO", "COMFORT", "SPORT", "SNOW", "INDIVIDUAL"]
    readonly property list<string> names: [qsTr("Eco"), qsTr("Comfort"), qsTr("Sport"), qsTr("Snow"),
        qsTr("Individual")]
    readonly property list<string> symbols: ["leaf", "route", "gauge", "mountain-snow",
        "sliders-horizontal"]

    title: qsTr("Drive mode")
    visible: control.served

    Tiles {
        Repeater {
            model: root.keys

            delegate: T.AbstractButton {
                id: mode

                readonly property bool chosen: root.control.text === modelData
                required property int index
                required property string modelData
                readonly property color tone: chosen ? Theme.steady.accent : Theme.steady.ink

                Accessible.checkable: true
                Accessible.checked: chosen
                Accessible.description: root.details[index]
                Accessible.id: objectName
                Accessible.name: text
                Accessible.role: Accessible.RadioButton
                Layout.fillHeight: true
                Layout.fillWidth: true
                enabled: root.control.writable
                implicitHeight: implicitContentHeight + 2 * Theme.m
                objectName: "vehicle.driving.mode." + modelData.toLowerCase()
                opacity: root.control.usable || chosen ? 1 : Theme.disabled
                padding: Theme.m
                text: root.names[index]
                visible: root.control.options.length === 0 || root.control.options.includes(
                             modelData)

                background: Rectangle {
                    color: mode.chosen ? Theme.color.active : Theme.color.raised
                    radius: Theme.radiusTile

                    Rectangle {
                        anchors.fill: parent
                        color: mode.tone
                        opacity: mode.down ? Theme.pressed : 0
                        radius: parent.radius
                    }

                    FocusRing {
                        shown: mode.visualFocus
                    }
                }
                contentItem: ColumnLayout {
                    opacity: root.control.pending && root.control.askedText === mode.modelData
                             ? Theme.pending : 1
                    spacing: Theme.xs

                    RowLayout {
                        spacing: Theme.m

                        Icon {
                            name: root.symbols[mode.index]
                            size: Theme.iconLarge
                            tint: mode.tone
                        }

                        Label {
                            Layout.fillWidth: true
                            color: mode.tone
                            strong: true
                            text: mode.text
                            wrapMode: Text.Wrap
                        }
                    }

                    Label {
                        Layout.fillWidth: true
                        muted: true
                        size: Theme.textSmall
                        text: root.details[mode.index]
                        wrapMode: Text.Wrap
                    }
                }

                onClicked: root.control.requestText(mode.modelData)
            }
        }
    }
}
