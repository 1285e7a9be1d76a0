"""What the phone as a whole knows: its name, battery, look, clipboard, music, and what happened to it."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from backends.projection.simphone.music import Music

__all__ = ["Identity", "PhoneState"]


@dataclass(frozen=True, slots=True)
class Identity:
    """How the phone presents itself."""

    serial: str = "SIM0PILLION01"
    manufacturer: str = "Example"
    brand: str = "example"
    model: str = "Sim One"
    product: str = "simone"
    name: str = "Mei's phone"
    android: str = "15"
    sdk: int = 35

    def properties(self) -> dict[str, str]:
        """What getprop lists."""
        return {
            "ro.build.characteristics": "default",
            "ro.build.version.release": self.android,
            "ro.build.version.sdk": str(self.sdk),
            "ro.product.brand": self.brand,
            "ro.product.cpu.abi": "arm64-v8a",
            "ro.product.device": self.product,
            "ro.product.manufacturer": self.manufacturer,
            "ro.product.marketname": f"{self.manufacturer} {self.model}",
            "ro.product.model": self.model,
            "ro.product.name": self.product,
            "ro.serialno": self.serial,
            "ro.sf.lcd_density": "420",
            "sys.boot_completed": "1",
        }


class PhoneState:
    """Shared by all apps. `on_change` callbacks run after anything that pictures depend on."""

    def __init__(self, identity: Identity, *, dark: bool) -> None:
        self.identity = identity
        self.battery = 78
        self.charging = False
        self.dark = dark
        self.clipboard = ""
        self.launches: Counter[str] = Counter()
        self.on_clipboard: list[Callable[[str], None]] = []
        self.on_change: list[Callable[[], None]] = []
        self.music = Music(self.changed)
        self.testcard_fps = 30.0
        self.still: time.struct_time | None = None

    def changed(self) -> None:
        """Tell everyone who shows something."""
        for callback in list(self.on_change):
            callback()

    def copy(self, text: str) -> None:
        """Somebody on the phone copied a text."""
        self.clipboard = text
        for callback in list(self.on_clipboard):
            callback(text)

    def set_battery(self, level: int, charging: bool | None = None) -> None:
        """Level in percent, 0 to 100. Raises ValueError."""
        if not 0 <= level <= 100:
            raise ValueError(f"battery level {level} is not between 0 and 100")
        self.battery = level
        if charging is not None:
            self.charging = charging
        self.changed()

    def clock(self, ahead_s: float = 0.0) -> str:
        """The time of day as HH:MM, `ahead_s` seconds from now."""
        now = time.time() if self.still is None else time.mktime(self.still)
        return time.strftime("%H:%M", time.localtime(now + ahead_s))

    def stand_still(self, clock: str | None) -> None:
        """Hold time at a clock of HH:MM, so that pictures are the same every time; None lets it run. Raises ValueError."""
        self.still = None if clock is None else time.strptime(f"2026-05-14 {clock}", "%Y-%m-%d %H:%M")
        self.changed()

    def set_dark(self, dark: bool) -> None:
        """The system-wide dark theme."""
        self.dark = dark
        self.changed()
