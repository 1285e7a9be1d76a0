"""One camera, read on a thread of its own for as long as the display lives; decoded only while somebody looks.

Kept warm: the connection stands from the start and what comes is dropped still encoded, but for what the newest picture needs
to be decoded. So the first picture after reverse is one decode away. See docs/adr/0340-rear-view-camera.md.
"""

from __future__ import annotations

import logging
import threading
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ui.camera.config import CameraSpec
from ui.camera.sources import Encoded, Source, SourceError, open_source
from ui.video.decoder import Picture

__all__ = ["Feed", "Shot"]

_log = logging.getLogger(__name__)
_BACKOFF_S = (0.05, 0.2, 0.5, 1.0, 2.0)
_LONGEST_BACKLOG = 240
_SAMPLES = 97
"""Every n-th pixel tells whether a picture is black: a prime, so that no grid of the picture hides from it."""
_BLACK_LUMA = 28
_BLACK_SHARE = 0.998
_BRIGHT = bytes(value > _BLACK_LUMA for value in range(256))


@dataclass(slots=True)
class Shot:
    """A decoded picture with what tells whether it is live: a checksum of what it shows, and whether that is black."""

    picture: Picture
    content: int
    black: bool


class Feed:
    """``on_shot`` comes from the thread when `take` has something new and had nothing before."""

    def __init__(self, camera: CameraSpec, on_shot: Callable[[], None]) -> None:
        self.camera = camera
        self.target = (0, 0)
        """Device pixels the picture will be drawn at; (0, 0) keeps its own size."""
        self.size = (0, 0)
        self.arrived = 0
        self.decoded = 0
        self.problem = ""
        self._on_shot = on_shot
        self._lock = threading.Lock()
        self._newest: Shot | None = None
        self._backlog: list[Encoded] = []
        self._wanted = False
        self._ending = threading.Event()
        self._source: Source | None = None
        self._reformatter: Any = None
        self._thread = threading.Thread(target=self._run, name=f"camera-{camera.name}", daemon=True)
        self._thread.start()

    def want(self, wanted: bool) -> None:
        """Somebody looks, or nobody does: pictures are decoded from the next one on, or not at all."""
        with self._lock:
            if wanted == self._wanted:
                return
            self._wanted = wanted
            if not wanted:
                self._newest = None

    def take(self) -> Shot | None:
        """The newest picture, once."""
        with self._lock:
            shot, self._newest = self._newest, None
        return shot

    def end(self) -> None:
        """End the connection and, as soon as it notices, the thread; nobody waits, and nothing more is heard of it."""
        self.want(False)
        self._ending.set()
        source = self._source
        if source is not None:
            source.close()

    def close(self) -> None:
        """`end`, and wait for the thread. A driver that blocks for good is left to the end of the process."""
        self.end()
        self._thread.join(timeout=2)

    def _run(self) -> None:
        failures = 0
        while not self._ending.is_set():
            came = self.arrived
            self._source = source = open_source(self.camera)
            try:
                for encoded in source.pictures():
                    self._take(encoded)
                    if self._ending.is_set():
                        break
            except SourceError as error:
                self._say(str(error))
            except Exception as error:  # noqa: BLE001  # a thread root: a camera must never end the display
                _log.exception("camera failed name=%s", self.camera.name)
                self._say(str(error))
            finally:
                source.close()
            self._backlog.clear()
            failures = 0 if self.arrived > came else failures + 1
            self._ending.wait(_BACKOFF_S[min(failures, len(_BACKOFF_S) - 1)])

    def _say(self, problem: str) -> None:
        if problem != self.problem and not self._ending.is_set():
            _log.warning("camera not read name=%s error=%s", self.camera.name, problem)
        self.problem = problem

    def _take(self, encoded: Encoded) -> None:
        self.arrived += 1
        if encoded.key or len(self._backlog) >= _LONGEST_BACKLOG:
            self._backlog.clear()
        self._backlog.append(encoded)
        if self._wanted:
            self._decode()

    def _decode(self) -> None:
        import av

        waiting, self._backlog = self._backlog, []
        frame = None
        try:
            for encoded in waiting:
                for decoded in encoded.codec.decode(encoded.data):
                    frame = decoded
        except av.FFmpegError as error:
            # The next whole picture mends it; until then no news is what the watch sees.
            self._say(f"a picture was refused: {error}")
            return
        if frame is not None:
            self._show(frame, waiting[-1].arrived_ns)

    def _show(self, frame: Any, arrived_ns: int) -> None:
        if self._reformatter is None:
            from av.video.reformatter import VideoReformatter

            self._reformatter = VideoReformatter()
        plane = frame.planes[0]
        content, black = _looked_at(memoryview(plane), plane.line_size, frame)
        width, height = self.target if all(self.target) else (frame.width, frame.height)
        picture = self._reformatter.reformat(frame, width=width, height=height, format="bgra", threads=1)
        out = picture.planes[0]
        shot = Shot(
            Picture(memoryview(out), picture.width, picture.height, out.line_size, 0, arrived_ns), content, black
        )
        self.size = (frame.width, frame.height)
        with self._lock:
            if not self._wanted:
                return
            waiting = self._newest is not None
            self._newest = shot
        self.decoded += 1
        self.problem = ""
        if not waiting:
            self._on_shot()


def _looked_at(pixels: memoryview, stride: int, frame: Any) -> tuple[int, bool]:
    """Checksum of the first plane (luma, or all there is) and whether it is black."""
    if stride in (frame.width, 2 * frame.width, 3 * frame.width):
        content = zlib.crc32(pixels)
    else:
        # What pads the lines is no part of the picture.
        content = 0
        for row in range(frame.height):
            content = zlib.crc32(pixels[row * stride : row * stride + frame.width], content)
    if frame.format.name.startswith("yuyv"):
        pixels = pixels[::2]
    some = bytes(pixels[::_SAMPLES])
    return content, some.translate(_BRIGHT).count(1) <= len(some) * (1 - _BLACK_SHARE)


def now_s() -> float:
    """The clock that `Picture.sent_ns` is of, in seconds."""
    return time.monotonic_ns() / 1e9
