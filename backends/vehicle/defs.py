"""Names and numbers that the vehicle's modules share. Sources: VSS 6.0, and this project's vehicle rules in docs/adr."""

from __future__ import annotations

from enum import Enum

__all__ = [
    "GEAR_DRIVE",
    "GEAR_NEUTRAL",
    "GEAR_PARK",
    "GEAR_REVERSE",
    "KEY_ACTIONS",
    "Lane",
    "Quality",
    "Scalar",
    "TargetState",
]

Scalar = bool | int | float | str
"""A value of a signal."""

# VSS 6.0, Vehicle.Powertrain.Transmission.SelectedGear
GEAR_NEUTRAL = 0
GEAR_REVERSE = -1
GEAR_PARK = 126
GEAR_DRIVE = 127


class Quality(Enum):
    """How far a value may be trusted."""

    VALID = "valid"
    STALE = "stale"
    """It was valid; its message is late."""
    INVALID = "invalid"
    """The car sent something outside its own range."""
    NOT_AVAILABLE = "not_available"
    """The car says that it does not know, or its message is gone."""
    ERROR = "error"
    """Check bytes or counters of its message fail."""
    NEVER = "never"
    """Nothing came yet."""

    @property
    def has_value(self) -> bool:
        return self in (Quality.VALID, Quality.STALE)


class Lane(Enum):
    """How fast a change travels to clients."""

    NOW = "now"
    """At once, never batched with time: gear, doors, blinkers, warnings."""
    DISPLAY = "display"
    """At most 60 change sets a second."""
    SLOW = "slow"
    """At most one change set a second."""

    @property
    def period_s(self) -> float:
        return {Lane.NOW: 0.0, Lane.DISPLAY: 1 / 60, Lane.SLOW: 1.0}[self]


class TargetState(Enum):
    """What became of a request to the vehicle."""

    IDLE = "idle"
    PENDING = "pending"
    CONFIRMED = "confirmed"
    FAILED = "failed"


KEY_ACTIONS = (
    "volume_up", "volume_down", "mute", "play_pause", "next", "previous",
    "home", "back", "turn", "select", "up", "down", "left", "right",
    "projection", "media", "vehicle", "camera", "call", "hangup", "voice",
)  # fmt: skip
"""What a hard key may do. ``turn`` is a knob, all others are keys."""
