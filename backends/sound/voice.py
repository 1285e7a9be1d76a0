"""One stream of sound on its way to the device: it waits a little, is brought to the device's rate, and never clicks.

`push` is called by whoever reads the phone's descriptor, `pull` by the device's thread.
"""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass

import numpy as np

from backends.core.stream import AudioFormat
from backends.sound.gain import Ramp, Samples, from_db
from backends.sound.jitter import Jitter
from backends.sound.resample import TAPS, Resampler

__all__ = ["HOLD_S", "RATE", "Voice", "VoiceFigures"]

RATE = 48_000
"""Frames a second that go to the sound server, always two channels of floats."""
HOLD_S = 2.0
"""More than this never waits here: the oldest is left out."""
_PAUSE_S = 0.5
"""Nothing for so long is a pause, not a gap."""
_EXCESS_S = 0.15
_EXCESS_FOR_S = 2.0
_TRIM_S = 0.02
_QUIET = 0.001
_ASLEEP_S = 5.0
_AHEAD_S = 1.0
_PEAKS = 512
_FADE = 240


@dataclass(slots=True)
class VoiceFigures:
    """What was measured so far."""

    gaps: int = 0
    gap_ms: float = 0.0
    dropped_ms: float = 0.0
    delay_ms: float = 0.0
    buffer_ms: float = 0.0
    drift_ppm: float = 0.0


