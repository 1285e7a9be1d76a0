"""What the Vehicle page and card say, worked out from samples: pure, one frozen record for each group that changes together."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from ui.viewmodels.lists import Row
from ui.viewmodels.paths import LOCK_PATHS, TYRES, Path
from ui.viewmodels.units import DASH, Units

__all__ = ["Body", "Energy", "Environment", "Motion", "Samples", "gear_letter", "tyre_rows"]

_GEARS = {126: "P", 127: "D", 0: "N"}
# Below this a standing car's sensor noise would make the figure flicker between 0 and 1.
_STANDSTILL_KPH = 0.5


class Samples(Protocol):
    """The part of the vehicle client that is needed here."""

    def number(self, path: str, *, stale: bool = True) -> float: ...
    def flag(self, path: str) -> bool: ...
    def value(self, path: str, *, stale: bool = True) -> object: ...


def gear_letter(samples: Samples) -> str:
    """P, R, N, D or a dash; a stale gear is unknown."""
    for path in (Path.SELECTED_GEAR, Path.CURRENT_GEAR):
        gear = samples.value(path, stale=False)
        if isinstance(gear, int):
            return _GEARS.get(gear, "D" if gear > 0 else "R")
    return DASH


def _first(samples: Samples, *paths: str) -> float:
    for path in paths:
        if not math.isnan(number := samples.number(path)):
            return number
    return math.nan


@dataclass(frozen=True, slots=True)
class Motion:
    """Speed in km/h (NaN unknown) and how it is shown, gear, parking brake."""

    speed_kph: float = math.nan
    speed_text: str = DASH
    speed_unit: str = "km/h"
    gear: str = DASH
    parking_brake: bool = False

    @property
    def moving(self) -> bool:
        return not math.isnan(self.speed_kph) and self.speed_kph > _STANDSTILL_KPH

    @property
    def reverse(self) -> bool:
        return self.gear == "R"

    @classmethod
    def of(cls, samples: Samples, units: Units) -> Motion:
        kph = abs(samples.number(Path.SPEED, stale=False))
        text, unit = units.speed(kph)
        return cls(kph, text, unit, gear_letter(samples), samples.flag(Path.PARKING_BRAKE))


@dataclass(frozen=True, slots=True)
class Energy:
    """Range, charge or fuel (percent, NaN unknown), consumption."""

    range_text: str = DASH
    range_unit: str = "km"
    electric: bool = False
    percent: float = math.nan
    energy_text: str = DASH
    consumption_text: str = ""

    @classmethod
    def of(cls, samples: Samples, units: Units, served: Callable[[str], bool]) -> Energy:
        electric = served(Path.EV_CHARGE)
        own_range = Path.EV_RANGE if electric else Path.FUEL_RANGE
        text, unit = units.range(_first(samples, Path.RANGE, own_range))
        percent = samples.number(Path.EV_CHARGE if electric else Path.FUEL_LEVEL)
        if electric:
            drawn = samples.number(Path.EV_CONSUMPTION)
            consumption = "" if math.isnan(drawn) else units.energy_consumption(drawn)
        else:
            burnt = _first(samples, Path.FUEL_AVERAGE, Path.FUEL_INSTANT)
            consumption = "" if math.isnan(burnt) else units.fuel_consumption(burnt)
        return cls(text, unit, electric, percent, units.percent(percent), consumption)


@dataclass(frozen=True, slots=True)
class Body:
    """Doors and windows by side of the car, lids, locks, lights, and the cable."""

    front_left: bool = False
    front_right: bool = False
    rear_left: bool = False
    rear_right: bool = False
    window_front_left: bool = False
    window_front_right: bool = False
    window_rear_left: bool = False
    window_rear_right: bool = False
    hood: bool = False
    trunk: bool = False
    frunk: bool = False
    flap: bool = False
    cable: bool = False
    charging: bool = False
    locked: bool = False
    low_beam: bool = False
    high_beam: bool = False
    brake_light: bool = False
    left_indicator: bool = False
    right_indicator: bool = False

    @classmethod
    def of(cls, samples: Samples, drive_side: str) -> Body:
        left, right = ("DriverSide", "PassengerSide") if drive_side == "left" else ("PassengerSide", "DriverSide")
        locks = [samples.value(path) for path in LOCK_PATHS]

        def window(row: int, side: str) -> bool:
            return samples.number(Path.door(row, side, "Window.Position")) > 0

        return cls(
            front_left=samples.flag(Path.door(1, left)),
            front_right=samples.flag(Path.door(1, right)),
            rear_left=samples.flag(Path.door(2, left)),
            rear_right=samples.flag(Path.door(2, right)),
            window_front_left=window(1, left),
            window_front_right=window(1, right),
            window_rear_left=window(2, left),
            window_rear_right=window(2, right),
            hood=samples.flag(Path.HOOD),
            trunk=samples.flag(Path.TRUNK),
            frunk=samples.flag(Path.FRUNK),
            flap=samples.flag(Path.CHARGE_FLAP),
            cable=samples.flag(Path.CHARGE_CABLE),
            charging=samples.flag(Path.IS_CHARGING),
            # Locked only when every lock that is known says so, and at least one is known.
            locked=any(lock is not None for lock in locks) and all(lock is not False for lock in locks),
            low_beam=samples.flag(Path.LOW_BEAM),
            high_beam=samples.flag(Path.HIGH_BEAM),
            brake_light=samples.value(Path.BRAKE_LIGHT) in ("ACTIVE", "ADAPTIVE"),
            left_indicator=samples.flag(Path.LEFT_INDICATOR),
            right_indicator=samples.flag(Path.RIGHT_INDICATOR),
        )


@dataclass(frozen=True, slots=True)
class Environment:
    """Odometer as text, temperatures in degrees Celsius (NaN unknown)."""

    odometer_text: str = DASH
    outside_c: float = math.nan
    inside_c: float = math.nan

    @classmethod
    def of(cls, samples: Samples, units: Units) -> Environment:
        return cls(
            units.odometer(samples.number(Path.ODOMETER)), samples.number(Path.OUTSIDE), samples.number(Path.INSIDE)
        )


def tyre_rows(samples: Samples, units: Units) -> list[Row]:
    """Four rows: front left, front right, rear left, rear right."""
    rows: list[Row] = []
    for position, wheel in TYRES.items():
        kpa = samples.number(f"{wheel}.Pressure")
        text, unit = units.tyre(kpa)
        rows.append(
            {
                "position": position,
                "pressureText": text,
                "unit": unit,
                "low": samples.flag(f"{wheel}.IsPressureLow"),
                "known": not math.isnan(kpa),
            }
        )
    return rows
