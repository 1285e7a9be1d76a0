import QtQuick
import Pillion.Controls
import Pillion.ViewModels

/*!
Nothing is known yet: why, and the one thing that helps.
*/
Card {
    id: root

    required property DiagnosticsViewModel diagnostics
    readonly property bool scanning: diagnostics.scanning
    required property bool still

    EmptyState {
        action: root.scanning ? qsTr("Stop") : root.diagnostics.present ? qsTr("Try again") : ""
        anchors.fill: parent
        busy: root.scanning
        icon: "stethoscope"
        objectName: "vehicle.diagnostics.away"
        still: root.still
        text: root.diagnostics.problem
        title: root.scanning ? qsTr("Reading the car") : root.diagnostics.present ? qsTr(
                                                                                        "No answer yet") :
                                                                                    qsTr("No diagnostics")

        onActed: root.scanning ? root.diagnostics.cancel() : root.diagnostics.look()
    }
}
