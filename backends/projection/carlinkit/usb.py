"""Dongles on USB, by pyusb: what is plugged in, and a bulk pipe to one of them. docs/adr/0430.

pyusb blocks; one thread reads and one writes. Each transfer has a time limit, so that closing never has to wait for long.
"""

from __future__ import annotations

import asyncio
import errno
import logging
import re
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import usb.core
import usb.util
from usb.backend import IBackend

from backends.projection.carlinkit.sentences import (
    BUSY,
    FORBIDDEN,
    GONE,
    NO_ADDRESS,
    NO_ENDPOINTS,
    NO_USB,
    STUCK,
)
from backends.projection.carlinkit.transport import Transport
from backends.projection.errors import LinkLost, NotAllowed, ProjectionError, TooSlow, Unsupported

__all__ = ["PRODUCTS", "USB_SCHEME", "VENDOR", "UsbTransport", "find_dongles", "parse_usb", "usb_id"]

VENDOR = 0x1314
PRODUCTS = (0x1520, 0x1521)
USB_SCHEME = "usb"
READ_MS = 400
WRITE_MS = 2000
BUSY_RETRIES = 6
"""A pipe that was closed a moment ago is still being let go of: so often, `READ_MS` apart."""
_CHUNK = 64 * 1024
_USB = re.compile(r"usb(:\d{1,3}-[\d.]{1,20})?\Z")
_logger = logging.getLogger(__name__)
_GONE_ERRORS = {errno.ENODEV, errno.ENOENT, errno.EIO, errno.ESHUTDOWN, errno.EPROTO}

Library = Callable[[], IBackend | None]
"""Gives pyusb's backend, None for its own choice."""


def parse_usb(address: str) -> str:
    """Bus and port (``1-2.3``) of ``usb:1-2.3``; empty for ``usb``, any dongle. Raises ValueError with a sentence."""
    if not _USB.match(address):
        raise ValueError(NO_ADDRESS)
    return address.partition(":")[2]


def usb_id(device: Any) -> str:
    """Where it is plugged in, as sysfs writes it: bus, then the ports on the way."""
    ports = device.port_numbers or (device.address or 0,)
    return f"{device.bus}-{'.'.join(str(port) for port in ports)}"


def find_dongles(library: IBackend | None = None) -> list[Any]:
    """Devices that are dongles. Blocks for some milliseconds. Raises ProjectionError when there is no USB."""
    try:
        found = usb.core.find(find_all=True, idVendor=VENDOR, backend=library)
        return [device for device in found or () if device.idProduct in PRODUCTS]
    except usb.core.NoBackendError:
        raise Unsupported(NO_USB) from None
    except usb.core.USBError as error:
        _logger.info("usb not listed error=%s", error)
        return []


