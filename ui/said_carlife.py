"""What CarLife's backend says (backends/projection/carlife/sentences.py), for translators; see `ui.said`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

__all__ = ["CARLIFE"]

CARLIFE = (
    QT_TRANSLATE_NOOP("Services", "Allow this car on the phone's screen."),
    QT_TRANSLATE_NOOP("Services", "The phone is not here."),
    QT_TRANSLATE_NOOP("Services", "Write the phone's address as 192.168.1.20, adb:SERIAL or usb:BUS-PORT."),
    QT_TRANSLATE_NOOP("Services", "CarLife is in the background on the phone. Open CarLife there to see it here."),
    QT_TRANSLATE_NOOP("Services", "The phone sent a key that the car cannot read."),
    QT_TRANSLATE_NOOP("Services", "The phone closed the connection."),
    QT_TRANSLATE_NOOP(
        "Services", "The phone does not let CarLife show its screen. Allow screen recording for CarLife on the phone."
    ),
    QT_TRANSLATE_NOOP("Services", "CarLife on this phone cannot send a picture: its video encoder failed."),
    QT_TRANSLATE_NOOP("Services", "CarLife was closed on the phone."),
    QT_TRANSLATE_NOOP("Services", "The phone floods the car with messages."),
    QT_TRANSLATE_NOOP("Services", "The phone stopped taking what the car sends."),
    QT_TRANSLATE_NOOP("Services", "The phone wanted to encrypt, and did not send its key in time."),
    QT_TRANSLATE_NOOP("Services", "The phone's screen is off. Unlock the phone to see CarLife here."),
    QT_TRANSLATE_NOOP(
        "Services", "No CarLife answers there. Open CarLife on the phone; both have to be in the same network."
    ),
    QT_TRANSLATE_NOOP("Services", "The phone sent something that CarLife does not send."),
    QT_TRANSLATE_NOOP(
        "Services", "CarLife does not answer. Open CarLife on the phone, and allow the connection there."
    ),
    QT_TRANSLATE_NOOP("Services", "CarLife does not run on the phone. Open it there."),
    QT_TRANSLATE_NOOP("Services", "CarLife on the phone does not encrypt, and this car is set to require it."),
    QT_TRANSLATE_NOOP("Services", "CarLife did not start its picture. Close CarLife on the phone, and open it again."),
    QT_TRANSLATE_NOOP(
        "Services", "CarLife on the phone does not speak this car's version. Update CarLife on the phone."
    ),
    QT_TRANSLATE_NOOP("Services", "CarLife may not show the phone's screen yet. Allow it on the phone."),
    QT_TRANSLATE_NOOP("Services", "CarLife reports a problem on the phone."),
    QT_TRANSLATE_NOOP(
        "Services", "CarLife on the phone does not accept this car: it does not know the car's channel id."
    ),
    QT_TRANSLATE_NOOP("Services", "The phone has said nothing for some seconds."),
    QT_TRANSLATE_NOOP("Services", "The phone did not answer over adb in time."),
    QT_TRANSLATE_NOOP("Services", "The phone was unplugged."),
    QT_TRANSLATE_NOOP("Services", "What the phone sent encrypted could not be read."),
)
