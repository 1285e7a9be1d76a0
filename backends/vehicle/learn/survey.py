"""What each identifier of a recording is like: how often it comes, which bits move, what counts, what checks, what selects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from backends.vehicle.dbc.model import Database, DbcMessage, DbcSignal
from backends.vehicle.e2e import E2E
from backends.vehicle.learn.checks import CheckFound, find_check
from backends.vehicle.learn.counters import CounterFound, find_counter
from backends.vehicle.learn.families import follow_family, identify
from backends.vehicle.learn.names import is_check, is_counter
from backends.vehicle.learn.traffic import Stream, Traffic

__all__ = ["MessageFound", "MuxFound", "NumberFound", "survey", "survey_message"]

_LEAST_FRAMES = 24
_BETTER = 0.25
"""Selectors stand first, and what they select seems to select in turn: a later field must do so much better."""


@dataclass(frozen=True, slots=True)
class MuxFound:
    """A field that selects what the rest of the frame means. ``gain``: how much calmer the rest is within one selection."""

    start: int
    width: int
    values: tuple[int, ...]
    gain: float
    sure: float


@dataclass(frozen=True, slots=True)
class NumberFound:
    """Two bytes that move like one number, for messages nobody described."""

    byte: int
    little_endian: bool
    signed: bool
    low: int
    high: int


@dataclass(slots=True)
class MessageFound:
    """One identifier. ``period_s`` None when it is not sent at a pace; ``jitter``: the middle half's spread over the period."""

    stream: Stream
    message: DbcMessage | None
    period_s: float | None
    jitter: float
    moving: int
    counter: CounterFound | None
    check: CheckFound | None
    mux: MuxFound | None
    e2e: E2E | None = None
    """The check by the name of its algorithm, with signals COUNTER and CHECK; None when Pillion has no name for it."""
    numbers: tuple[NumberFound, ...] = ()
    signed: tuple[str, ...] = ()
    """Signals that the description calls unsigned, but which jump across half their range as negative numbers do."""


def survey(traffic: Traffic, database: Database | None = None) -> list[MessageFound]:
    """Every identifier, in their order."""
    known: Mapping[int, DbcMessage] = database.by_key if database is not None else {}
    found = [survey_message(stream, known.get(key)) for key, stream in traffic.streams.items()]
    follow_family(found)
    for each in found:
        each.mux = _mux(each.stream, each.counter, each.check)
        if each.mux is not None and each.counter is not None and each.counter.start == each.mux.start:
            each.counter = None  # what goes round selects
        if each.message is None and each.mux is None:
            each.numbers = tuple(_numbers(each.stream, each.counter, each.check))
    return found


def survey_message(stream: Stream, message: DbcMessage | None = None) -> MessageFound:
    """Look at one identifier by itself; `survey` adds what the others tell of it."""
    period, jitter = _period(stream)
    counter = find_counter(stream)
    hints = [_place(signal) for signal in message.signals if is_check(signal.name)] if message is not None else []
    check = find_check(stream, counter, hints)
    moved = np.bitwise_or.reduce(stream.data ^ stream.data[:1], axis=0) if stream.count else np.zeros(0, np.uint8)
    return MessageFound(
        stream=stream,
        message=message,
        period_s=period,
        jitter=jitter,
        moving=int.from_bytes(moved.tobytes(), "little"),
        counter=counter,
        check=check,
        mux=None,
        e2e=identify(stream, counter, check) if check is not None else None,
        signed=tuple(_signed(stream, message)) if message is not None else (),
    )


def _place(signal: DbcSignal) -> tuple[int, int]:
    return min(signal.bits), signal.length


def _period(stream: Stream) -> tuple[float | None, float]:
    if stream.count < 4:
        return None, 0.0
    gaps = np.diff(stream.times)
    low, middle, high = (float(value) for value in np.quantile(gaps, (0.25, 0.5, 0.75)))
    if middle <= 0:
        return None, 0.0
    # Recorders stamp in bursts: the mean is the pace unless frames came and went.
    mean = float(gaps.mean())
    steady = float(np.mean((gaps > 0.3 * mean) & (gaps < 2.5 * mean)))
    return (mean if steady > 0.7 else None), round((high - low) / middle, 3)


def _mux(stream: Stream, counter: CounterFound | None, check: CheckFound | None) -> MuxFound | None:
    """Sorting the frames by a selector makes neighbours alike; sorting by anything else does not."""
    if stream.count < _LEAST_FRAMES:
        return None
    best: MuxFound | None = None
    skip = _masked(stream, counter, check)
    if counter is not None and counter.width <= 4:
        values = (stream.data[:, counter.byte] >> counter.shift) & ((1 << counter.width) - 1)
        found = _selects(stream, values, counter.start, counter.width, skip)
        if found is not None and found.gain > 0.8:
            return found
    for byte in range(min(stream.length, 2)):
        for shift, width in ((0, 8), (0, 4), (4, 4), (0, 3), (0, 2)):
            values = (stream.data[:, byte] >> shift) & ((1 << width) - 1)
            start = 8 * byte + shift
            if counter is not None and _covers(counter.start, counter.width, start, width):
                continue
            if check is not None and _covers(check.start, check.width, start, width):
                continue
            found = _selects(stream, values, start, width, skip)
            if found is not None and (best is None or found.sure > best.sure + _BETTER):
                best = found
    return best


