pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Pillion.Controls
import Pillion.ViewModels

/*!
Who plays: the own player or another program that can be driven.
*/
Sheet {
    id: root

    required property MediaViewModel media

    name: qsTr("Source")

    ColumnLayout {
        spacing: 0
        width: parent?.width ?? 0

        Repeater {
            model: root.media.players

            delegate: ListRow {
                required active
                required property string name
                required property string playerId

                Accessible.role: Accessible.RadioButton
                Layout.fillWidth: true
                iconName: "disc-3"
                objectName: "media.source." + playerId
                title: name
                trailingIcon: active ? "check" : ""

                onClicked: {
                    root.media.selectPlayer(playerId);
                    root.close();
                }
            }
        }
    }
}
