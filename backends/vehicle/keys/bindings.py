"""Which key does what: the profile's keys, and over them those the driver taught, kept in ``keys.json``."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from backends.core.store import read_bytes, set_aside, write_atomic
from backends.vehicle.dbc.codec import insert
from backends.vehicle.dbc.model import Database, DbcSignal
from backends.vehicle.defs import KEY_ACTIONS
from backends.vehicle.errors import Problem
from backends.vehicle.profile import Profile

__all__ = ["Binding", "CanKey", "CanKnob", "EvdevKey", "EvdevKnob", "KeyStore", "profile_keys"]

_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CanKey:
    """Pressed while the bits of ``mask`` have ``value``, in a frame's data read as a little-endian number."""

    bus: str
    key: int
    mask: int
    value: int

    def pressed(self, data: bytes) -> bool:
        return int.from_bytes(data, "little") & self.mask == self.value

    @property
    def detail(self) -> str:
        return f"{self.bus} {self.key & 0x1FFF_FFFF:X}"


@dataclass(frozen=True, slots=True)
class CanKnob:
    """A position that goes round: ``mask`` are its neighbouring bits, ``sign`` -1 when it counts down clockwise."""

    bus: str
    key: int
    mask: int
    sign: int = 1

    def position(self, data: bytes) -> int:
        return (int.from_bytes(data, "little") & self.mask) >> _shift(self.mask)

    def turned(self, before: int, after: int) -> int:
        """Detents clockwise, by the shorter way round."""
        size = (self.mask >> _shift(self.mask)) + 1
        steps = (after - before) % size
        return self.sign * (steps - size if steps > size // 2 else steps)

    @property
    def detail(self) -> str:
        return f"{self.bus} {self.key & 0x1FFF_FFFF:X}"


@dataclass(frozen=True, slots=True)
class EvdevKey:
    """A key code of the input device of that name (linux/input-event-codes.h)."""

    device: str
    code: int

    @property
    def detail(self) -> str:
        return f"{self.device} {self.code}"


@dataclass(frozen=True, slots=True)
class EvdevKnob:
    """A relative axis of the input device of that name."""

    device: str
    code: int
    sign: int = 1

    @property
    def detail(self) -> str:
        return f"{self.device} {self.code}"


Binding = CanKey | CanKnob | EvdevKey | EvdevKnob
_KINDS: dict[str, type[Binding]] = {kind.__name__: kind for kind in (CanKey, CanKnob, EvdevKey, EvdevKnob)}


def _shift(mask: int) -> int:
    return (mask & -mask).bit_length() - 1


def profile_keys(profile: Profile, databases: Mapping[str, Database]) -> tuple[dict[str, Binding], list[Problem]]:
    """The keys of ``[keys]`` by action, and what was left out of them."""
    found: dict[str, Binding] = {}
    problems: list[Problem] = []
    for action, facts in profile.keys.items():
        try:
            if action not in KEY_ACTIONS:
                raise ValueError(f"unknown; there are {', '.join(KEY_ACTIONS)}")
            found[action] = _from_profile(action, dict(facts), databases)
        except (LookupError, TypeError, ValueError) as error:
            problems.append(Problem(profile.file, 0, f"keys.{action}: {error}; this key is left out"))
    return found, problems


def _from_profile(action: str, facts: dict[str, Any], databases: Mapping[str, Database]) -> Binding:
    bus = str(facts.pop("bus", next(iter(databases))))
    if bus not in databases:
        raise ValueError(f"there is no bus {bus}")
    message = databases[bus].message(str(facts.pop("message", "")))
    signal = message.signal(str(facts.pop("signal", ""))) if message is not None else None
    if message is None or signal is None:
        raise ValueError("it needs the message and the signal of its description")
    value = facts.pop("value", 1)
    if facts:
        raise ValueError(f"{next(iter(facts))} is unknown; there are bus, message, signal and value")
    if action == "turn":
        if not signal.little_endian and signal.last_byte != signal.bits[0] // 8:
            raise ValueError("a knob's position must be within one byte")
        return CanKnob(bus, message.key, signal.mask)
    return CanKey(bus, message.key, signal.mask, _placed(signal, int(value), message.length))


def _placed(signal: DbcSignal, raw: int, length: int) -> int:
    data = bytearray(length)
    insert(signal, data, raw)
    return int.from_bytes(data, "little")


class KeyStore:
    """What the driver taught, in a file. Methods block on the disk."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def load(self) -> dict[str, Binding]:
        """Bindings by action; a file nobody can use is set aside and told."""
        try:
            raw = read_bytes(self._file)
            return {} if raw is None else _parse(json.loads(raw))
        except (OSError, ValueError, TypeError, KeyError) as error:
            _logger.warning("taught keys unusable file=%s reason=%s", self._file, error)
            try:
                set_aside(self._file)
            except OSError:
                _logger.warning("it stays where it is file=%s", self._file)
            return {}

    def save(self, taught: Mapping[str, Binding]) -> None:
        """Raises OSError; the file then still holds what it held."""
        facts = {action: {"kind": type(binding).__name__, **asdict(binding)} for action, binding in taught.items()}
        write_atomic(self._file, json.dumps(facts, indent=1).encode())


def _parse(facts: Any) -> dict[str, Binding]:
    found: dict[str, Binding] = {}
    for action, entry in dict(facts).items():
        if action not in KEY_ACTIONS:
            continue  # of another version
        fields = dict(entry)
        binding = _KINDS[fields.pop("kind")](**fields)
        if any(type(value) not in (int, str) for value in fields.values()):
            raise ValueError(f"{action} is not a key")
        found[action] = binding
    return found
