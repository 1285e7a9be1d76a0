"""Any bus that python-can knows. Imported only when such a bus is opened: python-can takes longer to import than all the rest."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import can

from backends.vehicle.dbc.model import EXTENDED
from backends.vehicle.errors import BusBusy, BusError
from backends.vehicle.ports import Frame

__all__ = ["CanPort", "open_can"]

_DRAIN_LIMIT = 500
_WAIT_S = 0.5
_ERROR_BUS_OFF = 0x40
"""CAN_ERR_BUSOFF of linux/can/error.h, in the identifier of an error frame."""


class CanPort:
    """A python-can bus. Its Notifier is not used: draining the descriptor costs less than half (docs/adr/0201)."""

    def __init__(self, bus: can.BusABC) -> None:
        self._bus = bus
        try:
            self._fileno = int(bus.fileno())
        except (NotImplementedError, ValueError, OSError, TypeError):
            self._fileno = -1

    def fileno(self) -> int:
        return self._fileno

    def drain(self) -> list[Frame]:
        frames: list[Frame] = []
        timeout = 0.0 if self._fileno >= 0 else _WAIT_S
        try:
            for _ in range(_DRAIN_LIMIT):
                message = self._bus.recv(timeout)
                if message is None:
                    break
                timeout = 0.0
                if message.is_error_frame:
                    if message.arbitration_id & _ERROR_BUS_OFF:
                        raise BusError("The bus is off: too many errors on the wire")
                elif message.is_rx and not message.is_remote_frame:
                    key = message.arbitration_id | (EXTENDED if message.is_extended_id else 0)
                    frames.append((key, bytes(message.data)))
        except (can.CanError, OSError, ValueError) as error:
            raise BusError(f"The bus failed: {error}") from error
        return frames

    def send(self, key: int, data: bytes) -> None:
        try:
            self._bus.send(
                can.Message(
                    arbitration_id=key & 0x1FFF_FFFF,
                    is_extended_id=bool(key & EXTENDED),
                    data=data,
                    is_fd=len(data) > 8,
                ),
                timeout=0.0,  # the loop does not wait for a full queue
            )
        except can.CanOperationError as error:
            if "buffer full" in str(error).lower() or error.error_code in (errno.ENOBUFS, errno.EAGAIN):
                raise BusBusy("The bus takes no more just now") from error
            raise BusError(f"The bus failed: {error}") from error
        except (can.CanError, OSError, ValueError) as error:
            raise BusError(f"The bus failed: {error}") from error

    def close(self) -> None:
        with suppress(can.CanError, OSError):
            self._bus.shutdown()


def open_can(interface: str, channel: str, options: Mapping[str, Any]) -> CanPort:
    """Open a bus of python-can. Raises BusError."""
    try:
        return CanPort(can.Bus(interface=interface, channel=channel or None, **options))
    except (can.CanError, OSError, ValueError, TypeError, ImportError, NotImplementedError) as error:
        raise BusError(str(error)) from error
