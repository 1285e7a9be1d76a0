"""The display's side of the projection service, as tests use it: its signals gathered, its streams read and decoded."""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress
from typing import Any

import av
import numpy as np
import pytest

from backends.core.service import Service
from backends.interfaces import ServiceError
from backends.projection.defs import Packet, PacketDecoder, PacketType, VideoFormat
from tests.fakes.host import until

__all__ = ["IDLING", "MOVING", "PARKED", "Client", "Pictures", "StreamReader", "Vehicle"]

PARKED = {"state": "parked", "known": True, "video": True, "keyboard": True}
IDLING = {"state": "idling", "known": True, "video": False, "keyboard": True}
MOVING = {"state": "moving", "known": True, "video": False, "keyboard": False}


class Vehicle(Service):
    """Only what the projection service looks at."""

    NAME = "vehicle"

    def __init__(self, restrictions: dict[str, Any] | None) -> None:
        super().__init__()
        if restrictions is not None:
            self.set_property("Restrictions", restrictions)


class StreamReader:
    """The display's end of a stream; what arrived is in `packets`."""

    def __init__(self, fd: int) -> None:
        self.fd = fd
        self.packets: list[Packet] = []
        self.closed = False
        self._decoder = PacketDecoder()
        os.set_blocking(fd, False)
        asyncio.get_running_loop().add_reader(fd, self._read)

    def _read(self) -> None:
        data = os.read(self.fd, 1 << 16)
        if data:
            for packet in self._decoder.feed(data):
                self.packets.append(packet)
                self.arrived(packet)
        else:
            self.close()

    def arrived(self, packet: Packet) -> None:
        """For subclasses."""

    def close(self) -> None:
        if not self.closed:
            self.closed = True
            asyncio.get_running_loop().remove_reader(self.fd)
            os.close(self.fd)

    def of(self, kind: PacketType) -> list[Packet]:
        return [packet for packet in self.packets if packet.type == kind]

    async def frames(self, count: int) -> list[Packet]:
        await until(lambda: len(self.of(PacketType.FRAME)) >= count, what=f"{count} frames")
        return self.of(PacketType.FRAME)


class Pictures(StreamReader):
    """Decodes H.264 as it comes, by FFmpeg: `picture` is the newest as RGB (height, width, 3), `shown` counts them."""

    def __init__(self, fd: int) -> None:
        super().__init__(fd)
        self.picture = np.zeros((1, 1, 3), np.uint8)
        self.shown = 0
        self.format: VideoFormat | None = None
        self._config = b""
        self._codec: Any = None

    def arrived(self, packet: Packet) -> None:
        match packet.type:
            case PacketType.FORMAT:
                self.format = VideoFormat.unpack(packet.payload)
                self._codec = av.CodecContext.create(self.format.codec, "r")
            case PacketType.CONFIG:
                self._config = packet.payload
            case PacketType.FRAME:
                data, self._config = (
                    (self._config + packet.payload, b"") if packet.key else (packet.payload, self._config)
                )
                for frame in self._codec.decode(av.Packet(data)):
                    self.picture = frame.to_ndarray(format="rgb24")
                    self.shown += 1

    def colour(self, x: float, y: float) -> tuple[int, int, int]:
        """Of the newest picture at a place 0..1."""
        height, width = self.picture.shape[:2]
        red, green, blue = self.picture[min(height - 1, int(y * height)), min(width - 1, int(x * width))]
        return int(red), int(green), int(blue)

    async def some(self, count: int = 1) -> None:
        """Wait for pictures that are still to come."""
        wanted = self.shown + count
        await until(lambda: self.shown >= wanted, what=f"{count} pictures")


class Client:
    """The service as a display sees it; ``device`` is the phone that it asks for."""

    def __init__(self, link: Any, device: str) -> None:
        self.link, self.device = link, device
        self.said: list[dict[str, Any]] = []
        self.states: list[str] = []
        self.notices: list[tuple[str, str, str]] = []
        self.devices: dict[str, dict[str, Any]] = {}
        link.on_signal("projection", "SessionChanged", self._session)
        link.on_signal("projection", "DeviceChanged", lambda report: self.devices.update({report["id"]: report}))
        link.on_signal("projection", "Notice", lambda *notice: self.notices.append(notice))

    def _session(self, report: dict[str, Any]) -> None:
        self.said.append(report)
        self.states.append(report["state"])

    async def call(self, member: str, *args: Any) -> Any:
        return await self.link.call("projection", member, *args, timeout_s=20)

    async def ready(self, deadline_s: float = 15.0) -> None:
        """Until the phone is there and its apps are known."""
        async with asyncio.timeout(deadline_s):
            while not any(one["id"] == self.device and one["state"] == "ready" for one in await self.call("Devices")):
                await asyncio.sleep(0.01)

    async def open(self, app: str, width: int = 640, height: int = 360) -> str:
        await self.ready()
        session: str = await self.call("OpenApp", self.device, app, width, height, 160)
        return session

    async def shown(self, app: str, width: int = 640, height: int = 360) -> str:
        """Open and wait until it is on the screen."""
        session = await self.open(app, width, height)
        await until(lambda: any(one["id"] == session and one["state"] == "focused" for one in self.said), what="focus")
        return session

    async def again(self, state: str) -> None:
        """Wait for a state that is still to come."""
        seen = len(self.states)
        await until(lambda: state in self.states[seen:], what=state)

    async def answer(self, member: str, *args: Any) -> str:
        """The name of the error a call ends with, or nothing."""
        try:
            await self.call(member, *args)
        except ServiceError as error:
            return error.name
        return ""

    async def refused(self, name: str, member: str, *args: Any) -> str:
        with pytest.raises(ServiceError) as caught:
            await self.call(member, *args)
        assert caught.value.name == name, caught.value
        return str(caught.value)

    async def tap(self, session: str, x: float, y: float, pointer: int = 0) -> None:
        for phase in (0, 2):
            with suppress(ServiceError):
                await self.call("Touch", session, [(pointer, phase, x, y, 1.0)])
