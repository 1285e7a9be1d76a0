"""Raw: pixels as they are. CopyRect: what is elsewhere on the screen already."""

from __future__ import annotations

import struct

import numpy as np

from backends.projection.vnc.canvas import BYTES_A_PIXEL, Canvas, Rect
from backends.projection.vnc.steps import Steps

__all__ = ["copy_rect", "raw"]

_PIECE = 512 * 1024


def raw(canvas: Canvas, rect: Rect) -> Steps[None]:
    """Width × height × 4 bytes, some rows at a time."""
    area = canvas.area(rect)
    height, width = area.shape
    if not area.size:
        return
    step = max(1, _PIECE // (width * BYTES_A_PIXEL))
    for top in range(0, height, step):
        rows = min(step, height - top)
        data = yield rows * width * BYTES_A_PIXEL
        area[top : top + rows] = np.frombuffer(data, "<u4").reshape(rows, width)


def copy_rect(canvas: Canvas, rect: Rect) -> Steps[None]:
    """Four bytes: where to copy from."""
    x, y = struct.unpack(">HH", (yield 4))
    canvas.copy(rect, x, y)
