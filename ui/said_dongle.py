"""What the dongle's backend says (backends/projection/carlinkit/sentences.py), for translators; see `ui.said`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

__all__ = ["DONGLE"]

DONGLE = (
    QT_TRANSLATE_NOOP("Services", "Another program is using the dongle."),
    QT_TRANSLATE_NOOP("Services", "The dongle closed the connection."),
    QT_TRANSLATE_NOOP("Services", "The dongle is connecting to your phone."),
    QT_TRANSLATE_NOOP(
        "Services",
        "Connect your phone to the dongle: by cable, or in the phone's Bluetooth settings.",
    ),
    QT_TRANSLATE_NOOP("Services", "This dongle encrypts what it sends. Only dongles that do not are supported."),
    QT_TRANSLATE_NOOP(
        "Services",
        "This unit may not use the dongle. Install 60-pillion-carlinkit.rules, and plug the dongle in again.",
    ),
    QT_TRANSLATE_NOOP("Services", "The dongle was unplugged."),
    QT_TRANSLATE_NOOP("Services", "The dongle sent something that no dongle sends. It is connected again."),
    QT_TRANSLATE_NOOP("Services", "Write the address of the dongle as usb, usb:BUS-PORT or tcp://host:port."),
    QT_TRANSLATE_NOOP("Services", "The dongle does not answer. Unplug it and plug it in again."),
    QT_TRANSLATE_NOOP("Services", "This USB device is no dongle that Pillion knows."),
    QT_TRANSLATE_NOOP("Services", "USB is not available on this computer: libusb 1.0 is missing."),
    QT_TRANSLATE_NOOP(
        "Services",
        "The phone and the dongle did not agree. Disconnect the phone, and connect it again.",
    ),
    QT_TRANSLATE_NOOP("Services", "The phone was disconnected from the dongle."),
    QT_TRANSLATE_NOOP("Services", "The dongle is looking for your phone."),
    QT_TRANSLATE_NOOP(
        "Services",
        "The dongle stopped answering. Unplug it and plug it in again if it does not come back.",
    ),
    QT_TRANSLATE_NOOP("Services", "The dongle takes no more data. Unplug it and plug it in again."),
)
