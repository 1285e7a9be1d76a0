"""What the projection service says of a phone's apps and of pairing, for translators; see `ui.said`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

__all__ = ["APPS"]

APPS = (
    QT_TRANSLATE_NOOP("Services", "The code was not the one on the phone. Let the phone show a new one and try again."),
    QT_TRANSLATE_NOOP(
        "Services",
        "No phone shows a pairing code in this network. Open 'Pair device with pairing code' on the phone.",
    ),
    QT_TRANSLATE_NOOP("Services", "The phone ended the pairing. Its page with the code has to stay open."),
    QT_TRANSLATE_NOOP("Services", "The phone stopped answering in the middle of the pairing."),
    QT_TRANSLATE_NOOP("Services", "The phone does not know this car yet. Pair it: by its code or by the QR code."),
    QT_TRANSLATE_NOOP("Services", "The QR code has expired. Show a new one."),
    QT_TRANSLATE_NOOP("Services", "A pairing code has six digits."),
    QT_TRANSLATE_NOOP("Services", "Something answers there, but no phone that is waiting to be paired."),
    QT_TRANSLATE_NOOP("Services", "The phone answered the pairing with nonsense."),
    QT_TRANSLATE_NOOP(
        "Services",
        "The phone is paired, but does not say how it can be found. Add it by the address on its page.",
    ),
    QT_TRANSLATE_NOOP("Services", "Copying texts is for when the car is parked."),
    QT_TRANSLATE_NOOP("Services", "Making room on the phone."),
)
