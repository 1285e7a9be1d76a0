"""One stream of an ADB connection, seen from the phone: a byte pipe with ADB's flow control.

A side may have one WRTE under way and waits for its OKAY before the next. What does not fit waits here, up to the size of a
local socket's buffer; then the writer waits, as a process on the phone does.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING

from backends.projection.simphone.scrcpy.wire import Command, Packet

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["AdbStream", "StreamReader"]

_SOCKET_BUFFER = 212_992
"""Linux' default size of a local socket's send buffer, bytes."""


class AdbStream:
    """A stream with our id and the host's."""

    def __init__(self, local_id: int, remote_id: int, max_payload: int, send: Callable[[Packet], None]) -> None:
        self.local_id = local_id
        self.remote_id = remote_id
        self.opened = asyncio.Event()
        self.closed = asyncio.Event()
        self._max_payload = max_payload
        self._send = send
        self._in: deque[bytes] = deque()
        self._in_size = 0
        self._in_event = asyncio.Event()
        self._okay_owed = False
        self._out: deque[memoryview] = deque()
        self._out_size = 0
        self._room = asyncio.Event()
        self._room.set()
        self._under_way = False
        self._quiet = asyncio.Event()
        self._ending = False
        self.written = 0

    # What the connection hands in.

    def on_okay(self, remote_id: int) -> None:
        """The host took our last WRTE, or accepted the stream that we opened."""
        if not self.opened.is_set():
            self.remote_id = remote_id
            self.opened.set()
        self._under_way = False
        self._quiet.set()
        self._pump()

    def on_data(self, data: bytes) -> None:
        """A WRTE of the host. Its OKAY goes out when there is room for more."""
        self._in.append(data)
        self._in_size += len(data)
        self._in_event.set()
        self._okay_owed = True
        self._acknowledge()

    def on_close(self) -> None:
        """The host closed, or the connection is gone: readers see the end, writers a BrokenPipeError."""
        self.closed.set()
        self.opened.set()
        self._in_event.set()
        self._room.set()
        self._quiet.set()
        self._out.clear()
        self._out_size = 0

    # What a service of the phone uses.

    async def read(self) -> bytes:
        """The next bytes; b"" at the end of the stream."""
        while not self._in:
            if self.closed.is_set():
                return b""
            self._in_event.clear()
            await self._in_event.wait()
        data = self._in.popleft()
        self._in_size -= len(data)
        self._acknowledge()
        return data

    async def write(self, data: bytes) -> None:
        """Queue bytes; waits while the buffer is full. Raises BrokenPipeError when the stream is closed."""
        while self._out_size >= _SOCKET_BUFFER and not self.closed.is_set():
            self._room.clear()
            await self._room.wait()
        if self.closed.is_set() or self._ending:
            raise BrokenPipeError("stream closed")
        if data:
            self.written += len(data)
            self._out.append(memoryview(data))
            self._out_size += len(data)
            self._pump()

    def close(self) -> None:
        """Close after what is queued has been sent."""
        self._ending = True
        self._pump()

    async def drained(self) -> None:
        """Wait until the host has taken everything written, or the stream is closed."""
        while (self._out or self._under_way) and not self.closed.is_set():
            self._quiet.clear()
            await self._quiet.wait()

    def abort(self) -> None:
        """Close at once; what is queued is lost."""
        if not self.closed.is_set():
            self._send(Packet(Command.CLSE, self.local_id, self.remote_id))
            self.on_close()

    def _acknowledge(self) -> None:
        if self._okay_owed and self._in_size < _SOCKET_BUFFER and not self.closed.is_set():
            self._okay_owed = False
            self._send(Packet(Command.OKAY, self.local_id, self.remote_id))

    def _pump(self) -> None:
        if self._under_way or self.closed.is_set() or not self.opened.is_set():
            return
        if not self._out:
            if self._ending:
                self._send(Packet(Command.CLSE, self.local_id, self.remote_id))
                self.on_close()
            return
        chunk = self._take()
        self._under_way = True
        self._send(Packet(Command.WRTE, self.local_id, self.remote_id, chunk))
        if self._out_size < _SOCKET_BUFFER:
            self._room.set()

    def _take(self) -> bytes:
        parts: list[memoryview] = []
        room = self._max_payload
        while self._out and room:
            head = self._out.popleft()
            if len(head) > room:
                self._out.appendleft(head[room:])
                head = head[:room]
            parts.append(head)
            room -= len(head)
        chunk = b"".join(parts)
        self._out_size -= len(chunk)
        return chunk


class StreamReader:
    """Exact reads over a stream, for protocols with fixed headers."""

    def __init__(self, stream: AdbStream) -> None:
        self._stream = stream
        self._buffer = bytearray()

    async def exactly(self, size: int) -> bytes:
        """Read `size` bytes. Raises EOFError when the stream ends before."""
        while len(self._buffer) < size:
            data = await self._stream.read()
            if not data:
                raise EOFError
            self._buffer += data
        taken = bytes(self._buffer[:size])
        del self._buffer[:size]
        return taken
