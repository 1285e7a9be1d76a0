"""Selector positions from the words of a value table."""

from __future__ import annotations

import re
from collections.abc import Mapping

from backends.vehicle.defs import GEAR_DRIVE, GEAR_NEUTRAL, GEAR_PARK, GEAR_REVERSE

__all__ = ["gear_of", "gear_table", "is_unknown"]

_PATTERNS = (
    (re.compile(r"^(p|park|parking|parken|parked|parksperre|position p)$"), GEAR_PARK),
    (re.compile(r"^(r|rev|reverse|rueckwaerts|rückwärts|reversing|rückwärtsgang|position r)$"), GEAR_REVERSE),
    (re.compile(r"^(n|neutral|position n)$"), GEAR_NEUTRAL),
    (re.compile(r"^(l|low)$"), 1),
    (
        re.compile(
            r"^(d|drive|driving|fahren|forward|vorwaerts|s|sport|m|manual|manual ?mode|tip|t|b|e|x)$"
            r"|^(drive sport|d sport|position [ds])$"
        ),
        GEAR_DRIVE,
    ),
)
_UNKNOWN = re.compile(
    r"\bsna\b|invalid|init|fehler|fault|error|not avail|unknown|undefin|nicht|ungueltig|ungültig|none|reserved|cr[sn]r"
)
_NOISE = re.compile(
    r"\b(di|vdm|gear|position|pos|prndl|shifter|lever|stufe|gw|waehlhebel|wählhebel|trns|rng|status|lvr|in)\b"
)


def is_unknown(label: str) -> bool:
    """Whether a label says that the car does not know."""
    return bool(_UNKNOWN.search(_plain(label)))


def _plain(label: str) -> str:
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", label)
    return re.sub(r"[^a-zäöüß0-9]+", " ", apart.lower()).strip()


def gear_of(label: str) -> int | None:
    """The VSS number of a selector position; None for anything else."""
    plain = _plain(label)
    if _UNKNOWN.search(plain):
        return None
    for text in (plain, _NOISE.sub(" ", plain).strip()):
        for pattern, gear in _PATTERNS:
            if pattern.match(text):
                return gear
    return None


def gear_table(choices: Mapping[int, str]) -> tuple[dict[str, int], list[str]]:
    """Labels and their VSS numbers, and the labels that mean "unknown". Empty unless park and reverse are among them."""
    table = {label: gear for label in choices.values() if (gear := gear_of(label)) is not None}
    if not {GEAR_PARK, GEAR_REVERSE} <= set(table.values()):
        return {}, []
    return table, list(dict.fromkeys(label for label in choices.values() if is_unknown(label)))
