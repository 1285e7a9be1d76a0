"""Live values of OBD mode 01 and 02: which bytes of which PID, and how they become a number (SAE J1979 annex B).

The table is ``pids.csv``: every value is ``raw × scale + offset``, so that a simulator can go the other way.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path

__all__ = ["FAST", "Parameter", "decode", "encode", "lengths", "parameters", "split_answer", "supported_from"]

FAST = ("0D", "0C")
"""Speed and engine speed: asked five times a second, the others in turn."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One value. ``key`` is the PID in hex, with a suffix for a second value in it; ``length`` is the PID's."""

    pid: int
    length: int
    key: str
    name: str
    unit: str
    start: int
    size: int
    signed: bool
    scale: Fraction
    offset: Fraction

    def value(self, data: bytes) -> float:
        """The physical value in `unit`. Raises ValueError when bytes are missing."""
        raw = data[self.start : self.start + self.size]
        if len(raw) < self.size:
            raise ValueError(f"PID {self.pid:02X} needs {self.length} bytes, got {len(data)}")
        return float(int.from_bytes(raw, "big", signed=self.signed) * self.scale + self.offset)

    def raw(self, value: float) -> int:
        """The nearest raw number; beyond the range, its end."""
        low, high = self.raw_range
        return min(max(round((Fraction(value) - self.offset) / self.scale), low), high)

    @property
    def raw_range(self) -> tuple[int, int]:
        bits = 8 * self.size
        return (-(1 << bits - 1), (1 << bits - 1) - 1) if self.signed else (0, (1 << bits) - 1)

    @property
    def minimum(self) -> float:
        return float(self.raw_range[0] * self.scale + self.offset)

    @property
    def maximum(self) -> float:
        return float(self.raw_range[1] * self.scale + self.offset)


@cache
def parameters() -> Mapping[str, Parameter]:
    """All parameters by key."""
    with (Path(__file__).parent / "pids.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            Parameter(
                pid=int(row["pid"], 16),
                length=int(row["length"]),
                key=row["key"],
                name=row["name"],
                unit=row["unit"],
                start=int(row["start"]),
                size=int(row["size"]),
                signed=bool(row["signed"]),
                scale=Fraction(row["scale"]),
                offset=Fraction(row["offset"]),
            )
            for row in csv.DictReader(file)
        ]
    return {row.key: row for row in rows}


@cache
def lengths() -> Mapping[int, int]:
    """Bytes of data by PID, for those we know; the bit maps of supported PIDs and PID 01 have four."""
    known = {row.pid: row.length for row in parameters().values()}
    return {**known, 0x01: 4, 0x02: 2, **dict.fromkeys(range(0, 0x100, 0x20), 4)}


@cache
def _by_pid() -> Mapping[int, tuple[Parameter, ...]]:
    table: dict[int, tuple[Parameter, ...]] = {}
    for row in parameters().values():
        table[row.pid] = (*table.get(row.pid, ()), row)
    return table


def decode(pid: int, data: bytes) -> dict[str, float]:
    """Values by key; empty for a PID we do not know. Raises ValueError when bytes are missing."""
    return {row.key: row.value(data) for row in _by_pid().get(pid, ())}


def encode(pid: int, values: Mapping[str, float]) -> bytes:
    """The bytes of a PID; what is not told is zero. Raises LookupError for a PID we do not know."""
    rows = _by_pid()[pid]
    data = bytearray(rows[0].length)
    for row in rows:
        if row.key in values:
            data[row.start : row.start + row.size] = row.raw(values[row.key]).to_bytes(
                row.size, "big", signed=row.signed
            )
    return bytes(data)


def split_answer(data: bytes, extra: int = 0) -> dict[int, bytes]:
    """``PID data PID data …`` by PID; ``extra`` bytes follow each PID (the frame number of mode 02). Stops at what it
    does not know: the length of the rest cannot be told."""
    found: dict[int, bytes] = {}
    at = 0
    while at < len(data):
        pid, begin = data[at], at + 1 + extra
        length = lengths().get(pid)
        if length is None or begin + length > len(data):
            # The only or last one may be of a length we do not know; a list of several is cut here.
            break
        found[pid] = data[begin : begin + length]
        at = begin + length
    return found


def supported_from(base: int, bits: bytes) -> Iterable[int]:
    """PIDs of a bit map: bit 31 is base + 1."""
    number = int.from_bytes(bits[:4], "big")
    return (base + 1 + i for i in range(32) if number >> (31 - i) & 1)
