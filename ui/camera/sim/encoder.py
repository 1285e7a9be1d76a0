"""JPEG pictures that differ in their lowest rows alone: those rows are encoded anew, the rest is spliced in as it was.

Restart markers make rows of a JPEG independent of each other (ITU T.81, B.2.1 and F.1.1.5): each row of blocks is an interval
of its own, ended by RST0..RST7 in turn. So a standing scene costs a strip a frame instead of a whole picture.
"""

from __future__ import annotations

import io
import re

from PIL import Image

__all__ = ["Spliced", "encoded"]

QUALITY = 82
ROW = 16
"""Rows of pixels of one interval: 4:2:0 has blocks of 16."""
_MARKER = re.compile(rb"\xff[\xd0-\xd7]")
_SCAN = b"\xff\xda"


def encoded(image: Image.Image) -> bytes:
    """A whole picture, an interval each row of blocks."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY, subsampling="4:2:0", restart_marker_rows=1)
    return out.getvalue()


def _split(data: bytes) -> tuple[bytes, list[bytes]]:
    """Everything up to the scan's data, and the intervals without their markers."""
    scan = data.index(_SCAN)
    start = scan + 2 + int.from_bytes(data[scan + 2 : scan + 4], "big")
    return data[:start], _MARKER.split(data[start:-2])


class Spliced:
    """A picture whose last row of blocks changes."""

    def __init__(self, image: Image.Image) -> None:
        self._head, self._rows = _split(encoded(image))
        self._width = image.size[0]

    def with_strip(self, strip: Image.Image) -> bytes:
        """The picture with this for its lowest 16 rows of pixels."""
        assert strip.size == (self._width, ROW)
        _, rows = _split(encoded(strip))
        rows = [*self._rows[:-1], rows[0]]
        out = bytearray(self._head)
        for index, row in enumerate(rows):
            out += row
            if index < len(rows) - 1:
                out += bytes((0xFF, 0xD0 + index % 8))
        return bytes(out + b"\xff\xd9")
