"""The phone's screen as the dongle sends it: parameter sets and pictures, at the pace and size that the car asked for."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from backends.projection.simphone.capture import Capture, Encoded, SessionStart
from backends.projection.simphone.carlinkit import wire
from backends.projection.simphone.display import Display
from backends.projection.simphone.yuv import Picture

__all__ = ["Framed", "Pictures", "tier"]

_TIERS = ((800, 480), (1280, 720), (1920, 1080), (2560, 1440), (3840, 2160))
_BIT_RATE = 8_000_000


def tier(width: int, height: int) -> tuple[int, int]:
    """The size that Android Auto sends for a screen: the smallest of its own that holds it."""
    landscape = width >= height
    sizes = _TIERS if landscape else tuple((h, w) for w, h in _TIERS)
    return next(((w, h) for w, h in sizes if w >= width and h >= height), sizes[-1])


class Framed:
    """A display in the middle of a larger picture; what is around it is black. For `Capture` in a display's place."""

    def __init__(self, display: Display, size: tuple[int, int]) -> None:
        self._display = display
        self.width, self.height = size

    def __getattr__(self, name: str) -> Any:
        return getattr(self._display, name)

    def picture(self, now: float) -> Picture:
        """The display with its margins."""
        inner = self._display.picture(now)
        whole = Picture(self.width, self.height)
        whole.fill(0, 0, self.width, self.height, (0, 0, 0))
        whole.put(inner, (self.width - inner.width) // 2 & ~1, (self.height - inner.height) // 2 & ~1)
        return whole


class Pictures:
    """Runs a capture. ``send`` blocks until the bytes are on their way, and raises BrokenPipeError when nobody takes them."""

    def __init__(
        self, display: Display, send: Callable[[bytes], None], *, fps: float, android: bool, flood: bool
    ) -> None:
        self.size = tier(display.width, display.height) if android else (display.width, display.height)
        shown: Any = Framed(display, self.size) if android else display
        self._display = display
        self._send = send
        self._config = b""
        self._android = android
        self.capture = Capture(
            shown, self._emit, codec="h264", bit_rate=_BIT_RATE, max_fps=fps,
            # Android Auto repeats key frames by itself, CarPlay sends them when asked.
            key_interval_s=2.0 if android else math.inf, flood=flood,
        )  # fmt: skip
        display.watchers.append(self.capture.changed)
        self.capture.start()

    def key_frame(self) -> None:
        """As the head unit asked."""
        self.capture.reset()

    def stop(self) -> None:
        """No more; does not wait."""
        self._display.watchers.remove(self.capture.changed)
        self.capture.stop()

    def _emit(self, part: SessionStart | Encoded) -> None:
        if isinstance(part, SessionStart):
            self._config = part.config
            return
        # As the box does in this mode: parameter sets in front of every key frame.
        data = self._config + part.data if part.key else part.data
        self._send(wire.video(*self.size, data))
