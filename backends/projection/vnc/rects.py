"""The canvas to the display: the parts that changed as one frame of the codec ``rect`` (docs/protocols/stream.md)."""

from __future__ import annotations

from backends.projection.defs import RECT_AREA, VIDEO_PACKET_MAX
from backends.projection.vnc.canvas import BYTES_A_PIXEL, Canvas

__all__ = ["take_frame"]

_ROW_OF_TILES = 64 * 1024
_LIMIT = (VIDEO_PACKET_MAX - _ROW_OF_TILES) // BYTES_A_PIXEL
"""Pixels in a frame; what is over goes into the next."""


def take_frame(canvas: Canvas) -> bytes:
    """What has changed since the last one; the canvas may have more."""
    parts: list[bytes] = []
    for x, y, width, height in canvas.take(_LIMIT):
        parts.append(RECT_AREA.pack(x, y, width, height))
        parts.append(canvas.pixels[y : y + height, x : x + width].tobytes())
    return b"".join(parts)
