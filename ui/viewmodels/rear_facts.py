"""What the parking sensors say, worked out from samples: pure. Distances in metres, NaN when a sensor says nothing."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from ui.camera.tones import CONTINUOUS_M, Beep
from ui.viewmodels.lists import Row
from ui.viewmodels.units import Units
from ui.viewmodels.vehicle_facts import Samples

__all__ = ["PARKING_PATHS", "PLACES", "Level", "Parking", "level_of", "near_text", "place_text", "sensor_rows"]

PLACES = tuple(f"{end}{side}" for end in ("front", "rear") for side in ("Left", "Center", "Right"))
"""As seen from the seats."""
_PATHS = {
    f"{end.lower()}{side}": f"Vehicle.ADAS.ObstacleDetection.{end}.{side}.Distance"
    for end in ("Front", "Rear")
    for side in ("Left", "Center", "Right")
}
PARKING_PATHS = tuple(_PATHS.values())
_M_PER_FOOT = 0.3048


class Level(IntEnum):
    """How near: the drawing fills as many arcs, so that no colour has to be told from another."""

    UNKNOWN = -1
    FREE = 0
    FAR = 1
    MIDDLE = 2
    NEAR = 3


def level_of(metres: float) -> Level:
    """Of one sensor."""
    if math.isnan(metres):
        return Level.UNKNOWN
    if metres < CONTINUOUS_M:
        return Level.NEAR
    return Level.MIDDLE if metres < 0.8 else Level.FAR if metres <= 1.5 else Level.FREE


@dataclass(frozen=True, slots=True)
class Parking:
    """All sensors by place; ``fitted``: the car has any."""

    fitted: bool = False
    metres: tuple[float, ...] = (math.nan,) * 6

    @classmethod
    def of(cls, samples: Samples, served: Callable[[str], bool]) -> Parking:
        """A stale distance is none: the thing may have moved."""
        fitted = any(served(path) for path in PARKING_PATHS)
        return cls(fitted, tuple(samples.number(_PATHS[place], stale=False) for place in PLACES))

    @property
    def levels(self) -> tuple[Level, ...]:
        return tuple(level_of(metres) for metres in self.metres)

    def nearest(self) -> tuple[str, float]:
        """Place and metres of what is nearest among what is near at all; ("", NaN) when nothing is."""
        near = [(m, place) for m, place in zip(self.metres, PLACES, strict=True) if level_of(m) > Level.FREE]
        metres, place = min(near, default=(math.nan, ""))
        return place, metres

    def beep(self) -> Beep | None:
        """What is to be heard; things at both sides alike are heard in the middle."""
        place, metres = self.nearest()
        if not place:
            return None
        end = place[:5] if place.startswith("front") else place[:4]
        by_side = {p: m for p, m in zip(PLACES, self.metres, strict=True) if p.startswith(end)}
        left, right = by_side[f"{end}Left"], by_side[f"{end}Right"]
        pan = -1.0 if left == metres else 1.0 if right == metres else 0.0
        if left == right == metres or by_side[f"{end}Center"] == metres:
            pan = 0.0
        return Beep(metres, pan, end == "front")


def near_text(metres: float, units: Units) -> str:
    """0.9 m or 3.0 ft, rounded down: a thing is never nearer than it is said to be; nothing when unknown."""
    if math.isnan(metres):
        return ""
    value, unit = (metres / _M_PER_FOOT, "ft") if units.distance == "mi" else (metres, "m")
    return f"{units.number(math.floor(value * 10 + 1e-6) / 10, 1)} {unit}"


def place_text(place: str) -> str:
    """Where, in words."""
    texts = {
        "frontLeft": QCoreApplication.translate("RearView", "ahead, left"),
        "frontCenter": QCoreApplication.translate("RearView", "ahead"),
        "frontRight": QCoreApplication.translate("RearView", "ahead, right"),
        "rearLeft": QCoreApplication.translate("RearView", "behind, left"),
        "rearCenter": QCoreApplication.translate("RearView", "behind"),
        "rearRight": QCoreApplication.translate("RearView", "behind, right"),
    }
    return texts.get(place, "")


def sensor_rows(parking: Parking) -> list[Row]:
    """For the drawing; a car without sensors has none."""
    if not parking.fitted:
        return []
    sides = {"Left": -1, "Center": 0, "Right": 1}
    return [
        {
            "place": place,
            "front": place.startswith("front"),
            "side": next(value for name, value in sides.items() if place.endswith(name)),
            "level": int(level),
        }
        for place, level in zip(PLACES, parking.levels, strict=True)
    ]
