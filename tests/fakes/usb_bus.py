"""A USB bus in memory below pyusb: its real code runs, on this backend. `FakeBus.plug` a `FakePhone`."""

from __future__ import annotations

import array
import errno
import queue
import threading
from typing import Any, ClassVar

import usb.core

from tests.fakes.one_interface import OneInterface, gone

__all__ = ["FakeBus", "FakePhone"]

_PACKET = 16 * 1024


class FakePhone:
    """An Android phone with MTP; ``version`` 0 does not know accessories, ``returns`` False never comes back as one."""

    def __init__(self, *, version: int = 2, returns: bool = True, port: int = 3) -> None:
        self.version = version
        self.returns = returns
        self.port = port
        self.accessory = False
        self.strings: dict[int, str] = {}
        self.to_car: queue.Queue[bytes] = queue.Queue()
        self.from_car: queue.Queue[bytes] = queue.Queue()
        self.unplugged = threading.Event()
        self.claimed = 0

    @property
    def identity(self) -> tuple[int, int, int]:
        """Vendor, product, address."""
        return (0x18D1, 0x2D01, 8) if self.accessory else (0x22B8, 0x2E82, 7)

    @property
    def kind(self) -> tuple[int, int]:
        return (0xFF if self.accessory else 6), 1


class FakeBus(OneInterface):
    """What is plugged in."""

    ENDPOINTS: ClassVar[tuple[int, int]] = (0x81, 0x02)

    def __init__(self) -> None:
        self.phones: list[FakePhone] = []

    def plug(self, phone: FakePhone) -> FakePhone:
        """Put a phone in."""
        self.phones.append(phone)
        return phone

    def unplug(self, phone: FakePhone) -> None:
        """Pull it out."""
        self.phones.remove(phone)
        phone.unplugged.set()

    # What pyusb asks of a backend.

    def enumerate_devices(self) -> Any:
        return iter([phone for phone in self.phones if phone.returns or not phone.accessory])

    def open_device(self, dev: FakePhone) -> FakePhone:
        self._there(dev)
        return dev

    def close_device(self, dev_handle: FakePhone) -> None:
        return None

    def get_configuration(self, dev_handle: FakePhone) -> int:
        return 1

    def set_configuration(self, dev_handle: FakePhone, config_value: int) -> None:
        return None

    def claim_interface(self, dev_handle: FakePhone, intf: int) -> None:
        dev_handle.claimed += 1

    def release_interface(self, dev_handle: FakePhone, intf: int) -> None:
        dev_handle.claimed -= 1

    def ctrl_transfer(
        self, dev_handle: FakePhone, kind: int, request: int, value: int, index: int, data: Any, timeout: int
    ) -> int:
        self._there(dev_handle)
        if not dev_handle.version or request not in (51, 52, 53):
            raise usb.core.USBError("Pipe error", -9, errno.EPIPE)
        if request == 51:
            data[0:2] = array.array("B", dev_handle.version.to_bytes(2, "little"))
            return 2
        if request == 52:
            raw = bytes(data)
            assert raw.endswith(b"\0"), raw
            dev_handle.strings[index] = raw[:-1].decode()
            return len(raw)
        dev_handle.accessory = True
        return 0

    def bulk_read(self, dev_handle: FakePhone, ep: int, intf: int, buff: Any, timeout: int) -> int:
        self._there(dev_handle)
        try:
            data = dev_handle.to_car.get(timeout=min(timeout, 20) / 1000)
        except queue.Empty:
            self._there(dev_handle)
            raise usb.core.USBTimeoutError("Operation timed out", -7, errno.ETIMEDOUT) from None
        assert len(data) <= len(buff)
        buff[0 : len(data)] = array.array("B", data)
        return len(data)

    def bulk_write(self, dev_handle: FakePhone, ep: int, intf: int, data: Any, timeout: int) -> int:
        self._there(dev_handle)
        part = bytes(data)[:_PACKET]
        dev_handle.from_car.put(part)
        return len(part)

    def _there(self, phone: FakePhone) -> None:
        if phone.unplugged.is_set():
            raise gone()
