"""The conditions of ``when``: asked when a request comes, and again before each of its frames goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from backends.vehicle.defs import GEAR_DRIVE, GEAR_NEUTRAL, GEAR_PARK, GEAR_REVERSE, Scalar

__all__ = ["CONDITIONS", "check_form", "stricter", "unmet"]

CONDITIONS = ("ignition", "speed_max", "gear", "restriction")
"""What ``when`` may name: ignition states, the highest speed in km/h, gears as P, R, N or D, and a word of the driving
restrictions that must be allowed (setup: parked; keyboard: standing)."""

RESTRICTIONS = {
    "setup": "Only while the car is parked",
    "video": "Only while the car is parked",
    "keyboard": "Only while the car stands",
    "dialpad": "Only while the car stands",
}
_GEARS = {"P": GEAR_PARK, "R": GEAR_REVERSE, "N": GEAR_NEUTRAL, "D": GEAR_DRIVE}


def check_form(when: Mapping[str, Any]) -> None:
    """Raises ValueError that says what is wrong with conditions as written."""
    if unknown := sorted(set(when) - set(CONDITIONS)):
        raise ValueError(f"condition {unknown[0]} is unknown; there are {', '.join(CONDITIONS)}")
    for key in ("ignition", "gear"):
        words = when.get(key, ["P"])
        if not isinstance(words, list) or not words or not all(isinstance(word, str) for word in words):
            raise ValueError(f"condition {key} takes a list of words")
    if unknown := [gear for gear in when.get("gear", ()) if gear not in _GEARS]:
        raise ValueError(f"condition gear takes P, R, N and D, not {unknown[0]}")
    speed = when.get("speed_max", 0)
    if isinstance(speed, bool) or not isinstance(speed, int | float) or speed < 0:
        raise ValueError("condition speed_max takes km/h")
    if when.get("restriction", "setup") not in RESTRICTIONS:
        raise ValueError(f"condition restriction takes {', '.join(RESTRICTIONS)}")


def stricter(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """What meets both. Raises ValueError as `check_form` does: neither a mapping nor a profile loosens what the other says."""
    check_form(one)
    check_form(other)
    both = {**one, **other}
    for key in ("ignition", "gear"):
        if key in one and key in other:
            both[key] = [word for word in one[key] if word in other[key]]
            if not both[key]:
                raise ValueError(f"no {key} meets the conditions of both the profile and the mapping")
    if "speed_max" in one and "speed_max" in other:
        both["speed_max"] = min(one["speed_max"], other["speed_max"])
    if "restriction" in one and "restriction" in other:
        both["restriction"] = min(one["restriction"], other["restriction"], key=list(RESTRICTIONS).index)
    return both


def unmet(when: Mapping[str, Any], sure: Callable[[str], Scalar | None], allowed: Callable[[str], bool]) -> str | None:
    """Which condition does not hold, in words fit to be shown, or None. A value that is not sure meets none."""
    if "ignition" in when and sure("Vehicle.LowVoltageSystemState") not in when["ignition"]:
        return f"The ignition must be {' or '.join(when['ignition'])}"
    if "speed_max" in when:
        kph = sure("Vehicle.Speed")
        if isinstance(kph, bool) or not isinstance(kph, int | float) or abs(kph) > when["speed_max"]:
            return f"Only below {when['speed_max']:g} km/h" if when["speed_max"] else "Only while the car stands"
    if "gear" in when:
        gear = sure("Vehicle.Powertrain.Transmission.SelectedGear")
        if gear is None or gear not in [_GEARS[name] for name in when["gear"]]:
            return f"Only in {' or '.join(when['gear'])}"
    if "restriction" in when and not allowed(when["restriction"]):
        return RESTRICTIONS[when["restriction"]]
    return None
