"""Messages between the service and a backend's process: JSON with descriptors beside it, over a Unix stream socket.

A message is a header (length of the JSON in bytes, number of descriptors) and the JSON of one object. The kernel hands
descriptors over with the first byte they were sent with and never joins two sends that carry some, so they arrive in the
order of the messages.
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
import struct
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

__all__ = ["MESSAGE_MAX", "Channel", "ChannelError"]

MESSAGE_MAX = 4 << 20
_HEADER = struct.Struct("<IB")
_FDS_MAX = 8
_READ_BYTES = 64 * 1024


class ChannelError(Exception):
    """The other side is gone, or a message is too large."""


class Channel:
    """One end. ``heard`` takes a message and the descriptors with it, which are then its own; ``ended`` is told once."""

    def __init__(
        self, sock: socket.socket, heard: Callable[[dict[str, Any], list[int]], None], ended: Callable[[], None]
    ) -> None:
        sock.setblocking(False)
        self._socket: socket.socket | None = sock
        self._heard = heard
        self._ended = ended
        self._loop = asyncio.get_running_loop()
        self._waiting: deque[tuple[memoryview, list[int]]] = deque()
        self._buffer = bytearray()
        self._fds: deque[int] = deque()
        self._writing = False
        self._loop.add_reader(sock, self._read)

    def send(self, message: dict[str, Any], fds: Sequence[int] = ()) -> None:
        """Queue a message; the descriptors are duplicated, the caller keeps its own. Raises ChannelError."""
        if self._socket is None:
            raise ChannelError("the other side is gone")
        body = json.dumps(message, separators=(",", ":")).encode()
        if len(body) > MESSAGE_MAX or len(fds) > _FDS_MAX:
            raise ChannelError(f"a message of {len(body)} bytes with {len(fds)} descriptors is too large")
        data = _HEADER.pack(len(body), len(fds)) + body
        self._waiting.append((memoryview(data), [os.dup(fd) for fd in fds]))
        if not self._writing:
            self._write()

    def close(self) -> None:
        """Hang up. `ended` is not told."""
        self._ended = lambda: None
        self._hang_up()

    def _hang_up(self) -> None:
        sock, self._socket = self._socket, None
        if sock is None:
            return
        self._loop.remove_reader(sock)
        self._loop.remove_writer(sock)
        sock.close()
        for fd in [*self._fds, *(fd for _, fds in self._waiting for fd in fds)]:
            with suppress(OSError):
                os.close(fd)
        self._fds.clear()
        self._waiting.clear()
        self._ended()

    def _write(self) -> None:
        assert self._socket is not None
        try:
            while self._waiting:
                data, fds = self._waiting[0]
                sent = socket.send_fds(self._socket, [data], fds) if fds else self._socket.send(data)
                for fd in fds:
                    os.close(fd)
                fds.clear()
                if sent < len(data):
                    self._waiting[0] = (data[sent:], fds)
                else:
                    self._waiting.popleft()
        except BlockingIOError:
            if not self._writing:
                self._writing = True
                self._loop.add_writer(self._socket, self._write)
            return
        except OSError:
            self._hang_up()
            return
        if self._writing:
            self._writing = False
            self._loop.remove_writer(self._socket)

    def _read(self) -> None:
        assert self._socket is not None
        try:
            data, fds, _flags, _address = socket.recv_fds(self._socket, _READ_BYTES, _FDS_MAX)
        except BlockingIOError:
            return
        except OSError:
            data, fds = b"", []
        self._fds += fds
        if not data:
            self._hang_up()
            return
        self._buffer += data
        try:
            self._take()
        except (ValueError, IndexError):
            # It does not speak our language any more: nothing that follows can be trusted.
            self._hang_up()

    def _take(self) -> None:
        buffer = self._buffer
        while self._socket is not None and len(buffer) >= _HEADER.size:
            size, count = _HEADER.unpack_from(buffer)
            if size > MESSAGE_MAX:
                raise ValueError("a message is too large")
            end = _HEADER.size + size
            if len(buffer) < end:
                return
            message = json.loads(buffer[_HEADER.size : end])
            if not isinstance(message, dict):
                raise ValueError("a message is no object")
            del buffer[:end]
            self._heard(message, [self._fds.popleft() for _ in range(count)])
