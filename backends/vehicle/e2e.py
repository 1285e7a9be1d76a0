"""Check bytes and counters of protected messages.

``vw``       AUTOSAR E2E profile 2/22 as Volkswagen's MQB uses it: CRC-8 with polynomial 0x2F, start and final xor 0xFF, over
             byte 1 to the end and then the data id that belongs to the counter's value. The counter has 4 bits.
``xor``      Volkswagen PQ: exclusive or of all other bytes.
``honda``    Four bits: 8 less the sum of all other nibbles and those of the id, plus 3 for 29-bit ids.
Source: AUTOSAR FO PRS E2EProtocol, section "Profile 2"; opendbc (MIT) names the makes that use them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from backends.vehicle.dbc.codec import extract, insert
from backends.vehicle.dbc.model import DbcMessage, DbcSignal
from backends.vehicle.errors import MappingError

__all__ = ["COUNT_LIMIT", "E2E", "Check", "Guard", "Protection", "crc8", "protection"]

COUNT_LIMIT = 5
"""Failures, less good frames, after which the message's values count as wrong."""


_REMEMBERED = 64
"""Frames known to be sound: a message whose content rests repeats itself with its counter, and need not be summed again."""


def _table(polynomial: int) -> bytes:
    table = bytearray(256)
    for value in range(256):
        crc = value
        for _ in range(8):
            crc = (crc << 1) ^ polynomial if crc & 0x80 else crc << 1
        table[value] = crc & 0xFF
    return bytes(table)


_TABLE_2F = _table(0x2F)


def crc8(data: bytes | bytearray, crc: int = 0xFF) -> int:
    """CRC-8/AUTOSAR without the final xor, so that it can go on: polynomial 0x2F."""
    table = _TABLE_2F
    for byte in data:
        crc = table[crc ^ byte]
    return crc


@dataclass(frozen=True, slots=True)
class E2E:
    """As written in a mapping or a profile: the algorithm, its data ids, and its two signals (either may be absent)."""

    profile: str
    id_list: tuple[int, ...] = ()
    counter: str | None = None
    crc: str | None = None


class Check(Enum):
    """What a frame's check said."""

    GOOD = "good"
    REPEATED = "repeated"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Protection:
    """An `E2E` bound to a message."""

    message: DbcMessage
    counter: DbcSignal | None
    crc: DbcSignal | None
    compute: Callable[[bytes | bytearray, int], int]

    def count(self, data: bytes | bytearray) -> int:
        """The frame's counter; 0 without one."""
        return 0 if self.counter is None else reader_of(self.counter)(data)

    def sound(self, data: bytes | bytearray) -> bool:
        """Whether the check value is right."""
        return self.crc is None or reader_of(self.crc)(data) == self.compute(data, self.count(data))

    def seal(self, data: bytearray, count: int) -> None:
        """Write the counter (taken modulo its size), then the check value."""
        if self.counter is not None:
            insert(self.counter, data, count % (1 << self.counter.length))
        if self.crc is not None:
            insert(self.crc, data, self.compute(data, self.count(data)))


def _vw_computer(ids: bytes, length: int) -> Callable[[bytes | bytearray, int], int]:
    t = _TABLE_2F
    if length != 8:
        return lambda data, count: t[crc8(data[1:]) ^ ids[count & 0xF]] ^ 0xFF

    def compute(data: bytes | bytearray, count: int) -> int:
        """The same without a loop, for the usual length: every frame of a protected message pays for this."""
        _, b, c, d, e, f, g, h = data
        return t[t[t[t[t[t[t[t[0xFF ^ b] ^ c] ^ d] ^ e] ^ f] ^ g] ^ h] ^ ids[count & 0xF]] ^ 0xFF

    return compute


def reader_of(signal: DbcSignal) -> Callable[[bytes | bytearray], int]:
    """Reads the raw value of an unsigned signal; quick when it lies within one byte."""
    first, last = min(signal.bits), max(signal.bits)
    if first // 8 == last // 8:
        place, shift, mask = first // 8, first % 8, (1 << signal.length) - 1
        return lambda data: (data[place] >> shift) & mask
    return lambda data: int(extract(signal, data))


def protection(e2e: E2E, message: DbcMessage) -> Protection:
    """Bind a description to its message. Raises MappingError for an unknown algorithm, a missing signal or a wrong id list."""
    signals: list[DbcSignal | None] = []
    for name in (e2e.counter, e2e.crc):
        signal = message.signal(name) if name else None
        if name and signal is None:
            raise MappingError(f"e2e names signal {name}, which message {message.name} does not have")
        signals.append(signal)
    counter, crc = signals
    match e2e.profile:
        case "vw":
            ids = bytes(e2e.id_list)
            if len(ids) != 16:
                raise MappingError(f"e2e profile vw needs 16 data ids in id_list, not {len(ids)}")
            if crc is not None and (crc.start, crc.length) != (0, 8):
                raise MappingError(f"e2e profile vw has its check byte first; {crc.name} is elsewhere")

            compute = _vw_computer(ids, message.length)

        case "xor":
            if crc is None or crc.length != 8 or crc.start % 8 not in (0, 7):
                raise MappingError("e2e profile xor needs a crc signal of one whole byte")
            place = crc.start // 8

            def compute(data: bytes | bytearray, count: int) -> int:
                value = data[place]
                for byte in data:
                    value ^= byte
                return value

        case "honda":
            if crc is None or crc.length != 4:
                raise MappingError("e2e profile honda needs a crc signal of four bits")
            nibbles = sum(int(digit, 16) for digit in f"{message.arbitration_id:x}") - (3 if message.extended else 0)
            signal = crc

            def compute(data: bytes | bytearray, count: int) -> int:
                total = nibbles + sum((byte >> 4) + (byte & 0xF) for byte in data) - int(extract(signal, data))
                return (8 - total) & 0xF

        case other:
            raise MappingError(f"e2e profile {other!r} is unknown; there are vw, xor and honda")
    return Protection(message, counter, crc, compute)


class Guard:
    """Judges the frames of one message as they come: check value, then counter, then a leaky count of failures."""

    def __init__(self, protection: Protection) -> None:
        self._count: int | None = None
        self._failures = 0
        self._read_count = reader_of(protection.counter) if protection.counter is not None else None
        self._read_check = reader_of(protection.crc) if protection.crc is not None else None
        self._compute = protection.compute
        self._sound: dict[bytes, int] = {}

    @property
    def failed(self) -> bool:
        """True once failures have outweighed good frames by `COUNT_LIMIT`."""
        return self._failures >= COUNT_LIMIT

    def judge(self, data: bytes) -> Check:
        """GOOD counts the failures down, BAD up; a REPEATED counter is a frame that says nothing new."""
        found = self._sound.get(data)
        if found is None:
            count = self._read_count(data) if self._read_count is not None else 0
            if self._read_check is not None and self._read_check(data) != self._compute(data, count):
                return self._count_failure(Check.BAD)
            if len(self._sound) >= _REMEMBERED:
                self._sound.clear()
            self._sound[data] = count
        else:
            count = found
        if self._read_count is not None:
            last, self._count = self._count, count
            if count == last:
                return self._count_failure(Check.REPEATED)
        if self._failures:
            self._failures -= 1
        return Check.GOOD

    def reject(self) -> Check:
        """Count a frame that cannot even be judged: it has the wrong length."""
        return self._count_failure(Check.BAD)

    def _count_failure(self, check: Check) -> Check:
        self._failures = min(self._failures + 1, 2 * COUNT_LIMIT)
        return check
