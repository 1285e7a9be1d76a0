"""zlib streams that go on from rectangle to rectangle, with a limit to what comes out."""

from __future__ import annotations

import zlib

from backends.projection.vnc.faults import Damaged

__all__ = ["Inflater"]


class Inflater:
    """One stream for the life of a connection."""

    def __init__(self) -> None:
        self._zlib = zlib.decompressobj()

    def inflate(self, data: bytes, limit: int) -> bytes:
        """All that ``data`` holds. Raises Damaged for more than ``limit`` bytes and for what is not zlib's."""
        try:
            out = self._zlib.decompress(data, limit + 1)
        except zlib.error:
            raise Damaged("zlib that is none") from None
        if len(out) > limit:
            raise Damaged("too much in the zlib stream")
        return out
