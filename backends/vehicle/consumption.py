"""What the car uses: from whichever of its paths tells it best, and the two graphs kept of it. No clock: time is given.

Electric: the battery's power (VSS: positive into the battery, so its negative is what is used), else the fall of its energy, else
the motor's power. Fuel: the litres since start, else the momentary consumption. A car whose ``Powertrain.Type`` is not told is
what its values say.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

from backends.vehicle.defs import Scalar

__all__ = ["BIN_M", "ChargingSeries", "ConsumptionSeries", "UsageMeter"]

BIN_M = 500.0
_BINS = 100
_CHARGING_POINTS = 720
_CHARGING_STEP_S = 10.0
_SAME_SESSION_S = 24 * 3600.0
"""A clock that jumped, or a unit that was off for longer: not the same session."""

_BATTERY = "Vehicle.Powertrain.TractionBattery."
_FUEL = "Vehicle.Powertrain.FuelSystem."

Number = Callable[[str], float | None]
"""The valid number of a path, else None."""


class UsageMeter:
    """Energy or fuel used between two calls. `electric` is None until something tells."""

    def __init__(self) -> None:
        self.electric: bool | None = None
        self._last: dict[str, float] = {}

    @property
    def unit(self) -> str:
        return "l/100km" if self.electric is False else "kWh/100km"

    def advance(
        self, kind: Scalar | None, charging: bool, number: Number, metres: float, seconds: float
    ) -> float | None:
        """kWh or litres used; None when nothing tells."""
        electric = kind == "ELECTRIC"
        fuel = None if electric else self._litres(number, metres)
        if fuel is not None or kind in ("COMBUSTION", "HYBRID"):
            self.electric = False
            return fuel
        energy = self._energy(number, charging, seconds)
        if energy is not None or electric:
            self.electric = True
        return energy

    def _energy(self, number: Number, charging: bool, seconds: float) -> float | None:
        fall = self._change(_BATTERY + "StateOfCharge.CurrentEnergy", number)
        if charging:
            return 0.0
        watts = number(_BATTERY + "CurrentPower")
        if watts is not None:
            return -watts / 1000 * seconds / 3600
        if fall is not None:
            return -fall
        kilowatts = number("Vehicle.Powertrain.ElectricMotor.Power")
        return None if kilowatts is None else kilowatts * seconds / 3600

    def _litres(self, number: Number, metres: float) -> float | None:
        since_start = self._change(_FUEL + "ConsumptionSinceStart", number)
        if since_start is not None:
            return max(0.0, since_start)  # a new start begins at zero
        moment = number(_FUEL + "InstantConsumption")
        return None if moment is None else moment * metres / 100_000

    def _change(self, path: str, number: Number) -> float | None:
        value = number(path)
        last = self._last.get(path)
        if value is None:
            self._last.pop(path, None)
            return None
        self._last[path] = value
        return 0.0 if last is None else value - last


class ConsumptionSeries:
    """The last 50 km in bins of half a kilometre."""

    def __init__(self) -> None:
        self._bins: deque[float] = deque(maxlen=_BINS)
        self._metres = 0.0
        self._used = 0.0

    def add(self, metres: float, used: float | None) -> None:
        """Go on; a stretch whose consumption is not known is left out of the graph."""
        if used is None:
            return
        self._metres += metres
        self._used += used
        if self._metres >= BIN_M:
            self._bins.append(self._used / self._metres * 100_000)
            self._metres = self._used = 0.0

    def points(self) -> list[tuple[float, float]]:
        """(km before now, negative: the middle of the bin; consumption per 100 km), oldest first."""
        newest = -(self._metres + BIN_M / 2) / 1000
        count = len(self._bins)
        return [(newest - (count - 1 - index) * BIN_M / 1000, value) for index, value in enumerate(self._bins)]

    def state(self) -> list[float]:
        """What to keep."""
        return [round(value, 3) for value in self._bins]

    def restore(self, state: Any) -> None:
        """Raises ValueError or TypeError when it was not made by `state`."""
        self._bins = deque((float(value) for value in state), maxlen=_BINS)


class ChargingSeries:
    """Power into the battery since the cable was plugged; kept after it is pulled, until it is plugged again."""

    def __init__(self) -> None:
        self._points: list[tuple[float, float]] = []
        self._step_s = _CHARGING_STEP_S
        self._plugged = False
        self._since = self._now = 0.0
        self._resume_s: float | None = None

    def update(self, plugged: bool | None, kilowatts: float | None, now: float) -> None:
        """``plugged`` None: not known, nothing is concluded."""
        if plugged is None:
            return
        if plugged and not self._plugged:
            if self._resume_s is not None:
                self._since = now - self._resume_s
            else:
                self._points, self._step_s, self._since = [], _CHARGING_STEP_S, now
        self._resume_s = None
        self._plugged, self._now = plugged, now
        if not plugged or kilowatts is None:
            return
        at = now - self._since
        if self._points and at < self._points[-1][0] + self._step_s:
            return
        self._points.append((at, max(0.0, kilowatts)))
        if len(self._points) > _CHARGING_POINTS:
            self._points = self._points[::2]
            self._step_s *= 2

    def points(self) -> list[tuple[float, float]]:
        """(seconds since the cable was plugged, kW)."""
        return list(self._points)

    def state(self) -> Mapping[str, Any]:
        """What to keep."""
        return {
            "step_s": self._step_s,
            "points": [(round(x, 1), round(y, 2)) for x, y in self._points],
            "age_s": self._now - self._since if self._plugged else None,
        }

    def restore(self, state: Mapping[str, Any], gone_s: float) -> None:
        """The graph of an earlier run, ``gone_s`` seconds ago. A cable that was in then and is in at the first look goes on with
        the same graph. Raises ValueError, TypeError or KeyError."""
        self._step_s = max(_CHARGING_STEP_S, float(state["step_s"]))
        self._points = [(float(x), float(y)) for x, y in state["points"]][-_CHARGING_POINTS:]
        age_s = state.get("age_s")
        self._resume_s = float(age_s) + gone_s if age_s is not None and 0 <= gone_s < _SAME_SESSION_S else None
