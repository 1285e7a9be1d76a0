import QtQuick
import Pillion.Controls
import Pillion.ViewModels

/*!
Live values of the control units; they are asked only while this is seen.
*/
Flickable {
    id: root

    required property DiagnosticsViewModel diagnostics

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: grid.implicitHeight
    interactive: contentHeight > height

    Component.onCompleted: root.diagnostics.showLive(visible)
    Component.onDestruction: root.diagnostics.showLive(false)
    onVisibleChanged: root.diagnostics.showLive(visible)

    DiagnosticsFigures {
        id: grid

        figures: root.diagnostics.live
        width: root.width
    }

    EmptyState {
        height: root.height
        text: qsTr("This car tells no live values.")
        visible: root.diagnostics.live.count === 0
        width: root.width
    }
}
