"""What the projection service says of any kind of phone (backends/projection), for translators; see `ui.said`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

__all__ = ["PHONES"]

PHONES = (
    QT_TRANSLATE_NOOP("Services", "The phone is starting its picture."),
    QT_TRANSLATE_NOOP("Services", "The phone is connected, but sends no picture. Look whether it is unlocked."),
    QT_TRANSLATE_NOOP("Services", "The phone ended the connection."),
    QT_TRANSLATE_NOOP("Services", "The connection broke off."),
    QT_TRANSLATE_NOOP("Services", "The phone says too much at once."),
    QT_TRANSLATE_NOOP("Services", "The phone did not finish connecting in time."),
    QT_TRANSLATE_NOOP("Services", "The phone is away. It returns by itself."),
    QT_TRANSLATE_NOOP("Services", "The phone is not there yet."),
    QT_TRANSLATE_NOOP("Services", "The connection to the phone was lost. It comes back by itself."),
    QT_TRANSLATE_NOOP("Services", "The phone service was stopped."),
    QT_TRANSLATE_NOOP("Services", "This cannot be done with this kind of phone."),
    QT_TRANSLATE_NOOP("Services", "This way to the phone is starting. Try again."),
    QT_TRANSLATE_NOOP("Services", "This unit was made without it."),
    QT_TRANSLATE_NOOP("Services", "Phones are silent: the sound service does not run."),
    QT_TRANSLATE_NOOP("Services", "The phone decides that by itself."),
    QT_TRANSLATE_NOOP("Services", "Apps of an Android phone"),
    QT_TRANSLATE_NOOP("Services", "Android Auto"),
    QT_TRANSLATE_NOOP("Services", "CarLife"),
    QT_TRANSLATE_NOOP("Services", "CarPlay by a dongle"),
    QT_TRANSLATE_NOOP("Services", "Remote screen (VNC)"),
    QT_TRANSLATE_NOOP("Services", "AirPlay"),
    QT_TRANSLATE_NOOP("Services", "The phone's address, such as 192.168.1.20:5555"),
    QT_TRANSLATE_NOOP(
        "Services",
        "The phone's address; its head-unit server has to be started in the developer settings of Android Auto",
    ),
    QT_TRANSLATE_NOOP("Services", "The phone's address in the same Wi-Fi"),
    QT_TRANSLATE_NOOP("Services", "The address of the phone or computer, such as 192.168.1.20:5900"),
)
