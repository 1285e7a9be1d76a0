"""What has changed of a picture, and its parts as Tight (JPEG, or one colour), ZRLE or raw. Pixels are rows of B, G, R, 0."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PIL import Image

__all__ = ["RAW", "TIGHT", "ZRLE", "Forms", "Pixels", "changed"]

RAW, TIGHT, ZRLE = 0, 7, 16
_TILE = 64
Pixels = NDArray[np.uint8]
Part = tuple[int, int, int, int]


def changed(before: Pixels | None, now: Pixels) -> Iterator[Part]:
    """Rows of tiles that are not the same, each from its first to its last such tile: x, y, width, height."""
    height, width, _ = now.shape
    if before is None or before.shape != now.shape:
        yield 0, 0, width, height
        return
    for y in range(0, height, _TILE):
        rows = slice(y, min(height, y + _TILE))
        columns = np.flatnonzero((before[rows] != now[rows]).any(axis=(0, 2)))
        if columns.size:
            x = int(columns[0]) // _TILE * _TILE
            end = min(width, (int(columns[-1]) // _TILE + 1) * _TILE)
            yield x, y, end - x, rows.stop - y


class Forms:
    """One viewer's: keeps its zlib stream."""

    def __init__(self, encodings: list[int], quality: int | None) -> None:
        kinds = (kind for kind in encodings if kind in (TIGHT, ZRLE, RAW))
        self.kind = next((kind for kind in kinds if kind != TIGHT or quality is not None), RAW)
        self._quality = quality or 0
        self._zlib = zlib.compressobj(1)

    def rectangle(self, part: Part, picture: Pixels) -> bytes:
        """A rectangle of an update, its header included."""
        x, y, width, height = part
        pixels = picture[y : y + height, x : x + width]
        body = {TIGHT: self._tight, ZRLE: self._zrle, RAW: self._raw}[self.kind](pixels)
        return struct.pack(">HHHHi", *part, self.kind) + body

    def _raw(self, pixels: Pixels) -> bytes:
        return pixels.tobytes()

    def _tight(self, pixels: Pixels) -> bytes:
        if (pixels == pixels[0, 0]).all():
            return b"\x80" + pixels[0, 0, 2::-1].tobytes()
        stream = io.BytesIO()
        Image.fromarray(np.ascontiguousarray(pixels[:, :, 2::-1])).save(stream, "JPEG", quality=40 + self._quality * 6)
        size = stream.tell()
        return bytes([0x90, size & 127 | 128, size >> 7 & 127 | 128, size >> 14 & 255]) + stream.getvalue()

    def _zrle(self, pixels: Pixels) -> bytes:
        data = b""
        for y in range(0, pixels.shape[0], _TILE):
            for x in range(0, pixels.shape[1], _TILE):
                tile = pixels[y : y + _TILE, x : x + _TILE, :3]
                plain = bool((tile == tile[0, 0]).all())
                data += self._zlib.compress(b"\1" + tile[0, 0].tobytes() if plain else b"\0" + tile.tobytes())
        data += self._zlib.flush(zlib.Z_SYNC_FLUSH)
        return struct.pack(">I", len(data)) + data
