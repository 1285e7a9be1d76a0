"""Input from the display, checked once for all protocols."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from backends.core.errors import Invalid
from backends.projection.mirror.link import Point
from backends.projection.words import plain

__all__ = ["KEYS", "check_key", "check_points", "check_text"]

POINTS_MAX = 32
TEXT_MAX = 2000
_PLAYING = (
    "play_pause",
    "play",
    "pause",
    "stop",
    "next",
    "previous",
    "rewind",
    "fast_forward",
    "volume_up",
    "volume_down",
)
_CALLING = ("call", "hangup", "mute", "voice")
_MOVING = ("up", "down", "left", "right", "ok", "enter", "tab", "escape", "delete", "rotary_left", "rotary_right")
_PLACES = ("home", "back", "menu", "search", "apps")
KEYS = frozenset((*_PLAYING, *_CALLING, *_MOVING, *_PLACES))
_UNSEEN = frozenset((*_PLAYING, *_CALLING))
"""Keys that do not need eyes: allowed while the picture is hidden."""


def check_key(key: str, action: str) -> tuple[bool, bool, bool]:
    """Whether it goes down, up, and needs no eyes. Raises Invalid."""
    if key not in KEYS:
        raise Invalid(f"There is no key '{plain(key, 40)}'; there are {', '.join(sorted(KEYS))}")
    if action not in ("press", "release", "click"):
        raise Invalid("A key is pressed, released or clicked: press, release, click")
    return action != "release", action != "press", key in _UNSEEN


def check_points(points: Sequence[Sequence[Any]]) -> list[Point]:
    """Fingers with places inside 0..1. Raises Invalid."""
    if len(points) > POINTS_MAX or any(len(point) != 5 or point[1] not in (0, 1, 2, 3) for point in points):
        raise Invalid(f"A touch has up to {POINTS_MAX} points with phases 0 to 3")
    return [(int(a), int(b), _part(x), _part(y), _part(pressure)) for a, b, x, y, pressure in points]


def check_text(text: str) -> str:
    """Raises Invalid."""
    if len(text) > TEXT_MAX or "\0" in text:
        raise Invalid(f"Text has up to {TEXT_MAX} characters")
    return text


def _part(value: float) -> float:
    return min(1.0, max(0.0, float(value)))
