"""Pictures as the encoder wants them: planar YUV 4:2:0, BT.601, limited range.

Whatever moves is kept and put together in this form, as converting a whole RGB picture costs more than encoding it.
"""

from __future__ import annotations

import threading

import av
import numpy as np
from av.video.reformatter import ColorRange, Colorspace, VideoReformatter
from numpy.typing import NDArray
from PIL import Image

__all__ = ["Picture", "Sprite"]

Plane = NDArray[np.uint8]


_local = threading.local()


def _converter() -> VideoReformatter:
    """This thread's own: it keeps its tables from one picture to the next of the same size."""
    if not hasattr(_local, "converter"):
        _local.converter = VideoReformatter()
    converter: VideoReformatter = _local.converter
    return converter


class Picture:
    """Three planes in one buffer; width and height are even. Chroma planes have half the size."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.buffer: Plane = np.empty((height * 3 // 2, width), np.uint8)
        flat = self.buffer.reshape(-1)
        size, quarter = width * height, width * height // 4
        self.y = flat[:size].reshape(height, width)
        self.u = flat[size : size + quarter].reshape(height // 2, width // 2)
        self.v = flat[size + quarter :].reshape(height // 2, width // 2)

    @classmethod
    def from_rgb(cls, rgb: NDArray[np.uint8]) -> Picture:
        """Convert a picture of height × width × 3."""
        frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(rgb), format="rgb24")
        frame = _converter().reformat(
            frame, format="yuv420p", dst_colorspace=Colorspace.SMPTE170M, dst_color_range=ColorRange.MPEG
        )
        picture = cls(rgb.shape[1], rgb.shape[0])
        picture.buffer[:] = frame.to_ndarray()
        return picture

    def scaled(self, width: int, height: int) -> Picture:
        """The same at another size; itself when the size is right."""
        if (width, height) == (self.width, self.height):
            return self
        frame = av.VideoFrame.from_ndarray(self.buffer, format="yuv420p").reformat(width=width, height=height)
        picture = Picture(width, height)
        picture.buffer[:] = frame.to_ndarray()
        return picture

    def copy(self) -> Picture:
        """The same, to draw on."""
        other = Picture(self.width, self.height)
        other.buffer[:] = self.buffer
        return other

    def put(self, part: Picture, x: int, y: int) -> None:
        """Copy a picture in, its upper left corner at x, y. At odd places its colours lie half a pixel off, which none sees."""
        for target, source, step in ((self.y, part.y, 1), (self.u, part.u, 2), (self.v, part.v, 2)):
            left, top = x // step, y // step
            x0, y0 = max(0, left), max(0, top)
            x1, y1 = min(target.shape[1], left + source.shape[1]), min(target.shape[0], top + source.shape[0])
            if x0 < x1 and y0 < y1:
                target[y0:y1, x0:x1] = source[y0 - top : y1 - top, x0 - left : x1 - left]

    def fill(self, x: int, y: int, width: int, height: int, colour: tuple[int, int, int]) -> None:
        """A rectangle in an RGB colour; what lies outside is cut."""
        shades = to_yuv(colour)
        for plane, shade, step in zip((self.y, self.u, self.v), shades, (1, 2, 2), strict=True):
            plane[max(0, y // step) : max(0, (y + height) // step), max(0, x // step) : max(0, (x + width) // step)] = (
                shade
            )


def to_yuv(colour: tuple[int, int, int]) -> tuple[int, int, int]:
    """An RGB colour in BT.601, limited range."""
    red, green, blue = (part / 255 for part in colour)
    luma = 0.299 * red + 0.587 * green + 0.114 * blue
    return round(16 + 219 * luma), round(128 + 224 * (blue - luma) / 1.772), round(128 + 224 * (red - luma) / 1.402)


class Sprite:
    """A small translucent picture, ready to be blended quickly."""

    def __init__(self, picture: Image.Image) -> None:
        # Padded to even sizes with nothing, so that chroma has whole pixels.
        self.width, self.height = picture.width, picture.height
        padded = Image.new("RGBA", (picture.width + picture.width % 2, picture.height + picture.height % 2))
        padded.paste(picture.convert("RGBA"), (0, 0))
        rgba = np.asarray(padded)
        planes = Picture.from_rgb(rgba[..., :3])
        alpha = rgba[..., 3].astype(np.uint16)
        alpha += alpha >> 7
        half = (alpha[::2, ::2] + alpha[1::2, ::2] + alpha[::2, 1::2] + alpha[1::2, 1::2]) // 4
        self._planes = [
            (planes.y * alpha, 256 - alpha, 1),
            (planes.u * half, 256 - half, 2),
            (planes.v * half, 256 - half, 2),
        ]

    def blend(self, picture: Picture, x: int, y: int) -> None:
        """Put it with its upper left corner at x, y; what lies outside is cut."""
        for target, (premultiplied, inverse, step) in zip((picture.y, picture.u, picture.v), self._planes, strict=True):
            left, top = x // step, y // step
            x0, y0 = max(0, left), max(0, top)
            x1, y1 = (
                min(target.shape[1], left + premultiplied.shape[1]),
                min(target.shape[0], top + premultiplied.shape[0]),
            )
            if x0 >= x1 or y0 >= y1:
                continue
            part = (slice(y0 - top, y1 - top), slice(x0 - left, x1 - left))
            area = target[y0:y1, x0:x1]
            area[:] = (area * inverse[part] + premultiplied[part]) >> 8
