"""A recording as arrays: one matrix of bytes a message, so that all its frames are looked at together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from backends.vehicle.dbc.model import EXTENDED, DbcSignal
from backends.vehicle.errors import LogError, Problem
from backends.vehicle.replay.logs import LogFrame, read_log

__all__ = ["Bytes", "Numbers", "Stream", "Traffic", "read_traffic", "traffic_of"]

Bytes = NDArray[np.uint8]
Numbers = NDArray[np.float64]


@dataclass(slots=True, eq=False)
class Stream:
    """All frames of one identifier, oldest first. ``times`` in seconds; ``data`` has a row a frame.

    Frames of another than the commonest length are left out and counted in ``odd``.
    """

    key: int
    times: Numbers
    data: Bytes
    odd: int = 0

    @property
    def count(self) -> int:
        return int(self.data.shape[0])

    @property
    def length(self) -> int:
        """Bytes in a frame."""
        return int(self.data.shape[1])

    @property
    def name(self) -> str:
        """The identifier as it is written: three digits, or eight for 29 bits."""
        return f"{self.key & 0x1FFFFFFF:08X}" if self.key & EXTENDED else f"{self.key:03X}"

    def raw(self, signal: DbcSignal) -> NDArray[np.int64] | Numbers | None:
        """A signal's raw value in each frame; None when it does not lie in the frame or is wider than 56 bits."""
        if signal.last_byte >= self.length or signal.length > 56:
            return None
        first = min(signal.bits) // 8
        columns = self.data[:, first : signal.last_byte + 1].astype(np.uint64)
        if not signal.little_endian:
            columns = columns[:, ::-1]
        value = np.zeros(self.count, np.uint64)
        for index in range(min(columns.shape[1], 8)):
            value |= columns[:, index] << np.uint64(8 * index)
        shift = signal.start % 8 if signal.little_endian else signal.bits[-1] % 8
        raw = ((value >> np.uint64(shift)) & np.uint64((1 << signal.length) - 1)).astype(np.int64)
        if signal.kind == "float32":
            return raw.astype(np.uint32).view(np.float32).astype(np.float64)
        if signal.signed:
            raw = np.where(raw >= 1 << (signal.length - 1), raw - (1 << signal.length), raw)
        return raw

    def physical(self, signal: DbcSignal) -> Numbers | None:
        """The same in the signal's unit."""
        raw = self.raw(signal)
        return None if raw is None else np.asarray(raw, np.float64) * signal.scale + signal.offset

    def present(self, signal: DbcSignal, selectors: dict[str, DbcSignal]) -> NDArray[np.bool_]:
        """Which frames carry the signal, multiplexing considered."""
        there = np.ones(self.count, bool)
        for condition in signal.conditions:
            selector = selectors.get(condition.selector)
            chosen = None if selector is None else self.raw(selector)
            if chosen is None:
                return np.zeros(self.count, bool)
            fits = np.zeros(self.count, bool)
            for low, high in condition.ranges:
                fits |= (chosen >= low) & (chosen <= high)
            there &= fits
        return there


@dataclass(slots=True)
class Traffic:
    """A recording. ``cut`` tells how it ended early; empty when it is whole."""

    file: Path
    streams: dict[int, Stream]
    frames: int
    duration_s: float
    channels: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    cut: str = ""

    @property
    def rate(self) -> float:
        """Frames a second."""
        return self.frames / self.duration_s if self.duration_s > 0 else 0.0


class _Pile:
    """Frames of one identifier while they are read."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self.data: list[bytes] = []

    @cached_property
    def length(self) -> int:
        return Counter(map(len, self.data)).most_common(1)[0][0]

    def stream(self, key: int) -> Stream:
        kept = [index for index, data in enumerate(self.data) if len(data) == self.length]
        matrix = np.frombuffer(b"".join(self.data[index] for index in kept), np.uint8)
        return Stream(
            key,
            np.array([self.times[index] for index in kept]),
            matrix.reshape(len(kept), self.length),
            len(self.data) - len(kept),
        )


def read_traffic(log: Path, channel: str = "") -> Traffic:
    """Read a recording, or only one of its channels. Raises LogError when nothing in it can be used."""
    problems: list[Problem] = []
    cut = ""
    piles: dict[int, _Pile] = {}
    channels: dict[str, int] = {}
    frames, duration = 0, 0.0
    try:
        for frame in read_log(log, problems):
            channels[frame.channel] = channels.get(frame.channel, 0) + 1
            if channel and frame.channel != channel:
                continue
            frames += 1
            duration = frame.time_s
            _pile(piles, frame)
    except LogError as error:
        if not frames:
            raise
        cut = str(error)
    if not frames:
        known = ", ".join(sorted(channels)) or "none"
        raise LogError(f"{log}: no frame of channel {channel!r}; it has {known}" if channel else f"{log}: no frame")
    streams = {key: pile.stream(key) for key, pile in sorted(piles.items())}
    return Traffic(log, streams, frames, duration, channels, problems, cut)


def traffic_of(frames: Iterable[LogFrame], file: Path) -> Traffic:
    """The same from frames in memory."""
    piles: dict[int, _Pile] = {}
    count, duration = 0, 0.0
    for frame in frames:
        count, duration = count + 1, frame.time_s
        _pile(piles, frame)
    return Traffic(file, {key: pile.stream(key) for key, pile in sorted(piles.items())}, count, duration)


def _pile(piles: dict[int, _Pile], frame: LogFrame) -> None:
    pile = piles.get(frame.key)
    if pile is None:
        pile = piles[frame.key] = _Pile()
    pile.times.append(frame.time_s)
    pile.data.append(frame.data)
