"""The phone's picture: its size, when it flows, and what is done with each frame."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from backends.projection.carlife.ids import Type
from backends.projection.carlife.messages import encode
from backends.projection.carlife.picture import Clock, split
from backends.projection.carlife.sentences import nonsense
from backends.projection.defs import VideoFormat
from backends.projection.domain import clamp_side
from backends.projection.mirror import LinkListener

__all__ = ["Screen"]

RESIZE_S = 0.3
_SIDES = range(16, 8193)


class Screen:
    """``tell`` sends a message. ``on_key`` is called for each key frame."""

    def __init__(
        self, listener: LinkListener, tell: Callable[[Type, bytes], None], frame_rate: int, on_key: Callable[[], None]
    ) -> None:
        self.wish = (1280, 720)
        self.size = (0, 0)
        """What the phone sends; 0 until it said so."""
        self.shown = True
        self.frame_rate = 0
        self.asked_at: float | None = None
        """Since when the first picture was asked for in vain (CLOCK_MONOTONIC)."""
        self._listener = listener
        self._tell = tell
        self._rate = frame_rate
        self._on_key = on_key
        self._started = False
        self._sets = b""
        self._clock = Clock()
        self._timer: asyncio.TimerHandle | None = None

    def ask(self) -> None:
        """Have the phone prepare its picture in our size. A phone that does not do that again goes on with the size it has."""
        self._timer = None
        if not self.size[0]:
            self.asked_at = time.monotonic()
        width, height = self.wish
        self._tell(
            Type.VIDEO_INIT, encode(Type.VIDEO_INIT, {"width": width, "height": height, "frame_rate": self._rate})
        )

    def ready(self, width: int, height: int, frame_rate: int) -> None:
        """The phone has prepared it, in a size of its own. Raises PeerFault."""
        if width not in _SIDES or height not in _SIDES:
            raise nonsense(f"a picture of {width}x{height}")
        self.asked_at = None
        self.frame_rate = frame_rate
        self.size = (width, height)
        self._sets = b""
        self._listener.video_format(VideoFormat("h264", width, height))
        if frame_rate > self._rate:
            self._tell(Type.FRAME_RATE, encode(Type.FRAME_RATE, {"frame_rate": self._rate}))
        if self.shown:
            self._started = True
            self._tell(Type.VIDEO_START, b"")
        self._tell(Type.LAUNCH_NORMAL, b"")

    def data(self, data: bytes, time_ms: int, received_ns: int) -> None:
        """An access unit, or parameter sets by themselves."""
        if not self.size[0]:
            return
        sets, pictured, key = split(data)
        if sets and sets != self._sets:
            self._sets = sets
            self._listener.config(sets, received_ns)
        if pictured:
            if key:
                self._on_key()
            self._listener.frame(data, self._clock.pts_us(time_ms, received_ns), received_ns, key=key)

    def show(self, shown: bool) -> bool:
        """Let it flow, or save the phone the work; whether it flows anew."""
        before, self.shown = self.shown, shown
        if not self.size[0] or before == shown:
            return False
        if not shown:
            self._tell(Type.VIDEO_PAUSE, b"")
            return False
        self._started = True
        self._tell(Type.VIDEO_START, b"")
        self._tell(Type.VIDEO_RESET, b"")
        return True

    def resize(self, width: int, height: int) -> None:
        """The phone is asked anew when a size stays for a moment."""
        self.wish = (clamp_side(width), clamp_side(height))
        if self.size[0]:
            if self._timer is not None:
                self._timer.cancel()
            self._timer = asyncio.get_running_loop().call_later(RESIZE_S, self.ask)

    def request_keyframe(self) -> None:
        """Somebody begins to look."""
        if self._started and self.shown:
            self._tell(Type.VIDEO_RESET, b"")

    def close(self) -> None:
        """The phone need not go on."""
        if self._timer is not None:
            self._timer.cancel()
        if self._started:
            self._tell(Type.VIDEO_PAUSE, b"")

    def report(self) -> list[tuple[str, str, str]]:
        """Rows for the diagnostics."""
        if not self.size[0]:
            return []
        asked, size = ("{}x{}".format(*sides) for sides in (self.wish, self.size))
        return [("picture", "size", f"{size}, asked for {asked}"), ("picture", "frames a second", str(self.frame_rate))]
