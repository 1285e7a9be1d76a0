"""The phone: a head unit server that cars connect to, what is on its screens, and what can go wrong with it."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections import Counter
from dataclasses import dataclass
from typing import Any, TypeVar

from backends.projection.simphone.android_auto import sound, tell
from backends.projection.simphone.android_auto.link import CarLink
from backends.projection.simphone.android_auto.services import Service
from backends.projection.simphone.android_auto.video import Video
from backends.projection.simphone.android_auto.wire import f
from backends.projection.simphone.apps import INSTALLED
from backends.projection.simphone.faults import Faults
from backends.projection.simphone.state import Identity, PhoneState

__all__ = ["AutoFaults", "AutoPhone"]

_T = TypeVar("_T", bound=Service)


@dataclass(slots=True)
class AutoFaults(Faults):
    """Bytes are of the TCP connection. refuse: the car's certificate is not accepted. version: as 6.0, and no match.

    mute: pings are not answered; encrypted_pings: they are, as some phones do, in encrypted frames.
    """

    mute: bool = False
    encrypted_pings: bool = False
    asks: bool = False
    """Before it goes on, the phone asks its owner; the command `allow` is the owner's answer."""


class AutoPhone:
    """One phone, one car at a time."""

    def __init__(self, *, identity: Identity, dark: bool = True, listen_at: tuple[str, int] = ("127.0.0.1", 0)) -> None:
        self.state = PhoneState(identity, dark=dark)
        self.faults = AutoFaults()
        self.inputs: Counter[str] = Counter()
        self.link: CarLink | None = None
        self.connections = 0
        self.last: dict[str, Any] = {}
        self.app = ""
        self._battery = self.state.battery
        self._listen_at = listen_at
        self._server: asyncio.Server | None = None
        self._links: set[asyncio.Task[None]] = set()
        self.state.on_change.append(self._changed)

    @property
    def busy(self) -> bool:
        """A connection is there, or not wholly over."""
        return bool(self._links)

    @property
    def address(self) -> str:
        """host:port."""
        return f"{self._listen_at[0]}:{self._listen_at[1]}"

    async def begin(self) -> str:
        self._server = await asyncio.start_server(self._met, *self._listen_at)
        self._listen_at = self._server.sockets[0].getsockname()[:2]
        return self.address

    async def end(self) -> None:
        if self._server is not None:
            self._server.close()
        if self.link is not None:
            self.link.hang_up()
        await asyncio.gather(*self._links, return_exceptions=True)

    async def dial(self, host: str, port: int) -> None:
        """Connect to a car that waits (wireless)."""
        reader, writer = await asyncio.open_connection(host, port)
        task = asyncio.create_task(self.serve(reader, writer))
        self._links.add(task)
        task.add_done_callback(self._links.discard)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """A connection with a car, however it came about."""
        self.connections += 1
        with contextlib.suppress(OSError):
            writer.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        link = self.link = CarLink(self, reader, writer)
        try:
            await link.run()
        finally:
            self.last = self._describe(link)
            if self.link is link:
                self.link = None

    def note(self, what: str) -> None:
        """An input came."""
        self.inputs[what] += 1

    def show(self, package: str) -> None:
        """Bring an app to the front of the car's screen, now or when there is one. Raises LookupError."""
        if not any(package == app.PACKAGE for app in INSTALLED):
            raise LookupError(f"no app {package}")
        self.app = package
        if self.link is not None:
            for service in self.link.services.values():
                if isinstance(service, Video):
                    self.laid_out(service)

    def laid_out(self, video: Video) -> None:
        """A screen of the car has its size."""
        app = next((app for app in INSTALLED if self.app == app.PACKAGE), None)
        if app is not None and video.display is not None and video.kind == "video":
            video.display.show(app)

    async def command(self, command: str, values: dict[str, Any]) -> Any:
        match command:
            case "start":
                self.show(str(values["package"]))
                return None
            case "vanish":
                await self.end()
                return None
            case "return":
                return await self.begin()
            case "dial":
                await self.dial(str(values["host"]), int(values["port"]))
                return None
        link = self.link
        if link is None:
            raise LookupError(f"no car is connected for {command}")
        match command:
            case "disconnect":
                link.hang_up()
            case "bye":
                await link.send(0, 15, f(1, int(values.get("reason", 1))))
            case "allow":
                await link.introduce()
            case "exit":
                await self._the(link, "video", Video).ask_focus(2, 2)
            case "say":
                role = self._the(link, str(values.get("role", "guidance")), sound.Sound)
                link.spawn(role.say(float(values.get("seconds", 1.0))))
            case "listen":
                await self._the(link, "microphone", sound.Microphone).listen(bool(values["on"]))
            case "navigate":
                await self._the(link, "navigation", tell.Navigation).guide(values)
            case "navigate-old":
                await self._the(link, "navigation", tell.Navigation).guide_old(values)
            case "phone":
                await self._the(link, "phone_status", tell.PhoneStatus).tell(values)
            case "pair":
                await self._the(link, "bluetooth", tell.Bluetooth).pair(str(values["address"]))
            case "notify":
                await self._the(link, "notification", tell.Notifications).notify(str(values["id"]), str(values["text"]))
            case "native-navigation":
                await link.send(0, 13, f(1, 2))
            case "voice":
                await link.send(0, 17, f(1, 1 if values["on"] else 2))
            case "raw":
                channel, kind, body = int(values["channel"]), int(values["id"]), bytes.fromhex(values.get("body", ""))
                await link.send(channel, kind, body, plain=bool(values.get("plain")))
            case _:
                raise LookupError(f"no command {command}")
        return None

    def describe(self) -> dict[str, Any]:
        """Everything a test may ask, as plain JSON."""
        state = self.state
        return {
            "address": self.address,
            "connections": self.connections,
            "connected": self.link is not None,
            "link": self._describe(self.link) if self.link is not None else {},
            "last": self.last,
            "inputs": dict(self.inputs),
            "battery": state.battery,
            "dark": state.dark,
            "music": {"title": state.music.track.title, "playing": state.music.playing},
        }

    def _describe(self, link: CarLink) -> dict[str, Any]:
        return {
            "state": link.state,
            "version": list(link.version),
            "car": link.car.name,
            "driver": link.car.driver,
            "certificate": link.encryption.subject,
            "complaints": link.complaints,
            "pings": link.pings,
            "pongs": link.pongs,
            "audio_focus": link.audio_focus,
            "audio_focus_unasked": link.audio_focus_unasked,
            "navigation_focus": link.navigation_focus,
            "bye": link.bye,
            "services": {service.kind: service.describe() for service in link.services.values()},
        }

    async def _met(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._links.add(task)
        try:
            await self.serve(reader, writer)
        finally:
            self._links.discard(task)

    def _changed(self) -> None:
        link = self.link
        if link is None:
            return
        for service in link.services.values():
            if isinstance(service, Video) and service.display is not None:
                service.display.changed()
        if self._battery != self.state.battery and link.state == "ready":
            self._battery = self.state.battery
            link.spawn(link.tell_battery())

    @staticmethod
    def _the(link: CarLink, kind: str, of: type[_T]) -> _T:
        service = link.service(kind)
        if not isinstance(service, of) or not service.is_open:
            raise LookupError(f"the car has no {kind}")
        return service
