"""How makes call things: words in signal and message names that speak for a path, and words that speak against it.

Sources: the names that occur in the message descriptions of the opendbc package (MIT), German, English and Japanese makes.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

__all__ = ["TOPICS", "Topic", "is_aside", "is_check", "is_counter", "is_wheel_speed", "words"]

_CHECK = re.compile(r"checksum|check_?sum|chksum|chk\b|crc|prufsumme|pruefsumme|prüfsumme|_chk_|\bcks\b", re.IGNORECASE)
_COUNTER = re.compile(r"counter|alive|rolling|\bctr\b|zaehler|zähler|_bz\b|\bcnt\b|msgcount|livecnt", re.IGNORECASE)
_WHEEL = re.compile(r"wheel.?sp|whl.?spd|radgeschw|rad.?kmh|\bwhlspd|^(fl|fr|rl|rr|bl|br)$|wheelrot", re.IGNORECASE)


def words(name: str) -> str:
    """A name in lower-case words: VehicleSpeed_HS and VEHICLE_SPEED_HS are "vehicle speed hs"."""
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", name)
    return re.sub(r"[^a-z0-9äöüß]+", " ", apart.lower()).strip()


def is_check(name: str) -> bool:
    """Whether a signal is a check value, by its name."""
    return bool(_CHECK.search(name))


def is_counter(name: str) -> bool:
    """Whether a signal is a counter, by its name."""
    return bool(_COUNTER.search(name)) and not is_check(name)


def is_aside(message: str) -> bool:
    """Whether a message tells of equipment, tests or requests rather than of the car's state, by its name."""
    return bool(
        re.search(r"verbau|diagnos|soll|ident|xcp|uds|request|_req|_cmd|_fd_|fingerprint|nm_", message, re.IGNORECASE)
    )


def is_wheel_speed(signal: str, message: str) -> bool:
    """Whether a signal is the speed of one wheel, by its name and its message's."""
    text = words(signal)
    if re.search(r"target|offset|dir|qual|pulse|valid|stat|count|imp|fault|sign|bz|fahrtr|bewegung", text):
        return False
    plain = re.fullmatch(r"fl|fr|rl|rr|bl|br", signal, re.IGNORECASE)
    return bool(re.search(r"wheel|whl|rad", message, re.IGNORECASE)) if plain else bool(_WHEEL.search(signal))


@dataclass(frozen=True, slots=True)
class Topic:
    """A path and what its signal looks like.

    ``name`` and ``message`` are searched in `words`; ``against`` disqualifies. ``units`` speak for it (lower case). ``kind``:
    number, flag, gear or choice. ``low`` to ``high``: what a sound value lies in, in the path's unit. ``bits``: width at least.
    """

    path: str
    name: str
    kind: str = "number"
    message: str = ""
    against: str = ""
    units: tuple[str, ...] = ()
    low: float = float("-inf")
    high: float = float("inf")
    bits: int = 1


def _topics() -> tuple[Topic, ...]:
    with (Path(__file__).parent / "topics.toml").open("rb") as file:
        facts = tomllib.load(file)
    common = facts["against"]
    return tuple(
        Topic(**{**each, "units": tuple(each.get("units", ()))})
        for each in (
            {**topic, "against": f"{topic['against']}|{common}" if "against" in topic else common}
            for topic in facts["topic"]
        )
    )


TOPICS = _topics()
"""Every path that is looked for, from topics.toml."""
