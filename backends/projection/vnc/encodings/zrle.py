"""ZRLE: one zlib stream with tiles of 64 × 64, each raw, of one colour, by palette, or in runs.

A colour is three bytes here (blue, green, red): our pixel format has its bits in the lower three.
"""

from __future__ import annotations

import struct
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from backends.projection.vnc.canvas import Canvas, Pixels, Rect
from backends.projection.vnc.encodings.inflate import Inflater
from backends.projection.vnc.faults import Damaged
from backends.projection.vnc.steps import Steps

__all__ = ["Zrle"]

_Number = TypeVar("_Number", np.uint8, np.uint32)
_SIDE = 64
_COLOUR = 3
_TILE_OVERHEAD = 1 + 127 * _COLOUR
_PIECE = 256 * 1024
_RAW, _SOLID, _PACKED_MAX, _RUNS, _PALETTE_RUNS = 0, 1, 16, 128, 130


class Zrle:
    """Keeps the connection's zlib stream."""

    def __init__(self) -> None:
        self._inflater = Inflater()

    def decode(self, canvas: Canvas, rect: Rect) -> Steps[None]:
        """u32 length, then so many bytes of the stream."""
        area = canvas.area(rect)
        height, width = area.shape
        tiles = -(-height // _SIDE) * -(-width // _SIDE)
        largest = area.size * (_COLOUR + 1) + tiles * _TILE_OVERHEAD
        (left,) = struct.unpack(">I", (yield 4))
        if left > largest + largest // 100 + 1024:
            raise Damaged(f"{left} bytes for {width}×{height} pixels")
        data = bytearray()
        while left:
            piece = yield min(left, _PIECE)
            left -= len(piece)
            data += self._inflater.inflate(piece, largest - len(data))
            yield 0
        source = _Source(bytes(data))
        for top in range(0, height, _SIDE):
            for x in range(0, width, _SIDE):
                _tile(source, area[top : top + _SIDE, x : x + _SIDE])
                yield 0


class _Source:
    """The inflated bytes of a rectangle and how far they were read."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, size: int) -> bytes:
        end = self.at + size
        if end > len(self.data):
            raise Damaged("a tile that ends too early")
        taken = self.data[self.at : end]
        self.at = end
        return taken

    def colours(self, count: int) -> Pixels:
        return colours(self.take(count * _COLOUR))


def colours(data: bytes) -> Pixels:
    """Blue, green, red and so on as pixels."""
    triples = np.frombuffer(data, np.uint8).reshape(-1, 3).astype(np.uint32)
    pixels: Pixels = triples[:, 0] | triples[:, 1] << np.uint32(8) | triples[:, 2] << np.uint32(16)
    return pixels


def _tile(source: _Source, tile: Pixels) -> None:
    kind = source.take(1)[0]
    if kind == _RAW:
        tile[:] = source.colours(tile.size).reshape(tile.shape)
    elif kind == _SOLID:
        tile[:] = source.colours(1)[0]
    elif kind <= _PACKED_MAX:
        palette = source.colours(kind)
        tile[:] = _pick(palette, _packed(source, tile.shape, 1 if kind == 2 else 2 if kind <= 4 else 4))
    elif kind == _RUNS:
        tile[:] = _runs(source, tile.size).reshape(tile.shape)
    elif kind >= _PALETTE_RUNS:
        palette = source.colours(kind - _RUNS)
        tile[:] = _pick(palette, _palette_runs(source, tile.size)).reshape(tile.shape)
    else:
        raise Damaged(f"a tile of kind {kind}")


def _pick(palette: Pixels, indices: NDArray[np.uint8]) -> Pixels:
    try:
        return palette[indices]
    except IndexError:
        raise Damaged("a colour beyond the palette") from None


def _packed(source: _Source, shape: tuple[int, ...], bits: int) -> NDArray[np.uint8]:
    """Indices of 1, 2 or 4 bits, the highest first; each row begins with a byte of its own."""
    height, width = shape
    row = -(-width * bits // 8)
    packed = np.frombuffer(source.take(row * height), np.uint8).reshape(height, row)
    shifts = np.arange(8 - bits, -1, -bits, dtype=np.uint8)
    spread = (packed[:, :, None] >> shifts) & np.uint8((1 << bits) - 1)
    return spread.reshape(height, -1)[:, :width]


def _length(data: bytes, at: int) -> tuple[int, int]:
    """A run's length, and where its bytes end."""
    length = 1
    while data[at] == 255:
        length += 255
        at += 1
    return length + data[at], at + 1


def _runs(source: _Source, size: int) -> Pixels:
    data, at = source.data, source.at
    values: list[int] = []
    lengths: list[int] = []
    total = 0
    try:
        while total < size:
            values.append(data[at] | data[at + 1] << 8 | data[at + 2] << 16)
            length, at = _length(data, at + 3)
            lengths.append(length)
            total += length
    except IndexError:
        raise Damaged("a tile that ends too early") from None
    source.at = at
    return _repeat(np.array(values, np.uint32), lengths, total, size)


def _palette_runs(source: _Source, size: int) -> NDArray[np.uint8]:
    data, at = source.data, source.at
    values = bytearray()
    lengths: list[int] = []
    total = 0
    try:
        while total < size:
            index = data[at]
            at += 1
            length = 1
            if index & 128:
                length, at = _length(data, at)
            values.append(index & 127)
            lengths.append(length)
            total += length
    except IndexError:
        raise Damaged("a tile that ends too early") from None
    source.at = at
    return _repeat(np.frombuffer(bytes(values), np.uint8), lengths, total, size)


def _repeat(values: NDArray[_Number], lengths: list[int], total: int, size: int) -> NDArray[_Number]:
    if total != size:
        raise Damaged("a run beyond its tile")
    return np.repeat(values, lengths)
