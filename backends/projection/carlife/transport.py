"""Six channels to a phone, however it is reached: connections of its own, streams of adb, or one USB accessory."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Coroutine, Iterable
from typing import Any, Protocol

from backends.projection.adb.api import ByteStream
from backends.projection.carlife.ids import FORWARD_PORTS, WIFI_PORTS, Channel
from backends.projection.carlife.protocol import Decoder, Frame, RelayDecoder, encode_relay
from backends.projection.carlife.sentences import CLOSED, FULL, NO_APP, NOBODY, SLOW_ADB, UNPLUGGED, nonsense
from backends.projection.defs import Reason
from backends.projection.errors import LinkLost, ProjectionError, TooSlow, Unsupported

__all__ = ["CONNECT_TIMEOUT_S", "AdbTransport", "Heard", "Pipe", "Transport", "UsbTransport", "WifiTransport"]

CONNECT_TIMEOUT_S = 3.0
UNSENT_MAX = 4 << 20
"""What may wait for one phone; a phone that takes less is gone."""
_READ = 256 << 10
_TOGETHER_S = 0.1
_logger = logging.getLogger(__name__)

Heard = Callable[[Frame, int], None]
"""Told each message and when it was whole (ns, CLOCK_MONOTONIC)."""


class Transport(ABC):
    """Used once: `open`, then `run` until the end, `close` in any case."""

    NAME = ""
    CONNECT_TYPE = 0
    """What CarLife's feature CONNECT_TYPE calls it."""

    @abstractmethod
    async def open(self) -> None:
        """All six channels. Raises LinkLost and the like."""

    @abstractmethod
    async def run(self, heard: Heard) -> None:
        """Hand over messages until a channel ends. Raises ProjectionError."""

    @abstractmethod
    def write(self, channel: Channel, message: bytes) -> None:
        """Send a whole message; never waits. Raises LinkLost, TooSlow."""

    @abstractmethod
    async def close(self) -> None:
        """Send what waits, for a moment, and let go."""


class WifiTransport(Transport):
    """Connections to the phone's own ports; ``base`` is the first of them, the others lie at their distances from it."""

    NAME = "wifi"
    CONNECT_TYPE = 5

    def __init__(self, host: str, base: int = WIFI_PORTS[Channel.COMMAND]) -> None:
        self._host = host
        self._base = base
        self._readers: dict[Channel, asyncio.StreamReader] = {}
        self._writers: dict[Channel, asyncio.StreamWriter] = {}

    async def open(self) -> None:
        offset = self._base - WIFI_PORTS[Channel.COMMAND]
        try:
            async with asyncio.timeout(CONNECT_TIMEOUT_S):
                for channel, port in WIFI_PORTS.items():
                    opened = await asyncio.open_connection(self._host, port + offset, limit=_READ)
                    self._readers[channel], self._writers[channel] = opened
        except (OSError, TimeoutError) as error:
            raise LinkLost(NOBODY, Reason.NO_ROUTE) from error

    async def run(self, heard: Heard) -> None:
        await _first_end(_pump(channel, reader.read, heard) for channel, reader in self._readers.items())

    def write(self, channel: Channel, message: bytes) -> None:
        writer = self._writers[channel]
        if writer.is_closing():
            raise LinkLost(CLOSED)
        if writer.transport.get_write_buffer_size() > UNSENT_MAX:
            raise TooSlow(FULL)
        writer.write(message)

    async def close(self) -> None:
        for writer in self._writers.values():
            writer.close()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(0.4):
                await asyncio.gather(*(w.wait_closed() for w in self._writers.values()), return_exceptions=True)
        for writer in self._writers.values():
            writer.transport.abort()


