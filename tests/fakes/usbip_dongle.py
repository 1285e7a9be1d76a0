"""A dongle for Linux itself: the kernel's own USB (vhci_hcd) enumerates it, and whatever opens it goes through libusb.

USB/IP (kernel.org, Documentation/usb/usbip_protocol.rst) from the device's side, over a socket pair whose other end the kernel
takes. The bytes of its bulk pipes are those of a simulated dongle. Needs root and the module vhci-hcd.
"""

from __future__ import annotations

import os
import socket
import struct
import threading
from collections import deque
from pathlib import Path

__all__ = ["VHCI", "UsbipDongle", "there"]

VHCI = Path("/sys/devices/platform/vhci_hcd.0")
_PACKET = 512
_HIGH_SPEED = 3
_SUBMIT, _UNLINK, _RET_SUBMIT, _RET_UNLINK = 1, 2, 3, 4
_HEAD = struct.Struct(">5I")
_CONNRESET = -104
_DEVICE = struct.pack("<BBHBBBBHHHBBBB", 18, 1, 0x0200, 0, 0, 0, 64, 0x1314, 0x1521, 0x0100, 0, 0, 0, 1)
_CONFIGURATION = (
    struct.pack("<BBHBBBBB", 9, 2, 32, 1, 1, 0, 0x80, 250)
    + struct.pack("<9B", 9, 4, 0, 0, 2, 0xFF, 0xF0, 0, 0)
    + struct.pack("<BBBBHB", 7, 5, 0x81, 2, _PACKET, 0)
    + struct.pack("<BBBBHB", 7, 5, 0x01, 2, _PACKET, 0)
)


class UsbipDongle:
    """``target`` is where the simulated dongle listens: host and port."""

    def __init__(self, target: tuple[str, int], port: int = 0) -> None:
        self._target = target
        self._port = port
        self._kernel: socket.socket | None = None
        self._dongle: socket.socket | None = None
        self._lock = threading.Lock()
        self._wanted: deque[tuple[int, int]] = deque()  # reads that wait: sequence number, size
        self._ready: deque[bytes] = deque()  # transfers of the dongle that nobody has read
        self.lengths: list[int] = []
        """Of the writes."""

    def plug(self) -> None:
        """Into the kernel's first virtual port."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        self._kernel = ours
        (VHCI / "attach").write_text(f"{self._port} {theirs.fileno()} 1 {_HIGH_SPEED}")
        theirs.close()
        threading.Thread(target=self._serve, args=(ours,), daemon=True).start()

    def unplug(self) -> None:
        """In the middle of whatever goes on."""
        (VHCI / "detach").write_text(str(self._port))
        for sock in (self._kernel, self._dongle):
            if sock is not None:
                sock.close()
        self._kernel = self._dongle = None
        self._wanted.clear()
        self._ready.clear()

    def _serve(self, kernel: socket.socket) -> None:
        try:
            while True:
                command, number, _, inwards, endpoint = _HEAD.unpack(_exactly(kernel, _HEAD.size))
                rest = _exactly(kernel, 28)
                if command == _UNLINK:
                    self._unlink(kernel, number, struct.unpack_from(">I", rest)[0])
                    continue
                _, size, *_ = struct.unpack(">5I8s", rest)
                data = b"" if inwards else _exactly(kernel, size)
                if endpoint == 0:
                    self._answer(kernel, number, self._control(rest[20:28], size), inwards=bool(inwards))
                elif inwards:
                    self._wanted.append((number, size))
                    self._hand_out(kernel)
                else:
                    self.lengths.append(len(data))
                    self._pipe(kernel).sendall(data)
                    self._answer(kernel, number, b"", written=len(data))
        except (OSError, EOFError):
            return

    def _pipe(self, kernel: socket.socket) -> socket.socket:
        """To the simulated dongle, made when the first bytes go there."""
        if self._dongle is None:
            self._dongle = socket.create_connection(self._target)
            threading.Thread(target=self._listen, args=(kernel, self._dongle), daemon=True).start()
        return self._dongle

    def _listen(self, kernel: socket.socket, dongle: socket.socket) -> None:
        try:
            while True:
                head = _exactly(dongle, 16)
                (length,) = struct.unpack_from("<I", head, 4)
                with self._lock:
                    self._ready.append(head)
                    if length:
                        self._ready.append(_exactly(dongle, length))
                self._hand_out(kernel)
        except (OSError, EOFError):
            self._dongle = None

    def _hand_out(self, kernel: socket.socket) -> None:
        """Fill the reads that wait: one ends with a short packet, or when it is full; never with a transfer of whole packets."""
        with self._lock:
            while self._wanted and self._ready:
                number, size = self._wanted[0]
                data = b""
                while self._ready and len(data) < size:
                    part = self._ready.popleft()
                    taken, left = part[: size - len(data)], part[size - len(data) :]
                    data += taken
                    if left:
                        self._ready.appendleft(left)
                    if len(taken) % _PACKET:
                        break
                if len(data) < size and len(data) % _PACKET == 0:
                    self._ready.appendleft(data)  # the device has no more, the host waits on
                    return
                self._wanted.popleft()
                self._reply(kernel, number, data, len(data))

    def _control(self, setup: bytes, size: int) -> bytes:
        kind, request, value, _, length = struct.unpack("<BBHHH", setup)
        if (kind, request) == (0x80, 6):
            found = {1: _DEVICE, 2: _CONFIGURATION}.get(value >> 8, b"")
        else:
            found = {(0x80, 8): b"\1", (0x80, 0): b"\0\0"}.get((kind, request), b"")
        return found[: min(size, length)]

    def _answer(
        self, kernel: socket.socket, number: int, data: bytes, *, inwards: bool = False, written: int = 0
    ) -> None:
        with self._lock:
            self._reply(kernel, number, data if inwards else b"", len(data) if inwards else written)

    def _reply(self, kernel: socket.socket, number: int, data: bytes, length: int) -> None:
        kernel.sendall(_HEAD.pack(_RET_SUBMIT, number, 0, 0, 0) + struct.pack(">iIIII8x", 0, length, 0, 0, 0) + data)

    def _unlink(self, kernel: socket.socket, number: int, which: int) -> None:
        with self._lock:
            waits = [one for one in self._wanted if one[0] == which]
            for one in waits:
                self._wanted.remove(one)
            status = _CONNRESET if waits else 0
            kernel.sendall(_HEAD.pack(_RET_UNLINK, number, 0, 0, 0) + struct.pack(">i24x", status))


def _exactly(sock: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size:
        part = sock.recv(size - len(data))
        if not part:
            raise EOFError
        data += part
    return data


def there() -> bool:
    """The kernel can take one."""
    return VHCI.exists() and os.geteuid() == 0
