pragma ComponentBehavior: Bound

import QtQuick
import Pillion.ViewModels

/*!
The phones this car knows: all of them, one of them, or a new one.
*/
Loader {
    id: root

    required property PhonesViewModel phones
    required property ProjectionViewModel projection
    required property RestrictionsViewModel restrictions
    required property SettingsViewModel settings

    sourceComponent: phones.view === "phone" ? details : phones.view === "add" ? adding : list

    Component {
        id: list

        PhoneList {
            phones: root.phones
            projection: root.projection
            restrictions: root.restrictions
            settings: root.settings
        }
    }

    Component {
        id: details

        PhoneDetails {
            phones: root.phones
            restrictions: root.restrictions
        }
    }

    Component {
        id: adding

        PhoneAdding {
            phones: root.phones
            restrictions: root.restrictions
        }
    }
}
