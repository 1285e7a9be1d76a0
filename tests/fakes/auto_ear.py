"""What an Android Auto link tells, gathered; and a link on its way to a simulated phone, without the base around it."""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import av
import numpy as np

from backends.projection.android_auto.car import Car, Settings
from backends.projection.android_auto.link import AndroidAutoLink, Way
from backends.projection.android_auto.opening import Doubts
from backends.projection.android_auto.tls import Identity, generate
from backends.projection.android_auto.transport import connect
from backends.projection.defs import AudioFormat, VideoFormat
from backends.projection.domain import Rules
from backends.projection.mirror import Surroundings
from backends.projection.simphone.android_auto.phone import AutoPhone
from backends.projection.simphone.state import Identity as PhoneIdentity
from tests.fakes.told import Told

__all__ = ["Drive", "Ear", "driving", "pair"]

PARKED, MOVING = Rules(video=True, keyboard=True), Rules()
_PAIRS: dict[str, bytes] = {}


def pair(folder: Path) -> Identity:
    """A certificate for tests; the key is made once a run."""
    path = folder / "car.pem"
    path.write_bytes(_PAIRS.setdefault("car", generate("Test")))
    return Identity(path, path, own=False)


class Ear(Told):
    """Plain attributes; `picture` is the newest one as RGB, of the whole tier."""

    def __init__(self) -> None:
        super().__init__()
        self.format: VideoFormat | None = None
        self.frames = self.keys = 0
        self.decode = True
        self.picture = np.zeros((1, 1, 3), np.uint8)
        self.sounds: dict[str, AudioFormat] = {}
        self.pcm: dict[str, bytearray] = {}
        self.microphone: AudioFormat | None = None
        self.heard: Counter[str] = Counter()
        self._codec: Any = None
        self._config = b""

    def video_format(self, picture: VideoFormat) -> None:
        self.format = picture
        self._codec = av.CodecContext.create(picture.codec, "r")

    def config(self, data: bytes, received_ns: int) -> None:
        self._config = data

    def frame(self, data: bytes, pts_us: int, received_ns: int, *, key: bool) -> None:
        self.frames += 1
        self.keys += key
        if not self.decode:
            return
        data, self._config = (self._config + data, b"") if key else (data, self._config)
        with contextlib.suppress(av.error.FFmpegError):
            for frame in self._codec.decode(av.Packet(data)):
                self.picture = frame.to_ndarray(format="rgb24")

    def sound(self, role: str, sound: AudioFormat) -> None:
        self.sounds[role] = sound

    def samples(self, role: str, data: bytes, pts_us: int, received_ns: int) -> None:
        self.pcm.setdefault(role, bytearray()).extend(data)

    def sound_stopped(self, role: str) -> None:
        self.sounds.pop(role, None)

    def want_microphone(self, sound: AudioFormat | None) -> None:
        self.microphone = sound

    def colour(self, x: float, y: float) -> tuple[int, int, int]:
        """Of the newest picture, 0..1 in its active rectangle."""
        assert self.format is not None
        left, top, width, height = self.format.active or (0, 0, self.format.width, self.format.height)
        red, green, blue = self.picture[top + int(y * height), left + int(x * width)]
        return int(red), int(green), int(blue)

    def loudest_hz(self, role: str) -> float:
        """The strongest tone of a sound."""
        sound = self.sounds.get(role) or AudioFormat("s16l", 16_000, 1, 16)
        samples = np.frombuffer(bytes(self.pcm[role]), "<i2")[:: sound.channels].astype(float)
        spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
        return float(np.argmax(spectrum) * sound.rate / len(samples))


class Drive:
    """A link at work: ``link``, what it tells (``ear``), and the phone."""

    def __init__(self, link: AndroidAutoLink, ear: Ear, phone: AutoPhone) -> None:
        self.link, self.ear, self.phone = link, ear, phone
        self.task: asyncio.Task[None] | None = None

    @property
    def far(self) -> dict[str, Any]:
        """What the phone knows of this connection, or knew of the last."""
        told = self.phone.describe()
        return dict(told["link"] or told["last"])

    def service(self, kind: str) -> dict[str, Any]:
        """One service, as the phone sees it."""
        return dict(self.far.get("services", {}).get(kind, {}))

    async def ended(self) -> BaseException | None:
        """Wait for the end by itself."""
        assert self.task is not None
        await asyncio.wait({self.task}, timeout=20)
        assert self.task.done(), "the link does not end"
        return None if self.task.cancelled() else self.task.exception()

    async def hang_up(self) -> None:
        """The orderly end."""
        assert self.task is not None
        self.task.cancel()
        await asyncio.wait({self.task}, timeout=5)


@asynccontextmanager
async def driving(
    folder: Path,
    *,
    size: tuple[int, int, int] = (1280, 720, 160),
    app: str = "org.example.testcard",
    fps: float = 30.0,
    vehicle: Mapping[str, Any] | None = None,
    surroundings: Surroundings | None = None,
    rules: Rules = MOVING,
    shown: bool = True,
    settings: Settings | None = None,
    phone: AutoPhone | None = None,
    doubts: Doubts | None = None,
    faults: tuple[str, ...] = (),
) -> AsyncIterator[Drive]:
    """A phone, and a link to it."""
    there = phone or AutoPhone(identity=PhoneIdentity())
    for fault in faults:
        there.faults.set(fault)
    there.state.testcard_fps = fps
    if app:
        there.show(app)
    host, _, port = (await there.begin() if phone is None else there.address).rpartition(":")
    ear = Ear()
    way = Way(lambda: connect(host, int(port)), "TCP")
    identity = pair(folder)
    link = AndroidAutoLink(way, Car(settings or Settings()), ear, lambda: identity, doubts=doubts)
    link.resize(*size)
    link.show(shown)
    link.set_rules(rules)
    link.set_surroundings(surroundings or Surroundings(name="Test car"))
    link.set_vehicle(vehicle or {})
    drive = Drive(link, ear, there)
    drive.task = asyncio.create_task(link.run())
    try:
        yield drive
    finally:
        await drive.hang_up()
        if phone is None:
            await there.end()
