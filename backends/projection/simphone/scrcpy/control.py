"""scrcpy's control socket: messages of the host, and ours to it. All integers big endian."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from backends.projection.simphone.input import Scroll, Touch

if TYPE_CHECKING:
    from backends.projection.simphone.scrcpy.stream import StreamReader

__all__ = [
    "Clipboard",
    "ControlError",
    "Key",
    "Message",
    "Plain",
    "ResizeDisplay",
    "Scroll",
    "SetClipboard",
    "Text",
    "Touch",
    "UHid",
    "clipboard_ack",
    "clipboard_text",
    "read_message",
]

_TEXT_LIMIT = 1 << 18
_TOUCH = struct.Struct(">BqiiHHHII")
_SCROLL = struct.Struct(">iiHHhhI")
_KEY = struct.Struct(">BIII")


class ControlError(Exception):
    """A message the server does not know or cannot take; the real one ends the session then."""


@dataclass(frozen=True, slots=True)
class Key:
    """Type 0, and 4 as Android's BACK. action 0 down, 1 up."""

    action: int
    keycode: int
    repeat: int = 0
    meta: int = 0


@dataclass(frozen=True, slots=True)
class Text:
    """Type 1: text as if typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Clipboard:
    """Type 8: send the clipboard; copy 0 none, 1 copy first, 2 cut first."""

    copy: int


@dataclass(frozen=True, slots=True)
class SetClipboard:
    """Type 9. A sequence of 0 wants no acknowledgement."""

    sequence: int
    paste: bool
    text: str


@dataclass(frozen=True, slots=True)
class ResizeDisplay:
    """Type 21 (4.x)."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class UHid:
    """Types 12 to 14: a virtual HID device is created, moves, or goes."""

    kind: int
    device: int
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Plain:
    """Any other type: at most a number or a text. 16's text is the app to start."""

    kind: int
    value: int = 0
    text: str = ""


Message = Key | Text | Touch | Scroll | Clipboard | SetClipboard | ResizeDisplay | UHid | Plain


async def read_message(reader: StreamReader, *, four: bool) -> Message:
    """Read the next message. `four`: the 4.x types are known. Raises ControlError, and EOFError at the end."""
    kind = (await reader.exactly(1))[0]
    match kind:
        case 0:
            return Key(*_KEY.unpack(await reader.exactly(_KEY.size)))
        case 1:
            return Text(await _string(reader, 4))
        case 2:
            action, pointer, x, y, width, height, pressure, _button, _buttons = _TOUCH.unpack(
                await reader.exactly(_TOUCH.size)
            )
            return Touch(action, pointer, x, y, width, height, 1.0 if pressure == 0xFFFF else pressure / 0x10000)
        case 3:
            x, y, width, height, horizontal, vertical, _buttons = _SCROLL.unpack(await reader.exactly(_SCROLL.size))
            return Scroll(x, y, width, height, horizontal / 0x8000 * 16, vertical / 0x8000 * 16)
        case 4:
            return Key((await reader.exactly(1))[0], 4)
        case 8:
            return Clipboard((await reader.exactly(1))[0])
        case 9:
            sequence, paste = struct.unpack(">qB", await reader.exactly(9))
            return SetClipboard(sequence, bool(paste), await _string(reader, 4))
        case 12 | 13 | 14:
            return await _uhid(kind, reader)
        case 10:
            return Plain(kind, (await reader.exactly(1))[0])
        case 5 | 6 | 7 | 11 | 15 | 17:
            return Plain(kind)
        case 16:
            return Plain(kind, text=await _string(reader, 1))
        case 18 if four:
            return Plain(kind, (await reader.exactly(1))[0])
        case 19 | 20 if four:
            return Plain(kind)
        case 21 if four:
            return ResizeDisplay(*struct.unpack(">HH", await reader.exactly(4)))
        case 22 if four:
            return Plain(kind, text=await _string(reader, 4))
        case _:
            raise ControlError(f"Unknown event type: {kind}")


async def _string(reader: StreamReader, length_bytes: int) -> str:
    size = int.from_bytes(await reader.exactly(length_bytes), "big")
    if size > _TEXT_LIMIT:
        raise ControlError(f"text of {size} bytes")
    return (await reader.exactly(size)).decode("utf-8", "replace")


async def _uhid(kind: int, reader: StreamReader) -> UHid:
    device = int.from_bytes(await reader.exactly(2), "big")
    if kind == 14:
        return UHid(kind, device)
    if kind == 12:
        await reader.exactly(4)
        await reader.exactly((await reader.exactly(1))[0])
    return UHid(kind, device, await reader.exactly(int.from_bytes(await reader.exactly(2), "big")))


def clipboard_text(text: str) -> bytes:
    """Device message 0: the phone's clipboard."""
    raw = text.encode()
    return struct.pack(">BI", 0, len(raw)) + raw


def clipboard_ack(sequence: int) -> bytes:
    """Device message 1: the clipboard was set."""
    return struct.pack(">Bq", 1, sequence)
