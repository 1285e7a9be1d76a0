"""Phones reached through an adb server (USB, paired Wi-Fi, emulators): tracking, and its sockets as streams."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass

from backends.projection.defs import Reason
from backends.projection.errors import LinkLost, PeerFault, ProjectionError, TooSlow, Unsupported

__all__ = ["SERVER_PORT", "AdbServer", "ServerDevice", "SocketStream", "Tracked", "parse_devices"]

SERVER_PORT = 5037
ANSWER_TIMEOUT_S = 5.0
WRITE_TIMEOUT_S = 10.0
_DEVICES_MAX = 64
_SIZE = re.compile(rb"[0-9a-fA-F]{4}")


@dataclass(frozen=True, slots=True)
class Tracked:
    """A line of the server's list; ``state`` is device, offline, unauthorized, connecting, authorizing, …"""

    serial: str
    state: str
    model: str = ""


def parse_devices(text: str) -> dict[str, Tracked]:
    """The server's list, short or long, by serial; lines that make no sense are left out."""
    found: dict[str, Tracked] = {}
    for line in text.splitlines()[:_DEVICES_MAX]:
        serial, *words = line.split()[:16] or [""]
        if not serial or not words or not line.expandtabs().isprintable():
            continue
        model = next((word.partition(":")[2] for word in words if word.startswith("model:")), "")
        found[serial] = Tracked(serial, words[0], model.replace("_", " "))
    return found


class SocketStream:
    """A `ByteStream` over a socket of the adb server."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def read(self, limit: int = 65536) -> bytes:
        """See ByteStream."""
        try:
            return await self._reader.read(limit)
        except OSError as error:
            raise LinkLost("The phone is gone.") from error

    async def read_exactly(self, size: int) -> bytes:
        """See ByteStream."""
        try:
            return await self._reader.readexactly(size)
        except (OSError, asyncio.IncompleteReadError) as error:
            raise LinkLost("The phone closed the connection in the middle of a message.") from error

    async def write(self, data: bytes) -> None:
        """See ByteStream."""
        try:
            async with asyncio.timeout(WRITE_TIMEOUT_S):
                self._writer.write(data)
                await self._writer.drain()
        except TimeoutError:
            raise TooSlow("The phone stopped taking what the car sends.") from None
        except OSError as error:
            raise LinkLost("The phone is gone.") from error

    def close(self) -> None:
        """See ByteStream."""
        self._writer.transport.abort()


class AdbServer:
    """An adb server; every request is a connection of its own."""

    def __init__(self, host: str = "127.0.0.1", port: int = SERVER_PORT) -> None:
        self.host = host
        self.port = port

    async def devices(self) -> dict[str, Tracked]:
        """All phones it knows, with models. Raises LinkLost when no server runs."""
        return parse_devices(await self._ask("host:devices-l"))

    async def state(self, serial: str) -> str:
        """device, offline, unauthorized, …; Raises Unsupported when it is not there, LinkLost when no server runs."""
        return await self._ask(f"host-serial:{serial}:get-state")

    async def connect_address(self, address: str) -> str:
        """Have the server connect to a phone by TCP; its own words about how it went."""
        return await self._ask(f"host:connect:{address}", timeout_s=15.0)

    async def disconnect_address(self, address: str) -> str:
        """Have the server forget a phone that it knows by address."""
        return await self._ask(f"host:disconnect:{address}")

    async def features(self, serial: str) -> frozenset[str]:
        """What the phone's side can do. Raises Unsupported when it is not there."""
        return frozenset((await self._ask(f"host-serial:{serial}:features")).split(","))

    async def track(self) -> AsyncIterator[dict[str, Tracked]]:
        """The list, now and at every change. Raises LinkLost when the server ends or none runs."""
        stream = await self._request("host:track-devices")
        try:
            while True:
                yield parse_devices(await self._text(stream, None))
        finally:
            stream.close()

    async def open(self, serial: str, service: str) -> SocketStream:
        """A stream to a service on a phone. Raises Unsupported when the phone or the server refuses."""
        stream = await self._request(f"host:transport:{serial}")
        try:
            await self._send(stream, service)
        except BaseException:
            stream.close()
            raise
        return stream

    async def _ask(self, request: str, timeout_s: float = ANSWER_TIMEOUT_S) -> str:
        stream = await self._request(request)
        try:
            return await self._text(stream, timeout_s)
        finally:
            stream.close()

    async def _request(self, request: str) -> SocketStream:
        try:
            async with asyncio.timeout(ANSWER_TIMEOUT_S):
                reader, writer = await asyncio.open_connection(self.host, self.port, limit=1 << 20)
        except (OSError, TimeoutError) as error:
            raise LinkLost("No adb server runs here.", Reason.NO_ROUTE) from error
        stream = SocketStream(reader, writer)
        try:
            await self._send(stream, request)
        except BaseException:
            stream.close()
            raise
        return stream

    async def _send(self, stream: SocketStream, request: str) -> None:
        payload = request.encode()
        if len(payload) > 0xFFFF:
            raise Unsupported("That request is too long for an adb server.")
        await stream.write(b"%04x" % len(payload) + payload)
        try:
            async with asyncio.timeout(ANSWER_TIMEOUT_S):
                status = await stream.read_exactly(4)
        except TimeoutError:
            raise TooSlow("The adb server did not answer.") from None
        if status == b"FAIL":
            raise Unsupported(await self._text(stream, ANSWER_TIMEOUT_S), Reason.NONE)
        if status != b"OKAY":
            raise PeerFault("What answers there is no adb server.")

    async def _text(self, stream: SocketStream, timeout_s: float | None) -> str:
        try:
            async with asyncio.timeout(timeout_s):
                raw = await stream.read_exactly(4)
                if not _SIZE.fullmatch(raw):
                    raise PeerFault("What answers there is no adb server.")
                size = int(raw, 16)
                return (await stream.read_exactly(size)).decode("utf-8", "replace")
        except TimeoutError:
            raise TooSlow("The adb server did not answer.") from None


class ServerDevice:
    """An `AdbDevice` behind an adb server; whoever tracks the server calls `lost`."""

    def __init__(self, server: AdbServer, serial: str, name: str, features: frozenset[str]) -> None:
        self._server = server
        self._serial = serial
        self._name = name
        self._features = features
        self._gone: asyncio.Future[ProjectionError] = asyncio.get_running_loop().create_future()

    @property
    def features(self) -> frozenset[str]:
        return self._features

    @property
    def name(self) -> str:
        return self._name

    async def open(self, service: str) -> SocketStream:
        """See AdbDevice."""
        if self._gone.done():
            raise self._gone.result()
        return await self._server.open(self._serial, service)

    async def wait_closed(self) -> ProjectionError:
        """See AdbDevice."""
        return await asyncio.shield(self._gone)

    async def check(self) -> None:
        """See AdbDevice. adb 29 does not announce the loss of a phone on TCP until it tries it again 10 s later."""
        try:
            state = await self._server.state(self._serial)
        except ProjectionError as error:
            self.lost(LinkLost(f"The phone is gone: {error.text}"))
        else:
            if state != "device":
                self.lost(LinkLost("The phone is gone."))

    def lost(self, error: ProjectionError) -> None:
        """The server no longer has the phone."""
        if not self._gone.done():
            self._gone.set_result(error)

    async def close(self) -> None:
        """See AdbDevice. Its streams end with their owners."""
        with suppress(asyncio.InvalidStateError):
            self._gone.set_result(LinkLost("The connection to the phone was closed.", Reason.USER))
