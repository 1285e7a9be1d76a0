"""Rectangles of an update, by encoding: each decoder is a parser (`steps.py`) that paints into the canvas.

Stateful ones hold zlib streams that last as long as the connection.
"""

from __future__ import annotations

from collections.abc import Callable

from backends.projection.vnc.canvas import Canvas, Rect
from backends.projection.vnc.encodings.hextile import hextile
from backends.projection.vnc.encodings.plain import copy_rect, raw
from backends.projection.vnc.encodings.tight import Tight
from backends.projection.vnc.encodings.zrle import Zrle
from backends.projection.vnc.protocol import Encoding
from backends.projection.vnc.steps import Steps

__all__ = ["decoders"]


def decoders() -> dict[int, Callable[[Canvas, Rect], Steps[None]]]:
    """A fresh set for one connection."""
    return {
        Encoding.RAW: raw,
        Encoding.COPY_RECT: copy_rect,
        Encoding.HEXTILE: hextile,
        Encoding.ZRLE: Zrle().decode,
        Encoding.TIGHT: Tight().decode,
    }
