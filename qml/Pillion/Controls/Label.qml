import QtQuick
import QtQuick.Templates as T
import Pillion.Theme

/*!
Words in the brand's typeface; primary size unless told otherwise.

Label { text: qsTr("Outside"); size: Theme.textSmall; muted: true }
*/
T.Label {
    id: root

    property bool muted: false
    property int size: Theme.textTitle
    property bool strong: false
    // For numbers that change: every figure is as wide as every other.
    property bool tabular: false

    color: muted ? Theme.color.muted : Theme.color.ink
    font.family: Theme.family
    font.features: tabular ? ({
                                  "tnum": 1
                              }) : ({})
    font.pixelSize: root.size
    font.weight: strong ? Theme.weightStrong : Theme.weightRegular
    horizontalAlignment: Text.AlignLeft
    linkColor: Theme.color.accent
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
}
