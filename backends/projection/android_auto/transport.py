"""The way to the phone: bytes both ways. TCP here; USB's is `backends.projection.aoap.BulkPipe`."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from typing import Protocol

from backends.projection.android_auto import sentences as say
from backends.projection.errors import LinkLost, TooSlow

__all__ = ["TcpTransport", "Transport", "connect"]

BACKLOG_MAX = 4 << 20
_CONNECT_S = 5.0
_READ = 64 * 1024
_CLOSE_S = 0.3


class Transport(Protocol):
    """What the link needs of it."""

    async def read(self) -> bytes:
        """What came; empty at the end."""

    def write(self, data: bytes) -> None:
        """Send, in order. Raises LinkLost."""

    async def close(self) -> None:
        """Send what waits for a moment, then end."""


class TcpTransport:
    """A connected socket."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        sock = writer.get_extra_info("socket")
        with contextlib.suppress(OSError):
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, 5)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPINTVL, 5)

    async def read(self) -> bytes:
        """What came; empty at the end."""
        try:
            return await self._reader.read(_READ)
        except OSError:
            return b""

    def write(self, data: bytes) -> None:
        """Send, in order. Raises LinkLost when the phone is gone or does not take what waits."""
        if self._writer.transport.get_write_buffer_size() > BACKLOG_MAX:
            raise LinkLost(say.FULL)
        if self._writer.is_closing():
            raise LinkLost(say.BROKE_OFF)
        self._writer.write(data)

    async def close(self) -> None:
        """Send what waits for a moment, then end."""
        self._writer.close()
        try:
            async with asyncio.timeout(_CLOSE_S):
                await self._writer.wait_closed()
        except (OSError, TimeoutError):
            self._writer.transport.abort()


async def connect(host: str, port: int) -> TcpTransport:
    """To the head unit server of a phone. Raises LinkLost, TooSlow."""
    try:
        async with asyncio.timeout(_CONNECT_S):
            reader, writer = await asyncio.open_connection(host, port)
    except TimeoutError:
        raise TooSlow(say.NO_ANSWER) from None
    except ConnectionRefusedError:
        raise LinkLost(say.NOBODY) from None
    except OSError as error:
        raise say.noted(LinkLost(say.UNREACHABLE), error.strerror or str(error)) from None
    return TcpTransport(reader, writer)
