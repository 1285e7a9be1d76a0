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
            return Theme.steady.danger;
        case "amber":
            return Theme.steady.warm;
        case "green":
            return Theme.steady.good;
        default:
            return Theme.steady.accent;
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
            name: "iso2575/" + symbol
            objectName: "cluster.telltale." + symbol
            size: Theme.dp(52)
            tint: root.colour(tone)
        }
    }
}
