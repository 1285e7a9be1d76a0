"""Hextile: tiles of 16 × 16, each raw or a background with rectangles on it; the two colours live on to the next tile."""

from __future__ import annotations

import numpy as np

from backends.projection.vnc.canvas import BYTES_A_PIXEL, Canvas, Pixels, Rect
from backends.projection.vnc.steps import Steps

__all__ = ["hextile"]

_SIDE = 16
_RAW, _BACKGROUND, _FOREGROUND, _ANY, _COLOURED = 1, 2, 4, 8, 16


def hextile(canvas: Canvas, rect: Rect) -> Steps[None]:
    """Parts of a tile's rectangles that stick out of it are cut off."""
    area = canvas.area(rect)
    height, width = area.shape
    background = foreground = 0
    for top in range(0, height, _SIDE):
        yield 0
        for left in range(0, width, _SIDE):
            tile = area[top : top + _SIDE, left : left + _SIDE]
            kind = (yield 1)[0]
            if kind & _RAW:
                data = yield tile.size * BYTES_A_PIXEL
                tile[:] = np.frombuffer(data, "<u4").reshape(tile.shape)
                continue
            if kind & _BACKGROUND:
                background = int.from_bytes((yield 4), "little")
            if kind & _FOREGROUND:
                foreground = int.from_bytes((yield 4), "little")
            tile[:] = background
            if kind & _ANY:
                count = (yield 1)[0]
                if count:
                    size = 6 if kind & _COLOURED else 2
                    _rectangles(tile, (yield count * size), size, foreground)


def _rectangles(tile: Pixels, data: bytes, size: int, colour: int) -> None:
    for at in range(0, len(data), size):
        if size == 6:
            colour = int.from_bytes(data[at : at + 4], "little")
        place, extent = data[at + size - 2], data[at + size - 1]
        x, y = place >> 4, place & 15
        tile[y : y + (extent & 15) + 1, x : x + (extent >> 4) + 1] = colour
