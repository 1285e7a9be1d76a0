"""Counters: fields that go up by the same step from frame to frame and start again at their end.

A field counts when nearly every step is the same and it came round at least once. Of nested fields that count, the widest is
the counter: the lower bits of a counter count too. Wrapping before the last value (AUTOSAR's profile 1 ends at 14) is allowed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from backends.vehicle.learn.traffic import Stream

__all__ = ["CounterFound", "find_counter"]

_LEAST_FRAMES = 12
_LEAST_SHARE = 0.9
_UNROLLED = 40
_FLIPS = 0.75
"""A counter's lowest bit turns over in nearly every frame (not when an odd number of values comes round)."""


@dataclass(frozen=True, slots=True)
class CounterFound:
    """``byte``, ``shift``, ``width``: bits ``shift`` to ``shift + width - 1`` of this byte; a second byte follows when width > 8.

    ``share``: steps that were right. ``sure``: 0 to 1. ``rollovers``: how often it came round.
    """

    byte: int
    shift: int
    width: int
    step: int
    first: int
    last: int
    share: float
    rollovers: int
    sure: float
    little_endian: bool = True

    @property
    def start(self) -> int:
        """Lowest bit, numbered as in a DBC."""
        return 8 * self.byte + self.shift

    @property
    def text(self) -> str:
        ends = "" if (self.first, self.last) == (0, (1 << self.width) - 1) else f" from {self.first} to {self.last}"
        step = "" if self.step == 1 else f" by {self.step}"
        return f"{self.width} bits at byte {self.byte} bit {self.shift}, counts{step}{ends}"


def find_counter(stream: Stream) -> CounterFound | None:
    """The surest counter of a message; None when there is none or too few frames tell."""
    if stream.count < _LEAST_FRAMES:
        return None
    flips = _flips(stream)
    found: list[CounterFound] = []
    for byte in range(stream.length):
        for shift in range(8):
            if flips[8 * byte + shift] < _FLIPS:
                continue
            best = _widest(stream, byte, shift, flips)
            if best is not None:
                found.append(best)
    if not found:
        return None
    # A check value beside a counter that alone moves goes round with it, in larger steps or backwards.
    best = max(found, key=lambda counter: (counter.step == 1, abs(counter.step) == 1, counter.sure, counter.width))
    return _longer(stream, best)


def _flips(stream: Stream) -> NDArray[np.float64]:
    """How often each bit turned over, by its DBC number."""
    changed = np.unpackbits(stream.data[1:] ^ stream.data[:-1], axis=1, bitorder="little")
    share: NDArray[np.float64] = changed.mean(axis=0)
    return share


def _widest(stream: Stream, byte: int, shift: int, flips: NDArray[np.float64]) -> CounterFound | None:
    best: CounterFound | None = None
    for width in range(2, 9 - shift):
        if flips[8 * byte + shift + width - 1] == 0:
            continue  # a bit that rests is not the counter's highest
        values = (stream.data[:, byte].astype(np.int64) >> shift) & ((1 << width) - 1)
        found = _judge(values, byte, shift, width)
        if found is not None and (best is None or found.share >= best.share - 0.005):
            best = found
    return best


def _judge(values: NDArray[np.int64], byte: int, shift: int, width: int) -> CounterFound | None:
    size = 1 << width
    steps = (values[1:] - values[:-1]) % size
    # Frames a recorder lost leave larger steps behind; the step is the commonest one.
    step = int(np.bincount(steps, minlength=size).argmax())
    if step == 0 or step % 2 == 0:
        return None
    if step > size // 2:
        step -= size  # counts down
    low, high = int(values.min()), int(values.max())
    if high - low < 2:
        return None
    ends = (high, low) if step > 0 else (low, high)
    right = (values[1:] == (values[:-1] + step) % size) | ((values[:-1] == ends[0]) & (values[1:] == ends[1]))
    rollovers = int(np.count_nonzero((values[1:] - values[:-1]) * np.sign(step) < 0))
    share = float(right.mean())
    seen = len(np.unique(values))
    if share < _LEAST_SHARE or seen < (high - low + 1) / abs(step) * 0.9:
        return None
    # A short recording ends before a wide counter has come round; then every step must be right.
    if rollovers < 1 and (len(steps) < _UNROLLED or share < 1 or step != 1):
        return None
    # Two bits that go round by chance in 12 frames are nothing; each right step of a wider field says more.
    evidence = min(1.0, len(steps) * width / 96) * (min(1.0, (rollovers + 1) / 3) if rollovers else 0.9)
    return CounterFound(byte, shift, width, step, low, high, share, rollovers, round(share * evidence, 3))


def _longer(stream: Stream, found: CounterFound) -> CounterFound:
    """A whole byte that counts may be the low byte of a longer counter; one that never came round may fill its byte."""
    if found.rollovers == 0 and found.shift == 0 and found.width < 8:
        if not (stream.data[:, found.byte] >> found.width).any():
            found = replace(found, width=8)
        return found
    if found.width != 8 or found.step != 1:
        return found
    low = stream.data[:, found.byte].astype(np.int64)
    for other, little_endian in ((found.byte + 1, True), (found.byte - 1, False)):
        if not 0 <= other < stream.length or len(np.unique(stream.data[:, other])) < 3:
            continue
        values = low + 256 * stream.data[:, other].astype(np.int64)
        share = float((values[1:] == (values[:-1] + 1) % 65536).mean())
        if share >= found.share - 0.005:
            return CounterFound(
                min(found.byte, other), 0, 16, 1, int(values.min()), int(values.max()), share,
                found.rollovers, found.sure, little_endian,
            )  # fmt: skip
    return found
