"""Whether what is shown is what the camera sees now. Pure: time is given, in seconds of a monotonic clock.

A frame counts as news only if it differs from the one before it: a sensor has noise, so a picture that stays the same to the
bit is a frozen one, however often it is sent and whatever its stamp says. What brings no news for ``stale_s`` is lost; it is
live again after some news in a row, so that a camera that gasps does not flicker.
"""

from __future__ import annotations

from enum import Enum

__all__ = ["Truth", "Watch"]

START_S = 1.0
BLACK_S = 0.4
_NEWS_TO_RECOVER = 3


class Truth(Enum):
    """What may be said of the picture."""

    STARTING = "starting"
    LIVE = "live"
    LOST = "lost"
    """Nothing new came, or the same again and again."""
    BLACK = "black"
    """It is live and shows nothing but black."""


class Watch:
    """One camera while it is looked at; `begin` whenever that starts anew."""

    def __init__(self, stale_s: float = 0.2, repeats_s: float = 0.2) -> None:
        self._stale_s = stale_s
        self._repeats_s = repeats_s
        self.begin(0.0)

    def begin(self, now: float) -> None:
        """Somebody looks from now on; nothing was seen yet."""
        self._began = now
        self._frame_at: float | None = None
        self._news_at: float | None = None
        self._last: int | None = None
        self._black_since: float | None = None
        self._news = 0
        self._broken = False

    def frame(self, arrived: float, content: int, black: bool) -> None:
        """A frame, when it arrived, a checksum of what it shows, and whether that is black."""
        if self._news_at is not None and not self._alive(arrived):
            self._broken, self._news = True, 0
        self._frame_at = arrived
        if content != self._last:
            self._last = content
            self._news_at = arrived
            self._news += 1
        if not black:
            self._black_since = None
        elif self._black_since is None:
            self._black_since = arrived

    def _alive(self, now: float) -> bool:
        if self._frame_at is None or self._news_at is None:
            return False
        frozen = bool(self._repeats_s) and now - self._news_at > self._repeats_s
        return now - self._frame_at <= self._stale_s and not frozen

    def truth(self, now: float) -> Truth:
        """At a moment."""
        if self._news_at is None:
            return Truth.STARTING if now - self._began < START_S else Truth.LOST
        if not self._alive(now):
            self._broken, self._news = True, 0
            return Truth.LOST
        if self._broken and self._news < _NEWS_TO_RECOVER:
            return Truth.LOST
        self._broken = False
        if self._black_since is not None and now - self._black_since >= BLACK_S:
            return Truth.BLACK
        return Truth.LIVE
