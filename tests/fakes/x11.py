"""A tiny X client: a window that covers the screen, shows a picture, and notes keys, buttons and the pointer's way.

X11's core protocol over the server's Unix socket, little endian; enough of it for tests and nothing more.
"""

from __future__ import annotations

import select
import socket
import struct
from dataclasses import dataclass

import numpy as np

__all__ = ["Event", "XClient"]

_ROWS = 16
_REPLY, _KEY_PRESS, _KEY_RELEASE, _MAPPING = 1, 2, 3, 34
_NAMES = {2: "key down", 3: "key up", 4: "button down", 5: "button up", 6: "move"}
_EVENTS = 1 | 2 | 4 | 8 | 64  # keys and buttons, down and up; the pointer's moves
_SHIFT, _LOCK = 1, 2


@dataclass(frozen=True)
class Event:
    """``detail``: the keysym of a key (Shift and Lock taken into account), or the number of a button."""

    kind: str
    detail: int
    x: int
    y: int


class XClient:
    """Blocking, as a server on this machine answers at once. ``events`` grows with `read`."""

    def __init__(self, display: int) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(10)
        self._socket.connect(f"/tmp/.X11-unix/X{display}")
        self._socket.sendall(struct.pack("<BxHHHHxx", ord("l"), 11, 0, 0, 0))
        status, size = struct.unpack("<BxxxxxH", self._take(8))
        setup = self._take(size * 4)
        assert status == 1, "the X server refused"
        (self._first_id,) = struct.unpack_from("<I", setup, 4)
        (vendor,) = struct.unpack_from("<H", setup, 16)
        formats = setup[21]
        self.first_key, self.last_key = setup[26], setup[27]
        screen = 32 + (vendor + 3) // 4 * 4 + formats * 8
        self.root, self.width, self.height, self.depth = (
            *struct.unpack_from("<I", setup, screen),
            *struct.unpack_from("<HH", setup, screen + 20),
            setup[screen + 38],
        )
        self.events: list[Event] = []
        self._pending: list[bytes] = []
        self._keysyms: list[tuple[int, ...]] = []
        self._window = self._context = 0

    def close(self) -> None:
        self._socket.close()

    def cover(self) -> None:
        """A window over everything, with the keyboard's focus."""
        self._window, self._context = self._first_id, self._first_id + 1
        place = struct.pack("<IIhhHHHHI", self._window, self.root, 0, 0, self.width, self.height, 0, 1, 0)
        values = struct.pack("<IIII", 0x2 | 0x200 | 0x800, 0, 1, _EVENTS)  # black, unmanaged
        self._request(1, 0, place + values)
        self._request(8, 0, struct.pack("<I", self._window))
        self._request(55, 0, struct.pack("<III", self._context, self._window, 0))
        self._request(42, 0, struct.pack("<II", self._window, 0))
        self.sync()

    def show(self, pixels: np.ndarray, x: int = 0, y: int = 0) -> None:
        """Paint (height, width) pixels of 0x00RRGGBB."""
        data = pixels.astype("<u4")
        height, width = data.shape
        for top in range(0, height, _ROWS):
            rows = data[top : top + _ROWS]
            head = struct.pack("<IIHHhhBBxx", self._window, self._context, width, len(rows), x, y + top, 0, self.depth)
            self._request(72, 2, head + rows.tobytes())
        self.sync()

    def scroll(self, by: int) -> None:
        """Move the whole picture up by so many rows, as a terminal does."""
        size = struct.pack("<hhhhHH", 0, by, 0, 0, self.width, self.height - by)
        self._request(62, 0, struct.pack("<III", self._window, self._window, self._context) + size)
        self.sync()

    def sync(self) -> None:
        """Wait until the server has done all that was asked."""
        self._request(43, 0, b"")
        while (message := self._message())[0] != _REPLY:
            self._pending.append(message)

    def read(self) -> list[Event]:
        """What has happened so far."""
        while select.select([self._socket], [], [], 0)[0]:
            self._pending.append(self._message())
        pending, self._pending = self._pending, []
        for message in pending:
            kind = message[0] & 127
            if kind == _MAPPING:
                self._keysyms = []
            elif kind in _NAMES:
                x, y, state = struct.unpack_from("<hhH", message, 24)
                detail = self._keysym(message[1], state) if kind in (_KEY_PRESS, _KEY_RELEASE) else message[1]
                self.events.append(Event(_NAMES[kind], detail, x, y))
        return self.events

    def typed(self) -> list[int]:
        """Keysyms of keys that went down so far, without those that only shift others."""
        return [
            event.detail for event in self.read() if event.kind == "key down" and not 0xFFE1 <= event.detail <= 0xFFEE
        ]

    def _keysym(self, keycode: int, state: int) -> int:
        if not self._keysyms:
            count = self.last_key - self.first_key + 1
            self._request(101, 0, struct.pack("<BBxx", self.first_key, count))
            while (reply := self._message())[0] != _REPLY:
                self._pending.append(reply)
            width = reply[1]
            numbers = struct.unpack_from(f"<{count * width}I", reply, 32)
            self._keysyms = [numbers[at : at + width] for at in range(0, len(numbers), width)]
        row = self._keysyms[keycode - self.first_key]
        shifted = bool(state & _SHIFT)
        if state & _LOCK and row[0] < 0x100 and chr(row[0]).isalpha():
            shifted = not shifted
        return row[1] if shifted and row[1] else row[0]

    def _request(self, opcode: int, detail: int, body: bytes) -> None:
        body += bytes(-len(body) % 4)
        self._socket.sendall(struct.pack("<BBH", opcode, detail, len(body) // 4 + 1) + body)

    def _message(self) -> bytes:
        head = self._take(32)
        assert head[0] != 0, f"X error {head[1]} of request {head[10]}"
        return head + (self._take(struct.unpack_from("<I", head, 4)[0] * 4) if head[0] == _REPLY else b"")

    def _take(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            piece = self._socket.recv(size - len(data))
            assert piece, "the X server hung up"
            data += piece
        return data
