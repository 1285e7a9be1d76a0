"""The phone's end of the wire: exact reads, headers, faults; the same over a socket, a stream of adb, and a relay over USB."""

from __future__ import annotations

import asyncio
import struct
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from backends.projection.simphone.carlife.language import NETWORK_PORTS
from backends.projection.simphone.faults import ByteFaults, Outcome

if TYPE_CHECKING:
    from backends.projection.simphone.carlife.faults import CarlifeFaults
    from backends.projection.simphone.scrcpy.stream import AdbStream

__all__ = ["CHANNELS", "SHORT", "AdbLine", "Line", "Relay", "SocketLine", "Speaker"]

CHANNELS = tuple(NETWORK_PORTS)
"""In the order of their numbers, which begin at 1."""
SHORT = {"command", "touch"}
"""Those with a header of eight bytes."""
_SENT_MAX = 1 << 20


class Line(Protocol):
    """One channel to the car."""

    async def exactly(self, size: int) -> bytes:
        """Raises EOFError at the end."""

    async def write(self, data: bytes) -> None:
        """Waits while the car does not take it. Raises ConnectionError."""

    def close(self) -> None:
        """At once."""


class SocketLine:
    """A TCP connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def exactly(self, size: int) -> bytes:
        """See Line."""
        try:
            return await self._reader.readexactly(size)
        except (asyncio.IncompleteReadError, OSError) as error:
            raise EOFError from error

    async def write(self, data: bytes) -> None:
        """See Line."""
        self._writer.write(data)
        await self._writer.drain()

    def close(self) -> None:
        """See Line."""
        self._writer.close()


class AdbLine:
    """A stream that the car opened to one of the phone's local ports."""

    def __init__(self, stream: AdbStream) -> None:
        self.stream = stream
        self._buffer = bytearray()

    async def exactly(self, size: int) -> bytes:
        """See Line."""
        while len(self._buffer) < size:
            data = await self.stream.read()
            if not data:
                raise EOFError
            self._buffer += data
        taken = bytes(memoryview(self._buffer)[:size])
        del self._buffer[:size]
        return taken

    async def write(self, data: bytes) -> None:
        """See Line."""
        await self.stream.write(data)

    def close(self) -> None:
        """See Line."""
        self.stream.close()


class Relay:
    """All six channels over one pipe: ``feed`` takes what came over USB, ``out`` takes what is to go."""

    def __init__(self, out: Callable[[bytes], None]) -> None:
        self._out = out
        self._readers = {channel: asyncio.StreamReader() for channel in CHANNELS}
        self._buffer = bytearray()

    def lines(self) -> dict[str, Line]:
        """One for each channel."""
        return {
            channel: _RelayLine(number, self._readers[channel], self._out) for number, channel in enumerate(CHANNELS, 1)
        }

    def feed(self, data: bytes) -> None:
        """What came; empty: unplugged. Raises ValueError when the car does not keep to the framing."""
        if not data:
            for reader in self._readers.values():
                reader.feed_eof()
        self._buffer += data
        while len(self._buffer) >= 8:
            number, size = struct.unpack_from(">II", self._buffer)
            if not (8 <= size <= _SENT_MAX and 1 <= number <= len(CHANNELS)):
                raise ValueError(f"the car sent {size} bytes on channel {number}")
            if len(self._buffer) < 8 + size:
                return
            self._readers[CHANNELS[number - 1]].feed_data(bytes(self._buffer[8 : 8 + size]))
            del self._buffer[: 8 + size]


class _RelayLine:
    """A message a write: the relay counts whole messages."""

    def __init__(self, number: int, reader: asyncio.StreamReader, out: Callable[[bytes], None]) -> None:
        self._number = number
        self._reader = reader
        self._out = out

    async def exactly(self, size: int) -> bytes:
        """See Line."""
        try:
            return await self._reader.readexactly(size)
        except asyncio.IncompleteReadError as error:
            raise EOFError from error

    async def write(self, data: bytes) -> None:
        """See Line."""
        self._out(struct.pack(">II", self._number, len(data)) + data)
        await asyncio.sleep(0)

    def close(self) -> None:
        """See Line."""
        self._reader.feed_eof()


class Speaker:
    """Writes the phone's messages, one after the other on each channel, with the ordered faults."""

    def __init__(self, lines: dict[str, Line], faults: CarlifeFaults, end: Callable[[], None]) -> None:
        self._lines = lines
        self._faults = faults
        self._end = end
        self._bytes = {channel: ByteFaults(faults) for channel in CHANNELS}
        self._locks = {channel: asyncio.Lock() for channel in CHANNELS}
        self._stalled = False
        self._over = asyncio.Event()

    def stop(self) -> None:
        """Whoever still wants to say something hears that it is over."""
        self._over.set()

    async def say(self, channel: str, number: int, payload: bytes = b"", time_ms: int | None = None) -> None:
        """Returns when the car has taken it; on a stalled phone when it is over. Raises ConnectionError."""
        if channel in SHORT:
            data = struct.pack(">HHI", len(payload), 0, number) + payload
        else:
            now = time.monotonic_ns() // 1_000_000 if time_ms is None else time_ms
            data = struct.pack(">III", len(payload), now & 0xFFFFFFFF, number) + payload
        async with self._locks[channel]:
            await self._write(channel, data)

    async def raw(self, channel: str, data: bytes) -> None:
        """Bytes as they are."""
        async with self._locks[channel]:
            await self._write(channel, data)

    async def _write(self, channel: str, data: bytes) -> None:
        bytes_ = self._bytes[channel]
        if pause_s := bytes_.pause_s(len(data)):
            await asyncio.sleep(pause_s)
        outcome = Outcome.ON
        if self._faults.channel == channel:
            data, outcome = bytes_.take(data)
        if self._stalled:
            await self._over.wait()
        if self._over.is_set():
            raise ConnectionResetError("the session is over")
        await self._lines[channel].write(data)
        if outcome is Outcome.CLOSE:
            self._end()
            raise ConnectionResetError("closed as ordered")
        self._stalled = outcome is Outcome.STALL
