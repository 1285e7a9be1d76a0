"""Android Open Accessory: a phone on USB turned into a pipe of bytes. For every protocol that has an accessory mode.

source.android.com/docs/core/interaction/accessories/aoa: vendor requests 51 (version), 52 (who we are) and 53 (start); the phone
then comes back as another device with a bulk endpoint each way. Blocking calls of pyusb run in threads.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from typing import Any

import usb.core
import usb.util

from backends.projection.errors import LinkLost, TooSlow, Unsupported

__all__ = ["SENTENCES", "Accessory", "BulkPipe", "UsbPhone", "find_phones", "open_accessory"]

NO_USB = "USB cannot be used on this computer: libusb 1.0 is missing."
USB_SILENT = "The phone does not answer on USB."
NOT_PLUGGED = "The phone is no longer plugged in."
UNPLUGGED = "The phone was unplugged."
NO_ACCESSORIES = "What is plugged in is no phone that takes accessories."
NOT_BACK = "The phone did not come back as an accessory. Unplug it, and plug it in again."
NOT_OPENED = "The phone's accessory cannot be opened."
FORBIDDEN = "This unit may not use phones on USB: the udev rule for them is missing."
FULL = "The phone stopped taking what the car sends."
SENTENCES = (NO_USB, USB_SILENT, NOT_PLUGGED, UNPLUGGED, NO_ACCESSORIES, NOT_BACK, NOT_OPENED, FORBIDDEN, FULL)
"""What is said to a driver."""

GOOGLE = 0x18D1
ACCESSORY_PRODUCTS = range(0x2D00, 0x2D06)
_VERSION, _STRING, _START = 51, 52, 53
_IN, _OUT = 0xC0, 0x40
_STILL_IMAGE, _HUB = 6, 9
_ADB = (0xFF, 0x42)
"""Class and subclass: what tells a phone is that it shares its files or its shell."""
_NO_PHONES = {0x05AC, 0x1314}
"""Apple, and Carlinkit, whose dongles the requests would upset."""
RETURN_S = 5.0
"""How long a phone may take to come back as an accessory."""
_POLL_S = 0.1
_TIMEOUT_MS = 1000
_READ = 16 * 1024
_READ_MS = 250
UNREAD_MAX = 1 << 20
BACKLOG_MAX = 4 << 20
_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Accessory:
    """Who we say we are; the phone picks the app by the first two."""

    manufacturer: str
    model: str
    description: str = ""
    version: str = "1"
    uri: str = ""
    serial: str = ""


@dataclass(frozen=True, slots=True)
class UsbPhone:
    """A device that may be a phone. ``location`` is its place on the bus, the same after it came back as an accessory."""

    location: str
    vendor: int
    product: int

    @property
    def accessory(self) -> bool:
        """It is in accessory mode already."""
        return self.vendor == GOOGLE and self.product in ACCESSORY_PRODUCTS


def find_phones(backend: Any = None) -> list[UsbPhone]:
    """What is plugged in and may be a phone. Blocks some ms. Raises Unsupported without libusb."""
    return [
        UsbPhone(_location(device), device.idVendor, device.idProduct)
        for device in _devices(backend)
        if _may_be_phone(device)
    ]


async def open_accessory(location: str, accessory: Accessory, backend: Any = None) -> BulkPipe:
    """Turn the phone at ``location`` into an accessory, if it is none yet, and open it.

    Raises LinkLost (unplugged), Unsupported (no such mode), TooSlow (it did not come back).
    """
    device = await asyncio.to_thread(_at, location, backend)
    if not (device.idVendor == GOOGLE and device.idProduct in ACCESSORY_PRODUCTS):
        await asyncio.to_thread(_switch, device, accessory)
        device = await _returned(location, backend)
    return await asyncio.to_thread(BulkPipe, device, asyncio.get_running_loop())


def _devices(backend: Any) -> Iterator[Any]:
    try:
        yield from usb.core.find(find_all=True, backend=backend)
    except usb.core.NoBackendError:
        raise Unsupported(NO_USB) from None
    except usb.core.USBError as error:
        raise _noted(LinkLost(USB_SILENT), error) from None


def _location(device: Any) -> str:
    ports = device.port_numbers
    return f"{device.bus}-{'.'.join(str(port) for port in ports) if ports else device.address}"


def _may_be_phone(device: Any) -> bool:
    if device.idVendor == GOOGLE and device.idProduct in ACCESSORY_PRODUCTS:
        return True
    if device.bDeviceClass == _HUB or device.idVendor in _NO_PHONES:
        return False
    try:
        kinds = {(one.bInterfaceClass, one.bInterfaceSubClass) for configuration in device for one in configuration}
    except (usb.core.USBError, IndexError):
        return False
    return _ADB in kinds or any(kind == _STILL_IMAGE for kind, _ in kinds)


def _at(location: str, backend: Any) -> Any:
    for device in _devices(backend):
        if _location(device) == location:
            return device
    raise LinkLost(NOT_PLUGGED)


def _switch(device: Any, accessory: Accessory) -> None:
    try:
        answer = bytes(device.ctrl_transfer(_IN, _VERSION, 0, 0, 2, timeout=_TIMEOUT_MS))
        if len(answer) < 2 or not int.from_bytes(answer, "little"):
            raise Unsupported(NO_ACCESSORIES)
        for index, text in enumerate(astuple(accessory)):
            device.ctrl_transfer(_OUT, _STRING, 0, index, text.encode()[:255] + b"\0", timeout=_TIMEOUT_MS)
        device.ctrl_transfer(_OUT, _START, 0, 0, None, timeout=_TIMEOUT_MS)
    except usb.core.USBError as error:
        raise _translated(error, NO_ACCESSORIES) from None
    finally:
        usb.util.dispose_resources(device)


def _translated(error: usb.core.USBError, refused: str) -> LinkLost | Unsupported:
    match error.errno:
        case 19 | 2:
            return LinkLost(UNPLUGGED)
        case 13 | 1:
            return Unsupported(FORBIDDEN)
        case 32:
            return Unsupported(refused)
    return _noted(LinkLost(USB_SILENT), error)


def _noted(error: LinkLost, cause: usb.core.USBError) -> LinkLost:
    error.add_note(str(cause.strerror or cause))
    return error


async def _returned(location: str, backend: Any) -> Any:
    until = time.monotonic() + RETURN_S
    while time.monotonic() < until:
        with contextlib.suppress(LinkLost):
            device = await asyncio.to_thread(_at, location, backend)
            if device.idVendor == GOOGLE and device.idProduct in ACCESSORY_PRODUCTS:
                return device
        await asyncio.sleep(_POLL_S)
    raise TooSlow(NOT_BACK)


class BulkPipe:
    """Bytes both ways. Made in a thread; everything else belongs to the loop. Reading stops while 1 MiB is not fetched."""

    def __init__(self, device: Any, loop: asyncio.AbstractEventLoop) -> None:
        self._device = device
        self._loop = loop
        try:
            self._in, self._out = _endpoints(device)
        except usb.core.USBError as error:
            usb.util.dispose_resources(device)
            raise _translated(error, NOT_OPENED) from None
        self._arrived: deque[bytes] = deque()
        self._unread = self._unwritten = 0
        self._news = asyncio.Event()
        self._ended = False
        self._stop = False
        self._room = threading.Condition()
        self._waiting: deque[bytes] = deque()
        self._work = threading.Condition()
        self._threads = [
            threading.Thread(target=self._reading, name="usb-in", daemon=True),
            threading.Thread(target=self._writing, name="usb-out", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    @property
    def backlog(self) -> int:
        """Bytes that were written and not sent."""
        return self._unwritten

    async def read(self) -> bytes:
        """What came; empty at the end."""
        while not self._arrived and not self._ended:
            self._news.clear()
            await self._news.wait()
        if not self._arrived:
            return b""
        data = self._arrived.popleft()
        with self._room:
            self._unread -= len(data)
            self._room.notify()
        return data

    def write(self, data: bytes) -> None:
        """Send, in order. Raises LinkLost when the phone is gone or does not take what waits."""
        if self._ended or self._stop:
            raise LinkLost(UNPLUGGED)
        if self._unwritten + len(data) > BACKLOG_MAX:
            raise LinkLost(FULL)
        with self._work:
            self._waiting.append(data)
            self._unwritten += len(data)
            self._work.notify()

    async def close(self) -> None:
        """Send what waits for at most half a second, and give the device back."""
        until = self._loop.time() + 0.5
        while self._unwritten and not self._ended and self._loop.time() < until:
            await asyncio.sleep(0.01)
        self._stop = True
        for condition in (self._room, self._work):
            with condition:
                condition.notify_all()
        for thread in self._threads:
            await asyncio.to_thread(thread.join, 2.0)
        await asyncio.to_thread(usb.util.dispose_resources, self._device)

    def _reading(self) -> None:
        while not self._stop:
            try:
                data = bytes(self._in.read(_READ, timeout=_READ_MS))
            except usb.core.USBTimeoutError:
                continue
            except usb.core.USBError as error:
                _logger.info("usb read ended reason=%s", error)
                break
            if not data:
                continue
            with self._room:
                self._unread += len(data)
                self._tell(data)
                self._room.wait_for(lambda: self._stop or self._unread <= UNREAD_MAX)
        self._tell(None)

    def _tell(self, data: bytes | None) -> None:
        with contextlib.suppress(RuntimeError):  # the loop is closed: nobody listens any more
            self._loop.call_soon_threadsafe(self._came, data)

    def _came(self, data: bytes | None) -> None:
        if data is None:
            self._ended = True
        else:
            self._arrived.append(data)
        self._news.set()

    def _writing(self) -> None:
        while True:
            with self._work:
                self._work.wait_for(lambda: self._stop or self._waiting)
                if self._stop:
                    return
                data = self._waiting.popleft()
            try:
                self._send(data)
            except usb.core.USBError as error:
                _logger.info("usb write ended reason=%s", error)
                self._tell(None)
                return
            with self._work:
                self._unwritten -= len(data)

    def _send(self, data: bytes) -> None:
        while data and not self._stop:
            try:
                data = data[self._out.write(data, timeout=_TIMEOUT_MS) :]
            except usb.core.USBTimeoutError:
                continue


def _endpoints(device: Any) -> tuple[Any, Any]:
    """Interface 0's first bulk endpoint each way."""
    try:
        configuration = device.get_active_configuration()
    except usb.core.USBError:
        device.set_configuration()
        configuration = device.get_active_configuration()
    interface = configuration[0, 0]
    usb.util.claim_interface(device, 0)
    found: dict[int, Any] = {}
    for endpoint in interface:
        if usb.util.endpoint_type(endpoint.bmAttributes) == usb.util.ENDPOINT_TYPE_BULK:
            found.setdefault(usb.util.endpoint_direction(endpoint.bEndpointAddress), endpoint)
    try:
        return found[usb.util.ENDPOINT_IN], found[usb.util.ENDPOINT_OUT]
    except KeyError:
        raise Unsupported(NOT_OPENED) from None
