import QtQuick
import Pillion.Theme

/*!
A symbol of ISO 2575 in its colour; the shape says what it is, the colour how grave.

TellTale { symbol: "iso-brake"; hue: "red" }
*/
Icon {
    required property string hue
    required property string symbol

    name: symbol
    tint: hue === "red" ? Theme.steady.telltaleRed : hue === "amber" ? Theme.steady.telltaleAmber : hue
                                                                       === "green"
                                                                       ? Theme.steady.telltaleGreen :
                                                                         Theme.steady.telltaleBlue
}
