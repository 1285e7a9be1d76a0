"""What diagnostics is about: control units, trouble codes, monitors, values. Pure: no Qt, no bus, no I/O."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

__all__ = [
    "Advice",
    "Code",
    "CodeState",
    "ControlUnit",
    "Findings",
    "Monitor",
    "Readiness",
    "System",
    "code_from_bytes",
    "code_to_bytes",
    "is_generic",
    "read_readiness",
    "subsystem",
    "system_of",
    "uds_states",
]


class System(Enum):
    """The first letter of a code (SAE J2012)."""

    POWERTRAIN = "P"
    CHASSIS = "C"
    BODY = "B"
    NETWORK = "U"


class CodeState(Enum):
    """How sure the control unit is; a code may be in several states."""

    STORED = "stored"
    PENDING = "pending"
    PERMANENT = "permanent"


class Advice(Enum):
    """What the driver should do about it."""

    DRIVE = "drive"
    WORKSHOP = "workshop"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Code:
    """A trouble code of one control unit. ``failure``: the failure type byte of UDS codes, None with OBD's two bytes.

    ``unit`` is the control unit's answer identifier in hex, as in `ControlUnit`.
    """

    unit: str
    code: str
    states: frozenset[CodeState]
    failure: int | None = None

    @property
    def name(self) -> str:
        """``P0301``, or ``P0301-1C`` with a failure type."""
        return self.code if not self.failure else f"{self.code}-{self.failure:02X}"


@dataclass(frozen=True, slots=True)
class Monitor:
    """A self-test of the emission system, and whether it is done since codes were cleared."""

    key: str
    complete: bool


@dataclass(frozen=True, slots=True)
class Readiness:
    """PID 01: warning lamp, number of codes, the kind of engine, and the monitors this car has."""

    lamp: bool = False
    count: int = 0
    compression: bool = False
    monitors: tuple[Monitor, ...] = ()


@dataclass(frozen=True, slots=True)
class ControlUnit:
    """One that answers. ``pids``: supported parameters of mode 01; ``uds``: it speaks UDS for codes."""

    id: str
    name: str = ""
    pids: frozenset[int] = frozenset()
    uds: bool = False
    calibrations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything one scan read. ``frames``: freeze frames by (unit, code name), value by parameter key."""

    units: tuple[ControlUnit, ...] = ()
    codes: tuple[Code, ...] = ()
    readiness: Readiness | None = None
    frames: Mapping[tuple[str, str], Mapping[str, float]] = field(default_factory=dict)
    vin: str = field(default="", repr=False)


_LETTERS = "PCBU"
_CODE = re.compile(r"[PCBU][0-3][0-9A-F]{3}")
_CONTINUOUS = ("misfire", "fuel", "components")
_SPARK = ("catalyst", "heated_catalyst", "vapour", "secondary_air", "particulate", "oxygen", "oxygen_heater", "egr")
_COMPRESSION = ("nmhc_catalyst", "nox", "", "boost", "", "exhaust_sensor", "particulate", "egr")
_SUBSYSTEMS = {
    **dict.fromkeys("012", "fuel and air"),
    "3": "ignition",
    "4": "emission control",
    "5": "speed and idle control",
    "6": "control unit",
    **dict.fromkeys("789", "transmission"),
    **dict.fromkeys("ABC", "hybrid or electric drive"),
    "D": "charging",
}


def code_from_bytes(high: int, low: int) -> str:
    """Two bytes as a code: bits 15-14 the letter, 13-12 the first digit, then three hex digits (SAE J2012)."""
    return f"{_LETTERS[high >> 6]}{high >> 4 & 3}{high & 15:X}{low:02X}"


def code_to_bytes(code: str) -> bytes:
    """The inverse. Raises ValueError for what is no code."""
    if not _CODE.fullmatch(code):
        raise ValueError(f"{code!r} is no trouble code such as P0301")
    return bytes((_LETTERS.index(code[0]) << 6 | int(code[1]) << 4 | int(code[2], 16), int(code[3:], 16)))


def system_of(code: str) -> System:
    """The part of the car by the code's letter."""
    return System(code[0])


def is_generic(code: str) -> bool:
    """Whether SAE J2012 says what it means; else the maker does. Of P3xxx the codes from P3400 on are SAE's."""
    match code[0], code[1]:
        case _, "0":
            return True
        case "P", "2":
            return True
        case "P", "3":
            return int(code[2], 16) >= 4
        case "U", "3":
            return True
        case _:
            return False


def subsystem(code: str) -> str:
    """What a powertrain code is about, by its third character; empty for the other systems."""
    return _SUBSYSTEMS.get(code[2], "") if code[0] == "P" else ""


def uds_states(status: int) -> frozenset[CodeState]:
    """States by the status byte of ISO 14229-1 annex D: bit 2 pending, bit 3 confirmed; bit 0 (failed now) alone is pending."""
    states = set()
    if status & 0x08:
        states.add(CodeState.STORED)
    if status & 0x04 or (status & 0x01 and not status & 0x08):
        states.add(CodeState.PENDING)
    return frozenset(states)


def read_readiness(data: Sequence[int]) -> Readiness:
    """The four bytes of PID 01 (SAE J1979 table B2). Raises ValueError for fewer."""
    if len(data) < 4:
        raise ValueError("PID 01 has four bytes")
    a, b, c, d = data[:4]
    compression = bool(b & 0x08)
    monitors = [Monitor(key, not b >> (bit + 4) & 1) for bit, key in enumerate(_CONTINUOUS) if b >> bit & 1]
    names = _COMPRESSION if compression else _SPARK
    monitors += [Monitor(key, not d >> bit & 1) for bit, key in enumerate(names) if key and c >> bit & 1]
    return Readiness(bool(a & 0x80), a & 0x7F, compression, tuple(monitors))
