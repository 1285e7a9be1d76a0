"""A USB bus below pyusb whose devices have one configuration, with one interface of two bulk endpoints."""

from __future__ import annotations

import errno
from abc import abstractmethod
from types import SimpleNamespace
from typing import Any, ClassVar, Protocol

import usb.backend
import usb.core

__all__ = ["OneInterface", "Plugged", "gone"]

PACKET = 512


class Plugged(Protocol):
    """What it has to know of a device."""

    port: int

    @property
    def identity(self) -> tuple[int, int, int]:
        """Vendor, product and address on the bus."""
        ...

    @property
    def kind(self) -> tuple[int, int]:
        """Class and subclass of the interface."""
        ...


class OneInterface(usb.backend.IBackend):  # type: ignore[misc]  # pyusb is untyped
    """Descriptors, and what a host asks before it uses them."""

    ENDPOINTS: ClassVar[tuple[int, int]]

    @abstractmethod
    def enumerate_devices(self) -> Any: ...

    def get_device_descriptor(self, dev: Plugged) -> SimpleNamespace:
        vendor, product, address = dev.identity
        return SimpleNamespace(
            bLength=18, bDescriptorType=1, bcdUSB=0x0200, bDeviceClass=0, bDeviceSubClass=0, bDeviceProtocol=0,
            bMaxPacketSize0=64, idVendor=vendor, idProduct=product, bcdDevice=0x0100, iManufacturer=0, iProduct=0,
            iSerialNumber=0, bNumConfigurations=1, address=address, bus=1, port_number=dev.port, port_numbers=(1, dev.port),
            speed=3,
        )  # fmt: skip

    def get_configuration_descriptor(self, dev: Plugged, config: int) -> SimpleNamespace:
        if config:
            raise IndexError("no such configuration")
        return SimpleNamespace(
            bLength=9, bDescriptorType=2, wTotalLength=32, bNumInterfaces=1, bConfigurationValue=1, iConfiguration=0,
            bmAttributes=0x80, bMaxPower=250, extra_descriptors=[],
        )  # fmt: skip

    def get_interface_descriptor(self, dev: Plugged, intf: int, alt: int, config: int) -> SimpleNamespace:
        if intf or alt:
            raise IndexError("no such interface")
        group, part = dev.kind
        return SimpleNamespace(
            bLength=9, bDescriptorType=4, bInterfaceNumber=0, bAlternateSetting=0, bNumEndpoints=2, bInterfaceClass=group,
            bInterfaceSubClass=part, bInterfaceProtocol=0, iInterface=0, extra_descriptors=[],
        )  # fmt: skip

    def get_endpoint_descriptor(self, dev: Plugged, ep: int, intf: int, alt: int, config: int) -> SimpleNamespace:
        if ep > 1:
            raise IndexError("no such endpoint")
        return SimpleNamespace(
            bLength=7, bDescriptorType=5, bEndpointAddress=self.ENDPOINTS[ep], bmAttributes=2, wMaxPacketSize=PACKET,
            bInterval=0, bRefresh=0, bSynchAddress=0, extra_descriptors=[],
        )  # fmt: skip

    def is_kernel_driver_active(self, dev_handle: Plugged, intf: int) -> bool:
        return False


def gone() -> usb.core.USBError:
    """The device is not there any more."""
    return usb.core.USBError("No such device", -4, errno.ENODEV)
