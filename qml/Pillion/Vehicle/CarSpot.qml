import QtQuick
import QtQuick.Templates as T
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
A part of the car that can be touched: a place in the car's own measure (200 wide, 460 long, nose at 0), and the section it opens.
*/
T.AbstractButton {
    id: root

    required property real factor
    required property real h
    readonly property bool here: shell.sections.model.count > 0 && shell.sections.has(section)
    required property bool lying
    required property string name
    required property string section
    required property ShellViewModel shell
    required property string spot
    property real w: 200
    property real x0: 0
    required property real y0

    Accessible.id: objectName
    Accessible.name: name
    Accessible.role: Accessible.Button
    height: (lying ? w : h) * factor
    objectName: "vehicle.car." + spot
    text: name
    visible: here
    width: (lying ? h : w) * factor
    x: parent.width / 2 + (lying ? y0 - 230 : x0 - 100) * factor
    y: parent.height / 2 + (lying ? 100 - x0 - w : y0 - 230) * factor

    background: Rectangle {
        color: Theme.fade(Theme.color.accent, root.down ? 0.25 : 0)
        radius: Theme.radiusTile

        FocusRing {
            anchors.margins: 0
            shown: root.visualFocus
        }
    }

    onClicked: shell.sections.request(section)
}
