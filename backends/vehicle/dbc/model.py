"""Messages and signals as a DBC file describes them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

from backends.vehicle.errors import Problem

__all__ = ["EXTENDED", "Condition", "Database", "DbcMessage", "DbcSignal", "frame_key", "group_key"]

EXTENDED = 0x8000_0000
"""Bit 31 of a DBC id, and of our frame keys, marks a 29-bit identifier."""


def frame_key(arbitration_id: int, extended: bool) -> int:
    """The key under which a frame's message is found: the id with bit 31 set for 29-bit identifiers."""
    return arbitration_id | EXTENDED if extended else arbitration_id


def group_key(key: int) -> int:
    """What the keys of one parameter group have in common (SAE J1939-21: the priority and the addresses are left out)."""
    addressed = (key >> 16) & 0xFF < 240
    return key & (EXTENDED | (0x03FF_0000 if addressed else 0x03FF_FF00))


@dataclass(frozen=True, slots=True)
class Condition:
    """A multiplexed signal is there when the selector's raw value lies in one of the ranges (both ends included)."""

    selector: str
    ranges: tuple[tuple[int, int], ...]

    def holds(self, raw: int) -> bool:
        return any(low <= raw <= high for low, high in self.ranges)


@dataclass(slots=True)
class DbcSignal:
    """One signal. ``start`` is as written: the least significant bit for Intel order, the most significant one for Motorola."""

    name: str
    start: int
    length: int
    little_endian: bool
    signed: bool
    scale: float
    offset: float
    minimum: float | None
    maximum: float | None
    unit: str
    line: int
    is_selector: bool = False
    conditions: tuple[Condition, ...] = ()
    kind: Literal["int", "float32", "float64"] = "int"
    choices: dict[int, str] = field(default_factory=dict)
    comment: str = ""
    _bits: tuple[int, ...] = ()

    @property
    def bits(self) -> tuple[int, ...]:
        """Positions in the frame, most significant first; bit n is bit n % 8 of byte n // 8."""
        if not self._bits:  # asked for often by those who write frames, never by those who only read the file
            if self.little_endian:
                self._bits = tuple(range(self.start + self.length - 1, self.start - 1, -1))
            else:
                first = 8 * (self.start // 8) + 7 - self.start % 8
                self._bits = tuple(8 * (i // 8) + 7 - i % 8 for i in range(first, first + self.length))
        return self._bits

    @property
    def mask(self) -> int:
        """The signal's bits in the frame read as one little-endian number."""
        return sum(1 << bit for bit in self.bits)

    @property
    def last_byte(self) -> int:
        """Index of the last byte that the signal touches."""
        return max(self.bits) // 8


@dataclass(slots=True)
class DbcMessage:
    """One message. ``period_ms`` is GenMsgCycleTime; None when the file does not say or says 0 (sent on events).

    ``j1939``: it is told by its parameter group; priority, sender and, where the group has one, receiver do not matter.
    """

    key: int
    name: str
    length: int
    sender: str
    line: int
    signals: list[DbcSignal] = field(default_factory=list)
    period_ms: float | None = None
    comment: str = ""
    j1939: bool = False

    @property
    def arbitration_id(self) -> int:
        return self.key & 0x1FFF_FFFF

    @property
    def extended(self) -> bool:
        return bool(self.key & EXTENDED)

    def signal(self, name: str) -> DbcSignal | None:
        """The signal of this name; the first when it repeats."""
        return next((signal for signal in self.signals if signal.name == name), None)


@dataclass
class Database:
    """Everything read from one file, and what was left out of it."""

    file: Path
    messages: list[DbcMessage]
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def by_key(self) -> dict[int, DbcMessage]:
        """Messages by frame key; of two with one id the later counts."""
        return {message.key: message for message in self.messages}

    @cached_property
    def by_signal(self) -> dict[str, list[DbcMessage]]:
        """Messages that carry a signal of this name."""
        found: dict[str, list[DbcMessage]] = {}
        for message in self.by_key.values():
            for name in {signal.name for signal in message.signals}:
                found.setdefault(name, []).append(message)
        return found

    def message(self, name: str) -> DbcMessage | None:
        """The message of this name."""
        return next((message for message in self.messages if message.name == name), None)
