import QtQuick

/*!
What --reload shows while Main.qml does not load: a window for the message.
*/
Window {
    required property QtObject shell

    color: "black"
    title: "Pillion"
}
