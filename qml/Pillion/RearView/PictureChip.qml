import QtQuick
import Pillion.Controls
import Pillion.Theme

/*!
A sentence on a picture: light on dark by day and night, for nobody knows what the picture shows.

PictureChip { text: qsTr("Check your surroundings"); iconName: "triangle-alert" }
*/
Rectangle {
    id: root

    property string iconName: ""
    property int maximumWidth: parent.width - 2 * Theme.l
    property int size: Theme.textLabel
    property bool strong: false
    required property string text
    property color tint: Theme.tokens.night.ink

    Accessible.name: text
    Accessible.role: Accessible.StaticText
    color: Theme.fade(Theme.tokens.night.backgroundEnd, 0.86)
    implicitHeight: Math.max(Theme.dp(60), words.implicitHeight + 2 * Theme.m)
    implicitWidth: Math.min(maximumWidth, icon.width + Theme.m + words.implicitWidth + 2 * Theme.l)
    radius: Math.min(height / 2, Theme.radiusCard)

    Icon {
        id: icon

        anchors.left: parent.left
        anchors.leftMargin: Theme.l
        anchors.verticalCenter: parent.verticalCenter
        name: root.iconName
        tint: root.tint
    }

    Label {
        id: words

        anchors.left: icon.right
        anchors.leftMargin: Theme.m
        anchors.right: parent.right
        anchors.rightMargin: Theme.l
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.tokens.night.ink
        size: root.size
        strong: root.strong
        text: root.text
        wrapMode: Text.Wrap
    }
}
