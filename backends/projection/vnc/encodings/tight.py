"""Tight: one colour, a JPEG, or pixels through a filter (as they are, by palette, by gradient) and one of four zlib streams.

A colour is three bytes: red, green, blue.
"""

from __future__ import annotations

import io
from typing import cast

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from backends.projection.vnc.canvas import BYTES_A_PIXEL, Canvas, Pixels, Rect
from backends.projection.vnc.encodings.inflate import Inflater
from backends.projection.vnc.faults import Damaged
from backends.projection.vnc.steps import Steps

__all__ = ["Tight"]

_STREAMS = 4
_FILL, _JPEG, _BASIC_MAX = 8, 9, 7
_HAS_FILTER = 4
_COPY, _PALETTE, _GRADIENT = 0, 1, 2
_COLOUR = 3
_UNCOMPRESSED_MAX = 12
"""Data shorter than this is not compressed and has no length before it."""
_BAD_JPEG = (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning)


class Tight:
    """Keeps the connection's zlib streams."""

    def __init__(self) -> None:
        self._inflaters = [Inflater() for _ in range(_STREAMS)]

    def decode(self, canvas: Canvas, rect: Rect) -> Steps[None]:
        """One byte says what follows: streams to begin anew in its low half, the kind in the high one."""
        area = canvas.area(rect)
        control = (yield 1)[0]
        for stream in range(_STREAMS):
            if control >> stream & 1:
                self._inflaters[stream] = Inflater()
        kind = control >> 4
        if kind == _FILL:
            area[:] = _colours((yield _COLOUR))[0]
        elif kind == _JPEG:
            yield from _jpeg(area)
        elif kind <= _BASIC_MAX:
            yield from self._basic(area, self._inflaters[kind & 3], filtered=bool(kind & _HAS_FILTER))
        else:
            raise Damaged(f"tight of kind {kind}")

    def _basic(self, area: Pixels, inflater: Inflater, *, filtered: bool) -> Steps[None]:
        height, width = area.shape
        kind = (yield 1)[0] if filtered else _COPY
        if kind == _COPY:
            data = yield from _data(inflater, area.size * _COLOUR)
            area[:] = _colours(data).reshape(area.shape)
        elif kind == _PALETTE:
            palette = _colours((yield ((yield 1)[0] + 1) * _COLOUR))
            row = -(-width // 8) if len(palette) <= 2 else width
            data = yield from _data(inflater, row * height)
            indices = np.frombuffer(data, np.uint8).reshape(height, row)
            if len(palette) <= 2:
                indices = np.unpackbits(indices, axis=1, count=width)
            if area.size and int(indices.max()) >= len(palette):
                raise Damaged("a colour beyond the palette")
            area[:] = palette[indices]
        elif kind == _GRADIENT:
            data = yield from _data(inflater, area.size * _COLOUR)
            area[:] = _gradient(np.frombuffer(data, np.uint8).reshape(height, width, _COLOUR))
        else:
            raise Damaged(f"tight filter {kind}")


def _length() -> Steps[int]:
    """1 to 3 bytes, seven bits each but the last, the lowest first."""
    first = (yield 1)[0]
    length = first & 127
    if first & 128:
        second = (yield 1)[0]
        length |= (second & 127) << 7
        if second & 128:
            length |= (yield 1)[0] << 14
    return length


def _data(inflater: Inflater, size: int) -> Steps[bytes]:
    if size < _UNCOMPRESSED_MAX:
        return (yield size) if size else b""
    length = yield from _length()
    compressed = (yield length) if length else b""
    data = inflater.inflate(compressed, size)
    yield 0
    if len(data) < size:
        raise Damaged("too little in the zlib stream")
    return data


def _jpeg(area: Pixels) -> Steps[None]:
    length = yield from _length()
    data = (yield length) if length else b""
    height, width = area.shape
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG",)) as image:
            if image.size != (width, height):
                raise Damaged(f"a JPEG of {image.size} for {width}×{height}")
            pixels = image.convert("RGB").tobytes("raw", "BGRX")
    except _BAD_JPEG:
        raise Damaged("a JPEG that is none") from None
    yield 0
    area[:] = np.frombuffer(pixels, "<u4", count=len(pixels) // BYTES_A_PIXEL).reshape(height, width)


def _colours(data: bytes) -> Pixels:
    """Red, green, blue and so on as pixels."""
    return _joined(np.frombuffer(data, np.uint8).reshape(-1, _COLOUR))


def _joined(triples: NDArray[np.generic]) -> Pixels:
    wide = triples.astype(np.uint32)
    return cast(Pixels, wide[..., 0] << np.uint32(16) | wide[..., 1] << np.uint32(8) | wide[..., 2])


def _gradient(differences: NDArray[np.uint8]) -> Pixels:
    """Each colour was foretold from its neighbours (left + above - above left, within 0..255); only the error was sent.

    A pixel needs the three before it, so all of a falling diagonal are done at once.
    """
    height, width, _ = differences.shape
    across = width + 1
    done = np.zeros(((height + 1) * across, _COLOUR), np.int16)
    sent = np.zeros((height + 1, across, _COLOUR), np.int16)
    sent[1:, 1:] = differences
    sent = sent.reshape(-1, _COLOUR)
    for diagonal in range(height + width - 1):
        top = max(0, diagonal - width + 1)
        count = min(height - 1, diagonal) - top + 1
        first = (top + 1) * across + diagonal - top + 1
        step = across - 1
        here = slice(first, first + (count - 1) * step + 1, max(1, step))
        left = slice(here.start - 1, here.stop - 1, here.step)
        above = slice(here.start - across, here.stop - across, here.step)
        corner = slice(above.start - 1, above.stop - 1, here.step)
        foretold = np.clip(done[left] + done[above] - done[corner], 0, 255)
        done[here] = (foretold + sent[here]) & 255
    return _joined(done.reshape(height + 1, across, _COLOUR)[1:, 1:])
