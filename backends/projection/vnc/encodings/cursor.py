"""The pointer's shape, which a server that knows the encoding leaves to us instead of painting it into the picture."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backends.projection.vnc.canvas import BYTES_A_PIXEL, Pixels, Rect
from backends.projection.vnc.faults import Damaged
from backends.projection.vnc.steps import Steps

__all__ = ["Cursor", "cursor"]

_SIDE_MAX = 512


@dataclass(frozen=True, slots=True)
class Cursor:
    """``hot_x``, ``hot_y``: the pixel that points. ``mask``: which pixels there are."""

    hot_x: int
    hot_y: int
    pixels: Pixels
    mask: NDArray[np.bool_]


def cursor(rect: Rect) -> Steps[Cursor]:
    """Pixels, then a bit for each, rows beginning with a byte of their own; x and y are the hot spot."""
    hot_x, hot_y, width, height = rect
    if width > _SIDE_MAX or height > _SIDE_MAX:
        raise Damaged(f"a pointer of {width}×{height}")
    size, row = width * height * BYTES_A_PIXEL, -(-width // 8)
    if not size:
        return Cursor(0, 0, np.zeros((0, 0), np.uint32), np.zeros((0, 0), np.bool_))
    pixels = np.frombuffer((yield size), "<u4").reshape(height, width)
    bits = np.frombuffer((yield row * height), np.uint8).reshape(height, row)
    return Cursor(hot_x, hot_y, pixels, np.unpackbits(bits, axis=1, count=width).astype(np.bool_))
