"""One connection with a car: version, encryption, what the car has, its channels, and the talk on channel 0."""

from __future__ import annotations

import asyncio
import logging
import os
import ssl
import struct
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from backends.projection.simphone.android_auto.car import Car
from backends.projection.simphone.android_auto.services import Service, make_services
from backends.projection.simphone.android_auto.tls import Encryption
from backends.projection.simphone.android_auto.wire import Heard, f, fields, frames, listen, signed
from backends.projection.simphone.faults import FaultyWriter

if TYPE_CHECKING:
    from backends.projection.simphone.android_auto.phone import AutoPhone

__all__ = ["CarLink"]

PING_S = 1.0
_VERSION_WAIT_S = 10.0
_log = logging.getLogger(__name__)


class CarLink:
    """`run` until the car hangs up, or until this side does."""

    def __init__(self, phone: AutoPhone, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.phone = phone
        self.state = "version"
        self.version = (0, 0)
        self.car = Car()
        self.services: dict[int, Service] = {}
        self.complaints: list[str] = []
        self.pongs = 0
        self.pings = 0
        self.audio_focus = 0
        self.audio_focus_unasked = 0
        self.navigation_focus = 0
        self.bye: int | None = None
        self.stopped = False
        self._reader = reader
        self._raw = writer
        self._writer = FaultyWriter(writer, phone.faults)
        self._encryption = Encryption(accept=not phone.faults.refuse)
        self._sending = asyncio.Lock()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._focus_waits: list[asyncio.Future[int]] = []

    @property
    def encryption(self) -> Encryption:
        """The encryption."""
        return self._encryption

    async def run(self) -> None:
        """Serve."""
        try:
            if self.phone.faults.garbage:
                self._writer.write(os.urandom(4096))
            async for heard in listen(self._reader, self._encryption.decrypt):
                if not await self._took(heard):
                    break
        except (ConnectionError, ssl.SSLError, ValueError, struct.error) as error:
            _log.debug("link ended error=%r", error)
            if isinstance(error, ValueError):
                self.complain(f"unreadable: {error}")
        finally:
            self.stopped = True
            for service in self.services.values():
                service.end()
            for task in list(self._tasks):
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
            self._raw.close()
            for service in self.services.values():
                await service.ended()

    def hang_up(self) -> None:
        """At once."""
        self._raw.transport.abort()

    def complain(self, text: str) -> None:
        """The car did what a real phone would refuse."""
        if len(self.complaints) < 50:
            self.complaints.append(text)
            _log.info("complaint %s", text)

    def spawn(self, work: Any) -> asyncio.Task[Any]:
        """Run beside; ends with the link."""
        task: asyncio.Task[Any] = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) and not isinstance(error, ConnectionError):
            _log.error("task failed", exc_info=error)

    async def send(
        self, channel: int, kind: int, body: bytes = b"", *, plain: bool = False, about: bool = False
    ) -> None:
        """A message. Raises ConnectionError."""
        async with self._sending:
            encrypt: Callable[[bytes], bytes] | None = None if plain else self._encryption.encrypt
            for frame in frames(channel, kind, body, encrypt, about=about):
                self._writer.write(frame)
                await self._writer.drain()

    async def ask_focus(self, kind: int) -> int:
        """Ask to be heard; what the car grants."""
        wait: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._focus_waits.append(wait)
        await self.send(0, 18, f(1, kind))
        return await wait

    def service(self, kind: str) -> Service | None:
        """The service of a kind, if the car has it and it is open."""
        return next((one for one in self.services.values() if one.kind == kind), None)

    # -- what the car says -------------------------------------------------------------------------------------------

    async def _took(self, heard: Heard) -> bool:
        if self.state in ("version", "tls"):
            return await self._begin(heard)
        if not heard.encrypted and (heard.channel, heard.id) not in ((0, 4), (0, 11), (0, 12)):
            self.complain(f"message {heard.id:#x} on channel {heard.channel} is not encrypted")
        if heard.channel == 0:
            return await self._control(heard)
        service = self.services.get(heard.channel)
        if service is None:
            self.complain(f"message {heard.id:#x} on channel {heard.channel}, which is not open")
        elif heard.about_channel:
            if heard.id == 8:
                status = signed(fields(heard.body).get(1, [0])[0])
                await (service.opened() if status == 0 else asyncio.sleep(0))
        else:
            await service.heard(heard.id, heard.body)
        return True

    async def _begin(self, heard: Heard) -> bool:
        if heard.id == 1 and self.state == "version":
            if len(heard.body) < 4:
                self.complain("a version request that is too short")
                return False
            self.version = struct.unpack(">HH", heard.body[:4])
            said, status = (1, 7), 0
            if self.phone.faults.version:
                major, _, minor = self.phone.faults.version.partition(".")
                said, status = (int(major), int(minor or 0)), 0xFFFF
            await self.send(0, 2, struct.pack(">HHH", *said, status), plain=True)
            self.state = "tls"
            return status == 0
        if heard.id == 3 and self.state == "tls":
            answer, well = self._encryption.handshake(heard.body)
            if answer:
                await self.send(0, 3, answer, plain=True)
            return well
        if heard.id == 4 and self._encryption.done:
            self.state = "discovery"
            if not self.phone.faults.asks:
                await self.introduce()
            return True
        self.complain(f"message {heard.id:#x} while waiting for {self.state}")
        return False

    async def _control(self, heard: Heard) -> bool:
        given = fields(heard.body) if heard.body else {}

        def first(number: int) -> int:
            return signed(given.get(number, [0])[0])

        match heard.id:
            case 6:
                await self._met(heard.body)
            case 11:
                self.pings += 1
                if not self.phone.faults.mute:
                    await self.send(0, 12, f(1, first(1)), plain=not self.phone.faults.encrypted_pings)
            case 12:
                self.pongs += 1
            case 14:
                self.navigation_focus = first(1)
            case 15:
                self.bye = first(1)
                await self.send(0, 16)
                return False
            case 16:
                return False
            case 19:
                self._focus(first(1), asked=not first(2))
            case other:
                self.complain(f"control message {other:#x}")
        return True

    def _focus(self, state: int, *, asked: bool) -> None:
        self.audio_focus = state
        if asked and self._focus_waits:
            self._focus_waits.pop(0).set_result(state)
            return
        self.audio_focus_unasked += 1
        if (media := self.service("media")) is not None:
            self.spawn(media.heard_out(state))

    async def _met(self, body: bytes) -> None:
        """The car told what it has: open all of it."""
        if self.state != "discovery":
            self.complain("a second description")
            return
        self.state = "ready"
        self.car = Car.read(body, self.complain)
        self.services = make_services(self)
        for channel in list(self.services):
            await self.send(channel, 7, f(1, 0) + f(2, channel), about=True)
        await self.tell_battery()
        self.spawn(self._ping())

    async def introduce(self) -> None:
        """Say who the phone is, and ask what the car has."""
        info = f(1, "sim-instance") + f(2, "sim-lifetime")
        await self.send(0, 5, f(4, "Android") + f(5, self.phone.state.identity.name) + f(6, info))

    async def tell_battery(self) -> None:
        """How full the phone's battery is."""
        await self.send(0, 23, f(1, self.phone.state.battery) + f(3, self.phone.state.battery < 15))

    async def _ping(self) -> None:
        while True:
            await asyncio.sleep(PING_S)
            await self.send(0, 11, f(1, time.monotonic_ns()), plain=True)
