"""What phones are told of the display around them: night, language, the driver's side, the car's name, the stage's size."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from backends.interfaces import Link, ServiceError, Unsubscribe
from backends.interfaces.night import AMBIENT_LIGHT, NIGHT_MODE, NIGHT_SENSOR, NightSense
from backends.projection.tasks import Tasks
from backends.projection.words import plain

__all__ = ["SurroundingsFeed", "system_language"]

_LANGUAGES = ("zh_CN", "de", "ar", "en")
_BRAND, _MODEL = "Vehicle.VehicleIdentification.Brand", "Vehicle.VehicleIdentification.Model"
_NAME = "Pillion"
_NAME_MAX = 40
_HOURLY_S = 60.0
"""By the clock it becomes night at the full hour; a minute late is early enough."""
_BLUETOOTH = Path("/sys/class/bluetooth")


def system_language(environment: Mapping[str, str] = os.environ) -> str:
    """What the unit's own locale speaks, as far as the display does."""
    given = next((environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key)), "en")
    return next((one for one in _LANGUAGES if one.split("_")[0] == given.replace("-", "_").split("_")[0].lower()), "en")


class SurroundingsFeed:
    """``passed`` takes the whole, whenever part of it is another."""

    def __init__(
        self,
        link: Link,
        passed: Callable[[dict[str, Any]], None],
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        self._link = link
        self._passed = passed
        self._now = now
        self._sense = NightSense()
        self._settings: dict[str, Any] = {}
        self._vehicle: dict[str, Any] = {}
        self._stage = (0, 0, 0)
        self._asked = False
        self._told: dict[str, Any] = {}
        self._bluetooth = _bluetooth_address()
        self._undo: list[Unsubscribe] = []
        self._tasks = Tasks()

    def start(self) -> None:
        """Follow the settings, whenever they are there."""
        self._undo = [
            self._link.on_signal("settings", "Changed", self._changed),
            self._link.on_presence("settings", self._present),
        ]
        self._tasks.start(self._watch_clock(), "night by the clock")

    async def stop(self) -> None:
        """Follow them no more."""
        for undo in self._undo:
            undo()
        self._undo = []
        await self._tasks.close()

    def learn_vehicle(self, values: Mapping[str, Any]) -> None:
        """The vehicle's values that changed."""
        mine = {
            path: values[path] for path in (NIGHT_MODE, NIGHT_SENSOR, AMBIENT_LIGHT, _BRAND, _MODEL) if path in values
        }
        if mine:
            self._vehicle.update(mine)
            self._tell()

    def learn_stage(self, width: int, height: int, dpi: int) -> None:
        """A phone's picture is shown in this size."""
        self._stage = (width, height, dpi)
        self._tell()

    def current(self) -> dict[str, Any]:
        """As `backends.projection.mirror.Surroundings` reads it."""
        language = str(self._settings.get("display.language", "system"))
        name = " ".join(plain(str(self._vehicle[path])) for path in (_BRAND, _MODEL) if self._vehicle.get(path))
        width, height, dpi = self._stage
        return {
            "night": self._sense.decide(
                str(self._settings.get("display.theme", "auto")),
                self._vehicle.get(NIGHT_MODE),
                self._vehicle.get(NIGHT_SENSOR),
                self._vehicle.get(AMBIENT_LIGHT),
                self._now().hour,
            ),
            "language": system_language() if language == "system" else language,
            "left_hand_drive": self._settings.get("display.drive_side", "left") != "right",
            "name": name[:_NAME_MAX] or _NAME,
            "width": width,
            "height": height,
            "dpi": dpi,
            "bluetooth_address": self._bluetooth,
            "autoconnect": self._asked and self._settings.get("projection.autoconnect", True) is True,
        }

    def _present(self, present: bool) -> None:
        if present:
            self._tasks.start(self._read(), "settings")
        else:
            self._asked = True  # nobody says that phones should not come by themselves
            self._tell()

    async def _read(self) -> None:
        with suppress(ServiceError, TimeoutError):
            async with asyncio.timeout(5):
                self._settings = await self._link.call("settings", "Get", [])
        self._asked = True
        self._tell()

    def _changed(self, values: Mapping[str, Any]) -> None:
        self._settings.update(values)
        self._tell()

    async def _watch_clock(self) -> None:
        while True:
            await asyncio.sleep(_HOURLY_S)
            self._tell()

    def _tell(self) -> None:
        now = self.current()
        if now != self._told:
            self._told = now
            self._passed(now)


def _bluetooth_address() -> str:
    for adapter in sorted(_BLUETOOTH.glob("hci*/address")):
        with suppress(OSError):
            return adapter.read_text(encoding="ascii").strip().upper()
    return ""
