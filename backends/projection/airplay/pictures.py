"""The newest picture of a stream of H.264, decoded on a thread of its own.

Decoded here and not in the display: AirPlay cannot be asked for a key frame, and an iPhone sends one at the beginning and when it
is turned. Whoever begins to look later, or has missed one picture, would see nothing until then.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable
from typing import Any

from backends.projection.airplay.multipart import Parts
from backends.projection.errors import PeerFault

__all__ = ["Pictures"]

_READ_BYTES = 256 * 1024
_REFUSED_MAX = 120
"""Access units in a row that cannot be decoded: four seconds of them are no picture."""
_WIDTH_MAX, _HEIGHT_MAX = 1920, 1080
"""A whole picture of this size is what one packet to the display holds."""
_PIXEL = 4
_PIXELS_MAX = 4096 * 2304
"""Of a picture before it is made smaller: what a damaged parameter set may claim."""
_logger = logging.getLogger(__name__)


class Pictures(threading.Thread):
    """Reads ``fd``, which is its own from now on, until the writer is gone. ``arrived`` and ``failed`` (with a sentence) come
    from the thread."""

    def __init__(self, fd: int, arrived: Callable[[], None], failed: Callable[[str], None]) -> None:
        super().__init__(name="airplay-pictures", daemon=True)
        self._fd = fd
        self._arrived = arrived
        self._failed = failed
        self._codec: Any = None
        self._reformatter: Any = None
        self._newest: Any = None
        self._refused = 0
        self.decoded = 0

    def run(self) -> None:
        parts = Parts()
        try:
            while data := os.read(self._fd, _READ_BYTES):
                for part in parts.feed(data):
                    self._decode(part)
        except PeerFault as error:
            self._failed(error.text)
        except Exception:  # a thread root
            _logger.exception("pictures failed")
            self._failed("The phone's picture cannot be decoded.")
        finally:
            os.close(self._fd)

    def forget(self) -> None:
        """What was seen last is over."""
        self._newest = None

    def take(self) -> tuple[int, int, bytes] | None:
        """The newest picture: width, height and BGRX rows without padding; None when there is none."""
        frame = self._newest
        if frame is None:
            return None
        from av.video.reformatter import VideoReformatter

        if self._reformatter is None:
            self._reformatter = VideoReformatter()
        shrink = min(1.0, _WIDTH_MAX / frame.width, _HEIGHT_MAX / frame.height)
        width, height = max(1, int(frame.width * shrink)), max(1, int(frame.height * shrink))
        picture = self._reformatter.reformat(frame, width=width, height=height, format="bgra", threads=1)
        plane, row = picture.planes[0], width * _PIXEL
        pixels = memoryview(plane)
        if plane.line_size == row:
            return width, height, bytes(pixels[: row * height])
        lines = (pixels[at : at + row] for at in range(0, plane.line_size * height, plane.line_size))
        return width, height, b"".join(lines)

    def _decode(self, data: bytes) -> None:
        import av

        if self._codec is None:
            self._codec = av.CodecContext.create("h264", "r")
            self._codec.thread_type = "SLICE"
            self._codec.thread_count = 1
            self._codec.options = {"flags": "low_delay", "max_pixels": str(_PIXELS_MAX)}
        try:
            frames = self._codec.decode(av.Packet(data)) if data else []
        except av.FFmpegError as error:
            _logger.debug("access unit refused error=%s", error)
            self._refused += 1
            if self._refused >= _REFUSED_MAX:
                raise PeerFault("The phone's picture cannot be decoded.") from None
            return
        for frame in frames[-1:]:
            self._refused = 0
            self.decoded += 1
            self._newest = frame
            self._arrived()
