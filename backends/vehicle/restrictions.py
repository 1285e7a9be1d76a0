"""What the driver may do while moving: a state machine over speed, gear and parking brake that fails closed.

Parked allows everything, idling (standing for a second, not in P) no video and no setup, moving the strictest set. A value
that is missing, stale or wrong counts as moving. Limits: AAOS car_ux_restrictions_map, the stricter of each; see
docs/adr/0203-driving-restrictions.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

from backends.vehicle.defs import GEAR_PARK, Quality, Scalar

__all__ = ["IDLE_AFTER_S", "DriveState", "Reading", "Restrictor", "restrictions"]

IDLE_AFTER_S = 1.0
_STANDING_KPH = 0.3
_ALLOWED = ("video", "keyboard", "dialpad", "setup", "message_text", "filter", "scrolling_text")
_LIMITS = {"max_list_items": 21, "max_depth": 3, "max_string": 80, "max_string_cjk": 31, "max_tabs": 4}


class DriveState(Enum):
    """How the car stands or moves."""

    PARKED = "parked"
    IDLING = "idling"
    MOVING = "moving"


@dataclass(frozen=True, slots=True)
class Reading:
    """A value and whether it can be trusted; only `Quality.VALID` can."""

    value: Scalar | None
    quality: Quality

    @property
    def sure(self) -> Scalar | None:
        """The value, or None when it cannot be trusted."""
        return self.value if self.quality is Quality.VALID else None


def restrictions(state: DriveState, known: bool) -> dict[str, Any]:
    """The published property. True means allowed; a limit of 0 means none."""
    moving = state is DriveState.MOVING
    result: dict[str, Any] = {"state": state.value, "known": known}
    result.update(dict.fromkeys(_ALLOWED, not moving))
    if state is DriveState.IDLING:
        result["video"] = result["setup"] = False
    result.update(_LIMITS if moving else dict.fromkeys(_LIMITS, 0))
    return result


class Restrictor:
    """The state machine; give it readings when one changes, and at `due`."""

    def __init__(self, manual: bool = False) -> None:
        self._manual = manual
        self._standing_since: float | None = None
        self.state = DriveState.MOVING
        self.known = False
        self.due: float | None = None

    def update(self, speed: Reading, gear: Reading, brake: Reading, now: float) -> bool:
        """Returns whether state or knowledge changed. ``due`` tells when to call again without news; None: not at all."""
        before = (self.state, self.known)
        self.due = None
        kph = speed.sure
        anchor = brake.sure if self._manual else gear.sure
        self.known = kph is not None and anchor is not None
        if not isinstance(kph, int | float) or abs(kph) > _STANDING_KPH:
            self._standing_since = None
            self.state = DriveState.MOVING
        else:
            if self._standing_since is None:
                self._standing_since = now
            self.state = self._standing(gear, brake, now)
        return (self.state, self.known) != before

    def _standing(self, gear: Reading, brake: Reading, now: float) -> DriveState:
        assert self._standing_since is not None
        if not self.known:
            return DriveState.MOVING
        # A gear in P holds the car by itself; a manual car is parked once it stands with its brake on.
        if not self._manual and gear.sure == GEAR_PARK:
            return DriveState.PARKED
        if now - self._standing_since >= IDLE_AFTER_S:
            return DriveState.PARKED if self._manual and brake.sure else DriveState.IDLING
        self.due = self._standing_since + IDLE_AFTER_S
        return DriveState.MOVING
