"""Names for found check values: which of the algorithms that Pillion can check and write they are.

A name is worth more than a rule: it predicts the constant from the identifier, so that messages whose content rests can be tried
too. Once some messages of a recording surely follow one make's rule, the others are tried with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from backends.vehicle.dbc.model import DbcMessage, DbcSignal
from backends.vehicle.e2e import E2E, protection
from backends.vehicle.e2e.crc import crc16 as crc16_of
from backends.vehicle.errors import MappingError
from backends.vehicle.learn.checks import CheckFound
from backends.vehicle.learn.counters import CounterFound
from backends.vehicle.learn.traffic import Bytes, Stream

if TYPE_CHECKING:
    from backends.vehicle.learn.survey import MessageFound

__all__ = ["follow_family", "identify", "sound_share"]

_HOLDS = 0.97
_ROWS = 200
_SURE = 0.8
_LIKELY = 0.6
_BY_ID = ("honda", "toyota", "subaru", "tesla", "chrysler", "hyundai_canfd", "xor")
"""Rules without a free number: what they predict is all right or wrong."""


def identify(stream: Stream, counter: CounterFound | None, check: CheckFound) -> E2E | None:
    """The algorithm by name, with its numbers; None when Pillion has none for it. Signals are called COUNTER and CHECK."""
    rows = _rows(stream)
    for candidate in _candidates(stream, rows, counter, check):
        if (
            sound_share(_described(stream, counter, check.start, check.width, check.big_endian), candidate, rows)
            >= _HOLDS
        ):
            return candidate
    return None


def sound_share(message: DbcMessage, e2e: E2E, rows: Bytes) -> float:
    """Share of frames whose check value is right; 0 when the algorithm does not fit the message at all."""
    try:
        bound = protection(e2e, message)
    except MappingError:
        return 0.0
    frames = [row.tobytes() for row in rows]
    first = sum(bound.sound(frame) for frame in frames[:12])
    if first < min(len(frames), 12) - 1:
        return 0.0
    return (first + sum(bound.sound(frame) for frame in frames[12:])) / len(frames)


def follow_family(messages: Sequence[MessageFound]) -> None:
    """Give messages that could not be judged alone the rule that the others of their car follow, where it holds for them."""
    named = [each for each in messages if each.e2e is not None and each.check is not None and each.check.sure >= _SURE]
    _follow_ids(messages, [each for each in named if each.e2e is not None and each.e2e.profile == "p02"])
    families = Counter(each.e2e.profile for each in named if each.e2e is not None and _by_id(each.e2e))
    for family, size in families.most_common(1):
        if size < 2:
            return
        model = next(each.check for each in named if each.e2e is not None and _by_id(each.e2e))
        assert model is not None
        for each in messages:
            if each.e2e is None or each.e2e.profile != family or not _by_id(each.e2e):
                _try_family(each, family, model, size)
            elif each.check is not None and each.check.sure < _SURE:
                each.check = replace(each.check, sure=_SURE, others=())


def _by_id(e2e: E2E) -> bool:
    return e2e.profile in _BY_ID and e2e.data_id is None


def _follow_ids(messages: Sequence[MessageFound], named: Sequence[MessageFound]) -> None:
    """Content that rests cannot tell the polynomial; what the car's other messages use makes it likelier."""
    if len(named) < 2:
        return
    for each in messages:
        if each.e2e is not None and each.e2e.profile == "p02" and each.check is not None and each.check.sure < _LIKELY:
            each.check = replace(each.check, sure=_LIKELY)


