"""The phone's music player: what plays, from where, and the samples of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backends.projection.simphone.sound import CHANNELS, RATE, prepared

__all__ = ["TRACKS", "Capture", "Music", "Track"]


@dataclass(frozen=True, slots=True)
class Track:
    """A piece with its length in s and the colours of its cover, from top to bottom."""

    title: str
    artist: str
    length_s: float
    piece: int
    cover: tuple[tuple[int, int, int], tuple[int, int, int], tuple[int, int, int]]


TRACKS = (
    Track("Night Ferry", "Aya Lindqvist", 204.0, 0, ((47, 27, 94), (184, 56, 112), (246, 158, 100))),
    Track("Glasshouse", "Tom Okafor", 187.0, 1, ((10, 66, 84), (38, 140, 130), (238, 214, 150))),
    Track("Low Tide", "Marta Ilves", 241.0, 2, ((22, 32, 74), (66, 96, 168), (214, 186, 214))),
)


class Music:
    """Play, pause, skip. `changed` is called after each of them."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self.index = 0
        self.playing = False
        self._since = 0.0
        self._position = 0.0

    @property
    def track(self) -> Track:
        """What is on."""
        return TRACKS[self.index]

    def position_s(self, now: float | None = None) -> float:
        """Seconds into the track; the next one begins when it ends."""
        now = time.monotonic() if now is None else now
        position = self._position + (now - self._since if self.playing else 0.0)
        while position >= self.track.length_s:
            position -= self.track.length_s
            self.index = (self.index + 1) % len(TRACKS)
            self._position, self._since = position, now
        return position

    def set_playing(self, playing: bool) -> None:
        """Play or pause."""
        if playing != self.playing:
            now = time.monotonic()
            self._position, self._since, self.playing = self.position_s(now), now, playing
            self._changed()

    def toggle(self) -> None:
        """Play when paused, pause when playing."""
        self.set_playing(not self.playing)

    def skip(self, step: int) -> None:
        """To another track, from its start; one step back first goes to this one's start."""
        if step < 0 and self.position_s() > 4:
            step = 0
        self.index = (self.index + step) % len(TRACKS)
        self._position, self._since = 0.0, time.monotonic()
        self._changed()

    def seek(self, position_s: float) -> None:
        """To a place in the track, in s."""
        self._position = min(max(0.0, position_s), self.track.length_s - 0.5)
        self._since = time.monotonic()
        self._changed()


class Capture:
    """The phone's sound as one listener hears it: continuous, silence included, without clicks at play and pause."""

    _SLACK = RATE // 10

    def __init__(self, music: Music | None) -> None:
        """`music` None: a listener that hears nothing (a microphone in a quiet room)."""
        self._music = music
        self._cursor = 0
        self._gain = 0.0
        self._samples: NDArray[np.int16] | None = None

    def read(self, frames: int) -> NDArray[np.int16]:
        """The next `frames` samples × 2."""
        music = self._music
        samples = prepared(music.track.piece) if music is not None and music.playing else self._samples
        if music is None or samples is None or (not music.playing and self._gain == 0.0):
            return np.zeros((frames, CHANNELS), np.int16)
        wanted = round(music.position_s() * RATE)
        elsewhere = samples is not self._samples or abs(wanted - self._cursor) > self._SLACK
        if elsewhere and self._gain == 0.0:
            self._samples, self._cursor = samples, wanted
        # A jump, a pause, another piece: fade out first, and in again from the new place.
        target = 1.0 if music.playing and not (elsewhere and self._gain) else 0.0
        current = samples if self._samples is None else self._samples
        taken = current[(self._cursor + np.arange(frames)) % len(current)]
        self._cursor += frames
        if self._gain != target:
            ramp = np.linspace(self._gain, target, frames, dtype=np.float32)[:, None]
            taken = np.round(taken * ramp).astype(np.int16)
            self._gain = target
        return taken
