"""Drawing: smooth shapes and text on a Pillow picture.

Pillow's shapes have hard edges: each is drawn four times as large into a mask, reduced, and kept, so that the cost is paid once
a shape and not once a frame.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from backends.projection.simphone.fonts import font
from backends.projection.simphone.icons import ICONS
from backends.projection.simphone.yuv import Picture

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Colour", "Painter", "icon_mask", "round_mask", "text_width", "wrap"]

Colour = tuple[int, int, int] | tuple[int, int, int, int]
_SMOOTH = 4


@lru_cache(maxsize=256)
def round_mask(width: int, height: int, radius: int) -> Image.Image:
    """An 8-bit mask of a rounded rectangle, in pixels."""
    big = Image.new("L", (width * _SMOOTH, height * _SMOOTH), 0)
    ImageDraw.Draw(big).rounded_rectangle(
        (0, 0, width * _SMOOTH - 1, height * _SMOOTH - 1), min(radius, width // 2, height // 2) * _SMOOTH, fill=255
    )
    return big.reduce(_SMOOTH)


@lru_cache(maxsize=256)
def icon_mask(name: str, size: int, stroke: float = 1.9) -> Image.Image:
    """An 8-bit mask of one of our icons (drawn on a grid of 24 units), `size` pixels square."""
    scale = size * _SMOOTH / 24
    big = Image.new("L", (size * _SMOOTH, size * _SMOOTH), 0)
    draw = ImageDraw.Draw(big)
    width = max(1, round(stroke * scale))
    for kind, points in ICONS[name]:
        scaled = [(x * scale, y * scale) for x, y in points]
        if kind == "fill":
            draw.polygon(scaled, fill=255)
        if kind in ("line", "fill"):
            draw.line(scaled if kind == "line" else [*scaled, scaled[0]], fill=255, width=width, joint="curve")
            for x, y in scaled:
                draw.ellipse((x - width / 2, y - width / 2, x + width / 2 - 1, y + width / 2 - 1), fill=255)
        elif kind == "ring":
            (x0, y0), (x1, y1) = scaled
            draw.ellipse((x0, y0, x1, y1), outline=255, width=width)
    return big.reduce(_SMOOTH)


def _printable(text: str) -> str:
    """Without what no font draws: separators and controls make the text layout fail."""
    return text if text.isprintable() else "".join(char for char in text if char.isprintable())


def text_width(text: str, size_px: int, weight: str = "regular") -> int:
    """Width of a line of text in pixels."""
    return round(font(size_px, weight).getlength(_printable(text)))


class Painter:
    """Draws on an RGB or RGBA picture; colours with a fourth part are translucent."""

    def __init__(self, width: int, height: int, background: Colour = (0, 0, 0)) -> None:
        self.image = Image.new("RGBA" if len(background) == 4 else "RGB", (width, height), background)
        self._draw = ImageDraw.Draw(self.image)

    @classmethod
    def over(cls, picture: Image.Image) -> Painter:
        """One that draws on a copy of a picture."""
        painter = cls(1, 1)
        painter.image = picture.copy()
        painter._draw = ImageDraw.Draw(painter.image)
        return painter

    def box(self, x: int, y: int, width: int, height: int, colour: Colour, radius: int = 0) -> None:
        """A filled rectangle with round corners."""
        if width > 0 and height > 0:
            self._stamp(round_mask(width, height, radius), x, y, colour)

    def circle(self, x: int, y: int, radius: int, colour: Colour) -> None:
        """A filled disc around x, y."""
        self._stamp(round_mask(2 * radius, 2 * radius, radius), x - radius, y - radius, colour)

    def icon(self, name: str, x: int, y: int, size: int, colour: Colour, stroke: float = 1.9) -> None:
        """An icon centred on x, y."""
        self._stamp(icon_mask(name, size, stroke), x - size // 2, y - size // 2, colour)

    def text(
        self, x: int, y: int, text: str, size_px: int, colour: Colour, weight: str = "regular", anchor: str = "lm"
    ) -> None:
        """A line of text; the anchor is Pillow's: l/m/r and t/m/s (top, middle, baseline)."""
        self._draw.text((x, y), _printable(text), fill=colour, font=font(size_px, weight), anchor=anchor)

    def paste(self, picture: Image.Image, x: int, y: int, radius: int = 0) -> None:
        """A picture with round corners."""
        self.image.paste(picture, (x, y), round_mask(picture.width, picture.height, radius))

    def picture(self) -> Picture:
        """As the encoder wants it. Width and height must be even."""
        return Picture.from_rgb(np.asarray(self.image))

    def _stamp(self, mask: Image.Image, x: int, y: int, colour: Colour) -> None:
        if len(colour) == 4 and self.image.mode == "RGB":
            mask = mask.point([i * colour[3] // 255 for i in range(256)])
            colour = (colour[0], colour[1], colour[2])
        self.image.paste(colour, (x, y), mask)


def wrap(text: str, size_px: int, width: int, weight: str = "regular") -> Sequence[str]:
    """Break text into lines no wider than `width` pixels."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and text_width(longer, size_px, weight) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]
