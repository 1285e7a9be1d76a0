import QtQuick
import Pillion.Theme

/*!
A line icon of assets/icons by name, in one colour. Decoration only: the control it sits in has the name.

Icon { name: "snowflake"; tint: Theme.steady.accent; size: Theme.iconLarge }
*/
Image {
    id: root

    // Arrows point the other way in right-to-left languages; playback and the car do not.
    property bool directional: false
    required property string name
    property int size: Theme.iconNormal
    // Not animated: each colour is a picture of its own.
    property color tint: Theme.steady.ink

    height: root.size
    mirror: directional && Application.layoutDirection === Qt.RightToLeft
    source: name ? "image://icon/" + name + "/" + tint.toString().slice(-6) + "/"
                   + Theme.iconStroke : ""
    sourceSize: Qt.size(root.size, root.size)
    width: root.size
}
