pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.Theme
import Pillion.ViewModels

/*!
What this is and which versions of what it is made of.
*/
ColumnLayout {
    id: root

    required property SettingsViewModel settings

    spacing: Theme.l

    Repeater {
        model: root.settings.about

        delegate: Fact {
            Layout.fillWidth: true
        }
    }
}
