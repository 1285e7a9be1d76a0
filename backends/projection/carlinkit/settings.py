"""What the driver sets for a dongle, and the words in which it is stored and shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

__all__ = ["CHOICES", "NUMBERS", "DongleSettings"]

CHOICES = {
    "wifi_band": ("5", "2.4"),
    "microphone": ("car", "box"),
    "audio": ("dongle", "phone"),
    "drive": ("car", "left", "right"),
}
"""Settings with a word out of several; the first is the default. drive: where the driver sits; car: as the car says."""
NUMBERS = {"media_delay": (0, 2000, 300), "fps": (10, 60, 30)}
"""Settings with a number: least, most, default. media_delay in ms, fps pictures a second."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _.-]{0,15}\Z")


@dataclass(frozen=True, slots=True)
class DongleSettings:
    """One dongle's. ``name`` is what phones see when they look for it; "" is the car's name."""

    wifi_band: str = "5"
    microphone: str = "car"
    audio: str = "dongle"
    drive: str = "car"
    name: str = ""
    media_delay: int = 300
    fps: int = 30

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> DongleSettings:
        """From what was stored; whatever makes no sense is left at its default."""
        settings = cls()
        for what in cls.__slots__:
            if isinstance(value := stored.get(what), str | int):
                try:
                    settings = settings.changed(what, str(value))
                except ValueError:
                    continue
        return settings

    def changed(self, what: str, value: str) -> DongleSettings:
        """With one of them set. Raises ValueError with a sentence for the driver."""
        value = value.strip()
        if what in CHOICES:
            if value not in CHOICES[what]:
                raise ValueError(f"{what} is one of {', '.join(CHOICES[what])}")
            return DongleSettings(**{**asdict(self), what: value})
        if what in NUMBERS:
            low, high, _ = NUMBERS[what]
            if not re.fullmatch(r"\d{1,5}", value) or not low <= int(value) <= high:
                raise ValueError(f"{what} is a number from {low} to {high}")
            return DongleSettings(**{**asdict(self), what: int(value)})
        if what == "name":
            # Old firmware hands the name to a shell: nothing but plain characters ever goes out.
            if value and not _NAME.match(value):
                raise ValueError("The name has up to 16 letters, digits, spaces, points, hyphens and underscores")
            return replace(self, name=value)
        raise ValueError(f"There is no setting {what}")

    def stored(self) -> dict[str, Any]:
        """As plain values."""
        return asdict(self)
