"""One viewer of the phone's screen: RFB's server side."""

from __future__ import annotations

import asyncio
import logging
import os
import struct
import time
from typing import TYPE_CHECKING

import av
import numpy as np
from cryptography.hazmat.decrepit.ciphers.algorithms import TripleDES
from cryptography.hazmat.primitives.ciphers import Cipher, modes

from backends.projection.simphone.faults import FaultyWriter
from backends.projection.simphone.input import Scroll, Touch
from backends.projection.simphone.vnc.forms import Forms, Pixels, changed

if TYPE_CHECKING:
    from backends.projection.simphone.vnc.phone import VncPhone

__all__ = ["Session"]

_GAP_S = 1 / 60
_LOOK_S = 0.02
_DESKTOP_SIZE, _EXTENDED_DESKTOP_SIZE = -223, -308
_KEYCODES = {0xFF50: 3, 0xFF1B: 4, 0xFF0D: 66, 0xFF08: 67, 0xFF09: 61, 0xFF51: 21, 0xFF52: 19, 0xFF53: 22, 0xFF54: 20}
_MEDIA = {0x1008FF14: 85, 0x1008FF31: 127, 0x1008FF15: 86, 0x1008FF17: 87, 0x1008FF16: 88}
_UP, _DOWN, _LEFT, _RIGHT = 8, 16, 32, 64
_log = logging.getLogger(__name__)