class Voice:
    """A stream of one format; ``ramp`` is what ducking does to it. A ``live`` one leaves out what waited before it began."""

    def __init__(self, sound: AudioFormat, least_s: float, *, live: bool = False) -> None:
        self.sound = sound
        self.figures = VoiceFigures()
        self.ramp = Ramp(RATE)
        self.ending = False
        """Nothing follows: what waits is played to its end."""
        self.playing = False
        self.room = True
        """No more came than anybody may send ahead."""
        self.loud_s = float("-inf")
        """When sound that is more than silence last came."""
        self._live = live
        self._sent_until_s = 0.0
        self._lock = threading.Lock()
        self._pieces: deque[Samples] = deque()
        self._peaks: deque[tuple[float, float]] = deque(maxlen=_PEAKS)
        self._waiting = 0
        self._jitter = Jitter(least_s)
        self._resampler = Resampler(sound.channels)
        self._dry_s: float | None = None
        self._fade_in = True
        self._tail: Samples = np.zeros((_FADE, sound.channels), dtype=np.float32)
        """The last that was heard, backwards: what goes on from it without a click."""
        self._excess_since_s: float | None = None
        self._pulled_s = 0.0

    def push(self, pcm: bytes, now_s: float) -> float:
        """Take what came; returns its peak (0..1). A sample that is cut in two is left out."""
        frame = 2 * self.sound.channels
        whole = len(pcm) - len(pcm) % frame
        piece = np.frombuffer(pcm, dtype="<i2", count=whole // 2).astype(np.float32).reshape(-1, self.sound.channels)
        piece *= np.float32(1 / 32768)
        if not len(piece):
            return 0.0
        peak = float(np.abs(piece).max())
        self._sent_until_s = max(now_s, self._sent_until_s) + len(piece) / self.sound.rate
        self.room = self._sent_until_s - now_s < _AHEAD_S
        with self._lock:
            if peak >= _QUIET:
                paused_s, self.loud_s = now_s - self.loud_s, now_s
            elif now_s - self.loud_s > _ASLEEP_S:
                return peak  # a phone that sends silence all day costs nothing
            else:
                paused_s = 0.0
            self._peaks.append((now_s + self._jitter.target_s, peak))
            if paused_s > _ASLEEP_S or (self._dry_s is not None and now_s - self._dry_s > _PAUSE_S):
                self._dry_s = None
                if not self._waiting:
                    self._jitter.reset()
            self._pieces.append(piece)
            self._waiting += len(piece)
            self._jitter.arrived(now_s, len(piece) / self.sound.rate)
            if (too_much := self._waiting - int(HOLD_S * self.sound.rate)) > 0:
                self._drop(too_much)
        return peak

    def peak(self, now_s: float) -> float:
        """How loud it may become with what waits."""
        with self._lock:
            while self._peaks and self._peaks[0][0] < now_s:
                self._peaks.popleft()
            loudest = max((peak for _, peak in self._peaks), default=0.0)
        return loudest * from_db(max(self.ramp.level_db, self.ramp.target_db))

    @property
    def wanted(self) -> bool:
        """Something waits or sounds: the device should run."""
        return self._waiting > 0 or self.playing

    @property
    def waiting_s(self) -> float:
        """So much waits here."""
        return self._waiting / self.sound.rate

    @property
    def done(self) -> bool:
        """It ended and was heard to its end."""
        return self.ending and not self._waiting and not self.playing

    def pull(self, frames: int, now_s: float, device_s: float) -> Samples | None:
        """The next frames for the device, which plays them in ``device_s``; None: silence."""
        with self._lock:
            block = self._pull(frames, now_s, device_s)
        if block is None:
            return None
        if block.shape[1] == 1:
            block = np.repeat(block, 2, axis=1)
        factor = self.ramp.block(frames)
        return block if isinstance(factor, float) and factor == 1.0 else block * factor

    def _pull(self, frames: int, now_s: float, device_s: float) -> Samples | None:
        rate = self.sound.rate
        self._jitter.pulled(frames / RATE)
        passed_s, self._pulled_s = min(0.1, now_s - self._pulled_s), now_s
        depth_s = self._jitter.depth_s(now_s, self._waiting / rate)
        if not self.playing and not self._begin(now_s, depth_s):
            return None
        self._trim(now_s, depth_s - self._jitter.target_s)
        depth_s = self._jitter.depth_s(now_s, self._waiting / rate)
        step = rate / RATE * (1 + self._jitter.follow(depth_s, passed_s))
        self._note(depth_s, device_s)
        needs = self._resampler.needs(frames, step)
        if self._waiting >= needs:
            block = self._resampler.make(self._take(needs), frames, step)
        else:
            block = self._run_dry(frames, step, now_s)
        if self._fade_in:
            self._fade_in = False
            edge = min(_FADE, frames)
            rising = np.linspace(0, 1, edge, dtype=np.float32)[:, np.newaxis]
            block = block.copy()
            block[:edge] = block[:edge] * rising + self._tail[:edge] * (1 - rising)
        self._keep_tail(block)
        return block

    def _keep_tail(self, block: Samples) -> None:
        self._tail = np.concatenate((block[: -_FADE - 1 : -1], self._tail[: max(0, _FADE - len(block))]))

    def _begin(self, now_s: float, depth_s: float) -> bool:
        if not self._waiting or (depth_s < self._jitter.target_s and not self.ending):
            return False
        if self._dry_s is not None:
            self.figures.gaps += 1
            self.figures.gap_ms += (now_s - self._dry_s) * 1000
            self._dry_s = None
        elif self._live and (stale := int((depth_s - self._jitter.target_s - _TRIM_S) * self.sound.rate)) > 0:
            self._drop(min(stale, self._waiting))
        self.playing = self._fade_in = True
        self._excess_since_s = None
        return True

    def _run_dry(self, frames: int, step: float, now_s: float) -> Samples:
        """The last of what there is, which then fades away; the rest is silence."""
        fresh = self._take(self._waiting)
        last = min(frames, self._resampler.gives(len(fresh) + (TAPS if self.ending else 0), step))
        if self.ending:
            fresh = np.concatenate((fresh, np.zeros((TAPS, fresh.shape[1]), dtype=np.float32)))
        block = np.zeros((frames, fresh.shape[1]), dtype=np.float32)
        if last:
            block[:last] = self._resampler.make(fresh, last, step)
            self._keep_tail(block[:last])
        edge = min(_FADE, frames - last)
        block[last : last + edge] = self._tail[:edge] * np.linspace(1, 0, edge, dtype=np.float32)[:, np.newaxis]
        self._resampler = Resampler(fresh.shape[1])
        self._tail = np.zeros_like(self._tail)
        self.playing = False
        self._dry_s = None if self.ending else now_s
        return block

    def _note(self, depth_s: float, device_s: float) -> None:
        figures = self.figures
        figures.delay_ms += ((depth_s + device_s) * 1000 - figures.delay_ms) * (0.1 if figures.delay_ms else 1.0)
        figures.buffer_ms = self._jitter.target_s * 1000
        figures.drift_ppm += (self._jitter.shift * 1e6 - figures.drift_ppm) * 0.01

    def _trim(self, now_s: float, excess_s: float) -> None:
        """Too much waits: leave silence out where there is any, and after a while anything."""
        if excess_s < _TRIM_S or self.ending:
            self._excess_since_s = None
            return
        head = self._pieces[0] if self._pieces else None
        spare = min(int(excess_s * self.sound.rate), self._waiting)
        if head is not None and len(head) <= spare and float(np.abs(head).max()) < _QUIET:
            self._pieces.popleft()
            self._waiting -= len(head)
            self._jitter.skipped(len(head) / self.sound.rate)
            return
        if excess_s < _EXCESS_S:
            self._excess_since_s = None
        elif self._excess_since_s is None:
            self._excess_since_s = now_s
        elif now_s - self._excess_since_s > _EXCESS_FOR_S:
            self._excess_since_s = None
            self._drop(spare)

    def _drop(self, frames: int) -> None:
        self._take(frames)
        self._jitter.skipped(frames / self.sound.rate)
        self.figures.dropped_ms += frames * 1000 / self.sound.rate
        self._resampler = Resampler(self.sound.channels)
        self._fade_in = True

    def _take(self, frames: int) -> Samples:
        if not frames:
            return np.zeros((0, self.sound.channels), dtype=np.float32)
        taken: list[Samples] = []
        self._waiting -= frames
        while frames:
            piece = self._pieces.popleft()
            if len(piece) > frames:
                self._pieces.appendleft(piece[frames:])
                piece = piece[:frames]
            taken.append(piece)
            frames -= len(piece)
        return taken[0] if len(taken) == 1 else np.concatenate(taken)
