"""How late a stream's sound comes, and how much must wait so that nobody hears it. Pure; the caller brings the clock.

Each piece of sound has a transit: when it came, less where it stands in the stream. The smallest of the last seconds is the
base; what is above it is lateness. Playing stands a *depth* behind the base, whatever the pieces' size.
"""

from __future__ import annotations

from collections import deque

__all__ = ["Jitter"]

_WINDOW_S = 8
_MARGIN_S = 0.01
_MOST_S = 0.4
_TAU_S = 2.0
_PER_S = 0.25
"""Of the error a second: with the smoothing above it settles without swinging."""
_DEAD_S = 0.002
_MOST_DIP_S, _DIP_TAU_S = 0.1, 8.0
_START_S, _START_JUMP_S = 1.0, 0.01
_MOST_SHIFT = 0.003
"""A twentieth of a semitone: nobody hears it, and no clock is off by more."""


class Jitter:
    """Times in s; ``least_s`` is the depth of a stream that comes evenly."""

    def __init__(self, least_s: float) -> None:
        self._least_s = least_s
        self.reset()

    def reset(self) -> None:
        """The stream begins, or goes on after a pause: what was is no measure any more."""
        self._received_s = 0.0
        self._piece_s = 0.0
        self._pull_s = 0.0
        self._extremes: deque[tuple[int, float, float]] = deque(maxlen=_WINDOW_S)
        self._error_s = 0.0
        self._mean_s: float | None = None
        self._dip_s = 0.0
        self.shift = 0.0
        """How much faster than its own rate the stream is played now."""

    def arrived(self, now_s: float, piece_s: float) -> None:
        """A piece of so many seconds came whole."""
        self._received_s += piece_s
        self._piece_s = max(piece_s, self._piece_s * 0.99)
        transit = now_s - self._received_s
        if self._received_s < _START_S and self._extremes and transit < self._base_s - _START_JUMP_S:
            self._extremes.clear()  # a stream that begins with what waited elsewhere: its first piece was not late
        second = int(now_s)
        if self._extremes and self._extremes[-1][0] == second:
            _, low, high = self._extremes[-1]
            self._extremes[-1] = second, min(low, transit), max(high, transit)
        else:
            self._extremes.append((second, transit, transit))

    def pulled(self, pull_s: float) -> None:
        """The device took so many seconds at once."""
        self._pull_s = max(pull_s, self._pull_s * 0.99)

    @property
    def target_s(self) -> float:
        """The depth that hides what the last seconds had of lateness."""
        if not self._extremes:
            return self._least_s
        late_s = max(high for _, _, high in self._extremes) - self._base_s
        return min(_MOST_S, max(self._least_s, self._piece_s + self._pull_s + self._dip_s + late_s + _MARGIN_S))

    @property
    def _base_s(self) -> float:
        return min(low for _, low, _ in self._extremes)

    def depth_s(self, now_s: float, waiting_s: float) -> float:
        """How far playing is behind the earliest it could be."""
        return now_s - self._base_s - self._received_s + waiting_s if self._extremes else 0.0

    def skipped(self, left_out_s: float) -> None:
        """So much of what waited was left out."""
        self._error_s -= left_out_s
        if self._mean_s is not None:
            self._mean_s -= left_out_s

    def follow(self, depth_s: float, passed_s: float) -> float:
        """The sender's clock and the device's differ: plays so much faster that the depth keeps to its target."""
        if self._mean_s is None:
            self._mean_s = depth_s
        # A device that takes several times in a row and then rests finds less waiting than there is on average.
        self._dip_s = min(_MOST_DIP_S, max(self._mean_s - depth_s, self._dip_s * (1 - passed_s / _DIP_TAU_S)))
        self._mean_s += (depth_s - self._mean_s) * min(1.0, passed_s / _TAU_S)
        self._error_s += (depth_s - self.target_s - self._error_s) * min(1.0, passed_s / _TAU_S)
        beyond_s = abs(self._error_s) - _DEAD_S
        if beyond_s <= 0:
            self.shift = 0.0
        else:
            self.shift = min(_MOST_SHIFT, _PER_S * beyond_s) * (1 if self._error_s > 0 else -1)
        return self.shift
