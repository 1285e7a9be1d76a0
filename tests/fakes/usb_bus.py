"""A USB bus in memory below pyusb: its real code runs, on this backend. `FakeBus.plug` a `FakePhone`."""

from __future__ import annotations

import array
import errno
import queue
import threading
from types import SimpleNamespace
from typing import Any

import usb.backend
import usb.core

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

    def descriptor(self) -> SimpleNamespace:
        vendor, product = (0x18D1, 0x2D01) if self.accessory else (0x22B8, 0x2E82)
        return SimpleNamespace(
            bLength=18, bDescriptorType=1, bcdUSB=0x0200, bDeviceClass=0, bDeviceSubClass=0, bDeviceProtocol=0,
            bMaxPacketSize0=64, idVendor=vendor, idProduct=product, bcdDevice=0x0100, iManufacturer=0, iProduct=0,
            iSerialNumber=0, bNumConfigurations=1, address=7 + self.accessory, bus=1, port_number=self.port,
            port_numbers=(1, self.port), speed=3,
        )  # fmt: skip


class FakeBus(usb.backend.IBackend):  # type: ignore[misc]  # pyusb is untyped
    """What is plugged in."""

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

    def get_device_descriptor(self, dev: FakePhone) -> SimpleNamespace:
        return dev.descriptor()

    def get_configuration_descriptor(self, dev: FakePhone, config: int) -> SimpleNamespace:
        if config:
            raise IndexError("no such configuration")
        return SimpleNamespace(
            bLength=9, bDescriptorType=2, wTotalLength=32, bNumInterfaces=1, bConfigurationValue=1, iConfiguration=0,
            bmAttributes=0x80, bMaxPower=250, extra_descriptors=[],
        )  # fmt: skip

    def get_interface_descriptor(self, dev: FakePhone, intf: int, alt: int, config: int) -> SimpleNamespace:
        if intf or alt:
            raise IndexError("no such interface")
        kind = 0xFF if dev.accessory else 6
        return SimpleNamespace(
            bLength=9, bDescriptorType=4, bInterfaceNumber=0, bAlternateSetting=0, bNumEndpoints=2, bInterfaceClass=kind,
            bInterfaceSubClass=1, bInterfaceProtocol=0, iInterface=0, extra_descriptors=[],
        )  # fmt: skip

    def get_endpoint_descriptor(self, dev: FakePhone, ep: int, intf: int, alt: int, config: int) -> SimpleNamespace:
        if ep > 1:
            raise IndexError("no such endpoint")
        return SimpleNamespace(
            bLength=7, bDescriptorType=5, bEndpointAddress=(0x81, 0x02)[ep], bmAttributes=2, wMaxPacketSize=512,
            bInterval=0, bRefresh=0, bSynchAddress=0, extra_descriptors=[],
        )  # fmt: skip

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

    def is_kernel_driver_active(self, dev_handle: FakePhone, intf: int) -> bool:
        return False

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
            raise usb.core.USBError("No such device", -4, errno.ENODEV)
