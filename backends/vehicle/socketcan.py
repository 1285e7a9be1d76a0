"""Linux's SocketCAN by a raw socket of our own: a fifth of python-can's cost a frame, kernel filters, and errors told apart.

Layout of frames and constants: linux/can.h, linux/can/raw.h, linux/can/error.h.
"""

from __future__ import annotations

import errno
import socket
import struct
from collections.abc import Collection, Mapping
from contextlib import suppress
from typing import Any

from backends.vehicle.dbc.model import EXTENDED
from backends.vehicle.errors import BusBusy, BusError
from backends.vehicle.ports import Frame

__all__ = ["MAX_FILTERS", "SocketCanPort", "usable"]

MAX_FILTERS = 512
"""CAN_RAW_FILTER_MAX; with more wanted identifiers than this nothing is filtered."""

_EXTENDED, _REMOTE, _ERROR = 0x8000_0000, 0x4000_0000, 0x2000_0000
_ERROR_CLASSES, _BUS_OFF = 0x1FFF_FFFF, 0x40
_HEAD = struct.Struct("=IB3x")
_CLASSIC = struct.Struct("=IB3x8s")
_FD = struct.Struct("=IB3x64s")
_FILTER = struct.Struct("=II")
_FD_SIZES = (12, 16, 20, 24, 32, 48, 64)
_BUFFER_BYTES = 4 << 20
_ERR_FILTER, _RCVBUF_FORCE = 2, 33
_DRAIN_LIMIT = 1000
_KNOWN = {"bitrate", "data_bitrate", "fd"}
"""Options that say what ``ip link`` has set; nothing has to be done for them here."""


def usable(options: Mapping[str, Any]) -> bool:
    """Whether this port can do what the options ask for."""
    return hasattr(socket, "AF_CAN") and set(options) <= _KNOWN


class SocketCanPort:
    """A raw socket on one interface. ``receive``: keys the kernel passes on; None for all."""

    def __init__(self, channel: str, receive: Collection[int] | None = None) -> None:
        """Raises BusError when there is no such interface, or it is down."""
        self._channel = channel
        try:
            self._socket = socket.socket(socket.AF_CAN, socket.SOCK_RAW | socket.SOCK_NONBLOCK, socket.CAN_RAW)
        except OSError as error:
            raise BusError("this kernel has no SocketCAN; load it: modprobe can-raw") from error
        try:
            self._set_up(receive)
            self._socket.bind((channel,))
            if failed := self._socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
                raise OSError(failed, "")
        except OSError as error:
            self._socket.close()
            raise self._told(error) from error

    def _set_up(self, receive: Collection[int] | None) -> None:
        raw = self._socket
        raw.setsockopt(socket.SOL_CAN_RAW, _ERR_FILTER, _ERROR_CLASSES)
        with suppress(OSError):  # a kernel without CAN FD
            raw.setsockopt(socket.SOL_CAN_RAW, socket.CAN_RAW_FD_FRAMES, 1)
        if receive is not None and len(receive) <= MAX_FILTERS:
            raw.setsockopt(socket.SOL_CAN_RAW, socket.CAN_RAW_FILTER, b"".join(map(_filter, sorted(receive))))
        try:
            raw.setsockopt(socket.SOL_SOCKET, _RCVBUF_FORCE, _BUFFER_BYTES)
        except OSError:  # only root may have more than net.core.rmem_max
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER_BYTES)

    def fileno(self) -> int:
        return self._socket.fileno()

    def drain(self) -> list[Frame]:
        """Frames that wait, but at most 1,000; remote frames are left out. Raises BusError when the bus is lost or off."""
        frames: list[Frame] = []
        receive, head = self._socket.recv, _HEAD.unpack_from
        try:
            for _ in range(_DRAIN_LIMIT):
                raw = receive(72)
                identifier, length = head(raw)
                if identifier & (_ERROR | _REMOTE):
                    if identifier & _ERROR and identifier & _BUS_OFF:
                        raise BusError("The bus is off: too many errors on the wire")
                    continue
                frames.append((identifier, raw[8 : 8 + length]))
        except BlockingIOError:
            pass
        except OSError as error:
            if frames:
                return frames  # the next call tells it
            raise self._told(error) from error
        return frames

    def send(self, key: int, data: bytes) -> None:
        """Raises BusBusy when the interface's queue is full, else BusError."""
        if len(data) > 8:
            size = next((size for size in _FD_SIZES if size >= len(data)), 0)
            raw = _FD.pack(key, size, data.ljust(size, b"\0"))
        else:
            raw = _CLASSIC.pack(key, len(data), data)
        try:
            self._socket.send(raw)
        except OSError as error:
            if error.errno in (errno.ENOBUFS, errno.EAGAIN):
                raise BusBusy("The bus takes no more just now") from error
            raise self._told(error) from error

    def close(self) -> None:
        self._socket.close()

    def _told(self, error: OSError) -> BusError:
        match error.errno:
            case errno.ENODEV:
                return BusError(f"there is no interface {self._channel}; see: ip link show type can")
            case errno.ENETDOWN:
                return BusError(f"{self._channel} is down; bring it up: ip link set {self._channel} up")
            case _:
                return BusError(f"The bus failed: {error.strerror or error}")


def _filter(key: int) -> bytes:
    extended = bool(key & EXTENDED)
    mask = _EXTENDED | _REMOTE | (0x1FFF_FFFF if extended else 0x7FF)
    return _FILTER.pack(key, mask)
