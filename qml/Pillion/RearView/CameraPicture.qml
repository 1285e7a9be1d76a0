import QtQuick
import Pillion.Theme
import Pillion.Video
import Pillion.ViewModels

/*!
The camera's picture, never cut and never turned by the language's direction, with the lines of the way the car will take.
What is not live is dimmed and says so.
*/
Rectangle {
    id: root

    required property RearViewModel rear

    clip: true
    color: Theme.tokens.night.backgroundEnd

    VideoSurface {
        id: picture

        Accessible.name: root.rear.cameraName
        Accessible.role: Accessible.Graphic
        anchors.fill: parent
        interactive: false
        mirrored: root.rear.mirrored
        objectName: "rear.picture"
        opacity: root.rear.live ? 1 : Theme.disabled / 2
        stream: visible ? root.rear.stream : null

        onContentRectChanged: root.rear.setPicture(contentRect)
    }

    GuideLines {
        height: picture.contentRect.height
        objectName: "rear.guides"
        rear: root.rear
        visible: root.rear.live
        width: picture.contentRect.width
        x: picture.contentRect.x
        y: picture.contentRect.y
    }

    PictureChip {
        anchors.left: parent.left
        anchors.margins: Theme.l
        anchors.top: parent.top
        iconName: "triangle-alert"
        objectName: "rear.caution"
        text: qsTr("Check your surroundings")
        tint: Theme.tokens.night.warm
        visible: root.rear.live
    }

    PictureChip {
        Accessible.role: Accessible.AlertMessage
        anchors.centerIn: parent
        iconName: root.rear.truth === "starting" ? "video" : "triangle-alert"
        maximumWidth: root.width - 2 * Theme.l
        objectName: "rear.lost"
        size: Theme.textTitle
        strong: true
        text: root.rear.truthText
        tint: root.rear.truth === "starting" ? Theme.tokens.night.ink : Theme.tokens.night.danger
        visible: text !== ""
    }
}
