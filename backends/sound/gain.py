"""Loudness: volumes, ramps that do not click, and a limiter over everything that sounds at once. Pure arithmetic."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

__all__ = ["SILENT_DB", "Limiter", "Ramp", "Samples", "from_db", "linear"]

Samples = NDArray[np.float32]
SILENT_DB = -90.0
"""This and less is nothing."""
_FULL = 0.99
_CEILING = 0.97
_HOLD_S = 0.1
"""What was played so long ago may still wait in the sound server."""
_RELEASE_PER_S = 2.0
_ATTACK_FRAMES = 96


def linear(volume: float) -> float:
    """The factor for a volume (0..1) whose steps sound even; the same curve as the own player's (QtAudio's)."""
    return 1.0 if volume > _FULL else -math.log1p(-max(0.0, volume)) / math.log(100)


def from_db(level_db: float) -> float:
    """The factor for dB."""
    return 0.0 if level_db <= SILENT_DB else float(10 ** (level_db / 20))


class Ramp:
    """A factor that moves evenly in dB from where it is to where it should be."""

    def __init__(self, rate: int, level_db: float = 0.0) -> None:
        self._rate = rate
        self.level_db = self.target_db = level_db
        self._step = 0.0

    def go(self, target_db: float, ms: float) -> None:
        """Be there in so many ms; said again while on the way, it changes nothing."""
        target_db = max(SILENT_DB, target_db)
        if target_db != self.target_db:
            self.target_db = target_db
            self._step = (target_db - self.level_db) / max(1.0, ms * self._rate / 1000)

    def jump(self, level_db: float) -> None:
        """Be there at once."""
        self.level_db = self.target_db = max(SILENT_DB, level_db)

    def block(self, frames: int) -> float | Samples:
        """Factors for the next frames: one for all when nothing moves, else a column."""
        if self.level_db == self.target_db:
            return from_db(self.level_db)
        levels = self.level_db + self._step * np.arange(1, frames + 1, dtype=np.float32)
        levels = np.minimum(levels, self.target_db) if self._step > 0 else np.maximum(levels, self.target_db)
        self.level_db = self.target_db if levels[-1] == np.float32(self.target_db) else float(levels[-1])
        factors: Samples = np.power(np.float32(10), levels / np.float32(20), dtype=np.float32)
        factors[levels <= SILENT_DB] = 0.0
        return factors.reshape(-1, 1)


class Limiter:
    """Keeps the sum of all outputs under full scale, wherever it is made: their peaks may meet, so their sum counts.

    The factor falls for what is still to come, so that what waits in the sound server already fits beside it, and rises slowly.
    """

    def __init__(self) -> None:
        self._peaks: dict[str, tuple[float, float]] = {}
        self._last: dict[str, float] = {}
        self._gain, self._at_s = 1.0, 0.0

    def apply(self, output: str, block: Samples, coming: Mapping[str, float], now_s: float) -> None:
        """Limit in place; ``coming`` are the peaks of all outputs that wait."""
        peak = max(float(np.abs(block).max(initial=0.0)), coming.get(output, 0.0))
        held, until_s = self._peaks.get(output, (0.0, 0.0))
        if peak >= held or now_s > until_s:
            held, until_s = peak, now_s + _HOLD_S
        self._peaks[output] = held, until_s
        total = 0.0
        for name in {*self._peaks, *coming}:
            held, until_s = self._peaks.get(name, (0.0, 0.0))
            total += max(coming.get(name, 0.0), held if now_s <= until_s else 0.0)
        wanted = min(1.0, _CEILING / total) if total > 0 else 1.0
        risen = self._gain + _RELEASE_PER_S * max(0.0, now_s - self._at_s)
        self._gain, self._at_s = min(wanted, risen), now_s
        before = self._last.get(output, 1.0)
        self._last[output] = self._gain
        if self._gain == before == 1.0:
            return
        edge = min(_ATTACK_FRAMES, len(block))
        block[:edge] *= np.linspace(before, self._gain, edge, dtype=np.float32)[:, np.newaxis]
        block[edge:] *= np.float32(self._gain)
        np.clip(block, -1.0, 1.0, out=block)
