"""Pictures that come as the parts of a screen that changed: the codec ``rect`` (docs/protocols/stream.md)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from backends.projection.defs import RECT_AREA, StreamError

__all__ = ["Canvas", "Painted"]

_PIXEL = 4
_SIDE_MAX = 8192


@dataclass(slots=True)
class Painted:
    """A picture of its own, BGRX."""

    pixels: memoryview
    width: int
    height: int
    stride: int


class Canvas:
    """One screen, black at first."""

    def __init__(self, width: int, height: int) -> None:
        if not (0 < width <= _SIDE_MAX and 0 < height <= _SIDE_MAX):
            raise StreamError(f"a screen of {width} by {height} pixels is none")
        self._width, self._height = width, height
        self._pixels = bytearray(width * height * _PIXEL)
        self._scaler: Any = None
        self._frame: Any = None

    def paint(self, payload: bytes) -> None:
        """The parts in one frame. Raises StreamError when they are cut short or outside."""
        source, at = memoryview(payload), 0
        while at < len(payload):
            if len(payload) - at < RECT_AREA.size:
                raise StreamError("a part of the screen has no place")
            x, y, width, height = RECT_AREA.unpack_from(payload, at)
            at += RECT_AREA.size
            end = at + width * height * _PIXEL
            if end > len(payload) or x + width > self._width or y + height > self._height:
                raise StreamError("a part of the screen does not fit")
            self._copy(source[at:end], x, y, width, height)
            at = end

    def _copy(self, source: memoryview, x: int, y: int, width: int, height: int) -> None:
        row, stride = width * _PIXEL, self._width * _PIXEL
        start = y * stride + x * _PIXEL
        if row == stride:
            self._pixels[start : start + len(source)] = source
            return
        for line in range(height):
            self._pixels[start : start + row] = source[line * row : (line + 1) * row]
            start += stride

    def picture(self, target: tuple[int, int]) -> Painted:
        """What is on it now, scaled to ``target`` unless that is (0, 0) or its own size."""
        if not all(target) or target == (self._width, self._height):
            return Painted(memoryview(bytes(self._pixels)), self._width, self._height, self._width * _PIXEL)
        plane = self._scaled(*target).planes[0]
        return Painted(memoryview(plane), *target, plane.line_size)

    def _scaled(self, width: int, height: int) -> Any:
        import av
        from av.video.reformatter import VideoReformatter

        if self._scaler is None:
            self._scaler = VideoReformatter()
            self._frame = av.VideoFrame(self._width, self._height, "bgra")
        plane, row = self._frame.planes[0], self._width * _PIXEL
        if plane.line_size == row:
            plane.update(self._pixels)
        else:
            pixels, rest = self._pixels, bytes(plane.line_size - row)
            plane.update(b"".join(pixels[at : at + row] + rest for at in range(0, len(pixels), row)))
        # The mean of what falls together is the better and the cheaper one, where something does.
        how = "AREA" if width <= self._width and height <= self._height else "BILINEAR"
        return self._scaler.reformat(
            self._frame, width=width, height=height, format="bgra", interpolation=how, threads=1
        )
