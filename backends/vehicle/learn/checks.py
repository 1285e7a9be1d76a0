"""Check values: which field of a message is computed from the others, and how.

Every rule leaves one unknown constant (start and final value, a sum of the identifier, a data id); a rule holds when that
constant is the same in all frames. How sure that is depends on how many independent bits of the frame changed while it held: a
message whose content rests fits many rules, and then the answer is "not sure", with what else would fit.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from backends.vehicle.learn.algebra import POLYNOMIALS, constant_share, crc8_all, crc8_table, crc16, nibbles, rank
from backends.vehicle.learn.counters import CounterFound
from backends.vehicle.learn.traffic import Bytes, Stream

__all__ = ["CheckFound", "find_check"]

_LEAST_ROWS = 6
_MOST_ROWS = 400
_HOLDS = 0.97
_ENOUGH_BITS = 32.0
"""Evidence at which a rule counts as found: one in four thousand million rules would fit by chance."""
_POLYNOMIALS16 = (0x1021, 0x8005, 0x3D65)


@dataclass(frozen=True, slots=True)
class CheckFound:
    """A rule. ``kind`` is xor, sum, minus (a negative sum), nibble_xor, nibble_sum, nibble_minus, crc8 or crc16.

    ``constant``: what is left over; for crc8 with ids, the final xor when the start value is 0xFF. ``ids``: data ids appended to
    the data, one for each counter value (AUTOSAR profile 2/22); None where a count was not seen. ``tail``: appended bytes.
    ``share``: frames it holds for. ``sure``: 0 to 1. ``others``: further rules that fit as well.
    """

    kind: str
    start: int
    width: int
    constant: int
    share: float
    sure: float
    polynomial: int = 0
    reflected: bool = False
    tail: int = 0
    ids: tuple[int | None, ...] = ()
    big_endian: bool = False
    others: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        place = f"{self.width} bits at byte {self.start // 8}" + (f" bit {self.start % 8}" if self.width < 8 else "")
        return f"{self.rule}, {place}"

    @property
    def rule(self) -> str:
        match self.kind:
            case "crc8" if len(set(self.ids)) == 1:
                return f"CRC-8 polynomial {self.polynomial:#04x} with data id {self.ids[0]:#04x} (AUTOSAR profile 2/22)"
            case "crc8" if self.ids:
                return f"CRC-8 polynomial {self.polynomial:#04x} with a data id for each count (AUTOSAR profile 2/22)"
            case "crc8":
                mirrored = " reflected" if self.reflected else ""
                return f"CRC-8 polynomial {self.polynomial:#04x}{mirrored}, constant {self.constant:#04x}"
            case "crc16":
                return f"CRC-16 polynomial {self.polynomial:#06x}, constant {self.constant:#06x}"
            case "minus" | "nibble_minus":
                of = "bytes" if self.kind == "minus" else "half bytes"
                return f"{self.constant:#x} less the sum of all other {of}"
            case "sum" | "nibble_sum":
                of = "bytes" if self.kind == "sum" else "half bytes"
                return f"sum of all other {of} plus {self.constant:#x}"
            case _:
                of = "bytes" if self.kind == "xor" else "half bytes"
                return f"exclusive or of all other {of} and {self.constant:#x}"


def find_check(
    stream: Stream, counter: CounterFound | None, hints: Sequence[tuple[int, int]] = ()
) -> CheckFound | None:
    """The surest rule of a message, or None. ``hints``: (start, width) of fields that a description calls a check value."""
    rows = stream.data[np.sort(np.unique(stream.data, axis=0, return_index=True)[1])]
    if len(rows) > _MOST_ROWS:
        rows = rows[np.linspace(0, len(rows) - 1, _MOST_ROWS).astype(int)]
    if len(rows) < _LEAST_ROWS:
        return None
    found = [*_byte_rules(rows, counter), *_nibble_rules(rows, counter), *_wide_rules(rows)]
    if not found and counter is not None and counter.width == 4:
        found = list(_resting(stream, rows, counter))
    if not found:
        return None
    # In a sum every part is the rest's sum: the one that a description names, that is where checks use to be, or whose values
    # are spread most, is the check.
    found.sort(
        key=lambda each: (
            -round(each.sure, 1),
            (each.start, each.width) not in hints,
            not _usual(each, rows.shape[1], counter),
            -_entropy(rows, each),
        )
    )
    best = found[0]
    others = tuple(
        dict.fromkeys(each.rule for each in found[1:] if (each.start, each.width) == (best.start, best.width))
    )
    hinted = (best.start, best.width) in hints
    sure = best.sure * (0.6 if others else 1.0) * (1.0 if hinted or best.kind.startswith("crc") else 0.9)
    return replace(best, sure=round(sure, 3), others=others[:3])


def _field(rows: Bytes, start: int, width: int) -> NDArray[np.int64]:
    return (rows[:, start // 8].astype(np.int64) >> (start % 8)) & ((1 << width) - 1)


def _usual(found: CheckFound, length: int, counter: CounterFound | None) -> bool:
    """Check bytes stand first or last; half bytes beside their counter, or at the end."""
    place = found.start // 8
    if found.width >= 8:
        return place in (0, length - found.width // 8)
    return place == counter.byte if counter is not None else found.start == 8 * (length - 1)


def _entropy(rows: Bytes, found: CheckFound) -> float:
    values = _field(rows, found.start, min(found.width, 8))
    shares = np.bincount(values) / len(values)
    shares = shares[shares > 0]
    return float(-(shares * np.log2(shares)).sum())


def _candidate(values: NDArray[np.int64], width: int) -> bool:
    """A check value is spread out: it rests only while the frame does."""
    least = 4 if width == 4 else 6
    return len(np.unique(values)) >= min(least, len(values)) and float((values[1:] == values[:-1]).mean()) < 0.4


def _sure(rows: Bytes, share: float, width: int, rules: int, groups: NDArray[np.int64] | None = None) -> float:
    """From the evidence: the field's bits for each independent bit that changed, less what the choice of rule cost."""
    bits = width * rank(rows, groups) - math.log2(rules) - width
    return round(share * max(0.0, min(1.0, bits / _ENOUGH_BITS)), 3)


