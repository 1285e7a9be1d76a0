"""Everything that sounds: voices by role, each role an output of its own for the system's mixer, one limiter over all."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import numpy as np

from backends.sound.gain import SILENT_DB, Limiter, Ramp, Samples, from_db, linear
from backends.sound.rules import Rules
from backends.sound.voice import RATE, Voice

__all__ = ["Mixer"]

_VOLUME_MS = 40.0


class Mixer:
    """Voices come and go in the loop's thread; `pull` runs in the device's."""

    def __init__(self, rules: Rules, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._voices: dict[str, list[Voice]] = {role: [] for role in rules.roles}
        self._volumes = {role: Ramp(RATE) for role in rules.roles}
        self._limiter = Limiter()

    def add(self, role: str, voice: Voice) -> None:
        """It is heard from now on."""
        with self._lock:
            self._voices[role].append(voice)

    def remove(self, role: str, voice: Voice) -> None:
        """It is not."""
        with self._lock:
            if voice in self._voices[role]:
                self._voices[role].remove(voice)

    def set_volume(self, role: str, master: float, volume: float) -> None:
        """0..1 each."""
        factor = linear(master) * linear(volume)
        self._volumes[role].go(20 * float(np.log10(factor)) if factor > 0 else SILENT_DB, _VOLUME_MS)

    def is_wanted(self, role: str) -> bool:
        """Something of this role waits or sounds."""
        return any(voice.wanted for voice in self._voices[role])

    def pull(self, role: str, frames: int, device_s: float) -> Samples:
        """The next frames of a role, two channels; the device plays them in ``device_s``."""
        now_s = self._clock()
        with self._lock:
            everybody = {name: list(voices) for name, voices in self._voices.items() if voices}
        out = np.zeros((frames, 2), dtype=np.float32)
        for voice in everybody.get(role, ()):
            block = voice.pull(frames, now_s, device_s)
            if block is not None:
                out += block
        factor = self._volumes[role].block(frames)
        if not isinstance(factor, float) or factor != 1.0:
            out *= factor
        coming = {
            name: sum(voice.peak(now_s) for voice in voices) * from_db(self._volumes[name].target_db)
            for name, voices in everybody.items()
        }
        self._limiter.apply(role, out, coming, now_s)
        return out
