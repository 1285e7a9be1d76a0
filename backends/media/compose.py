"""Short tracks and covers made of nothing but numbers, always the same for the same seed: the music of a desk.

A track is four chords that go round, as a pad, plucked notes that run through them, and a bass; parts come and go by
bars. A cover is a gradient with a few discs, or a sun over waves.
"""

from __future__ import annotations

import math
import struct
import zlib
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

__all__ = ["RATE", "Cover", "Piece", "compose", "paint"]

RATE = 32_000
Sound = NDArray[np.float32]

_MODES = {
    "minor": (0, 2, 3, 5, 7, 8, 10),
    "major": (0, 2, 4, 5, 7, 9, 11),
    "hijaz": (0, 1, 4, 5, 7, 8, 10),
    "penta": (0, 2, 4, 7, 9),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A track's recipe.

    Key as a MIDI note, beats a minute, chords as degrees of the mode, length in bars of four beats.
    """

    seed: int
    key: int
    mode: str
    tempo: int
    chords: tuple[int, int, int, int]
    bars: int


def _pitch(piece: Piece, degree: int) -> float:
    """Degree 0 is the key; beyond the mode's notes it goes on an octave up or down. In Hz."""
    mode = _MODES[piece.mode]
    octave, step = divmod(degree, len(mode))
    return float(440.0 * 2.0 ** ((piece.key + mode[step] + 12 * octave - 69) / 12))


@cache
def _pluck(frequency: float, seconds: float) -> Sound:
    time = np.arange(round(seconds * RATE), dtype=np.float32) / RATE
    tone = sum(np.sin(2 * np.pi * frequency * n * time) * np.exp(-time * (2.5 + 2.2 * n)) / n**1.3 for n in range(1, 6))
    return np.asarray(tone * np.minimum(1, time * 200), dtype=np.float32)


def _pad(frequencies: list[float], seconds: float, detune: float) -> Sound:
    time = np.arange(round(seconds * RATE), dtype=np.float32) / RATE
    swell = np.minimum(np.minimum(1, time / 0.6), np.maximum(0, (seconds - time) / 0.5))
    tone = sum(
        np.sin(2 * np.pi * f * (1 + detune) * time + i) + 0.35 * np.sin(4 * np.pi * f * (1 - detune) * time)
        for i, f in enumerate(frequencies)
    )
    return np.asarray(tone * swell, dtype=np.float32)


def compose(piece: Piece) -> Sound:
    """The track: 2 channels × samples at `RATE`, peak 0.6."""
    chance = np.random.default_rng(piece.seed)
    beat_s = 60 / piece.tempo
    bar = round(4 * beat_s * RATE)
    sound = np.zeros((2, bar * piece.bars + RATE * 2), dtype=np.float32)
    size = len(_MODES[piece.mode])
    figure = chance.permutation([0, 2, 4, size, size + 2, 4, 2, size])
    pads = {
        root: np.stack(
            [_pad([_pitch(piece, root + n) for n in (0, 2, 4)], bar / RATE + 0.4, d) for d in (0.0012, -0.0012)]
        )
        for root in set(piece.chords)
    }
    for number in range(piece.bars):
        root, start = piece.chords[number % 4], number * bar
        _add(sound, start, pads[root] * 0.16)
        if number >= 1:
            _arpeggio(sound, piece, root, start, figure if number % 8 < 6 else figure[::-1])
        if number % 8 >= 2:
            low = _pluck(_pitch(piece, root) / 2, 2 * beat_s)
            _add(sound, start, np.stack([low, low]) * 0.5)
            _add(sound, start + bar // 2, np.stack([low, low]) * 0.35)
    _echo(sound, round(beat_s * 0.75 * RATE))
    fade = np.clip((sound.shape[1] - np.arange(sound.shape[1])) / (RATE * 3), 0, 1)
    sound *= (0.6 / max(float(np.abs(sound).max()), 1e-6)) * fade.astype(np.float32)
    return sound


def _arpeggio(sound: Sound, piece: Piece, root: int, start: int, figure: NDArray[np.int64]) -> None:
    step = 60 / piece.tempo / 2 * RATE
    for place, degree in enumerate(figure):
        note = _pluck(_pitch(piece, root + int(degree)) * 2, 1.2)
        pan = 0.5 + 0.35 * math.sin(place * 1.9)
        _add(
            sound,
            start + round(place * step),
            np.stack([note * np.float32(0.3 * (1 - pan)), note * np.float32(0.3 * pan)]),
        )


def _add(sound: Sound, start: int, part: Sound) -> None:
    end = min(start + part.shape[1], sound.shape[1])
    sound[:, start:end] += part[:, : end - start]


def _echo(sound: Sound, delay: int) -> None:
    """Three fading repeats that cross from side to side."""
    dry = sound.copy()
    for turn, gain in ((1, 0.30), (2, 0.16), (3, 0.08)):
        shift = delay * turn
        sound[:, shift:] += gain * (dry[::-1] if turn % 2 else dry)[:, :-shift]


@dataclass(frozen=True, slots=True)
class Cover:
    """A cover's recipe: the gradient's colours from corner to corner, the disc's colour; ``waves`` below a sun."""

    colours: tuple[str, ...]
    disc: str
    seed: int
    waves: bool = False


def _rgb(colour: str) -> NDArray[np.float32]:
    return np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)], dtype=np.float32)


