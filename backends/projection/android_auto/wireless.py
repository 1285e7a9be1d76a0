"""Phones without a cable: they find the car by Bluetooth, are told its Wi-Fi there, and connect to it by TCP."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from backends.core.bus import Bus, BusLost
from backends.interfaces import ServiceError
from backends.projection.android_auto import sentences as say
from backends.projection.android_auto.bluez import Bluez
from backends.projection.android_auto.hotspot import Hotspot, WifiSettings
from backends.projection.android_auto.rfcomm import Access, invite
from backends.projection.android_auto.transport import TcpTransport, Transport
from backends.projection.domain import number_option
from backends.projection.errors import LinkLost, ProjectionError, TooSlow
from backends.projection.tasks import Tasks

__all__ = ["PORT", "Wireless"]

PORT = 5288
CONNECT_S = 10.0
"""From the phone's word that it joined to its connection."""
COME_S = 35.0
"""From the nudge to the connection, with all of the handshake."""
_BUS_RETRY_S = 5.0
_logger = logging.getLogger(__name__)

Found = Callable[[str, str], None]


class Wireless:
    """One phone at a time is on its way; ``bus_address`` "" is the system bus."""

    def __init__(self, wifi: WifiSettings, port: int, bus_address: str, name: Callable[[], str], folder: Path) -> None:
        self.bssid = wifi.bssid
        self._wifi = wifi
        self._port = port
        self._bus_address = bus_address
        self._name = name
        self._folder = folder
        self._bluez: Bluez | None = None
        self._hotspot: Hotspot | None = None
        self._invited = asyncio.Lock()
        self._expected: asyncio.Future[TcpTransport] | None = None
        self._here: dict[str, TcpTransport] = {}
        self._waiting: dict[str, asyncio.Future[TcpTransport]] = {}
        self._failures: dict[str, ProjectionError] = {}
        self._tasks = Tasks()
        self._found: Found = lambda address, name: None

    @classmethod
    def read(cls, options: Mapping[str, Any], name: Callable[[], str], folder: Path) -> Wireless | None:
        """None when it is not switched on. Options: wireless_port, wireless_bus, wifi_… Raises Invalid."""
        if str(options.get("wireless", "off")) not in ("on", "1", "True", "true"):
            return None
        port = number_option(options, "wireless_port", PORT, 0, 65535)
        return cls(WifiSettings.read(options), port, str(options.get("wireless_bus", "") or ""), name, folder)

    async def serve(self, found: Found) -> None:
        """Until cancelled. ``found`` is told a phone's address and name when it is there and waits."""
        self._found = found
        server = await asyncio.start_server(self._dialled, "0.0.0.0", self._port)  # noqa: S104  # the hotspot is there later
        self._port = server.sockets[0].getsockname()[1]
        try:
            while True:
                with contextlib.suppress(BusLost):
                    await self._on_bus()
                await asyncio.sleep(_BUS_RETRY_S)
        finally:
            server.close()
            await self._tasks.close()
            for transport in self._here.values():
                await transport.close()

    async def _on_bus(self) -> None:
        bus = await Bus.connect(self._bus_address or None, system=not self._bus_address)
        self._bluez = Bluez(bus, self._asked)
        self._hotspot = Hotspot(bus, self._wifi, self._name(), self._folder)
        try:
            await bus.wait_closed()
        finally:
            self._bluez.close()
            await self._hotspot.down()
            self._bluez = self._hotspot = None
            await bus.close()

    async def reach(self, address: str) -> Transport:
        """The phone's connection: the one that is there, or the one it makes when it is nudged. Raises ProjectionError."""
        if (transport := self._here.pop(address, None)) is not None:
            return transport
        if self._bluez is None:
            raise LinkLost(say.NO_BLUETOOTH)
        waiting = self._waiting.setdefault(address, asyncio.get_running_loop().create_future())
        try:
            async with asyncio.timeout(COME_S):
                with contextlib.suppress(ServiceError):
                    await self._bluez.nudge(address)  # most phones come by themselves once Bluetooth is connected
                return await waiting
        except TimeoutError:
            raise self._failures.pop(address, None) or TooSlow(say.NOT_COMING) from None
        finally:
            self._waiting.pop(address, None)

    async def paired(self, address: str) -> bool:
        """Whether Bluetooth knows a phone as paired."""
        return self._bluez is not None and await self._bluez.paired(address)

    def _asked(self, address: str, name: str, fd: int) -> None:
        """A phone is at the other end of a Bluetooth connection."""
        self._tasks.start(self._invite(address, name, fd), "wireless invitation")

    async def _invite(self, address: str, name: str, fd: int) -> None:
        sock = socket.socket(fileno=fd)
        sock.setblocking(False)
        async with self._invited:
            try:
                reader, writer = await asyncio.open_connection(sock=sock)
            except (OSError, ValueError) as error:
                sock.close()
                _logger.warning("wireless connection unusable error=%s", error)
                return
            try:
                transport = await self._brought(reader, writer)
            except ProjectionError as error:
                _logger.info("wireless invitation failed reason=%s text=%s", error.reason, error.text)
                self._failures[address] = error
                waiting = self._waiting.get(address)
                if waiting is not None and not waiting.done():
                    waiting.set_exception(error)
                return
            finally:
                writer.close()
        waiting = self._waiting.get(address)
        if waiting is not None and not waiting.done():
            waiting.set_result(transport)
            return
        if (before := self._here.pop(address, None)) is not None:
            await before.close()
        self._here[address] = transport
        self._found(address, name)

    async def _brought(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> TcpTransport:
        if self._hotspot is None:
            raise LinkLost(say.NO_BLUETOOTH)
        network = await self._hotspot.up()
        self.bssid = network.bssid
        self._expected = asyncio.get_running_loop().create_future()
        try:
            access = Access(network.ip, self._port, network.ssid, network.bssid, network.password)
            joined = asyncio.ensure_future(invite(reader, writer, access))
            try:
                waits: set[asyncio.Future[Any]] = {joined, self._expected}
                await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
                if joined.done():
                    joined.result()
                async with asyncio.timeout(CONNECT_S):
                    return await self._expected
            finally:
                joined.cancel()
                await asyncio.gather(joined, return_exceptions=True)
        except TimeoutError:
            raise TooSlow(say.NOT_CONNECTED) from None
        finally:
            self._expected = None

    async def _dialled(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        expected = self._expected
        if expected is None or expected.done():
            _logger.info("connection nobody was invited for")
            writer.close()
            return
        expected.set_result(TcpTransport(reader, writer))
