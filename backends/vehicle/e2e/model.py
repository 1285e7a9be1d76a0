"""What a protected message is: as written in a file, and bound to its signals."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from backends.vehicle.dbc.codec import extract, insert
from backends.vehicle.dbc.model import DbcMessage, DbcSignal
from backends.vehicle.errors import MappingError

__all__ = ["E2E", "Buffer", "Compute", "Protection", "reader_of"]

Buffer = bytes | bytearray
Compute = Callable[[Buffer, int], int]
"""The check value of a frame, given its counter."""

_KEYS = {"profile", "id_list", "data_id", "mode", "counter", "crc"}


@dataclass(frozen=True, slots=True)
class E2E:
    """As written in a mapping or a profile: the algorithm, its data id or ids, and its two signals (either may be absent).

    ``data_id`` None: the algorithm's own choice, usually the message's id. ``mode`` is for profile 1: both, alt, low or nibble.
    """

    profile: str
    id_list: tuple[int, ...] = ()
    counter: str | None = None
    crc: str | None = None
    data_id: int | None = None
    mode: str = ""

    @classmethod
    def of(cls, facts: Mapping[str, Any]) -> E2E:
        """From a file's keys. Raises MappingError that names the key."""
        if unknown := sorted(set(facts) - _KEYS):
            raise MappingError(f"{unknown[0]} is not a key of e2e; there are {', '.join(sorted(_KEYS))}")
        ids = facts.get("id_list", [])
        if not isinstance(ids, list) or not all(isinstance(value, int) and 0 <= value <= 255 for value in ids):
            raise MappingError("e2e.id_list needs numbers 0 to 255")
        data_id = facts.get("data_id")
        if data_id is not None and not (isinstance(data_id, int) and 0 <= data_id <= 0xFFFF_FFFF):
            raise MappingError("e2e.data_id needs a whole number of at most 32 bits")
        return cls(
            str(facts.get("profile", "")),
            tuple(ids),
            facts.get("counter"),
            facts.get("crc"),
            data_id,
            str(facts.get("mode", "")),
        )


@dataclass(frozen=True, slots=True)
class Protection:
    """An `E2E` bound to a message. ``prepare`` writes what a profile's header has besides counter and check value."""

    message: DbcMessage
    counter: DbcSignal | None
    crc: DbcSignal | None
    compute: Compute
    counts: int
    """How many values the counter takes."""
    prepare: Callable[[bytearray], None] | None = None

    def count(self, data: Buffer) -> int:
        """The frame's counter; 0 without one."""
        return 0 if self.counter is None else reader_of(self.counter)(data)

    def sound(self, data: Buffer) -> bool:
        """Whether the check value is right."""
        return self.crc is None or reader_of(self.crc)(data) == self.compute(data, self.count(data))

    def seal(self, data: bytearray, count: int) -> None:
        """Write the counter (taken modulo what it counts to), then the check value."""
        if self.prepare is not None:
            self.prepare(data)
        if self.counter is not None:
            insert(self.counter, data, count % self.counts)
        if self.crc is not None:
            insert(self.crc, data, self.compute(data, self.count(data)))


def reader_of(signal: DbcSignal) -> Callable[[Buffer], int]:
    """Reads the raw value of an unsigned signal; quick when it lies within one byte."""
    first, last = min(signal.bits), max(signal.bits)
    if first // 8 == last // 8:
        place, shift, mask = first // 8, first % 8, (1 << signal.length) - 1
        return lambda data: (data[place] >> shift) & mask
    return lambda data: int(extract(signal, data))
