"""The way to a dongle: bytes out, bytes in. TCP is here; USB is in `usb`.

``tcp://host:port`` carries the very bytes that a bulk pipe does: for simulators, and for a box behind a network bridge.
"""

from __future__ import annotations

import asyncio
import re
from abc import ABC, abstractmethod
from contextlib import suppress

from backends.projection.carlinkit.sentences import CLOSED, NO_ADDRESS, NO_ANSWER, STUCK
from backends.projection.errors import LinkLost, TooSlow

__all__ = ["TCP_SCHEME", "TcpTransport", "Transport", "parse_tcp"]

TCP_SCHEME = "tcp://"
CONNECT_S = 3.0
WRITE_S = 2.0
CLOSE_S = 0.2
_CHUNK = 64 * 1024
_TCP = re.compile(r"tcp://(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9._-]{1,253}):(\d{1,5})\Z")


class Transport(ABC):
    """Opened once, closed once. `read` and `write` may run at the same time, each one at a time."""

    @abstractmethod
    async def open(self) -> None:
        """Raises ProjectionError with the reason."""

    @abstractmethod
    async def read(self, wanted: int) -> bytes:
        """The next bytes, some or more than ``wanted``, which is where the next message or its header ends. Raises LinkLost."""

    @abstractmethod
    async def write(self, data: bytes) -> None:
        """One message. Raises LinkLost or TooSlow."""

    @abstractmethod
    async def close(self) -> None:
        """Let go of it; within a moment, and without a word."""

    @property
    @abstractmethod
    def described(self) -> str:
        """For the report."""


def parse_tcp(address: str) -> tuple[str, int]:
    """Host and port of ``tcp://host:port``. Raises ValueError with a sentence."""
    found = _TCP.match(address)
    if found is None or not 0 < int(found[2]) < 65536:
        raise ValueError(NO_ADDRESS)
    return found[1].strip("[]"), int(found[2])


class TcpTransport(Transport):
    """A stream socket."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._host, self._port = parse_tcp(address)
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    @property
    def described(self) -> str:
        return self._address

    async def open(self) -> None:
        try:
            async with asyncio.timeout(CONNECT_S):
                self._reader, self._writer = await asyncio.open_connection(self._host, self._port, limit=_CHUNK)
        except TimeoutError:
            raise TooSlow(NO_ANSWER) from None
        except OSError:
            raise LinkLost(NO_ANSWER) from None

    async def read(self, wanted: int) -> bytes:
        assert self._reader is not None
        try:
            data = await self._reader.read(_CHUNK)
        except OSError:
            data = b""
        if not data:
            raise LinkLost(CLOSED)
        return data

    async def write(self, data: bytes) -> None:
        assert self._writer is not None
        try:
            async with asyncio.timeout(WRITE_S):
                self._writer.write(data)
                await self._writer.drain()
        except TimeoutError:
            raise TooSlow(STUCK) from None
        except OSError:
            raise LinkLost(CLOSED) from None

    async def close(self) -> None:
        if self._writer is None or self._reader is None:
            return
        # What was written has to be read before a reset can overtake it: let the other side hang up first.
        with suppress(OSError, TimeoutError):
            async with asyncio.timeout(CLOSE_S):
                self._writer.write_eof()
                while await self._reader.read(_CHUNK):
                    pass
        self._writer.transport.abort()
        with suppress(OSError):
            await self._writer.wait_closed()
