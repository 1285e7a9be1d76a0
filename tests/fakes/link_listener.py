"""What a `Link` tells, gathered for a test: facts as attributes, `seen` as a list of (member, arguments)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import av
import numpy as np

from backends.projection.defs import AudioFormat, SessionState, VideoFormat
from backends.projection.mirror.link import LinkListener

__all__ = ["Heard"]


class Heard(LinkListener):
    """Decodes the pictures when ``decode`` is set: `picture` is the newest as RGB, `shown` counts them."""

    def __init__(self, *, decode: bool = False) -> None:
        self.seen: list[tuple[str, tuple[Any, ...]]] = []
        self.counts: Counter[str] = Counter()
        self.states: list[SessionState] = []
        self.facts: dict[str, Any] = {}
        self.formats: list[VideoFormat] = []
        self.configs: list[bytes] = []
        self.keys = 0
        self.frames = 0
        self.why: list[tuple[str, str]] = []
        self.playing: dict[str, AudioFormat] = {}
        self.sounds: dict[str, bytearray] = {}
        self.listening: AudioFormat | None = None
        self.focus: list[str] = []
        self.natives = 0
        self.song: dict[str, Any] = {}
        self.turns: list[Mapping[str, Any] | None] = []
        self.calls: list[Mapping[str, Any]] = []
        self.picture = np.zeros((1, 1, 3), np.uint8)
        self.shown = 0
        self._codec: Any = None
        self._config = b""
        self._decode = decode

    def state(self, state: SessionState) -> None:
        if state not in self.states:
            self.states.append(state)

    def phone(self, facts: Mapping[str, Any]) -> None:
        self.facts |= facts

    def video_format(self, picture: VideoFormat) -> None:
        self.formats.append(picture)
        self._codec = av.CodecContext.create(picture.codec, "r") if self._decode else None

    def config(self, data: bytes, received_ns: int) -> None:
        self.configs.append(data)
        self._config = data

    def frame(self, data: bytes, pts_us: int, received_ns: int, *, key: bool) -> None:
        self.frames += 1
        self.keys += key
        if self._codec is not None:
            whole, self._config = (self._config + data, b"") if key else (data, self._config)
            for frame in self._codec.decode(av.Packet(whole)):
                self.picture = frame.to_ndarray(format="rgb24")
                self.shown += 1

    def waiting(self, code: str, text: str) -> None:
        self.why.append((code, text))

    def sound(self, role: str, sound: AudioFormat) -> None:
        self.playing[role] = sound
        self.sounds.setdefault(role, bytearray())

    def samples(self, role: str, data: bytes, pts_us: int, received_ns: int) -> None:
        assert role in self.playing, f"samples of {role} before it began"
        self.sounds[role] += data

    def sound_stopped(self, role: str) -> None:
        del self.playing[role]

    def want_microphone(self, sound: AudioFormat | None) -> None:
        self.listening = sound

    def want_audio_focus(self, kind: str) -> None:
        self.focus.append(kind)

    def native(self) -> None:
        self.natives += 1

    def now_playing(self, facts: Mapping[str, Any]) -> None:
        self.song |= facts

    def turn(self, facts: Mapping[str, Any] | None) -> None:
        self.turns.append(facts)

    def call(self, facts: Mapping[str, Any]) -> None:
        self.calls.append(facts)

    def notification(self, facts: Mapping[str, Any]) -> None:
        self.counts["notification"] += 1

    def room(self) -> bool:
        return True

    def hertz(self, role: str) -> float:
        """The loudest tone of a role, in what came last."""
        sound = self.playing.get(role) or AudioFormat("s16l", 48_000, 2, 16)
        samples = np.frombuffer(bytes(self.sounds.get(role, b"")), "<i2")[:: sound.channels]
        if len(samples) < 256 or not samples.any():
            return 0.0
        spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
        return float(np.argmax(spectrum)) * sound.rate / len(samples)

    def colour(self, x: float, y: float) -> tuple[int, int, int]:
        """Of the newest picture at a place 0..1."""
        height, width = self.picture.shape[:2]
        red, green, blue = self.picture[min(height - 1, int(y * height)), min(width - 1, int(x * width))]
        return int(red), int(green), int(blue)