class AdbTransport(Transport):
    """The phone's local ports, through adb; ``connect`` opens a service such as ``tcp:7200``."""

    NAME = "adb"
    CONNECT_TYPE = 2

    def __init__(
        self,
        connect: Callable[[str], Coroutine[Any, Any, ByteStream]],
        let_go: Callable[[], Coroutine[Any, Any, None]] | None = None,
    ) -> None:
        self._connect = connect
        self._let_go = let_go
        self._streams: dict[Channel, ByteStream] = {}
        self._waiting: dict[Channel, bytearray] = {channel: bytearray() for channel in Channel}
        self._news = {channel: asyncio.Event() for channel in Channel}

    async def open(self) -> None:
        try:
            async with asyncio.timeout(CONNECT_TIMEOUT_S):
                for channel, port in FORWARD_PORTS.items():
                    self._streams[channel] = await self._connect(f"tcp:{port}")
        except TimeoutError:
            raise TooSlow(SLOW_ADB) from None
        except Unsupported as error:
            _logger.info("no way over adb reason=%s", error.text)
            raise LinkLost(NO_APP, Reason.NO_ROUTE) from error

    async def run(self, heard: Heard) -> None:
        reading = [_pump(channel, stream.read, heard) for channel, stream in self._streams.items()]
        await _first_end([*reading, *(self._send(channel) for channel in self._streams)])

    def write(self, channel: Channel, message: bytes) -> None:
        waiting = self._waiting[channel]
        if len(waiting) > UNSENT_MAX:
            raise TooSlow(FULL)
        waiting += message
        self._news[channel].set()

    async def _send(self, channel: Channel) -> None:
        news, waiting = self._news[channel], self._waiting[channel]
        while True:
            await news.wait()
            news.clear()
            data = bytes(waiting)
            waiting.clear()
            await self._streams[channel].write(data)

    async def close(self) -> None:
        for channel, waiting in self._waiting.items():
            if waiting and channel in self._streams:
                with contextlib.suppress(ProjectionError, TimeoutError):
                    async with asyncio.timeout(0.3):
                        await self._streams[channel].write(bytes(waiting))
        for stream in self._streams.values():
            stream.close()
        if self._let_go is not None:
            await self._let_go()


class Pipe(Protocol):
    """What `UsbTransport` needs of a USB accessory; `backends.projection.aoap.BulkPipe` is one."""

    async def read(self) -> bytes:
        """What came; empty at the end."""

    def write(self, data: bytes) -> None:
        """Never waits. Raises LinkLost."""

    async def close(self) -> None:
        """Give the device back."""


class UsbTransport(Transport):
    """All channels over one accessory: each message behind its channel and length."""

    NAME = "usb"
    CONNECT_TYPE = 2

    def __init__(self, connect: Callable[[], Coroutine[Any, Any, Pipe]]) -> None:
        self._connect = connect
        self._pipe: Pipe | None = None

    async def open(self) -> None:
        self._pipe = await self._connect()

    async def run(self, heard: Heard) -> None:
        assert self._pipe is not None
        relay = RelayDecoder()
        decoders = {channel: Decoder(channel) for channel in Channel}
        while data := await self._pipe.read():
            received_ns = time.monotonic_ns()
            for channel, piece in relay.feed(data):
                for frame in decoders[channel].feed(piece):
                    heard(frame, received_ns)
                if decoders[channel].pending:
                    raise nonsense("half a message over USB")
        raise LinkLost(UNPLUGGED)

    def write(self, channel: Channel, message: bytes) -> None:
        if self._pipe is None:
            raise LinkLost(CLOSED)
        self._pipe.write(encode_relay(channel, message))

    async def close(self) -> None:
        if self._pipe is not None:
            await self._pipe.close()


async def _pump(channel: Channel, read: Callable[[int], Coroutine[Any, Any, bytes]], heard: Heard) -> None:
    decoder = Decoder(channel)
    try:
        while data := await read(_READ):
            received_ns = time.monotonic_ns()
            for frame in decoder.feed(data):
                heard(frame, received_ns)
    except OSError as error:
        raise LinkLost(CLOSED) from error
    raise LinkLost(CLOSED)


async def _first_end(works: Iterable[Coroutine[Any, Any, None]]) -> None:
    """Run them all until one ends. The channels close one after the other: what the first of them says last is the reason."""
    tasks = [asyncio.ensure_future(work) for work in works]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        await asyncio.wait(tasks, timeout=_TOGETHER_S)
        for task in tasks:
            if task.done():
                task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