def _covers(start: int, width: int, other: int, other_width: int) -> bool:
    return start < other + other_width and other < start + width


def _masked(stream: Stream, counter: CounterFound | None, check: CheckFound | None) -> NDArray[np.uint8]:
    """A byte mask that blanks counter and check value, which change whatever is selected."""
    blank = 0
    for found in (counter, check):
        if found is not None:
            blank |= ((1 << found.width) - 1) << found.start
    size = stream.length
    keep = ~blank & ((1 << 8 * size) - 1)
    return np.frombuffer(keep.to_bytes(size, "little"), np.uint8)


def _selects(stream: Stream, values: NDArray[Any], start: int, width: int, keep: NDArray[np.uint8]) -> MuxFound | None:
    seen, counts = np.unique(values, return_counts=True)
    if not 2 <= len(seen) <= 32 or counts.min() < 3 or float((values[1:] != values[:-1]).mean()) < 0.3:
        return None
    # A selector's values come back again and again, each with content of its own; a slow number's do not.
    runs = np.flatnonzero(values[1:] != values[:-1]) + 1
    if len(runs) < 2 * len(seen):
        return None
    rest = stream.data & keep
    rest[:, start // 8] &= ~np.uint8(((1 << width) - 1) << start % 8 & 0xFF)
    moved = np.bitwise_or.reduce(rest ^ rest[:1], axis=0)
    if int(np.unpackbits(moved).sum()) < 8 or int(np.count_nonzero(moved)) < 2:
        return None
    order = np.argsort(values, kind="stable")
    ordered = rest[order]
    inside = values[order][1:] == values[order][:-1]
    apart = (rest[1:] != rest[:-1]).mean()
    within = (ordered[1:] != ordered[:-1])[inside].mean()
    if apart < 0.15:
        return None
    gain = float(1 - within / apart)
    if gain < 0.5:
        return None
    sure = round(min(1.0, gain) * min(1.0, stream.count / (12 * len(seen))), 3)
    return MuxFound(start, width, tuple(int(value) for value in seen), round(gain, 3), sure)


def _numbers(stream: Stream, counter: CounterFound | None, check: CheckFound | None) -> list[NumberFound]:
    """Pairs of bytes whose high byte moves rarely and whose whole moves smoothly, one reading better than the other."""
    if stream.count < _LEAST_FRAMES:
        return []
    found: list[NumberFound] = []
    blocked = {each.start // 8 for each in (counter, check) if each is not None}
    byte = 0
    while byte < stream.length - 1:
        readings = {} if {byte, byte + 1} & blocked else _readings(stream, byte)
        if readings:
            little_endian, (roughness, signed, values) = min(readings.items(), key=lambda item: item[1][0])
            others = [reading[0] for order, reading in readings.items() if order is not little_endian]
            if roughness < 0.05 and all(roughness < 0.5 * other for other in others):
                found.append(NumberFound(byte, little_endian, signed, int(values.min()), int(values.max())))
                byte += 1
        byte += 1
    return found


def _readings(stream: Stream, byte: int) -> dict[bool, tuple[float, bool, NDArray[np.int64]]]:
    """For both byte orders: mean step over the range covered, whether it is smoother as a signed number, and the values."""
    found = {}
    for little_endian in (True, False):
        pair = stream.data[:, byte : byte + 2].astype(np.int64)
        values = pair[:, 0] + 256 * pair[:, 1] if little_endian else 256 * pair[:, 0] + pair[:, 1]
        high = pair[:, 1] if little_endian else pair[:, 0]
        if len(np.unique(values)) < 16 or len(np.unique(high)) < 2:
            continue
        signed_values = np.where(values >= 0x8000, values - 0x10000, values)
        signed = bool(np.abs(np.diff(signed_values)).mean() < 0.7 * np.abs(np.diff(values)).mean())
        chosen = signed_values if signed else values
        found[little_endian] = (float(np.abs(np.diff(chosen)).mean() / np.ptp(chosen)), signed, chosen)
    return found


def _signed(stream: Stream, message: DbcMessage) -> list[str]:
    found = []
    for signal in message.signals:
        if signal.signed or signal.kind != "int" or signal.length < 6 or signal.conditions or signal.choices:
            continue
        if is_counter(signal.name) or is_check(signal.name):
            continue
        raw = stream.raw(signal)
        if raw is None or stream.count < _LEAST_FRAMES:
            continue
        half, full = 1 << (signal.length - 1), 1 << signal.length
        leaps = int(np.count_nonzero(np.abs(np.diff(raw)) > 0.9 * full))
        wrapped = np.where(raw >= half, raw - full, raw)
        near = float(np.abs(wrapped).max()) < 0.25 * full and wrapped.min() < 0 < wrapped.max()
        if leaps >= 2 and near:
            found.append(signal.name)
    return found