class Session:
    """Runs in `run` until the viewer or `end` ends it."""

    def __init__(self, phone: VncPhone, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._phone = phone
        self._reader = reader
        self._transport = writer
        self._writer = FaultyWriter(writer, phone.faults)
        self._forms = Forms([], None)
        self._sent: Pixels | None = None
        self._size = (0, 0)
        self._resizes = self._tells_size = self._told_layout = False
        self._answer = b""
        self._asked = asyncio.Event()
        self._whole = False
        self._buttons = 0
        self.updates = 0

    @property
    def encoding(self) -> int:
        return self._forms.kind

    def end(self) -> None:
        """Cut it."""
        self._transport.transport.abort()

    def copied(self, text: str) -> None:
        """Somebody copied a text on the phone."""
        raw = text.encode("latin-1", "replace")
        self._writer.write(struct.pack(">B3xI", 3, len(raw)) + raw)

    async def run(self) -> None:
        """Serve."""
        pictures: asyncio.Task[None] | None = None
        try:
            if not await self._greet():
                return
            pictures = asyncio.create_task(self._pictures())
            while True:
                await self._listen()
        except (OSError, asyncio.IncompleteReadError) as error:
            _log.debug("viewer gone error=%s", error)
        finally:
            if pictures is not None:
                pictures.cancel()
                await asyncio.wait({pictures})
            self._writer.close()

    # -- the way in --------------------------------------------------------------------------------------------------

    async def _greet(self) -> bool:
        phone = self._phone
        version = phone.faults.version or "003.008"
        if phone.faults.garbage:
            self._writer.write(os.urandom(4096))
        self._writer.write(f"RFB {version}\n".encode())
        answer = await self._reader.readexactly(12)
        kind = 2 if phone.password else 1
        old = answer == b"RFB 003.003\n"
        self._writer.write(struct.pack(">I", kind) if old else bytes([1, kind]))
        if not old:
            await self._reader.readexactly(1)
        if phone.password and not await self._password():
            self._writer.write(b"\0\0\0\1" + (b"\0\0\0\5wrong" if answer == b"RFB 003.008\n" else b""))
            await self._writer.drain()
            return False
        if phone.password or answer == b"RFB 003.008\n":
            self._writer.write(bytes(4))
        await self._reader.readexactly(1)
        width, height = self._size = (phone.display.width, phone.display.height)
        pixel_format = struct.pack(">BBBBHHHBBB3x", 32, 24, 0, 1, 255, 255, 255, 16, 8, 0)
        name = phone.state.identity.name.encode()
        self._writer.write(struct.pack(">HH", width, height) + pixel_format + struct.pack(">I", len(name)) + name)
        await self._writer.drain()
        return True

    async def _password(self) -> bool:
        challenge = os.urandom(16)
        self._writer.write(challenge)
        key = self._phone.password.encode()[:8].ljust(8, b"\0")
        turned = bytes(int(f"{byte:08b}"[::-1], 2) for byte in key)
        cipher = Cipher(TripleDES(turned * 3), modes.ECB()).encryptor()  # noqa: S305  # the protocol's
        return await self._reader.readexactly(16) == cipher.update(challenge) + cipher.finalize()

    # -- what the viewer says ----------------------------------------------------------------------------------------

    async def _listen(self) -> None:
        read = self._reader.readexactly
        match (await read(1))[0]:
            case 0:
                await read(19)
            case 2:
                (count,) = struct.unpack(">xH", await read(3))
                self._learn(list(struct.unpack(f">{count}i", await read(4 * count))))
            case 3:
                self._whole |= (await read(9))[0] == 0
                self._asked.set()
            case 4:
                down, keysym = struct.unpack(">BxxI", await read(7))
                if down:
                    self._key(keysym)
            case 5:
                self._point(*struct.unpack(">BHH", await read(5)))
            case 6:
                (size,) = struct.unpack(">3xI", await read(7))
                self._phone.state.clipboard = (await read(min(size, 1 << 20))).decode("latin-1")
            case 251:
                width, height, count = struct.unpack(">xHHBx", await read(7))
                await read(16 * count)
                self._resize(width, height)
            case other:
                raise ConnectionResetError(f"message {other}")

    def _learn(self, encodings: list[int]) -> None:
        qualities = [number + 32 for number in encodings if -32 <= number <= -23]
        self._forms = Forms(encodings, qualities[0] if qualities else None)
        self._tells_size = _DESKTOP_SIZE in encodings
        self._resizes = self._phone.resizable and _EXTENDED_DESKTOP_SIZE in encodings

    def _key(self, keysym: int) -> None:
        display = self._phone.display
        if keycode := _KEYCODES.get(keysym) or _MEDIA.get(keysym):
            display.key(keycode)
        elif keysym < 0x100 or keysym >> 24 == 1:
            display.text(chr(keysym & 0xFFFFFF))
            self._phone.typed += chr(keysym & 0xFFFFFF)

    def _point(self, buttons: int, x: int, y: int) -> None:
        display, before = self._phone.display, self._buttons
        size = (display.width, display.height)
        self._buttons = buttons
        for button, across, up in ((_UP, 0, 1), (_DOWN, 0, -1), (_LEFT, -1, 0), (_RIGHT, 1, 0)):
            if buttons & button and not before & button:
                display.scroll(Scroll(x, y, *size, across, up), size)
        if (before | buttons) & 1:
            action = 2 if before & buttons & 1 else 0 if buttons & 1 else 1
            display.touch(Touch(action, 0, x, y, *size, 1.0), size)

    def _resize(self, width: int, height: int) -> None:
        possible = self._resizes and 64 <= width <= 4096 and 64 <= height <= 4096
        if possible:
            self._phone.display.resize(width // 2 * 2, height // 2 * 2)
        self._answer = self._layout(1, 0 if possible else 1)
        self._asked.set()

    def _layout(self, reason: int, status: int) -> bytes:
        size = (self._phone.display.width, self._phone.display.height)
        screen = struct.pack(">B3xIHHHHI", 1, 1, 0, 0, *size, 0)
        return struct.pack(">HHHHi", reason, status, *size, _EXTENDED_DESKTOP_SIZE) + screen

    # -- what it sees ------------------------------------------------------------------------------------------------

    async def _pictures(self) -> None:
        """Answer each request when there is something new."""
        try:
            while True:
                await self._asked.wait()
                self._asked.clear()
                began_s = time.monotonic()
                while not (parts := await self._news()) and not self._phone.faults.flood:
                    await asyncio.sleep(_LOOK_S)
                if not parts:
                    parts = [self._forms.rectangle((0, 0, 64, 64), self._rendered())]
                    self._asked.set()
                self._writer.write(struct.pack(">BxH", 0, len(parts)) + b"".join(parts))
                await self._writer.drain()
                self.updates += 1
                await asyncio.sleep(max(0.0, _GAP_S - (time.monotonic() - began_s)))
        except (OSError, asyncio.IncompleteReadError):
            self.end()

    async def _news(self) -> list[bytes]:
        display = self._phone.display
        parts = []
        size = (display.width, display.height)
        if self._resizes and (self._answer or not self._told_layout or size != self._size):
            parts.append(self._answer or self._layout(0, 0))
            self._told_layout, self._answer = True, b""
        elif size != self._size and self._tells_size:
            parts.append(struct.pack(">HHHHi", 0, 0, *size, _DESKTOP_SIZE))
        self._size = size
        now = await asyncio.to_thread(self._rendered)
        before = None if self._whole else self._sent
        self._whole, self._sent = False, now
        return parts + [self._forms.rectangle(part, now) for part in changed(before, now)]

    def _rendered(self) -> Pixels:
        picture = self._phone.display.picture(time.monotonic())
        frame = av.VideoFrame.from_ndarray(picture.buffer, format="yuv420p")
        bgra: Pixels = frame.to_ndarray(format="bgra")
        bgra[:, :, 3] = 0
        return np.ascontiguousarray(bgra)
