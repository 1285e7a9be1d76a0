"""Conversions that arithmetic cannot say, by name: ``transform: {as: time_of_day}``. Each works both ways."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["NAMED", "Named"]

_DAY_MIN = 24 * 60
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
_COLOUR = re.compile(r"#([0-9A-Fa-f]{6})")


@dataclass(frozen=True, slots=True)
class Named:
    """``read`` makes a path's text of a signal's number, ``write`` the number of a text; both raise ValueError."""

    read: Callable[[float], str]
    write: Callable[[str], int]
    example: str


def _time_text(minutes: float) -> str:
    if not 0 <= minutes < _DAY_MIN:
        raise ValueError(f"{minutes} is no minute of a day")
    hour, minute = divmod(int(minutes), 60)
    return f"{hour:02}:{minute:02}"


def _minutes(text: str) -> int:
    found = _TIME.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no time of day, such as 07:30")
    return int(found[1]) * 60 + int(found[2])


def _colour_text(number: float) -> str:
    if not 0 <= number <= 0xFFFFFF:
        raise ValueError(f"{number} is no colour")
    return f"#{int(number):06X}"


def _colour(text: str) -> int:
    found = _COLOUR.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no colour, such as #FF8800")
    return int(found[1], 16)


NAMED = {
    "time_of_day": Named(_time_text, _minutes, "07:30"),
    "colour": Named(_colour_text, _colour, "#FF8800"),
}
"""``time_of_day``: minutes after midnight and "HH:MM". ``colour``: red × 65536 + green × 256 + blue and "#RRGGBB"."""
