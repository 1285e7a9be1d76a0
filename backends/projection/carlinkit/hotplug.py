"""When something is plugged into USB or out of it: the kernel's and udev's messages, and a look now and then without them."""

from __future__ import annotations

import asyncio
import logging
import socket
from contextlib import suppress

__all__ = ["Hotplug"]

POLL_S = 3.0
"""Without messages: look this often."""
RARE_POLL_S = 30.0
"""With them: this often all the same."""
SETTLE_S = 0.3
"""A device that has just come is still being given its rights."""
_NETLINK_KOBJECT_UEVENT = 15
_KERNEL_AND_UDEV = 3
_MESSAGE_MAX = 16 * 1024
_logger = logging.getLogger(__name__)


class Hotplug:
    """Use as a context manager inside a loop; then `changed` again and again."""

    def __init__(self) -> None:
        self._socket: socket.socket | None = None
        self._event = asyncio.Event()

    def __enter__(self) -> Hotplug:
        family = getattr(socket, "AF_NETLINK", None)
        if family is not None:
            try:
                self._socket = socket.socket(family, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK, _NETLINK_KOBJECT_UEVENT)
                self._socket.bind((0, _KERNEL_AND_UDEV))
                asyncio.get_running_loop().add_reader(self._socket, self._heard)
            except OSError as error:
                _logger.info("no messages of devices error=%s", error)
                self._close()
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    async def changed(self) -> None:
        """Wait until something may be plugged in or out."""
        with suppress(TimeoutError):
            async with asyncio.timeout(POLL_S if self._socket is None else RARE_POLL_S):
                await self._event.wait()
            await asyncio.sleep(SETTLE_S)
        self._event.clear()

    def poke(self) -> None:
        """As if something had been plugged in."""
        self._event.set()

    def _heard(self) -> None:
        assert self._socket is not None
        # An overrun is a message too: something happened.
        with suppress(OSError):
            while b"usb" in self._socket.recv(_MESSAGE_MAX):
                self._event.set()

    def _close(self) -> None:
        if self._socket is not None:
            with suppress(OSError, ValueError):
                asyncio.get_running_loop().remove_reader(self._socket)
            self._socket.close()
            self._socket = None
