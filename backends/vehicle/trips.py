"""The trip computer: how far, how long, how much, for trips A and B and since the start. No clock: time is given.

Distance follows the odometer when the car has one, and the speed between its steps; without an odometer the speed alone. Time
counts while the car is switched on; a car that does not tell is taken to be on while it is in gear or moves. What happened while
this service was away is not guessed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

__all__ = ["MOST_MPS", "Mileage", "Trip"]

MOST_MPS = 120.0
"""Faster than any car here goes (432 km/h): a step of the odometer beyond it is a mistake or another car's."""
_JUMP_M = 2000.0
"""Odometers that count whole kilometres or miles step by so much."""


@dataclass(slots=True)
class Trip:
    """Sums since a reset: metres, seconds, and energy or fuel (kWh or l)."""

    distance_m: float = 0.0
    duration_s: float = 0.0
    used: float = 0.0
    used_over_m: float = 0.0
    """Metres for which `used` is known: a car that tells its consumption only at times still has a right average."""

    def add(self, metres: float, seconds: float, used: float | None) -> None:
        """Go on; ``used`` None: not known for this stretch."""
        self.distance_m += metres
        self.duration_s += seconds
        if used is not None:
            self.used += used
            self.used_over_m += metres

    @property
    def average_kph(self) -> float | None:
        """None before a second has passed."""
        return self.distance_m / self.duration_s * 3.6 if self.duration_s >= 1 else None

    @property
    def average_consumption(self) -> float | None:
        """Per 100 km; None before 100 m, where it would say nothing."""
        return self.used / self.used_over_m * 100_000 if self.used_over_m >= 100 else None

    def state(self) -> dict[str, float]:
        """What to keep."""
        return asdict(self)

    @classmethod
    def from_state(cls, state: Mapping[str, Any]) -> Trip:
        """Raises ValueError, TypeError or KeyError when it was not made by `state`."""
        values = {name: float(state[name]) for name in cls.__dataclass_fields__}
        if any(not 0 <= values[name] < 1e12 for name in ("distance_m", "duration_s", "used_over_m")):
            raise ValueError("a trip cannot be negative")
        return cls(**values)


class Mileage:
    """Metres driven, from speed and odometer. They never go back, and meet the odometer at each of its steps."""

    def __init__(self) -> None:
        self._speed_kph: float | None = None
        self._odometer_m: float | None = None
        self._stepped_at = 0.0
        self._since_step = 0.0
        self._at_step = 0.0
        self._total = 0.0
        self.known = False

    def advance(self, speed_kph: float | None, odometer_m: float | None, now: float, seconds: float) -> float:
        """Metres since the last call, ``seconds`` ago. None means that the value is not known now."""
        before = self._total
        self.known = speed_kph is not None or odometer_m is not None
        if speed_kph is not None:
            last = speed_kph if self._speed_kph is None else self._speed_kph
            self._since_step += (abs(last) + abs(speed_kph)) / 2 / 3.6 * seconds
        self._speed_kph = speed_kph
        if odometer_m is not None and odometer_m != self._odometer_m:
            self._step(odometer_m, now)
        elif odometer_m is None:
            self._odometer_m = None
        self._total = max(self._total, self._at_step + self._since_step)
        return self._total - before

    def _step(self, odometer_m: float, now: float) -> None:
        last, self._odometer_m = self._odometer_m, odometer_m
        reach = MOST_MPS * (now - self._stepped_at) + _JUMP_M
        self._stepped_at = now
        step = 0.0 if last is None else odometer_m - last
        if last is None or not 0 < step <= reach:
            # The first one says only where to count from, and so does one that is not this car's.
            self._at_step, self._since_step = max(self._total, self._at_step + self._since_step), 0.0
            return
        self._at_step, self._since_step = self._at_step + step, 0.0
