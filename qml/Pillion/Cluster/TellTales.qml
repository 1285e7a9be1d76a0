pragma ComponentBehavior: Bound

import QtQuick
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
Symbols that are lit, worst first; as many as there is room for.
*/
Row {
    id: root

    required property TellTaleModel telltales

    function colour(tone: string): color {
        switch (tone) {
        case "red":
            return Theme.steady.telltaleRed;
        case "amber":
            return Theme.steady.telltaleAmber;
        case "green":
            return Theme.steady.telltaleGreen;
        default:
            return Theme.steady.telltaleBlue;
        }
    }

    spacing: Theme.m

    Repeater {
        model: root.telltales

        delegate: Icon {
            required property string symbol
            required property string title
            required property string tone

            Accessible.name: title
            Accessible.role: Accessible.Graphic
            name: "iso-" + symbol
            objectName: "cluster.telltale." + symbol
            size: Theme.dp(52)
            tint: root.colour(tone)
        }
    }
}
