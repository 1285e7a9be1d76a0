"""The phone's ADB daemon over TCP: connections, authorisation, streams."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import logging
from typing import TYPE_CHECKING, Protocol

from backends.projection.simphone.scrcpy import auth
from backends.projection.simphone.scrcpy.stream import AdbStream
from backends.projection.simphone.scrcpy.wire import (
    MAX_PAYLOAD,
    VERSION,
    VERSION_SKIP_CHECKSUM,
    AuthKind,
    Command,
    Packet,
    WireError,
    read_packet,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

__all__ = ["AdbConnection", "Adbd", "Host"]

_log = logging.getLogger(__name__)
_OPEN_TIMEOUT_S = 10.0
# A garbled phone says this instead of ADB: it must not be read as a header.
_GARBAGE = bytes((i * 73 + 41) & 0xFF for i in range(4096))


class Host(Protocol):
    """What the daemon asks of the phone around it."""

    banner: str

    def auth_mode(self) -> str:
        """none, accept, ask or deny."""

    def known_keys(self) -> list[auth.PublicKey]:
        """Keys that a person allowed."""

    async def offer_key(self, key: auth.PublicKey) -> bool:
        """Ask the person; True when the key is now allowed. May take long."""

    def garbled(self) -> bool:
        """Whether a new connection gets garbage instead of ADB (a fault on demand)."""

    def service(self, connection: AdbConnection, name: str) -> Callable[[AdbStream], Awaitable[None]] | None:
        """The coroutine that serves a stream opened to `name`, or None to refuse it."""

    def connection_lost(self, connection: AdbConnection) -> None:
        """The connection ended; its reverse tunnels end with it."""


class Writer(Protocol):
    """What is used of asyncio's StreamWriter; TLS has one too."""

    @property
    def transport(self) -> asyncio.WriteTransport: ...
    def write(self, data: bytes) -> None: ...
    async def drain(self) -> None: ...
    def close(self) -> None: ...
    def is_closing(self) -> bool: ...


