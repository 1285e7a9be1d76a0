import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Pillion.Theme

/*!
A row of a list: title, one line of muted detail, a cover or icon before it and a word after it.

ListRow { title: model.title; detail: model.subtitle; art: model.art; trailing: model.durationText; onClicked: … }
*/
T.ItemDelegate {
    id: root

    property bool active: false
    property string art: ""
    property string detail: ""
    property string iconName: ""
    property string title: ""
    property string trailing: ""
    property string trailingIcon: ""
    property bool withArt: false

    Accessible.id: objectName
    Accessible.name: detail ? title + ", " + detail : title
    focusPolicy: Qt.StrongFocus
    implicitHeight: Theme.row
    opacity: enabled ? 1 : Theme.disabled
    padding: Theme.dp(6)
    text: title

    background: Rectangle {
        color: root.active ? Theme.color.active : Theme.fade(Theme.color.ink, root.down
                                                             ? Theme.pressed : 0)
        radius: Theme.radiusTile

        FocusRing {
            anchors.margins: 0
            shown: root.visualFocus
        }
    }
    contentItem: RowLayout {
        spacing: Theme.l

        Art {
            Layout.preferredHeight: Theme.dp(64)
            Layout.preferredWidth: Theme.dp(64)
            art: root.art
            corner: Math.min(Theme.radiusArt, Theme.dp(12))
            visible: root.withArt
        }

        Icon {
            Layout.leftMargin: Theme.s
            name: root.iconName
            tint: root.active ? Theme.steady.accent : Theme.steady.muted
            visible: name
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Label {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.dp(36)
                color: root.active ? Theme.color.accent : Theme.color.ink
                elide: Text.ElideRight
                // Scripts that are taller than Latin keep to their line.
                lineHeight: Theme.dp(38)
                lineHeightMode: Text.FixedHeight
                size: Theme.textLabel
                strong: true
                text: root.title
            }

            Label {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.dp(36)
                elide: Text.ElideRight
                lineHeight: Theme.dp(36)
                lineHeightMode: Text.FixedHeight
                muted: true
                size: Theme.textSmall
                text: root.detail
                visible: text
            }
        }

        Label {
            muted: true
            size: Theme.textSmall
            tabular: true
            text: root.trailing
            visible: text
        }

        Icon {
            directional: true
            name: root.trailingIcon
            size: Theme.iconSmall
            tint: Theme.steady.muted
            visible: name
        }
    }
}
