"""The car's side of CarLife for tests: a listener that keeps what it is told, and a link that runs against a simulated phone."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from backends.projection.carlife.link import CarlifeLink
from backends.projection.carlife.settings import Encryption, Settings
from backends.projection.carlife.transport import Transport, WifiTransport
from backends.projection.defs import AudioFormat, SessionState, VideoFormat
from backends.projection.domain import Rules
from backends.projection.errors import ProjectionError
from backends.projection.mirror import Surroundings
from backends.projection.simphone.carlife.manners import Manners
from backends.projection.simphone.carlife.phone import CarlifePhone
from backends.projection.simphone.state import Identity
from tests.fakes.host import until
from tests.fakes.told import Told

__all__ = ["PLAIN", "Ear", "Linked", "linked", "simulated", "wifi"]

PLAIN = Settings(encryption=Encryption.OFF)


class Ear(Told):
    """A `LinkListener`."""

    def __init__(self) -> None:
        super().__init__()
        self.formats: list[VideoFormat] = []
        self.configs: list[bytes] = []
        self.frames: list[tuple[bytes, int, bool]] = []
        self.sounds: dict[str, AudioFormat] = {}
        self.heard: dict[str, int] = {}
        self.stopped: list[str] = []
        self.microphone: list[AudioFormat | None] = []

    def video_format(self, picture: VideoFormat) -> None:
        self.formats.append(picture)

    def config(self, data: bytes, received_ns: int) -> None:
        self.configs.append(data)

    def frame(self, data: bytes, pts_us: int, received_ns: int, *, key: bool) -> None:
        self.frames.append((data, pts_us, key))

    def sound(self, role: str, sound: AudioFormat) -> None:
        self.sounds[role] = sound

    def samples(self, role: str, data: bytes, pts_us: int, received_ns: int) -> None:
        self.heard[role] = self.heard.get(role, 0) + len(data)

    def sound_stopped(self, role: str) -> None:
        self.stopped.append(role)

    def want_microphone(self, sound: AudioFormat | None) -> None:
        self.microphone.append(sound)

    def notification(self, facts: Mapping[str, Any]) -> None:
        raise AssertionError("CarLife has no notifications")

    @property
    def ready(self) -> bool:
        return SessionState.READY in self.states

    @property
    def keys(self) -> int:
        return sum(key for _, _, key in self.frames)


@dataclass
class Linked:
    """A link that runs. ``ended`` has what it raised."""

    link: CarlifeLink
    ear: Ear
    task: asyncio.Task[None]

    async def ended(self, timeout_s: float = 15.0) -> ProjectionError | None:
        """Why it ended; None: the phone said goodbye."""
        done, _ = await asyncio.wait({self.task}, timeout=timeout_s)
        assert done, "the link goes on"
        error = self.task.exception()
        assert error is None or isinstance(error, ProjectionError), error
        return error

    async def until(self, predicate: Callable[[Ear], Any], timeout_s: float = 10.0) -> None:
        """Wait for something the phone tells; ends at once with what ended the link."""
        await until(lambda: self.task.done() or bool(predicate(self.ear)), timeout_s)
        if not predicate(self.ear):
            self.task.result()
            raise AssertionError("the link ended in order")


@contextlib.asynccontextmanager
async def simulated(**options: Any) -> AsyncIterator[CarlifePhone]:
    """A phone at free ports of this machine."""
    manners = options.pop("manners", Manners())
    phone = CarlifePhone(identity=Identity(), manners=manners, listen_at=("127.0.0.1", 0), **options)
    await phone.begin()
    try:
        yield phone
    finally:
        await phone.end()


def wifi(phone: CarlifePhone) -> Transport:
    """The way to it over the network."""
    host, _, port = phone.address.rpartition(":")
    return WifiTransport(host, int(port))


@contextlib.asynccontextmanager
async def linked(
    transport: Transport,
    settings: Settings = PLAIN,
    size: tuple[int, int] = (800, 480),
    vehicle: Mapping[str, Any] | None = None,
) -> AsyncIterator[Linked]:
    """A link as the base runs it."""
    ear = Ear()
    link = CarlifeLink(transport, ear, settings)
    link.resize(*size, 160)
    link.show(True)
    link.set_rules(Rules(video=True, keyboard=True))
    link.set_surroundings(Surroundings(name="Test car", bluetooth_address="02:00:00:00:00:01"))
    link.set_vehicle(vehicle or {})
    task = asyncio.create_task(link.run())
    try:
        yield Linked(link, ear, task)
    finally:
        task.cancel()
        await asyncio.wait({task}, timeout=3)
        if task.done() and not task.cancelled():
            task.exception()
