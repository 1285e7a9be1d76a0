import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Pillion.Theme

/*!
A phone's app as a tile: what kind it is as an icon in its own hue, its name, and a dot while it runs.

delegate: AppTile { section: "projection.app"; onClicked: root.projection.openApp(appId) }
*/
T.AbstractButton {
    id: root

    required property string appId
    readonly property int badge: Math.min(Theme.dp(104), Math.round(height * 0.48), Math.round(
                                              width * 0.5))
    // A star where apps are marked: filled for those that are.
    property bool choosing: false
    property bool favourite: false
    // Between green-blue and violet: red, amber and green mean something in a car.
    readonly property color hue: Qt.hsla((175 + root.seed * 0.38) / 360, Theme.night ? 0.36 : 0.42,
                                         Theme.night ? 0.36 : 0.44, 1)
    required property string iconName
    required property string name
    property string picture: ""
    required property bool running
    required property string section
    required property int seed

    Accessible.description: running ? qsTr("Running") : ""
    Accessible.id: objectName
    Accessible.name: name
    Accessible.role: Accessible.Button
    implicitHeight: Theme.dp(168)
    implicitWidth: Theme.dp(168)
    objectName: section + "." + appId
    padding: Theme.m
    text: name

    background: Rectangle {
        color: Theme.color.raised
        radius: Theme.radiusTile

        Rectangle {
            anchors.fill: parent
            color: Theme.color.ink
            opacity: root.down ? Theme.pressed : 0
            radius: parent.radius
        }

        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: ColumnLayout {
        spacing: Theme.s

        Item {
            Layout.fillHeight: true
        }

        Rectangle {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredHeight: root.badge
            Layout.preferredWidth: root.badge
            color: root.picture ? Theme.fade(root.hue, 0) : root.hue
            radius: Math.min(Theme.radiusTile, root.badge * 0.32)

            Icon {
                anchors.centerIn: parent
                name: root.iconName
                size: Math.round(root.badge * 0.5)
                tint: "#FFFFFF"
                visible: root.picture === ""
            }

            Image {
                anchors.fill: parent
                // Qt's reading thread would hold its lock while it waits for Python, and Python may be waiting for that lock.
                asynchronous: false
                source: root.picture ? "image://cover/" + Math.round(parent.radius) + "/"
                                       + encodeURIComponent(root.picture) : ""
                sourceSize.height: root.badge
                sourceSize.width: root.badge
            }

            Rectangle {
                border.color: Theme.color.raised
                border.width: Theme.dp(3)
                color: Theme.color.good
                height: width
                radius: width / 2
                visible: root.running && !root.choosing
                width: Theme.dp(22)
                x: parent.width - width + Theme.dp(6)
                y: -Theme.dp(6)
            }

            Rectangle {
                color: root.favourite ? Theme.color.accent : Theme.color.card
                height: width
                radius: width / 2
                visible: root.choosing
                width: Theme.dp(44)
                x: parent.width - width + Theme.dp(16)
                y: -Theme.dp(12)

                Icon {
                    anchors.centerIn: parent
                    name: "star"
                    size: Theme.dp(26)
                    tint: root.favourite ? Theme.steady.accentInk : Theme.steady.muted
                }
            }
        }

        Label {
            Layout.fillWidth: true
            elide: Text.ElideRight
            horizontalAlignment: Text.AlignHCenter
            maximumLineCount: 1
            size: Theme.textLabel
            text: root.name
        }

        Item {
            Layout.fillHeight: true
        }
    }
}
