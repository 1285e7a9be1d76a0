"""Chimes of the display: a short tune with each warning.

Made here from sines, so that no file has to be found or decoded when it matters. They go to the sound device beside the music,
with a volume of their own: a warning is never muted with it. QtMultimedia is imported with the first tone; without a device
there is silence and `problem` says so.
"""

from __future__ import annotations

import array
import logging
import math
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtCore import QIODevice
    from PySide6.QtMultimedia import QAudioSink

__all__ = ["CHIMES", "RATE", "Note", "Sounds", "pcm"]

_log = logging.getLogger(__name__)

RATE = 48_000
_LOUDNESS = 0.32
# A tone that begins or ends at once clicks.
_FADE_S = 0.008
_BUFFER_S = 0.05
_REMEMBERED = 16
_LATE_MS = 150
"""It is heard so much later than it is made."""


@dataclass(frozen=True, slots=True)
class Note:
    """A tone of so many milliseconds; 0 Hz is a pause."""

    hz: float
    ms: int


CHIMES: dict[str, tuple[Note, ...]] = {
    "critical": (Note(988, 140), Note(0, 60), Note(988, 140), Note(0, 60), Note(988, 260)),
    "warning": (Note(784, 160), Note(0, 40), Note(659, 300)),
    "info": (Note(659, 180),),
}
"""Falling for attention, repeated for danger; one ear tells them apart without the words."""


@lru_cache(maxsize=32)
def pcm(notes: Sequence[Note]) -> bytes:
    """Mono samples of 16 bit, native order, at `RATE`."""
    samples = array.array("h")
    for note in notes:
        count = RATE * note.ms // 1000
        fade = min(count // 2, int(RATE * _FADE_S)) or 1
        step = 2 * math.pi * note.hz / RATE
        for at in range(count):
            edge = min(1.0, at / fade, (count - 1 - at) / fade)
            # The octave above gives it the character of a bell instead of a test tone's.
            tone = math.sin(at * step) + 0.35 * math.sin(2 * at * step) if note.hz else 0.0
            samples.append(round(32767 * _LOUDNESS * edge * tone / 1.35))
    return samples.tobytes()


class Sounds(QObject):
    """One tone at a time; a new one replaces the one that sounds."""

    soundingChanged = Signal(bool)

    def __init__(self, parent: QObject | None = None, *, silent: bool = False) -> None:
        super().__init__(parent)
        self.problem = ""
        self.played: deque[tuple[Note, ...]] = deque(maxlen=_REMEMBERED)
        """The last tones asked for, for tests and the log."""
        self.output: Callable[[bytes], None] = _nowhere if silent else self._to_device
        """Where samples go; the tests listen here."""
        self._sink: QAudioSink | None = None
        self._device: QIODevice | None = None
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.timeout.connect(lambda: self.soundingChanged.emit(False))

    def play(self, kind: str) -> None:
        """A chime by its name; an unknown one is the warning's."""
        self._sound(CHIMES.get(kind, CHIMES["warning"]))

    def stop(self) -> None:
        """Silence now."""
        if self._sink is not None:
            self._sink.stop()
            self._sink.deleteLater()
        self._sink, self._device = None, None

    def _sound(self, notes: tuple[Note, ...]) -> None:
        self.played.append(notes)
        if not self._over.isActive():
            self.soundingChanged.emit(True)
        self._over.start(sum(note.ms for note in notes) + _LATE_MS)
        self.output(pcm(notes))

    def _to_device(self, samples: bytes) -> None:
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices

        self.stop()
        device = QMediaDevices.defaultAudioOutput()
        if device.isNull():
            if not self.problem:
                _log.warning("no sound device: warnings are silent")
            self.problem = "There is no sound device: warnings are silent."
            return
        self.problem = ""
        layout = QAudioFormat()
        layout.setSampleRate(RATE)
        layout.setChannelCount(1)
        layout.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._sink = QAudioSink(device, layout, self)
        self._sink.setBufferSize(max(len(samples), int(RATE * _BUFFER_S) * 2))
        self._device = self._sink.start()
        self._device.write(QByteArray(samples))


def _nowhere(_samples: bytes) -> None:
    """A picture or a test is not heard."""
