"""A USB bus below pyusb with dongles on it, each a simulated one reached over its socket: pyusb's own code runs, in real threads.

Its transfers are those of a bulk pipe: the header and the payload of a message are transfers of their own, in packets of 512
bytes; a read ends with a short packet or when its buffer is full, and fails when a packet does not fit.
"""

from __future__ import annotations

import array
import contextlib
import errno
import socket
import struct
import threading
from typing import Any, ClassVar

import usb.core

from tests.fakes.one_interface import PACKET, OneInterface, gone

__all__ = ["DongleBus", "UsbDongle"]


class UsbDongle:
    """One that is plugged in. Faults are plain attributes that a test sets."""

    def __init__(self, address: str, *, port: int = 2, product: int = 0x1521) -> None:
        host, _, number = address.removeprefix("tcp://").rpartition(":")
        self.target = (host, int(number))
        self.port = port
        self.product = product
        self.unplugged = threading.Event()
        self.claimed = 0
        self.claims = 0
        self.configuration = 0
        self.forbidden = False
        self.busy = 0
        self.joined = False
        """Header and payload come in one transfer, as some firmware has it."""
        self.trickle = 0
        """So many bytes a transfer at most."""
        self.stalls = 0
        self.hold = threading.Event()
        """While it is not set, writes hang."""
        self.hold.set()
        self.writing = 0
        self.lost_in_use = False
        self.stuck = False
        """It takes no more data."""
        self._socket: socket.socket | None = None
        self._pending = b""
        self._rest: list[bytes] = []
        self._lock = threading.Lock()

    @property
    def identity(self) -> tuple[int, int, int]:
        """Vendor, product, address."""
        return 0x1314, self.product, 4

    @property
    def kind(self) -> tuple[int, int]:
        return 0xFF, 0xF0

    def open(self) -> None:
        if self._socket is None:
            self._socket = socket.create_connection(self.target, timeout=2)

    def close(self, *, pulled: bool = False) -> None:
        """Given back; what was written to it arrives, unless the cable is pulled."""
        sock, self._socket = self._socket, None
        self._pending, self._rest = b"", []
        if sock is not None:
            with contextlib.suppress(OSError):
                if not pulled:
                    sock.shutdown(socket.SHUT_WR)
                    sock.settimeout(5)
                    while sock.recv(1 << 16):
                        pass
            sock.close()

    def transfer(self, size: int, timeout_ms: int) -> bytes:
        """What one read of ``size`` bytes brings; empty when nothing came in time."""
        if not self._pending:
            self._pending = self._next(timeout_ms)
        data = self._pending
        if len(data) > size and size % PACKET:
            raise usb.core.USBError("Overflow", -8, errno.EOVERFLOW)
        taken, self._pending = data[:size], data[size:]
        return taken

    def _next(self, timeout_ms: int) -> bytes:
        """The next transfer of the device: a header, a payload, or both."""
        sock = self._socket
        if sock is None:
            raise gone()
        if self._rest:
            return self._part()
        sock.settimeout(timeout_ms / 1000)
        try:
            head = self._exactly(sock, 16)
        except TimeoutError:
            return b""
        (length,) = struct.unpack_from("<I", head, 4)
        sock.settimeout(5)
        payload = self._exactly(sock, length) if length < 1 << 24 else b""
        if self.joined:
            self._rest = [head + payload]
        else:
            self._rest = [head, payload] if payload else [head]
        return self._part()

    def _part(self) -> bytes:
        first, rest = self._rest[0], self._rest[1:]
        if self.trickle and len(first) > self.trickle:
            self._rest = [first[self.trickle :], *rest]
            return first[: self.trickle]
        self._rest = rest
        return first

    def _exactly(self, sock: socket.socket, size: int) -> bytes:
        data = b""
        while len(data) < size:
            try:
                part = sock.recv(size - len(data))
            except TimeoutError:
                if data:
                    continue
                raise
            except OSError:
                part = b""
            if not part:
                raise gone()
            data += part
        return data

    def write(self, data: bytes) -> None:
        if self._socket is None:
            raise gone()
        with self._lock:
            try:
                self._socket.settimeout(5)
                self._socket.sendall(data)
            except OSError:
                raise gone() from None


class DongleBus(OneInterface):
    """What is plugged in."""

    ENDPOINTS: ClassVar[tuple[int, int]] = (0x81, 0x01)

    def __init__(self) -> None:
        self.dongles: list[UsbDongle] = []

    def plug(self, dongle: UsbDongle) -> UsbDongle:
        dongle.unplugged.clear()
        self.dongles.append(dongle)
        return dongle

    def unplug(self, dongle: UsbDongle) -> None:
        self.dongles.remove(dongle)
        dongle.unplugged.set()
        dongle.close(pulled=True)

    # What pyusb asks of a backend.

    def enumerate_devices(self) -> Any:
        return iter(list(self.dongles))

    def open_device(self, dev: UsbDongle) -> UsbDongle:
        self._there(dev)
        if dev.forbidden:
            raise usb.core.USBError("Access denied (insufficient permissions)", -3, errno.EACCES)
        return dev

    def close_device(self, dev_handle: UsbDongle) -> None:
        dev_handle.lost_in_use |= dev_handle.writing > 0
        dev_handle.close()

    def get_configuration(self, dev_handle: UsbDongle) -> int:
        return dev_handle.configuration

    def set_configuration(self, dev_handle: UsbDongle, config_value: int) -> None:
        dev_handle.configuration = config_value

    def claim_interface(self, dev_handle: UsbDongle, intf: int) -> None:
        if dev_handle.busy or dev_handle.claimed:
            dev_handle.busy = max(0, dev_handle.busy - 1)
            raise usb.core.USBError("Resource busy", -6, errno.EBUSY)
        dev_handle.claimed += 1
        dev_handle.claims += 1
        try:
            dev_handle.open()
        except OSError:
            dev_handle.claimed -= 1
            raise gone() from None

    def release_interface(self, dev_handle: UsbDongle, intf: int) -> None:
        dev_handle.claimed -= 1

    def clear_halt(self, dev_handle: UsbDongle, ep: int) -> None:
        return None

    def bulk_read(self, dev_handle: UsbDongle, ep: int, intf: int, buff: Any, timeout: int) -> int:
        self._there(dev_handle)
        assert ep == 0x81
        assert len(buff) % PACKET == 0, "a read that is no whole packets may lose data"
        if dev_handle.stalls:
            dev_handle.stalls -= 1
            raise usb.core.USBError("Pipe error", -9, errno.EPIPE)
        data = dev_handle.transfer(len(buff), timeout)
        if not data:
            raise usb.core.USBTimeoutError("Operation timed out", -7, errno.ETIMEDOUT)
        buff[0 : len(data)] = array.array("B", data)
        return len(data)

    def bulk_write(self, dev_handle: UsbDongle, ep: int, intf: int, data: Any, timeout: int) -> int:
        self._there(dev_handle)
        assert ep == 0x01
        if dev_handle.stuck:
            raise usb.core.USBTimeoutError("Operation timed out", -7, errno.ETIMEDOUT)
        dev_handle.writing += 1
        try:
            dev_handle.hold.wait(5)
            dev_handle.write(bytes(data))
        finally:
            dev_handle.writing -= 1
        return len(data)

    def _there(self, dongle: UsbDongle) -> None:
        if dongle.unplugged.is_set():
            raise gone()
