import QtQuick
import QtQuick.Templates as T
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
A tyre's pressure beside the tyre; one that is low says so in a word and a colour. It opens the tyres.
*/
T.AbstractButton {
    id: root

    // Along the car where the tyre is, across it just outside of what else can be touched.
    readonly property real along: ((index < 2 ? 134 : 360) - 230) * factor
    readonly property real beside: 104 * factor
    required property real factor
    required property int index
    required property bool known
    required property bool low
    required property bool lying
    readonly property bool onLeft: index % 2 === 0
    required property string position
    required property string pressureText
    required property ShellViewModel shell
    required property string unit
    readonly property string word: low ? qsTr("Low") : unit

    Accessible.id: objectName
    Accessible.name: qsTr("Tyre, %1").arg(pressureText)
    Accessible.role: Accessible.Button
    enabled: shell.sections.model.count > 0 && shell.sections.has("tyres")
    height: Math.max(Theme.target, implicitContentHeight)
    objectName: "vehicle.tyre." + position
    text: pressureText
    width: Math.max(Theme.target, Math.ceil(line.implicitWidth) + Theme.s)
    x: Math.round(parent.width / 2 + (lying ? along - width / 2 : onLeft ? -beside - width :
                                                                           beside))
    y: Math.round(parent.height / 2 + (lying ? (onLeft ? beside : -beside - height) : along
                                               - height / 2))

    background: FocusRing {
        anchors.margins: 0
        shown: root.visualFocus
    }
    contentItem: Item {
        Row {
            id: line

            anchors.centerIn: parent
            spacing: Theme.xs

            Label {
                id: figure

                color: root.low ? Theme.color.warm : Theme.color.ink
                opacity: root.known ? 1 : Theme.pending
                strong: root.low
                tabular: true
                text: root.pressureText
            }

            Label {
                anchors.baseline: figure.baseline
                color: root.low ? Theme.color.warm : Theme.color.muted
                size: Theme.textSmall
                text: root.word
            }
        }
    }

    onClicked: shell.sections.request("tyres")
}
