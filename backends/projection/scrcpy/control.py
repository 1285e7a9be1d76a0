"""What scrcpy's server understands: control messages as bytes (docs/protocols/scrcpy.md). Big endian, type first."""

from __future__ import annotations

import struct
from enum import IntEnum

from backends.projection.android_keys import KEYCODES

__all__ = [
    "CLIPBOARD_MAX",
    "KEYCODES",
    "TEXT_MAX",
    "KeyAction",
    "TouchAction",
    "get_clipboard",
    "key",
    "reset_video",
    "resize_display",
    "scroll",
    "set_clipboard",
    "start_app",
    "text",
    "touch",
]

TEXT_MAX = 300
"""UTF-8 bytes in one `text`."""
CLIPBOARD_MAX = (1 << 18) - 14
_APP_MAX = 255


class KeyAction(IntEnum):
    DOWN = 0
    UP = 1


class TouchAction(IntEnum):
    DOWN = 0
    UP = 1
    MOVE = 2


def key(action: KeyAction, keycode: int, repeat: int = 0, meta: int = 0) -> bytes:
    """A key goes down or up."""
    return struct.pack(">BBIII", 0, action, keycode, repeat, meta)


def text(value: str) -> bytes:
    """Type characters that a keyboard has. Raises ValueError past `TEXT_MAX` bytes."""
    raw = value.encode()
    if len(raw) > TEXT_MAX:
        raise ValueError(f"{len(raw)} bytes of text; {TEXT_MAX} go in one message")
    return struct.pack(">BI", 1, len(raw)) + raw


def touch(action: TouchAction, pointer: int, x: int, y: int, width: int, height: int, pressure: float) -> bytes:
    """A finger. ``width`` and ``height`` must be the current picture's, or the phone drops it; pressure 0..1."""
    force = 0 if action is TouchAction.UP else _fixed_u16(pressure)
    return struct.pack(">BBqiiHHHII", 2, action, pointer, x, y, width, height, force, 0, 0)


def scroll(x: int, y: int, width: int, height: int, horizontal: float, vertical: float) -> bytes:
    """A wheel, in steps of -16..16."""
    return struct.pack(">BiiHHhhI", 3, x, y, width, height, _fixed_i16(horizontal / 16), _fixed_i16(vertical / 16), 0)


def set_clipboard(value: str, *, paste: bool, sequence: int = 0) -> bytes:
    """Put text in the phone's clipboard and, if wanted, paste it: the way for text no key can type."""
    raw = value.encode()
    if len(raw) > CLIPBOARD_MAX:
        raise ValueError(f"{len(raw)} bytes of clipboard; {CLIPBOARD_MAX} are allowed")
    return struct.pack(">BqBI", 9, sequence, paste, len(raw)) + raw


def get_clipboard() -> bytes:
    """Ask for the phone's clipboard, as it is."""
    return b"\x08\x00"


def start_app(package: str) -> bytes:
    """Start an app on the server's display. Raises ValueError when the name is too long."""
    raw = package.encode()
    if len(raw) > _APP_MAX:
        raise ValueError(f"{len(raw)} bytes of app name; {_APP_MAX} are allowed")
    return struct.pack(">BB", 16, len(raw)) + raw


def reset_video() -> bytes:
    """Ask for a key frame (and a new config)."""
    return b"\x11"


def resize_display(width: int, height: int) -> bytes:
    """Give a flexible display another size (servers from 4.0)."""
    return struct.pack(">BHH", 21, width, height)


def _fixed_u16(value: float) -> int:
    return min(0xFFFF, int(max(0.0, min(1.0, value)) * 0x10000))


def _fixed_i16(value: float) -> int:
    return min(0x7FFF, int(max(-1.0, min(1.0, value)) * 0x8000))
