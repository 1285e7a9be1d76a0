"""A phone with CarLife: its ports, its calls into the network, and what its owner does with it."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import logging
import random
import socket
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from backends.projection.simphone.apps import INSTALLED, App
from backends.projection.simphone.carlife.faults import CarlifeFaults
from backends.projection.simphone.carlife.hands import Hands
from backends.projection.simphone.carlife.language import LOCAL_PORTS, NETWORK_PORTS
from backends.projection.simphone.carlife.manners import Manners
from backends.projection.simphone.carlife.session import Session
from backends.projection.simphone.carlife.wire import CHANNELS, AdbLine, Line, Relay, SocketLine
from backends.projection.simphone.display import Display
from backends.projection.simphone.scrcpy import auth
from backends.projection.simphone.scrcpy.adbd import Adbd
from backends.projection.simphone.state import Identity, PhoneState

if TYPE_CHECKING:
    from backends.projection.simphone.scrcpy.adbd import AdbConnection
    from backends.projection.simphone.scrcpy.stream import AdbStream

__all__ = ["CALL_PORT", "CarlifePhone"]

CALL_PORT = 7999
"""Where cars listen for phones that call."""

_DPI = 200
_CALL_EVERY_S = 1.0
_TRIES = 50
_BASE = NETWORK_PORTS["command"]
_log = logging.getLogger(__name__)


class CarlifePhone:
    """``listen_at``: host and first port (0: free ones). ``call``: where broadcasts go; None: it does not call.

    ``adb_port``: adbd beside it, whose local ports lead to the same app; None: without.
    """

    def __init__(
        self,
        *,
        identity: Identity,
        manners: Manners | None = None,
        listen_at: tuple[str, int] = ("127.0.0.1", _BASE),
        call: tuple[str, int] | None = None,
        adb_port: int | None = None,
        dark: bool = True,
    ) -> None:
        self.state = PhoneState(identity, dark=dark)
        self.faults = CarlifeFaults()
        self.manners = manners or Manners()
        self.display = Display(0, self.state, 1280, 720, _DPI, decorated=True)
        self.display.launch = self._launch
        self.display.set_apps(INSTALLED)
        self.state.on_change.append(self.display.changed)
        self.session: Session | None = None
        self.sessions = 0
        self.banner = "device::ro.product.model=" + identity.model
        self._host, self._port = listen_at
        self._call_to = call
        self._adb_port = adb_port
        self._servers: list[asyncio.Server] = []
        self._waiting: dict[str, Line] = {}
        self._runs: set[asyncio.Task[None]] = set()
        self._calling: asyncio.Task[None] | None = None
        self._hands = Hands(self)
        self.adbd = Adbd(self)

    # -- its life ----------------------------------------------------------------------------------------------------

    async def begin(self) -> str:
        """See program.Phone."""
        await self.listen()
        if self._adb_port is not None:
            await self.adbd.listen(self._host, self._adb_port)
        return self.address

    async def end(self) -> None:
        """See program.Phone."""
        await self.adbd.vanish()
        await self.vanish()

    @property
    def address(self) -> str:
        """host:port of the command channel, or adb's."""
        return f"adb:{self.adbd.address}" if self._adb_port is not None else f"{self._host}:{self._port}"

    async def listen(self) -> None:
        """Open the six ports, and call. Raises OSError."""
        if not self._servers and not self.faults.refuse:
            await (self._bind_free() if self._port == 0 else self._bind(self._port))
        if self._call_to is not None and self._calling is None:
            self._calling = asyncio.ensure_future(self._call(*self._call_to))

    async def vanish(self) -> None:
        """Out of reach: no ports, no calls, every connection cut."""
        if self._calling is not None:
            self._calling.cancel()
            self._calling = None
        for server in self._servers:
            server.close()
        self._servers.clear()
        await self.drop()

    async def drop(self) -> None:
        """Cut the connection; a new one is welcome."""
        for line in self._waiting.values():
            line.close()
        self._waiting.clear()
        if self.session is not None:
            self.session.end()
        await asyncio.gather(*self._runs, return_exceptions=True)

    async def _bind_free(self) -> None:
        for _ in range(_TRIES):
            try:
                await self._bind(random.randrange(10_000, 60_000))  # noqa: S311 - a free port, no secret
                return
            except OSError:
                continue
        raise OSError("no six free ports")

    async def _bind(self, base: int) -> None:
        opened: list[asyncio.Server] = []
        try:
            for channel, port in NETWORK_PORTS.items():
                opened.append(await asyncio.start_server(self._accepted(channel), self._host, port - _BASE + base))
        except OSError:
            for server in opened:
                server.close()
            raise
        self._servers, self._port = opened, base

    async def _call(self, host: str, port: int) -> None:
        with contextlib.closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as out:
            out.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
            out.bind((self._host if self._host != "0.0.0.0" else "", 0))  # noqa: S104 - compared, not bound
            while True:
                if self.session is None:
                    with contextlib.suppress(OSError):
                        out.sendto(b"carlife", (host, port or CALL_PORT))
                await asyncio.sleep(_CALL_EVERY_S)

    # -- cars --------------------------------------------------------------------------------------------------------

    def _accepted(self, channel: str) -> Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]:
        async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            self.attach(channel, SocketLine(reader, writer))

        return accept

    def attach(self, channel: str, line: Line) -> None:
        """A car opened a channel; with all six it is connected, and another car is not any more."""
        if self.faults.refuse:
            line.close()
            return
        if (old := self._waiting.pop(channel, None)) is not None:
            old.close()
        self._waiting[channel] = line
        if len(self._waiting) == len(CHANNELS):
            lines, self._waiting = self._waiting, {}
            if self.session is not None:
                self.session.end()
            self._start({channel: lines[channel] for channel in CHANNELS})

    def plug(self, out: Callable[[bytes], None]) -> Relay:
        """A car at the other end of a USB accessory."""
        relay = Relay(out)
        self._start(relay.lines())
        return relay

    def _start(self, lines: dict[str, Line]) -> None:
        session = self.session = Session(self, lines)
        self.sessions += 1
        task = asyncio.ensure_future(self._run(session))
        self._runs.add(task)
        task.add_done_callback(self._runs.discard)

    async def _run(self, session: Session) -> None:
        try:
            await session.run()
        finally:
            if self.session is session:
                self.session = None

    # -- adbd, see adbd.Host -----------------------------------------------------------------------------------------

    def auth_mode(self) -> str:
        return "accept"

    def known_keys(self) -> list[auth.PublicKey]:
        return []

    async def offer_key(self, key: auth.PublicKey) -> bool:
        return True

    def garbled(self) -> bool:
        return False

    def service(self, connection: AdbConnection, name: str) -> Callable[[AdbStream], Awaitable[None]] | None:
        channel = next((channel for channel, port in LOCAL_PORTS.items() if name == f"tcp:{port}"), None)
        if channel is None or not self._servers:
            return None

        async def serve(stream: AdbStream) -> None:
            self.attach(channel, AdbLine(stream))
            await stream.closed.wait()

        return serve

    def connection_lost(self, connection: AdbConnection) -> None:
        pass

    # -- its owner ---------------------------------------------------------------------------------------------------

    def about(self) -> dict[str, Any]:
        """How it presents itself to a car."""
        identity = self.state.identity
        return {
            "os": "Android", "brand": identity.brand, "manufacturer": identity.manufacturer, "model": identity.model,
            "serial": identity.serial, "release": identity.android, "sdk": str(identity.sdk), "sdk_int": identity.sdk,
            "carlifeversion": "6.7.2",
        }  # fmt: skip

    async def command(self, command: str, values: dict[str, Any]) -> Any:
        """See remote.Controlled."""
        return await self._hands.do(command, values)

    def describe(self) -> dict[str, object]:
        """Everything a test may ask, as plain JSON."""
        session = self.session
        return {
            "address": self.address,
            "listening": bool(self._servers),
            "connections": int(session is not None),
            "sessions": self.sessions,
            "music": {"playing": self.state.music.playing, "title": self.state.music.track.title},
            "displays": [self.display.describe()],
            "encrypted": session is not None and session.encrypted,
            "picture": list(session.size) if session is not None else [0, 0],
            "streaming": session is not None and session.projector.running,
            "frames": session.projector.frames if session is not None else 0,
            "keys": session.projector.keys if session is not None else 0,
            "seen": dataclasses.asdict(session.seen) if session is not None else {},
        }

    def _launch(self, package: str) -> None:
        app: type[App] | None = next((app for app in INSTALLED if package == app.PACKAGE), None)
        if app is None:
            raise LookupError(f"no app {package}")
        self.state.launches[package] += 1
        self.display.show(app)
