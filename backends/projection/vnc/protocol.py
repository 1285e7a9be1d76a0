"""RFB's numbers, and the messages a client sends. Big endian throughout (RFC 6143, and the community's rfbproto.rst)."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from backends.projection.vnc.faults import Damaged

__all__ = [
    "CUT_TEXT_MAX",
    "ENCODINGS",
    "PIXELS_MAX",
    "PIXEL_FORMAT",
    "SIDE_MAX",
    "ClientMessage",
    "Encoding",
    "FenceFlag",
    "Screen",
    "Security",
    "ServerMessage",
    "VeNCrypt",
    "check_size",
    "client_cut_text",
    "client_fence",
    "enable_continuous_updates",
    "key_event",
    "pointer_event",
    "set_desktop_size",
    "set_encodings",
    "set_pixel_format",
    "update_request",
]

SIDE_MAX = 8192
PIXELS_MAX = 4096 * 2304
"""Of a framebuffer: a bit more than 4K."""
CUT_TEXT_MAX = 256 * 1024
"""Bytes of a clipboard that are kept; the rest is read and forgotten."""


class Security(IntEnum):
    """Ways to log in, as numbered on the wire."""

    INVALID = 0
    NONE = 1
    VNC = 2
    VENCRYPT = 19


class VeNCrypt(IntEnum):
    """Subtypes of `Security.VENCRYPT`: TLS without (TLS_) or with a certificate (X509_), and what comes inside."""

    PLAIN = 256
    TLS_NONE = 257
    TLS_VNC = 258
    TLS_PLAIN = 259
    X509_NONE = 260
    X509_VNC = 261
    X509_PLAIN = 262


class Encoding(IntEnum):
    """Forms of a rectangle; the negative ones carry no pixels of the picture."""

    RAW = 0
    COPY_RECT = 1
    HEXTILE = 5
    TIGHT = 7
    ZRLE = 16
    DESKTOP_SIZE = -223
    LAST_RECT = -224
    CURSOR = -239
    DESKTOP_NAME = -307
    EXTENDED_DESKTOP_SIZE = -308
    FENCE = -312
    CONTINUOUS_UPDATES = -313
    QUALITY_0 = -32
    """JPEG quality 0; up to 9 at -23."""
    COMPRESSION_0 = -256
    """zlib's effort 0; up to 9 at -247."""


ENCODINGS = {
    "tight": Encoding.TIGHT,
    "zrle": Encoding.ZRLE,
    "hextile": Encoding.HEXTILE,
    "copyrect": Encoding.COPY_RECT,
    "raw": Encoding.RAW,
}
"""Our words for those that carry pixels, in the order we like them."""


class ServerMessage(IntEnum):
    UPDATE = 0
    COLOUR_MAP = 1
    BELL = 2
    CUT_TEXT = 3
    END_OF_CONTINUOUS_UPDATES = 150
    FENCE = 248


class ClientMessage(IntEnum):
    SET_PIXEL_FORMAT = 0
    SET_ENCODINGS = 2
    UPDATE_REQUEST = 3
    KEY = 4
    POINTER = 5
    CUT_TEXT = 6
    ENABLE_CONTINUOUS_UPDATES = 150
    FENCE = 248
    SET_DESKTOP_SIZE = 251


class FenceFlag(IntEnum):
    BLOCK_BEFORE = 1
    BLOCK_AFTER = 2
    SYNC_NEXT = 4
    REQUEST = 1 << 31


PIXEL_FORMAT = struct.pack(">BBBBHHHBBB3x", 32, 24, 0, 1, 255, 255, 255, 16, 8, 0)
"""32 bits, depth 24, little endian, true colour, red at 16, green at 8, blue at 0: B, G, R, nothing in memory."""


@dataclass(frozen=True, slots=True)
class Screen:
    """One monitor of a server's desktop."""

    id: int
    x: int
    y: int
    width: int
    height: int
    flags: int

    LAYOUT = struct.Struct(">IHHHHI")

    def pack(self) -> bytes:
        return self.LAYOUT.pack(self.id, self.x, self.y, self.width, self.height, self.flags)


def check_size(width: int, height: int) -> tuple[int, int]:
    """The size of a framebuffer, if it is one we hold. Raises Damaged."""
    if not (0 < width <= SIDE_MAX and 0 < height <= SIDE_MAX and width * height <= PIXELS_MAX):
        raise Damaged(f"a screen of {width}×{height} pixels")
    return width, height


def set_pixel_format() -> bytes:
    """Ask for `PIXEL_FORMAT`."""
    return struct.pack(">B3x", ClientMessage.SET_PIXEL_FORMAT) + PIXEL_FORMAT


def set_encodings(encodings: Sequence[int]) -> bytes:
    """What we can read, the best first."""
    return struct.pack(f">BxH{len(encodings)}i", ClientMessage.SET_ENCODINGS, len(encodings), *encodings)


def update_request(width: int, height: int, *, incremental: bool) -> bytes:
    """Ask for what has changed, or with ``incremental`` off for everything."""
    return struct.pack(">BBHHHH", ClientMessage.UPDATE_REQUEST, incremental, 0, 0, width, height)


def enable_continuous_updates(width: int, height: int, *, enabled: bool) -> bytes:
    """Let updates come without being asked for."""
    return struct.pack(">BBHHHH", ClientMessage.ENABLE_CONTINUOUS_UPDATES, enabled, 0, 0, width, height)


def key_event(keysym: int, *, down: bool) -> bytes:
    """A key by X11 keysym."""
    return struct.pack(">BBxxI", ClientMessage.KEY, down, keysym)


def pointer_event(buttons: int, x: int, y: int) -> bytes:
    """The pointer's place in pixels, and the buttons that are down.

    Bit 0 left, 1 middle, 2 right, 3 to 6 the wheel up, down, left, right.
    """
    return struct.pack(">BBHH", ClientMessage.POINTER, buttons, x, y)


def client_cut_text(text: str) -> bytes:
    """Our clipboard; what Latin-1 does not have becomes a question mark."""
    raw = text.encode("latin-1", "replace")[:CUT_TEXT_MAX]
    return struct.pack(">B3xI", ClientMessage.CUT_TEXT, len(raw)) + raw


def client_fence(flags: int, payload: bytes) -> bytes:
    """Answer a fence, or with `FenceFlag.REQUEST` set one."""
    return struct.pack(">B3xIB", ClientMessage.FENCE, flags, len(payload)) + payload


def set_desktop_size(width: int, height: int, screens: Sequence[Screen]) -> bytes:
    """Ask for another size of the desktop: one screen that fills it, with the id of the first there is."""
    first = screens[0] if screens else Screen(0, 0, 0, 0, 0, 0)
    whole = Screen(first.id, 0, 0, width, height, first.flags)
    return struct.pack(">BxHHBx", ClientMessage.SET_DESKTOP_SIZE, width, height, 1) + whole.pack()
