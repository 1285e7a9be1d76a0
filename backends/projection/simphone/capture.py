"""From a display to packets: a thread that draws when something changes, encodes, and hands on what the stream takes.

As on Android: nothing changes, nothing is sent, but for ten repeats of the last picture 100 ms apart, which let the encoder
polish it. When the reader is slow the thread waits, and the pictures in between are never drawn.
"""

from __future__ import annotations

import logging
import math
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from backends.projection.simphone.encoder import Encoder

if TYPE_CHECKING:
    from collections.abc import Callable

    from backends.projection.simphone.display import Display
    from backends.projection.simphone.yuv import Picture

__all__ = ["Capture", "Encoded", "SessionStart"]

_log = logging.getLogger(__name__)
_VSYNC_S = 1 / 60
_REPEAT_AFTER_S = 0.1
_REPEATS = 10


@dataclass(frozen=True, slots=True)
class SessionStart:
    """A new encoding session: size in pixels, the parameter sets, and whether the head unit asked for this size."""

    width: int
    height: int
    by_client: bool
    config: bytes


@dataclass(frozen=True, slots=True)
class Encoded:
    """A packet of the session; time on CLOCK_MONOTONIC."""

    data: bytes
    pts_us: int
    key: bool


class Capture(threading.Thread):
    """Runs until `stop`, or until `emit` raises BrokenPipeError. `emit` blocks while the stream is full."""

    def __init__(
        self,
        display: Display,
        emit: Callable[[SessionStart | Encoded], None],
        *,
        codec: str,
        bit_rate: int,
        max_fps: float,
        key_interval_s: float,
        max_size: int = 0,
        alignment: int = 2,
        flood: bool = False,
    ) -> None:
        super().__init__(name=f"capture-{display.ident}", daemon=True)
        self.frames = 0
        self.error: Exception | None = None
        self._display = display
        self._emit = emit
        self._codec = codec
        self._bit_rate = bit_rate
        self._min_gap_s = max(_VSYNC_S, 1 / max_fps if max_fps > 0 else 0.0) if not flood else 0.0
        self._key_interval_s = key_interval_s
        self._max_size = max_size
        self._alignment = alignment
        self._flood = flood
        self._wake = threading.Condition()
        self._dirty = True
        self._reset = False
        self._by_client = False
        self._stopped = False

    def size(self) -> tuple[int, int]:
        """Width and height of the video: the display's, within `max_size`, in multiples of `alignment`."""
        with self._display.lock:
            width, height = self._display.width, self._display.height
        factor = min(1.0, self._max_size / max(width, height)) if self._max_size else 1.0
        step = self._alignment
        return max(step, round(width * factor) // step * step), max(step, round(height * factor) // step * step)

    def changed(self) -> None:
        """There is something new to draw."""
        with self._wake:
            self._dirty = True
            self._wake.notify()

    def reset(self, *, by_client: bool = False) -> None:
        """Begin a new encoding session: parameter sets and a key frame."""
        with self._wake:
            self._reset = self._dirty = True
            self._by_client |= by_client
            self._wake.notify()

    def stop(self) -> None:
        """End; `join` after it."""
        with self._wake:
            self._stopped = True
            self._wake.notify()

    def run(self) -> None:
        try:
            while not self._stopped:
                self._session()
        except BrokenPipeError:
            pass
        except Exception as error:  # noqa: BLE001 - the thread's root: the session's owner reports it
            self.error = error
            _log.exception("capture failed display=%s", self._display.ident)

    def _session(self) -> None:
        # Both at once: a size that the head unit asked for must not be announced as the phone's own.
        with self._display.lock:
            with self._wake:
                by_client, self._by_client, self._reset = self._by_client, False, False
            width, height = self.size()
        encoder = Encoder(self._codec, width, height, self._bit_rate)
        self._emit(SessionStart(width, height, by_client, encoder.config))
        last: Picture | None = None
        signature: object = None
        due = -math.inf
        sent_at = key_at = 0.0
        repeats = 0
        changed = True
        while not self._stopped and not self._reset:
            now = time.monotonic()
            with self._display.lock:
                if self.size() != (width, height):
                    return
                current = self._display.signature(now)
                moved = changed or now >= due if current is None else current != signature
                fresh = last is None or moved
                picture = self._display.picture(now) if fresh else last
                pause = self._display.next_change_s(now)
            assert picture is not None
            signature = current
            again = repeats > 0 and now - sent_at >= _REPEAT_AFTER_S * 0.95
            if fresh or again or self._flood:
                repeats = _REPEATS if fresh else repeats - 1
                key = last is None or now - key_at >= self._key_interval_s
                key_at = now if key else key_at
                last, sent_at = picture, time.monotonic()
                for packet in encoder.encode(picture.scaled(width, height), round(sent_at * 1_000_000), key=key):
                    self._emit(Encoded(packet.data, packet.pts_us, packet.key))
                self.frames += 1
            if not self._flood:
                due = self._next(now, due, pause)
                # Behind time a picture may come a little early after the last, but never at more than the allowed pace.
                earliest = sent_at + self._min_gap_s * 0.9
                repeat = sent_at + _REPEAT_AFTER_S if repeats else math.inf
                changed = self._wait(earliest, max(earliest, min(due, repeat)))

    def _next(self, now: float, due: float, pause: float | None) -> float:
        """When the app changes next by itself: in even steps, unless one was missed."""
        if pause is None:
            return math.inf
        step = max(pause, self._min_gap_s)
        if now < due < math.inf:
            return due
        return due + step if math.isfinite(due) and due + step > now else now + step

    def _wait(self, earliest: float, due: float) -> bool:
        """Wait until `due`, but no longer than `earliest` when something changes; whether it did."""
        with self._wake:
            while not self._stopped and not self._reset:
                left = (earliest if self._dirty else due) - time.monotonic()
                if left <= 0:
                    break
                self._wake.wait(min(left, 3600.0))
            changed, self._dirty = self._dirty, False
        return changed