class UsbTransport(Transport):
    """The bulk pipe of the dongle at ``usb[:BUS-PORT]``."""

    def __init__(self, address: str, library: IBackend | None = None) -> None:
        self._where = parse_usb(address)
        self._library = library
        self._device: Any = None
        self._in: Any = None
        self._out: Any = None
        self._interface = 0
        self._closed = False
        self._readers = ThreadPoolExecutor(1, thread_name_prefix="dongle-read")
        self._writers = ThreadPoolExecutor(1, thread_name_prefix="dongle-write")

    @property
    def described(self) -> str:
        if self._device is None:
            return USB_SCHEME
        return f"{USB_SCHEME}:{usb_id(self._device)} ({VENDOR:04x}:{self._device.idProduct:04x})"

    async def open(self) -> None:
        loop = asyncio.get_running_loop()
        for attempt in range(BUSY_RETRIES + 1):
            try:
                await loop.run_in_executor(self._readers, self._open)
                return
            except usb.core.USBError as error:
                failure = _explained(error)
                if error.errno != errno.EBUSY or attempt == BUSY_RETRIES:
                    raise failure from None
            await asyncio.sleep(READ_MS / 1000)

    async def read(self, wanted: int) -> bytes:
        loop = asyncio.get_running_loop()
        size = self._whole_packets(min(wanted, _CHUNK))
        while True:
            data = await loop.run_in_executor(self._readers, self._read, size)
            if data:
                return data

    async def write(self, data: bytes) -> None:
        await asyncio.get_running_loop().run_in_executor(self._writers, self._write, data)

    async def close(self) -> None:
        # Let go of the device after the transfers that are under way: libusb must not lose it before. Nobody waits for that.
        if not self._closed:
            self._closed = True
            threading.Thread(target=self._finish, name="dongle-close", daemon=True).start()

    # -- in the threads ----------------------------------------------------------------------------------------------

    def _open(self) -> None:
        devices = find_dongles(self._library)
        device = next((one for one in devices if self._where in ("", usb_id(one))), None)
        if device is None:
            raise LinkLost(GONE)
        self._device = device
        try:
            if device.is_kernel_driver_active(0):
                device.detach_kernel_driver(0)
        except NotImplementedError:
            pass
        if _configuration(device) != 1:
            device.set_configuration(1)
        interface = device.get_active_configuration()[(0, 0)]
        self._interface = interface.bInterfaceNumber
        usb.util.claim_interface(device, self._interface)
        self._in = _bulk(interface, usb.util.ENDPOINT_IN)
        self._out = _bulk(interface, usb.util.ENDPOINT_OUT)
        if self._in is None or self._out is None:
            self._release()
            raise Unsupported(NO_ENDPOINTS)

    def _read(self, size: int) -> bytes:
        """Bytes, or none when nothing came in time."""
        if self._closed:
            raise LinkLost(GONE)
        try:
            return bytes(self._in.read(size, READ_MS))
        except usb.core.USBTimeoutError:
            return b""
        except usb.core.USBError as error:
            if error.errno == errno.EPIPE:  # a stalled endpoint: clear it once, the next read tells
                with suppress(usb.core.USBError):
                    self._in.clear_halt()
                    return b""
            raise _explained(error) from None

    def _write(self, data: bytes) -> None:
        if self._closed:
            raise LinkLost(GONE)
        try:
            sent = self._out.write(data, WRITE_MS)
        except usb.core.USBTimeoutError:
            raise TooSlow(STUCK) from None
        except usb.core.USBError as error:
            raise _explained(error) from None
        if sent != len(data):
            raise TooSlow(STUCK)

    def _finish(self) -> None:
        self._writers.shutdown(wait=True)
        self._readers.shutdown(wait=True)
        self._release()

    def _release(self) -> None:
        if self._device is not None:
            with suppress(usb.core.USBError):
                usb.util.release_interface(self._device, self._interface)
            with suppress(usb.core.USBError):
                usb.util.dispose_resources(self._device)

    def _whole_packets(self, size: int) -> int:
        """A read of whole packets: one that is smaller than what comes would fail. Short packets end it early."""
        packet = max(1, int(self._in.wMaxPacketSize))
        return -(-size // packet) * packet


def _configuration(device: Any) -> int:
    try:
        return int(device.get_active_configuration().bConfigurationValue)
    except usb.core.USBError as error:
        if error.errno in (errno.EACCES, errno.ENODEV, errno.EBUSY):
            raise
        return 0


def _bulk(interface: Any, direction: int) -> Any:
    """The first bulk endpoint of a direction."""
    for endpoint in interface:
        if (
            usb.util.endpoint_direction(endpoint.bEndpointAddress) == direction
            and usb.util.endpoint_type(endpoint.bmAttributes) == usb.util.ENDPOINT_TYPE_BULK
        ):
            return endpoint
    return None


def _explained(error: usb.core.USBError) -> ProjectionError:
    _logger.info("usb error=%s errno=%s", error, error.errno)
    if error.errno in (errno.EACCES, errno.EPERM):
        return NotAllowed(FORBIDDEN, needs="permission")
    if error.errno == errno.EBUSY:
        return LinkLost(BUSY)
    return LinkLost(GONE)