def _without(rows: Bytes, *columns: int) -> Bytes:
    return np.delete(rows, columns, axis=1)


def _overlaps(counter: CounterFound | None, start: int, width: int) -> bool:
    return counter is not None and counter.start < start + width and start < counter.start + counter.width


def _byte_rules(rows: Bytes, counter: CounterFound | None) -> Iterator[CheckFound]:
    for place in range(rows.shape[1]):
        values = rows[:, place].astype(np.int64)
        if _overlaps(counter, 8 * place, 8) or not _candidate(values, 8):
            continue
        rest = _without(rows, place)
        total = rest.astype(np.int64).sum(axis=1)
        exclusive = np.bitwise_xor.reduce(rest, axis=1).astype(np.int64)
        for kind, left in (
            ("xor", values ^ exclusive), ("sum", (values - total) & 0xFF), ("minus", (values + total) & 0xFF),
        ):  # fmt: skip
            constant, share = constant_share(left)
            if share >= _HOLDS:
                yield CheckFound(kind, 8 * place, 8, constant, share, _sure(rest, share, 8, 3))
        yield from _crc8_rules(rows, rest, place, values, counter)


def _crc8_rules(
    rows: Bytes, rest: Bytes, place: int, values: NDArray[np.int64], counter: CounterFound | None
) -> Iterator[CheckFound]:
    groups = None
    if counter is not None and counter.width == 4:
        groups = _field(rows, counter.start, counter.width)
    for tail in (0, 1):
        left = crc8_all(rest, tail) ^ values.astype(np.uint8)
        steady = (left == left[:, :1]).mean(axis=1)
        # The first row may be a broken one: where half agree with another, look closer.
        for index in np.flatnonzero((steady >= 0.5) | ((left == left[:, 1:2]).mean(axis=1) >= 0.5)).tolist():
            share = constant_share(left[index].astype(np.int64))[1]
            if share >= _HOLDS:
                polynomial, reflected = POLYNOMIALS[index]
                sure = _sure(rest, share, 8, len(POLYNOMIALS) * 2)
                groups = None
                if tail and not reflected:
                    same = _ids(polynomial, rest, values, np.zeros(len(rest), np.int64))[:1] * 16
                    yield CheckFound("crc8", 8 * place, 8, 0xFF, share, sure, polynomial, False, 1, same)
                elif not tail:
                    usual = _xorout(polynomial, reflected, rest, values)
                    yield CheckFound("crc8", 8 * place, 8, usual, share, sure, polynomial, reflected)
    if groups is not None:
        yield from _id_rules(rest, place, values, groups)


def _xorout(polynomial: int, reflected: bool, rest: Bytes, values: NDArray[np.int64]) -> int:
    """The final xor of a CRC that starts with 0xFF and has nothing appended; the commonest over the rows."""
    table = np.array(crc8_table(polynomial, reflected), np.uint8)
    crc = np.full(rest.shape[0], 0xFF, np.uint8)
    for column in rest.T:
        crc = table[crc ^ column]
    return constant_share(crc.astype(np.int64) ^ values)[0]