def paint(cover: Cover, size: int = 480) -> bytes:
    """The cover as a PNG of ``size`` × ``size`` pixels."""
    y, x = (np.mgrid[0:size, 0:size] / (size - 1)).astype(np.float32)
    stops = np.stack([_rgb(colour) for colour in cover.colours])
    along = (x + y) / 2
    places = np.linspace(0, 1, len(stops))
    image = np.stack([np.interp(along, places, stops[:, c]) for c in range(3)], axis=-1)
    disc = _rgb(cover.disc)
    if cover.waves:
        image = _blend(image, disc, _disc(x, y, 0.66, 0.52, 0.245, size) * 0.95)
        for height, depth, phase in ((0.70, 0.05, 0.0), (0.74, 0.035, 2.2)):
            below = np.clip((y - height - depth * np.sin(x * 8.5 + phase)) * size / 2 + 0.5, 0, 1)
            image = _blend(image, stops[0] * 0.8, below * 0.55)
    else:
        chance = np.random.default_rng(cover.seed)
        for strength, radius in ((0.45, 0.30), (0.35, 0.22), (0.40, 0.15)):
            centre_x, centre_y = chance.uniform(0.15, 0.9), chance.uniform(0.2, 0.9)
            image = _blend(image, disc, _disc(x, y, centre_x, centre_y, radius, size) * strength)
    return _png(np.clip(image + 0.5, 0, 255).astype(np.uint8))


def _disc(
    x: NDArray[np.float32], y: NDArray[np.float32], cx: float, cy: float, radius: float, size: int
) -> NDArray[np.float32]:
    """1 inside, 0 outside, a pixel's width of in between."""
    edge = (radius - np.hypot(x - cx, y - cy)) * size + 0.5
    return np.asarray(np.clip(edge, 0, 1), dtype=np.float32)


def _blend(
    image: NDArray[np.float64], colour: NDArray[np.float32], strength: NDArray[np.float32]
) -> NDArray[np.float64]:
    return np.asarray(image + (colour - image) * strength[..., None])


def _png(image: NDArray[np.uint8]) -> bytes:
    """ISO/IEC 15948: 8-bit RGB, each row stored as its difference to the row above."""
    height, width, _ = image.shape
    rows = image.reshape(height, width * 3)
    above = np.vstack([np.zeros((1, width * 3), np.uint8), rows[:-1]])
    filtered = np.hstack([np.full((height, 1), 2, np.uint8), rows - above])

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = zlib.compress(filtered.tobytes(), 6)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
