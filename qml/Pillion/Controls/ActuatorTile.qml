import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Pillion.Theme
import Pillion.ViewModels

/*!
Something of the car that is on or off, as a tile with its state in a word; not there in a car without it. What only
the car itself can switch looks like a statement, and what waits for standing still shows a lock and says why when touched.

ActuatorTile { control: root.shell.actuators.of("climate.cooling") as Actuator; symbol: "snowflake"; text: qsTr("A/C") }
*/
T.AbstractButton {
    id: root

    required property Actuator control
    // A tap does nothing yet: what cannot be undone from here asks to be held.
    property bool hold: false
    // Words for the two states.
    property string offText: qsTr("Off")
    property bool on: control.on
    property string onText: qsTr("On")
    // Not its own: whoever has it acts when it is `switched`.
    property bool own: true
    property string symbol: ""
    readonly property color tone: on ? Theme.steady.accent : Theme.steady.ink
    readonly property string word: !control.known ? "–" : on ? onText : hold && !control.why ? qsTr(
                                                                                                   "Hold to open") :
                                                                                               offText

    signal switched

    Accessible.checkable: true
    Accessible.checked: on
    Accessible.description: control.why || word
    Accessible.id: objectName
    Accessible.name: text
    Accessible.role: Accessible.CheckBox
    Layout.fillHeight: true
    Layout.fillWidth: true
    enabled: control.writable
    horizontalPadding: Theme.dp(18)
    implicitHeight: Math.max(Theme.row, implicitContentHeight + 2 * Theme.xs)
    implicitWidth: Theme.dp(200)
    objectName: "vehicle." + control.key
    verticalPadding: Theme.xs
    visible: control.served

    background: Rectangle {
        color: root.on ? Theme.color.active : Theme.color.raised
        opacity: root.control.writable ? 1 : 0.6
        radius: Theme.radiusTile

        Rectangle {
            anchors.fill: parent
            color: root.tone
            opacity: root.down ? Theme.pressed : 0
            radius: parent.radius
        }

        // Asked for, not yet confirmed.
        Rectangle {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.dp(6)
            anchors.horizontalCenter: parent.horizontalCenter
            color: root.tone
            height: Theme.dp(3)
            radius: height / 2
            visible: root.control.pending
            width: Theme.dp(28)
        }

        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: Item {
        implicitHeight: words.implicitHeight
        implicitWidth: words.x + words.implicitWidth
        opacity: root.control.pending || root.control.why ? Theme.pending : 1

        Icon {
            id: sign

            anchors.verticalCenter: parent.verticalCenter
            name: root.symbol
            tint: root.tone
            visible: name
            x: root.mirrored ? parent.width - width : 0
        }

        Column {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - (root.symbol ? sign.width + Theme.dp(14) : 0)
            x: root.symbol && !root.mirrored ? sign.width + Theme.dp(14) : 0

            Label {
                color: root.on ? Theme.color.accent : Theme.color.ink
                lineHeight: 0.9
                size: Theme.textLabel
                strong: true
                text: root.text
                width: parent.width
                wrapMode: Text.Wrap
            }

            Row {
                spacing: Theme.xs
                width: parent.width

                Icon {
                    id: lock

                    name: "lock"
                    size: Theme.dp(20)
                    tint: Theme.steady.muted
                    visible: root.control.why
                    y: Theme.xs
                }

                Label {
                    muted: true
                    size: Theme.textSmall
                    text: root.word
                    width: parent.width - (lock.visible ? lock.width + Theme.xs : 0)
                    wrapMode: Text.Wrap
                }
            }
        }
    }

    onClicked: if (!hold || control.on)
                   root.switched()
    onPressAndHold: if (hold && !control.on)
                        root.switched()
    onSwitched: if (own)
                    control.toggle()
}
