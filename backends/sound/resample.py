"""Any sample rate to any other, also to one that differs by a breath: a windowed sinc whose step may change at every block.

One filter does both jobs: 16 kHz to 48 kHz, and the 0.01 % by which a phone's clock differs from the sound device's.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from backends.sound.gain import Samples

__all__ = ["TAPS", "Resampler"]

TAPS = 32
_PHASES = 1024
_BETA = 8.0
_CUTOFF = 0.95
"""Of half the source's rate: what is above cannot be told from its mirror image."""


@cache
def _table() -> Samples:
    """A row of coefficients for each position between two samples; row 0 hands the sample through."""
    offsets = np.arange(TAPS) - (TAPS // 2 - 1)
    fractions = np.arange(_PHASES + 1) / _PHASES
    distance = offsets[np.newaxis, :] - fractions[:, np.newaxis]
    window = np.i0(_BETA * np.sqrt(np.clip(1 - (distance / (TAPS / 2)) ** 2, 0, None))) / np.i0(_BETA)
    rows = _CUTOFF * np.sinc(_CUTOFF * distance) * window
    table: Samples = (rows / rows.sum(axis=1, keepdims=True)).astype(np.float32)
    return table


class Resampler:
    """One stream's state: what the filter still needs of the past, and where between two samples it stands."""

    def __init__(self, channels: int) -> None:
        self._past: Samples = np.zeros((TAPS - 1, channels), dtype=np.float32)
        self._begun = False
        self._at = 0.0

    def needs(self, frames: int, step: float) -> int:
        """New source frames it takes to make so many."""
        last = int(self._at + step * (frames - 1))
        return max(0, last + TAPS - len(self._past))

    def gives(self, fresh: int, step: float) -> int:
        """Frames that can be made from so many new ones."""
        room = len(self._past) + fresh - TAPS - self._at
        return int(room / step) + 1 if room >= 0 else 0

    def make(self, fresh: Samples, frames: int, step: float) -> Samples:
        """``frames`` frames; ``fresh`` has at least what `needs` said."""
        if not self._begun and len(fresh):
            # Not from silence: whoever begins in the middle of a sound fades it in, and a jump would be heard in that.
            self._begun, self._past = True, np.repeat(fresh[:1], TAPS - 1, axis=0)
        data = np.concatenate((self._past, fresh))
        if step == 1.0 and self._at == 0.0:
            middle = TAPS // 2 - 1
            made: Samples = data[middle : middle + frames]
            self._past = data[frames:]
            return made
        positions = self._at + step * np.arange(frames)
        index = positions.astype(np.intp)
        phase = ((positions - index) * _PHASES + 0.5).astype(np.intp)
        windows = np.lib.stride_tricks.sliding_window_view(data, TAPS, axis=0)[index]
        made = np.einsum("fct,ft->fc", windows, _table()[phase])
        end = self._at + step * frames
        drop = min(int(end), len(data))
        self._past, self._at = data[drop:], end - drop
        return made