class AdbConnection:
    """One host on its TCP connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: Writer, host: Host) -> None:
        self._reader = reader
        self._writer = writer
        self._host = host
        self._ids = itertools.count(1)
        self._streams: dict[int, AdbStream] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._token = b""
        self._version = VERSION
        self._max_payload = 4096
        self.online = False
        self.host_banner = ""

    async def run(self, greeting: Packet | None = None) -> None:
        """Serve until the peer leaves or talks nonsense. `greeting`: it was let in already, with these words."""
        try:
            if greeting is not None:
                self._agree(greeting)
                self._welcome()
            if self._host.garbled():
                self._writer.write(_GARBAGE)
                await self._writer.drain()
            while True:
                packet = await read_packet(self._reader, checksum=self._version < VERSION_SKIP_CHECKSUM)
                await self._handle(packet)
        except WireError as error:
            _log.warning("host sends no ADB reason=%s", error)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            await self._end()

    def drop(self) -> None:
        """Cut the connection at once, as when Wi-Fi goes away."""
        self._writer.transport.abort()

    def hang_up(self) -> None:
        """Close the connection after what was written."""
        self._writer.close()

    async def open_to_host(self, destination: str) -> AdbStream:
        """Open a stream towards the host (`tcp:27183` of a reverse tunnel). Raises ConnectionRefusedError."""
        stream = self._new_stream(0)
        self._send(Packet(Command.OPEN, stream.local_id, 0, destination.encode() + b"\0"))
        async with asyncio.timeout(_OPEN_TIMEOUT_S):
            await stream.opened.wait()
        if stream.closed.is_set():
            raise ConnectionRefusedError(destination)
        return stream

    async def _handle(self, packet: Packet) -> None:
        match packet.command:
            case Command.CNXN:
                self._start_over()
                self._agree(packet)
                if self._host.auth_mode() == "none":
                    self._welcome()
                else:
                    self._challenge()
            case Command.AUTH:
                self._authenticate(packet)
            case Command.OPEN if self.online:
                self._open(packet)
            case Command.OKAY | Command.WRTE | Command.CLSE if self.online:
                self._deliver(packet)
                # With the socket full, reading on would only queue more: let TCP push back.
                await self._writer.drain()
            case _:
                _log.debug("ignored command=%#010x", packet.command)

    def _agree(self, greeting: Packet) -> None:
        self._version = min(VERSION, greeting.arg0)
        self._max_payload = max(1, min(MAX_PAYLOAD, greeting.arg1))
        self.host_banner = greeting.data.rstrip(b"\0").decode("utf-8", "replace")

    def _start_over(self) -> None:
        """A host that greets again has forgotten its streams."""
        self.online = False
        self._host.connection_lost(self)
        for stream in self._streams.values():
            stream.on_close()
        self._streams.clear()

    def _challenge(self) -> None:
        self._token = auth.new_token()
        self._send(Packet(Command.AUTH, AuthKind.TOKEN, 0, self._token))

    def _authenticate(self, packet: Packet) -> None:
        if not self._token or self.online:
            return
        if packet.arg0 == AuthKind.SIGNATURE:
            if self._host.auth_mode() != "deny" and any(
                auth.verify(key, self._token, packet.data) for key in self._host.known_keys()
            ):
                self._welcome()
            else:
                self._challenge()
        elif packet.arg0 == AuthKind.RSA_PUBLIC_KEY:
            try:
                key = auth.parse_key(packet.data)
            except auth.BadKeyError as error:
                _log.warning("host offers a bad key reason=%s", error)
                return
            self._spawn(self._ask(key))

    async def _ask(self, key: auth.PublicKey) -> None:
        if await self._host.offer_key(key):
            self._welcome()

    def _welcome(self) -> None:
        self.online = True
        self._send(Packet(Command.CNXN, self._version, MAX_PAYLOAD, self._host.banner.encode()))

    def _open(self, packet: Packet) -> None:
        name = packet.data.rstrip(b"\0").decode("utf-8", "surrogateescape")
        serve = self._host.service(self, name)
        if serve is None or packet.arg0 == 0:
            self._send(Packet(Command.CLSE, 0, packet.arg0))
            return
        stream = self._new_stream(packet.arg0)
        stream.opened.set()
        self._send(Packet(Command.OKAY, stream.local_id, stream.remote_id))
        self._spawn(self._serve(serve, stream))

    async def _serve(self, serve: Callable[[AdbStream], Awaitable[None]], stream: AdbStream) -> None:
        with contextlib.suppress(BrokenPipeError):
            await serve(stream)

    def _deliver(self, packet: Packet) -> None:
        stream = self._streams.get(packet.arg1)
        if stream is None or (stream.remote_id not in (0, packet.arg0) and packet.arg0 != 0):
            if packet.command == Command.WRTE:
                self._send(Packet(Command.CLSE, 0, packet.arg0))
            return
        match packet.command:
            case Command.OKAY:
                stream.on_okay(packet.arg0)
            case Command.WRTE:
                stream.on_data(packet.data)
            case _:
                if not stream.closed.is_set():
                    self._send(Packet(Command.CLSE, stream.local_id, packet.arg0))
                stream.on_close()
        if stream.closed.is_set():
            self._streams.pop(stream.local_id, None)

    def _new_stream(self, remote_id: int) -> AdbStream:
        stream = AdbStream(next(self._ids), remote_id, self._max_payload, self._send)
        self._streams[stream.local_id] = stream
        return stream

    def _send(self, packet: Packet) -> None:
        if not self._writer.is_closing():
            self._writer.write(packet.encode(checksum=self._version < VERSION_SKIP_CHECKSUM or not self.online))

    def _spawn(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.error("a service failed", exc_info=error)

    async def _end(self) -> None:
        self.online = False
        self._host.connection_lost(self)
        for stream in list(self._streams.values()):
            stream.on_close()
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._writer.transport.abort()


class Adbd:
    """The listener and its connections."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._server: asyncio.Server | None = None
        self._address = ("127.0.0.1", 0)
        self.connections: set[AdbConnection] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def address(self) -> str:
        """host:port."""
        return f"{self._address[0]}:{self._address[1]}"

    @property
    def listening(self) -> bool:
        """Whether a host could connect now."""
        return self._server is not None

    async def listen(self, bind: str, port: int) -> None:
        """Start; port 0 takes a free one. Raises OSError."""
        self._server = await asyncio.start_server(self._accept, bind, port)
        self._address = self._server.sockets[0].getsockname()[:2]

    async def vanish(self) -> None:
        """Stop listening and cut every connection, as a phone that leaves does."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self.drop()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def come_back(self) -> None:
        """Listen again where it was."""
        if self._server is None:
            await self.listen(*self._address)

    def drop(self) -> None:
        """Cut every connection; new ones are welcome."""
        for connection in self.connections:
            connection.drop()

    async def serve(self, reader: asyncio.StreamReader, writer: Writer, greeting: Packet) -> None:
        """Serve a host that came by another way and was let in there."""
        connection = AdbConnection(reader, writer, self._host)
        self.connections.add(connection)
        try:
            await connection.run(greeting)
        finally:
            self.connections.discard(connection)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        connection = AdbConnection(reader, writer, self._host)
        self.connections.add(connection)
        try:
            await connection.run()
        finally:
            self.connections.discard(connection)
            self._tasks.discard(task)
