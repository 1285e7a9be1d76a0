"""Streams over one adb connection: what arrived and waits to be read, and writes that wait for the phone's OKAY."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from backends.projection.errors import LinkLost, PeerFault, ProjectionError, TooSlow

__all__ = ["Inbox", "MuxStream"]

INBOX_HIGH = 2 << 20
"""Past this many unread bytes the phone gets no OKAY, so it sends no more."""
WRITE_TIMEOUT_S = 10.0


class Inbox:
    """Bytes in order, then an end."""

    def __init__(self) -> None:
        self._data = bytearray()
        self._ended = False
        self._error: ProjectionError | None = None
        self._waiter: asyncio.Future[None] | None = None

    @property
    def size(self) -> int:
        return len(self._data)

    def feed(self, data: bytes) -> None:
        """Add what arrived."""
        self._data += data
        self._wake()

    def end(self, error: ProjectionError | None = None) -> None:
        """Nothing more comes; what is here can still be read."""
        if not self._ended:
            self._ended, self._error = True, error
            self._wake()

    async def read(self, limit: int) -> bytes:
        """Empty at a proper end; raises the error given to `end`."""
        while not self._data:
            if self._ended:
                if self._error is not None:
                    raise self._error
                return b""
            await self._wait()
        return self._take(min(limit, len(self._data)))

    async def read_exactly(self, size: int) -> bytes:
        """Raises LinkLost when fewer bytes come."""
        while len(self._data) < size:
            if self._ended:
                raise self._error or LinkLost("The phone closed the connection in the middle of a message.")
            await self._wait()
        return self._take(size)

    def _take(self, size: int) -> bytes:
        data = bytes(memoryview(self._data)[:size])
        del self._data[:size]
        return data

    async def _wait(self) -> None:
        self._waiter = asyncio.get_running_loop().create_future()
        try:
            await self._waiter
        finally:
            self._waiter = None

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)


class MuxStream:
    """One stream of a connection; ``send`` writes packets of that connection (okay, write, close)."""

    def __init__(self, local_id: int, max_payload: int, send: Callable[[str, int, int, bytes], None]) -> None:
        self.local_id = local_id
        self.remote_id = 0
        self.opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._max_payload = max_payload
        self._send = send
        self._inbox = Inbox()
        self._acked = asyncio.Event()
        self._owed = False
        self._closed = False
        self._lock = asyncio.Lock()

    async def read(self, limit: int = 65536) -> bytes:
        """See ByteStream."""
        data = await self._inbox.read(limit)
        self._repay()
        return data

    async def read_exactly(self, size: int) -> bytes:
        """See ByteStream."""
        # Pay up before waiting: a message longer than the high mark would never arrive otherwise.
        parts: list[bytes] = []
        missing = size
        while missing:
            part = await self._inbox.read_exactly(min(missing, INBOX_HIGH // 2))
            self._repay()
            parts.append(part)
            missing -= len(part)
        return parts[0] if len(parts) == 1 else b"".join(parts)

    async def write(self, data: bytes) -> None:
        """See ByteStream. One packet is under way at a time, as adb wants it."""
        async with self._lock:
            for start in range(0, len(data), self._max_payload):
                if self._closed:
                    raise LinkLost("The phone closed the connection.")
                self._acked.clear()
                self._send("write", self.local_id, self.remote_id, data[start : start + self._max_payload])
                try:
                    async with asyncio.timeout(WRITE_TIMEOUT_S):
                        await self._acked.wait()
                except TimeoutError:
                    raise TooSlow("The phone stopped taking what the car sends.") from None
            if self._closed:
                raise LinkLost("The phone closed the connection.")

    def close(self) -> None:
        """See ByteStream."""
        if not self._closed:
            self._closed = True
            self._send("close", self.local_id, self.remote_id, b"")
            self.ended(None)

    # -- told by the connection --------------------------------------------------------------------------------------

    def arrived(self, data: bytes) -> None:
        """A packet of data. Raises PeerFault when the phone did not wait for its OKAY."""
        if self._owed:
            raise PeerFault("The phone sends faster than it may.")
        self._inbox.feed(data)
        self._owed = True
        self._repay()

    def acked(self) -> None:
        """The phone took our last packet."""
        self._acked.set()

    def ended(self, error: ProjectionError | None) -> None:
        """The phone closed it, or the connection is gone."""
        self._closed = True
        self._inbox.end(error)
        self._acked.set()
        if not self.opened.done():
            self.opened.set_exception(error or LinkLost("The phone refused."))
            self.opened.exception()  # seen here, so that nobody has to wait for it

    def _repay(self) -> None:
        if self._owed and not self._closed and self._inbox.size < INBOX_HIGH:
            self._owed = False
            self._send("okay", self.local_id, self.remote_id, b"")
