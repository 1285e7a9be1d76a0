"""Parking tones: beeps that follow each other the faster the nearer something is, without a gap at arm's length.

`Tones` makes sound and knows no device; `TonePlayer` feeds it to one and never blocks: what does not fit is not made.
"""

from __future__ import annotations

import array
import logging
import math
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtCore import QIODevice
    from PySide6.QtMultimedia import QAudioSink

__all__ = ["CONTINUOUS_M", "RATE", "Beep", "TonePlayer", "Tones", "period_for"]

RATE = 24_000
CONTINUOUS_M = 0.3
FARTHEST_M = 1.5
_SHORTEST_S, _LONGEST_S = 0.14, 0.75
_BEEP_S = 0.07
_EDGE_S = 0.004
"""A tone that begins or ends at once would click."""
_REAR_HZ, _FRONT_HZ = 880.0, 1320.0
_AHEAD_S = 0.12
_FEED_MS = 30
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Beep:
    """What is nearest: metres, -1 (left) to 1 (right), ahead or behind."""

    distance_m: float
    pan: float = 0.0
    front: bool = False


def period_for(distance_m: float) -> float | None:
    """Seconds from one beep to the next; 0 without a gap; None: too far to say anything."""
    if math.isnan(distance_m) or distance_m > FARTHEST_M:
        return None
    if distance_m < CONTINUOUS_M:
        return 0.0
    share = (distance_m - CONTINUOUS_M) / (FARTHEST_M - CONTINUOUS_M)
    return _SHORTEST_S + share * (_LONGEST_S - _SHORTEST_S)


class Tones:
    """Samples, one after the other; what is nearest may change at any time without a click."""

    def __init__(self) -> None:
        self.beep: Beep | None = None
        self.volume = 0.6
        """0..1."""
        self._phase = 0.0
        self._clock = 0.0
        self._level = 0.0

    def make(self, count: int) -> bytes:
        """So many frames of 16-bit stereo."""
        out = array.array("h", bytes(4 * count))
        beep = self.beep
        period = period_for(beep.distance_m) if beep else None
        if (beep is None or period is None) and self._level == 0.0:
            self._clock = 0.0
            return out.tobytes()
        hertz = _FRONT_HZ if beep and beep.front else _REAR_HZ
        left, right = _sides(beep.pan if beep else 0.0)
        scale = 32_000 * self.volume * 0.5
        step, edge = 2 * math.pi * hertz / RATE, 1 / (_EDGE_S * RATE)
        for index in range(count):
            sounding = period is not None and (period == 0.0 or self._clock < _BEEP_S)
            self._level = min(1.0, self._level + edge) if sounding else max(0.0, self._level - edge)
            if self._level:
                sample = math.sin(self._phase) * self._level * scale
                out[2 * index], out[2 * index + 1] = int(sample * left), int(sample * right)
                self._phase += step
            self._clock += 1 / RATE
            if period is not None and self._clock >= max(period, _BEEP_S):
                self._clock = 0.0
        self._phase %= 2 * math.pi
        return out.tobytes()


def _sides(pan: float) -> tuple[float, float]:
    """As loud in the middle as at a side; never silent on the other, for who hears with one ear."""
    angle = (max(-1.0, min(1.0, pan)) * 0.8 + 1) * math.pi / 4
    return math.cos(angle), math.sin(angle)


class TonePlayer(QObject):
    """Plays `Tones` while there is something to say; a machine without a sound device stays silent."""

    soundingChanged = Signal(bool)
    """Something is being said: whoever plays music may make room."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tones = Tones()
        self.problem = ""
        self.played_frames = 0
        self._sounding = False
        self._sink: QAudioSink | None = None
        self._output: QIODevice | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_FEED_MS)
        self._timer.timeout.connect(self._feed)

    @staticmethod
    def warm_up() -> None:
        """Load what playing needs while nobody is backing up, so that the first beep does not hold up the picture."""
        import_module("PySide6.QtMultimedia")

    def say(self, beep: Beep | None) -> None:
        """What is nearest now; None: nothing, or nobody wants to hear it."""
        self.tones.beep = beep
        sounding = beep is not None and period_for(beep.distance_m) is not None
        if sounding and not self._timer.isActive():
            self._open()
            self._timer.start()
            self._feed()
        self._tell(sounding)

    def stop(self) -> None:
        """Be silent at once."""
        self._timer.stop()
        self.tones.beep = None
        if self._sink is not None:
            self._sink.stop()
            self._sink.deleteLater()
        self._sink, self._output = None, None
        self._tell(False)

    def _tell(self, sounding: bool) -> None:
        if sounding != self._sounding:
            self._sounding = sounding
            self.soundingChanged.emit(sounding)

    def _open(self) -> None:
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices

        device = QMediaDevices.defaultAudioOutput()
        if device.isNull():
            if not self.problem:
                self.problem = "There is no sound device: parking tones are silent."
                _log.warning("%s", self.problem)
            return
        self.problem = ""
        layout = QAudioFormat()
        layout.setSampleRate(RATE)
        layout.setChannelCount(2)
        layout.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._sink = QAudioSink(device, layout, self)
        self._sink.setBufferSize(int(RATE * _AHEAD_S) * 4)
        self._output = self._sink.start()

    def _feed(self) -> None:
        if self._sink is None or self._output is None:
            return
        frames = self._sink.bytesFree() // 4
        if frames > 0:
            self.played_frames += frames
            self._output.write(QByteArray(self.tones.make(min(frames, int(RATE * _AHEAD_S)))))