def _id_rules(rest: Bytes, place: int, values: NDArray[np.int64], groups: NDArray[np.int64]) -> Iterator[CheckFound]:
    """A data id for each counter value, appended to the data: the constant is the same among frames of one count."""
    order = np.argsort(groups, kind="stable")
    ordered = groups[order]
    firsts = np.searchsorted(ordered, ordered)
    repeats = firsts != np.arange(len(ordered))
    if repeats.sum() < _LEAST_ROWS:
        return
    left = (crc8_all(rest, 1) ^ values.astype(np.uint8))[:, order]
    agree = (left == left[:, firsts])[:, repeats].mean(axis=1)
    for index in np.flatnonzero(agree >= _HOLDS).tolist():
        polynomial, reflected = POLYNOMIALS[index]
        if reflected:
            continue
        sure = _sure(rest[order], float(agree[index]), 8, len(POLYNOMIALS), ordered)
        ids = _ids(polynomial, rest, values, groups)
        yield CheckFound("crc8", 8 * place, 8, 0xFF, float(agree[index]), sure, polynomial, False, 1, ids)


def _ids(polynomial: int, rest: Bytes, values: NDArray[np.int64], groups: NDArray[np.int64]) -> tuple[int | None, ...]:
    table = np.array(crc8_table(polynomial), np.uint8)
    inverse = np.empty(256, np.uint8)
    inverse[table] = np.arange(256, dtype=np.uint8)
    crc = np.full(rest.shape[0], 0xFF, np.uint8)
    for column in rest.T:
        crc = table[crc ^ column]
    ids = (inverse[values ^ 0xFF] ^ crc).astype(np.int64)
    return tuple(constant_share(ids[groups == count])[0] if (groups == count).any() else None for count in range(16))


def _resting(stream: Stream, rows: Bytes, counter: CounterFound) -> Iterator[CheckFound]:
    """Content that rests shows only that byte 0 goes with the counter: if it is AUTOSAR 2/22, these are its ids."""
    if rows.shape[1] < 3 or len(rows) > 32:
        return
    values, groups = rows[:, 0].astype(np.int64), _field(rows, counter.start, counter.width)
    per_count = len({(int(g), int(v)) for g, v in zip(groups, values, strict=True)})
    if len(np.unique(groups)) < 12 or per_count != len(rows) or len(np.unique(values)) < 8:
        return
    # Every count has one check byte whenever it comes back, several rounds long.
    if stream.count < 3 * len(rows):
        return
    ids = _ids(0x2F, _without(rows, 0), values, groups)
    yield CheckFound("crc8", 0, 8, 0xFF, 1.0, 0.35, 0x2F, False, 1, ids)


def _nibble_rules(rows: Bytes, counter: CounterFound | None) -> Iterator[CheckFound]:
    halves = nibbles(rows)
    total, exclusive = halves.sum(axis=1), np.bitwise_xor.reduce(halves, axis=1)
    for index in range(halves.shape[1]):
        values = halves[:, index]
        if _overlaps(counter, 4 * index, 4) or not _candidate(values, 4):
            continue
        rest = rows.copy()
        rest[:, index // 2] &= 0xF0 if index % 2 == 0 else 0x0F
        for kind, left in (
            ("nibble_xor", exclusive),
            ("nibble_sum", (2 * values - total) & 0xF),
            ("nibble_minus", total & 0xF),
        ):
            constant, share = constant_share(left)
            if share >= _HOLDS:
                yield CheckFound(kind, 4 * index, 4, constant, share, _sure(rest, share, 4, 6))


def _wide_rules(rows: Bytes) -> Iterator[CheckFound]:
    """A CRC of 16 bits in the first or the last two bytes (AUTOSAR profile 5, Hyundai's CAN FD messages)."""
    size = rows.shape[1]
    if size < 4:
        return
    for place in (0, size - 2):
        rest = _without(rows, place, place + 1)
        pair = rows[:, place : place + 2].astype(np.int64)
        if not (_candidate(pair[:, 0], 8) and _candidate(pair[:, 1], 8)):
            continue
        for big_endian in (False, True):
            values = 256 * pair[:, 0] + pair[:, 1] if big_endian else pair[:, 0] + 256 * pair[:, 1]
            for polynomial in _POLYNOMIALS16:
                for tail in (0, 2):
                    left = crc16(rest, polynomial, tail).astype(np.int64) ^ values
                    constant, share = constant_share(left)
                    if share >= _HOLDS:
                        sure = _sure(rest, share, 16, 24)
                        yield CheckFound(
                            "crc16", 8 * place, 16, constant, share, sure, polynomial, False, tail, (), big_endian
                        )
