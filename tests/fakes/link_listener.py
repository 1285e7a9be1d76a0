"""What a `Link` tells, gathered for a test, pictures and sounds too."""

from __future__ import annotations

from typing import Any

import av
import numpy as np

from backends.projection.defs import AudioFormat, SessionState, VideoFormat
from tests.fakes.told import Told

__all__ = ["Heard"]


class Heard(Told):
    """Decodes the pictures when ``decode`` is set: `picture` is the newest as RGB, `shown` counts them."""

    def __init__(self, *, decode: bool = False) -> None:
        super().__init__()
        self.formats: list[VideoFormat] = []
        self.configs: list[bytes] = []
        self.keys = 0
        self.frames = 0
        self.playing: dict[str, AudioFormat] = {}
        self.sounds: dict[str, bytearray] = {}
        self.listening: AudioFormat | None = None
        self.picture = np.zeros((1, 1, 3), np.uint8)
        self.shown = 0
        self._codec: Any = None
        self._config = b""
        self._decode = decode

    def state(self, state: SessionState) -> None:
        if state not in self.states:
            self.states.append(state)

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
