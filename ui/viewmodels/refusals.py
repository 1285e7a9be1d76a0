"""Why the car did not do what was asked, in words for a driver: services speak to whoever writes a client."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from ui.viewmodels.base import words
from ui.viewmodels.units import Units

__all__ = ["kindly"]

_SPEED = re.compile(r"Only below ([\d.]+) km/h")
_GEAR = re.compile(r"Only in (.+)")


def kindly(reason: str, units: Units) -> str:
    """A sentence for the driver; what is not known here is said as the service says it. Empty: nothing to say."""
    say = QCoreApplication.translate
    if match := _SPEED.fullmatch(reason):
        return say("Refusals", "Available below %1.").replace("%1", " ".join(units.speed(float(match[1]))))
    if match := _GEAR.fullmatch(reason):
        return say("Refusals", "Available in gear %1.").replace("%1", match[1].replace(" or ", ", "))
    if reason.startswith("The ignition must be"):
        return say("Refusals", "Switch the car on first.")
    if reason == "Only while the car stands":
        return say("Restrictions", "Available when the car stands still.")
    if reason == "Only while the car is parked":
        return say("Restrictions", "Available when parked.")
    if reason.startswith(("The car did not answer", "It could not be sent", "The bus is too slow")):
        return say("Refusals", "The car did not do it. Try again.")
    if reason.startswith(("The car has not shown", "The car no longer shows", "The vehicle's bus is away")):
        return say("Services", "The vehicle does not answer.")
    if "cannot be" in reason or "goes in steps of" in reason:
        return say("Refusals", "This car cannot do that.")
    # The newer one tells what becomes of it.
    return "" if reason.startswith("Replaced by") else words(reason)
