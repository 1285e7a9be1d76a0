"""Sentences that services say in English, listed so that translators meet them.

The display looks them up by the sentence itself (context ``Services``); one that is missing here is shown in English.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

__all__ = ["SAID"]

SAID = (
    QT_TRANSLATE_NOOP("Services", "No sound device. Music plays silently."),
    QT_TRANSLATE_NOOP("Services", "No sound device. Phones are not heard."),
    QT_TRANSLATE_NOOP("Services", "Sound is back."),
    QT_TRANSLATE_NOOP("Services", "There is no music yet. Add a folder or plug in a USB stick."),
    QT_TRANSLATE_NOOP("Services", "The phone did not answer."),
    QT_TRANSLATE_NOOP("Services", "The phone is gone."),
    QT_TRANSLATE_NOOP("Services", "The connection to the phone was closed."),
    QT_TRANSLATE_NOOP("Services", "The phone closed the connection."),
    QT_TRANSLATE_NOOP("Services", "The phone refused this car. Allow it in the phone's developer settings."),
    QT_TRANSLATE_NOOP("Services", "The question on the phone was not answered. Allow this car there."),
    QT_TRANSLATE_NOOP("Services", "Something answers there, but it is no phone."),
    QT_TRANSLATE_NOOP("Services", "Allow this car on the phone's screen."),
    QT_TRANSLATE_NOOP("Services", "The phone was unplugged."),
    QT_TRANSLATE_NOOP("Services", "The phone is not here."),
    QT_TRANSLATE_NOOP("Services", "The phone is away. The app returns with it."),
    QT_TRANSLATE_NOOP("Services", "The phone did not list its apps."),
    QT_TRANSLATE_NOOP("Services", "The phone did not list its apps in time."),
    QT_TRANSLATE_NOOP("Services", "The phone took too long to open the app."),
    QT_TRANSLATE_NOOP("Services", "The phone did not show a picture of the app."),
    QT_TRANSLATE_NOOP("Services", "The phone stopped showing the app."),
    QT_TRANSLATE_NOOP("Services", "The phone stopped sending pictures."),
    QT_TRANSLATE_NOOP("Services", "The app was closed."),
    QT_TRANSLATE_NOOP("Services", "The app is not there yet."),
    QT_TRANSLATE_NOOP("Services", "Typing is for when the car is parked."),
    QT_TRANSLATE_NOOP("Services", "The car's data is away. It is being looked for."),
    QT_TRANSLATE_NOOP("Services", "Part of the car's data is away. It is being looked for."),
    QT_TRANSLATE_NOOP("Services", "The recording has ended."),
    QT_TRANSLATE_NOOP("Services", "Keys can be taught when the car is parked."),
)
