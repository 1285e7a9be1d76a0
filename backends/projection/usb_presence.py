"""Whether something that may be a phone is plugged into this unit's USB: backends that look for phones there start only then."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

__all__ = ["UsbPresence", "something_plugged"]

_DEVICES = Path("/sys/bus/usb/devices")
_KERNEL_EVENTS = 1
_NETLINK_KOBJECT_UEVENT = 15
_NO_PHONE = frozenset({"01", "03", "07", "08", "09", "0b", "0e", "e0"})
"""Interface classes of sound cards, keyboards, printers, sticks, hubs, card readers, cameras and radios."""
_logger = logging.getLogger(__name__)


def something_plugged(devices: Path = _DEVICES) -> bool:
    """A device with an interface that phones and dongles have; one that tells no interfaces may be anything."""
    return any(_may_be_phone(device.parent) for device in devices.glob("*/bDeviceClass"))


def _may_be_phone(device: Path) -> bool:
    classes = {_read(path) for path in device.glob("*:*/bInterfaceClass")} or {_read(device / "bDeviceClass")}
    return not classes <= _NO_PHONE


def _read(path: Path) -> str:
    with suppress(OSError):
        return path.read_text(encoding="ascii").strip().lower()
    return "09"


class UsbPresence:
    """Calls ``plugged`` whenever the kernel adds a USB device; where nobody may listen to it, nothing is told."""

    def __init__(self, plugged: Callable[[], None]) -> None:
        self._plugged = plugged
        self._socket: socket.socket | None = None

    def start(self) -> None:
        """Listen."""
        try:
            sock = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW | socket.SOCK_CLOEXEC, _NETLINK_KOBJECT_UEVENT)
            sock.bind((0, _KERNEL_EVENTS))
        except OSError as error:
            _logger.info("no news of USB error=%s", error)
            return
        sock.setblocking(False)
        self._socket = sock
        asyncio.get_running_loop().add_reader(sock, self._read)

    def stop(self) -> None:
        """Listen no more."""
        if self._socket is not None:
            asyncio.get_running_loop().remove_reader(self._socket)
            self._socket.close()
            self._socket = None

    def _read(self) -> None:
        assert self._socket is not None
        with suppress(OSError):
            event = self._socket.recv(16 * 1024)
            if event.startswith(b"add@") and b"\0DEVTYPE=usb_device" in event and something_plugged():
                self._plugged()
