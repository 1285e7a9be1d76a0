"""The socket of a dbus-next connection: how it is opened, written to and closed.

dbus-next 0.2.3 gives a connection up for good when its socket buffer fills, and loses file descriptors on a short write
(python-dbus-next issue 153); `Writer` waits for room instead.
"""

from __future__ import annotations

import array
import asyncio
import contextlib
import socket

from dbus_next import BusType
from dbus_next.aio import MessageBus
from dbus_next.aio.message_bus import _MessageWriter

from backends.core.bus.message import PlainUnmarshaller

__all__ = ["Writer", "backlog", "close_socket", "disconnected", "opened", "probe"]


class Writer(_MessageWriter):  # type: ignore[misc]  # dbus-next is untyped
    """Waits for room in the socket instead of giving up, and keeps file descriptors until their message has begun."""

    buf: memoryview | None
    offset: int
    unix_fds: list[int] | None
    fut: asyncio.Future[None] | None

    def write_callback(self) -> None:
        try:
            while (buffer := self._next()) is not None:
                data = buffer[self.offset :]
                if self.unix_fds and self.negotiate_unix_fd:
                    ancillary = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", self.unix_fds))]
                    self.offset += self.sock.sendmsg([data], ancillary)
                    self.unix_fds = None
                else:
                    self.offset += self.sock.send(data)
                if self.offset < len(buffer):
                    return
                self.buf = None
                if self.fut is not None and not self.fut.done():
                    self.fut.set_result(None)
        except BlockingIOError:
            return
        except OSError as error:
            if self.fut is not None and not self.fut.done():
                self.fut.set_exception(error)
                self.fut.exception()  # nobody may be waiting: a signal is sent and forgotten
            self.bus._finalize(error)  # noqa: SLF001  # the library's own writer ends a connection this way

    def _next(self) -> memoryview | None:
        if self.buf is None:
            if self.messages.empty():
                self.loop.remove_writer(self.fd)
                return None
            data, self.unix_fds, self.fut = self.messages.get_nowait()
            self.buf, self.offset = memoryview(data), 0
        return self.buf


def opened(address: str | None, system: bool) -> MessageBus:
    """A connection that is not connected yet, with our writer and reader inside."""
    connection = MessageBus(
        bus_address=address, bus_type=BusType.SYSTEM if system else BusType.SESSION, negotiate_unix_fd=True
    )
    connection._writer = Writer(connection)  # noqa: SLF001  # the cure has to sit inside the library
    connection._create_unmarshaller = lambda: PlainUnmarshaller(None, connection._sock)  # noqa: SLF001
    return connection


def backlog(connection: MessageBus) -> int:
    """Messages waiting for room in the socket."""
    return int(connection._writer.messages.qsize())  # noqa: SLF001


def probe(address: str | None) -> None:
    """Ask at a socket before dbus-next does: it forgets to close one that is refused. Raises OSError."""
    if address is None or not address.startswith("unix:path="):
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as asking:
        asking.connect(address.removeprefix("unix:path=").partition(",")[0])


def close_socket(connection: MessageBus) -> None:
    """dbus-next leaves it to the collector, which warns."""
    connection._sock.close()  # noqa: SLF001
    connection._stream.close()  # noqa: SLF001


async def disconnected(connection: MessageBus) -> None:
    with contextlib.suppress(OSError, EOFError):
        await connection.wait_for_disconnect()
