"""Music for the phone's player: three quiet pieces, made of plucked notes over a pad. 48 kHz, stereo, s16le."""

from __future__ import annotations

import threading

import numpy as np
from numpy.typing import NDArray

__all__ = ["CHANNELS", "RATE", "loop", "prepared"]

RATE = 48_000
CHANNELS = 2
Samples = NDArray[np.float32]

# Each piece: beats a minute, chords as semitones over A2 (110 Hz), and the order in which their notes are plucked.
_PIECES = (
    (
        84,
        ((0, 7, 12, 16, 19), (-4, 8, 12, 15, 20), (-7, 5, 12, 17, 21), (-2, 10, 14, 17, 22)),
        (0, 2, 3, 4, 3, 2, 4, 1),
    ),
    (
        96,
        ((3, 10, 15, 19, 22), (0, 7, 15, 19, 24), (-4, 8, 15, 20, 24), (-2, 10, 14, 17, 22)),
        (0, 1, 2, 4, 3, 2, 1, 3),
    ),
    (72, ((5, 12, 17, 21, 24), (2, 9, 14, 17, 21), (-2, 10, 14, 17, 22), (0, 7, 12, 16, 19)), (0, 3, 2, 4, 1, 4, 2, 3)),
)


def loop(piece: int) -> NDArray[np.int16]:
    """A piece as samples × 2, some 10 s long; its end fits its beginning."""
    bpm, chords, order = _PIECES[piece % len(_PIECES)]
    step = round(RATE * 60 / bpm / 2)
    length = step * len(order) * len(chords)
    mix = np.zeros((length, CHANNELS), np.float32)
    for bar, chord in enumerate(chords):
        start = bar * step * len(order)
        for semitone in chord[1:4]:
            _add(mix, start, _pad(_hertz(semitone), step * len(order) + step), 0.5)
        _add(mix, start, _pluck(_hertz(chord[0] - 12), step * 6) * 1.5, 0.5)
        for beat, note in enumerate(order):
            _add(mix, start + beat * step, _pluck(_hertz(chord[note]), step * 4), 0.28 + 0.44 * (beat % 2))
    echo = np.roll(mix, step * 3 // 2, axis=0)[:, ::-1]
    mix += 0.28 * echo + 0.12 * np.roll(echo, step * 3 // 2, axis=0)
    mix *= 0.5 / float(np.abs(mix).max())
    return np.round(mix * 32767).astype(np.int16)


_ready: dict[int, NDArray[np.int16]] = {}
_making: set[int] = set()


def prepared(piece: int) -> NDArray[np.int16] | None:
    """The piece, or None while a thread still makes it (a third of a second, once): nobody has to wait."""
    piece %= len(_PIECES)
    if piece not in _ready and piece not in _making:
        _making.add(piece)
        threading.Thread(target=_make, args=(piece,), name=f"piece-{piece}", daemon=True).start()
    return _ready.get(piece)


def _make(piece: int) -> None:
    _ready[piece] = loop(piece)


def _hertz(semitone: float) -> float:
    return float(110.0 * 2 ** (semitone / 12))


def _pluck(hertz: float, length: int) -> Samples:
    t = np.arange(length, dtype=np.float32) / RATE
    tone = sum(
        (0.62**n / (n + 1) * np.sin(2 * np.pi * hertz * (n + 1) * t) * np.exp(-t * (2.6 + 1.9 * n)) for n in range(5)),
        np.zeros_like(t),
    )
    return np.asarray(tone * np.minimum(1, t * 260) * np.minimum(1, (length / RATE - t) * 40), np.float32) * np.float32(
        0.55
    )


def _pad(hertz: float, length: int) -> Samples:
    t = np.arange(length, dtype=np.float32) / RATE
    envelope = np.minimum(1, t / 0.5) * np.minimum(1, (length / RATE - t) / 0.35)
    voices = (
        np.sin(2 * np.pi * hertz * t)
        + 0.6 * np.sin(2 * np.pi * hertz * 1.004 * t)
        + 0.2 * np.sin(4 * np.pi * hertz * t)
    )
    return np.asarray(voices * envelope * 0.07, np.float32)


def _add(mix: Samples, start: int, tone: Samples, pan: float) -> None:
    """Add a tone, wrapping at the end; pan 0 is left, 1 is right."""
    where = (start + np.arange(len(tone))) % len(mix)
    mix[where, 0] += tone * np.float32(np.cos(pan * np.pi / 2))
    mix[where, 1] += tone * np.float32(np.sin(pan * np.pi / 2))
