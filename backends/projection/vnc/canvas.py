"""The server's framebuffer as we hold it, and which parts of it have changed since they were last taken."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from backends.projection.vnc.faults import Damaged

__all__ = ["BYTES_A_PIXEL", "Canvas", "Pixels", "Rect"]

Pixels = NDArray[np.uint32]
"""One number a pixel, 0xXXRRGGBB: B, G, R, X in memory."""
Rect = tuple[int, int, int, int]
"""x, y, width, height."""
BYTES_A_PIXEL = 4
_TILE = 32
"""Changes are noted by tiles of this side: however many rectangles a server sends, what waits is one bit a tile."""


class Canvas:
    """``pixels`` is (height, width); decoders paint into it and `mark` what they painted."""

    def __init__(self, width: int, height: int) -> None:
        self.pixels: Pixels = np.zeros((height, width), np.uint32)
        self._dirty = np.zeros((-(-height // _TILE), -(-width // _TILE)), np.bool_)

    @property
    def width(self) -> int:
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        return int(self.pixels.shape[0])

    @property
    def dirty(self) -> bool:
        """Something has changed."""
        return bool(self._dirty.any())

    def resize(self, width: int, height: int) -> None:
        """Another size; what fits into it stays, the rest is black."""
        rows, columns = min(self.height, height), min(self.width, width)
        new = Canvas(width, height)
        new.pixels[:rows, :columns] = self.pixels[:rows, :columns]
        self.pixels, self._dirty = new.pixels, new._dirty
        self.mark_all()

    def area(self, rect: Rect) -> Pixels:
        """The part to paint into. Raises Damaged when it is not inside."""
        x, y, width, height = rect
        if x + width > self.width or y + height > self.height:
            raise Damaged(f"a rectangle outside the screen: {width}×{height} at {x}, {y}")
        return self.pixels[y : y + height, x : x + width]

    def copy(self, rect: Rect, x: int, y: int) -> None:
        """Paint ``rect`` with what is at x, y; they may overlap. Raises Damaged."""
        self.area(rect)[:] = self.area((x, y, *rect[2:])).copy()

    def mark(self, rect: Rect) -> None:
        """This has changed."""
        x, y, width, height = rect
        if width and height:
            self._dirty[y // _TILE : (y + height - 1) // _TILE + 1, x // _TILE : (x + width - 1) // _TILE + 1] = True

    def mark_all(self) -> None:
        """All of it has to be taken again."""
        self._dirty[:] = True

    def take(self, limit: int) -> list[Rect]:
        """What has changed, in at most ``limit`` pixels (but at least one row of tiles); the rest is for the next time."""
        taken: list[Rect] = []
        room = limit
        for row in np.flatnonzero(self._dirty.any(axis=1)):
            y = int(row) * _TILE
            height = min(_TILE, self.height - y)
            found = [
                (begin * _TILE, y, min(end * _TILE, self.width) - begin * _TILE, height)
                for begin, end in _runs(self._dirty[row])
            ]
            room -= sum(width * height for _, _, width, _ in found)
            if room < 0 and taken:
                break
            self._dirty[row] = False
            for rect in found:
                _append(taken, rect)
        return taken


def _runs(row: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Begin and end of each run of True."""
    edges = np.flatnonzero(np.diff(row.astype(np.int8), prepend=0, append=0))
    return [(int(begin), int(end)) for begin, end in zip(edges[::2], edges[1::2], strict=True)]


def _append(rects: list[Rect], new: Rect) -> None:
    """Add one, or let the one right above it grow."""
    x, y, width, height = new
    for index in range(len(rects) - 1, -1, -1):
        left, top, wide, high = rects[index]
        if top + high < y:
            break
        if (left, wide) == (x, width) and top + high == y:
            rects[index] = (x, top, width, high + height)
            return
    rects.append(new)
