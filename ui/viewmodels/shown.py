"""Values of the car as steps, as times of day and in the driver's units: pure."""

from __future__ import annotations

import math
import re
from datetime import datetime, timedelta
from typing import Any

from ui.viewmodels.units import DASH, Units

__all__ = ["level_of", "moment_of", "next_level", "next_moment", "percent_of", "shown"]

_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
_TIME_STEP = timedelta(minutes=5)
_MORNING = datetime(2026, 1, 1, 7, 0)  # noqa: DTZ001  # a wall clock has no zone


def level_of(percent: float, levels: int) -> int:
    """The step a percentage (-100..100) stands for; 0 when unknown."""
    return 0 if math.isnan(percent) else round(percent * levels / 100)


def percent_of(level: int, levels: int) -> int:
    """The percentage a step asks for."""
    return round(max(-levels, min(levels, level)) * 100 / levels)


def next_level(level: int, levels: int, cools: bool) -> int:
    """One tap after the other: off, heat 3, 2, 1, and where it cools too, cool 3, 2, 1, off."""
    match level:
        case 0:
            return levels
        case 1:
            return -levels if cools else 0
        case _:
            return level - 1 if level > 0 else level + 1


def moment_of(value: Any) -> datetime | None:
    """A time of day (HH:MM) on some day, or None when it is none."""
    match = _TIME.fullmatch(value) if isinstance(value, str) else None
    return _MORNING.replace(hour=int(match[1]), minute=int(match[2])) if match else None


def next_moment(value: Any, steps: int) -> str:
    """The time of day (HH:MM) so many five minutes on, round the clock; an unknown one starts in the morning."""
    return f"{(moment_of(value) or _MORNING) + steps * _TIME_STEP:%H:%M}"


def shown(value: float, unit: str, units: Units) -> str:
    """A number as the driver reads it."""
    match unit:
        case _ if math.isnan(value):
            return DASH
        case "Celsius" | "celsius":
            return units.degrees(value, 1)
        case "percent":
            return units.percent(value)
        case "km/h":
            return " ".join(units.speed(value))
        case "mm":
            return f"{units.number(value / 10, 1)} cm"
        case "degrees":
            return f"{units.number(value)}°"
        case _:
            return units.number(value)