def _try_family(found: MessageFound, family: str, model: CheckFound, size: int) -> None:
    if found.check is not None and found.check.sure >= _SURE:
        return
    stream, rows = found.stream, _rows(found.stream)
    counter = found.counter
    if model.width == 4:
        places = [8 * counter.byte + (4 if counter.shift < 4 else 0)] if counter is not None else []
        places.append(8 * (stream.length - 1))
    else:
        places = [0, 8 * (stream.length - 1)]
    for start in dict.fromkeys(places):
        if counter is not None and counter.start < start + model.width and start < counter.start + counter.width:
            continue
        values = (rows[:, start // 8] >> start % 8) & ((1 << min(model.width, 8)) - 1) if stream.length else rows[:, :0]
        distinct = len(np.unique(values))
        if distinct < 3 or model.width * distinct < 16:
            continue
        candidate = E2E(family, (), "COUNTER" if counter is not None else None, "CHECK")
        described = _described(stream, counter, start, model.width, model.big_endian)
        if sound_share(described, candidate, rows) >= _HOLDS:
            # The frame's own bits, and that so many messages beside it follow the rule.
            sure = round(min(0.95, model.width * distinct / 32 + 0.1 * min(size, 4)), 3)
            found.check = replace(model, start=start, sure=sure, others=(), constant=_constant(model, rows, start))
            found.e2e = candidate
            return


def _constant(model: CheckFound, rows: Bytes, start: int) -> int:
    row: list[int] = rows[0].tolist()
    if model.kind == "nibble_minus":
        return sum((byte >> 4) + (byte & 0xF) for byte in row) & 0xF
    if model.kind == "sum":
        return (2 * row[start // 8] - sum(row)) & 0xFF
    return 0


def _rows(stream: Stream) -> Bytes:
    rows = stream.data[np.sort(np.unique(stream.data, axis=0, return_index=True)[1])]
    return rows if len(rows) <= _ROWS else rows[np.linspace(0, len(rows) - 1, _ROWS).astype(int)]


def _described(
    stream: Stream, counter: CounterFound | None, start: int, width: int, big_endian: bool = False
) -> DbcMessage:
    """A message with nothing but its counter and its check value."""
    first = start + 7 if big_endian else start
    message = DbcMessage(stream.key, stream.name, stream.length, "", 0)
    message.signals.append(DbcSignal("CHECK", first, width, not big_endian, False, 1, 0, None, None, "", 0))
    if counter is not None:
        message.signals.append(DbcSignal("COUNTER", counter.start, counter.width, True, False, 1, 0, None, None, "", 0))
    return message


def _candidates(stream: Stream, rows: Bytes, counter: CounterFound | None, check: CheckFound) -> Iterator[E2E]:
    count = "COUNTER" if counter is not None else None

    def of(profile: str, data_id: int | None = None, ids: tuple[int, ...] = (), mode: str = "") -> E2E:
        return E2E(profile, ids, count, "CHECK", data_id, mode)

    match check.kind:
        case "crc8" if check.ids:
            known = tuple(value for value in check.ids if value is not None)
            if check.polynomial == 0x2F and len(known) == 16:
                yield of("p02", None, known)
        case "crc8" if check.polynomial == 0x1D and not check.reflected:
            yield from (of("chrysler"), of("hyundai"), of("giorgio", _giorgio_id(rows)))
            if counter is not None and counter.width == 4:
                yield from (of("p01", low, (), "low") for low in range(256))
            yield from _plain_crc8(check, count)
        case "crc8":
            yield from _plain_crc8(check, count)
        case "crc16" if check.polynomial == 0x1021:
            yield of("hyundai_canfd")
            if counter is not None and counter.width == 8:
                yield of("p05", _p05_id(rows, check))
        case "xor":
            yield of("xor", check.constant or None)
        case "sum":
            yield from (of("toyota"), of("subaru"), of("tesla"), of("sum", check.constant))
        case "minus":
            yield of("minus", check.constant)
        case "nibble_minus":
            yield from (of("honda"), of("psa", check.constant))


def _plain_crc8(check: CheckFound, count: str | None) -> Iterator[E2E]:
    if not check.tail:
        yield E2E("crc8", (), count, "CHECK", check.constant, f"{check.polynomial:#04x}{'r' * check.reflected}")


def _giorgio_id(rows: Bytes) -> int:
    from backends.vehicle.e2e.crc import TABLE_1D, crc8_of

    row: list[int] = rows[0].tolist()
    return crc8_of(TABLE_1D, row[:-1], 0) ^ int(row[-1])


def _p05_id(rows: Bytes, check: CheckFound) -> int:
    """The data id of profile 5 by trying all; 0 when none gives the first frame's check value."""
    row: list[int] = rows[0].tolist()
    place = check.start // 8
    wanted = row[place + 1] << 8 | row[place] if not check.big_endian else row[place] << 8 | row[place + 1]
    state = crc16_of(row[place + 2 :], crc16_of(row[:place]))
    for high in range(256):
        for low in range(256):
            if crc16_of((low, high), state) == wanted:
                return high << 8 | low
    return 0
