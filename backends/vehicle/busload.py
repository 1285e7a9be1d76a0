"""How much of a bus's time a frame takes, and the share of it that may be used. No clock: time is given.

Bits of a frame are counted with all stuff bits it could need (ISO 11898-1), its end and the pause after it, at the bus's own bit
rate: CAN FD frames are sent without a switch to a faster one.
"""

from __future__ import annotations

from collections import deque

__all__ = ["BUS_SHARE", "MAX_PER_S", "BusShare", "RateLimit", "frame_bits"]

BUS_SHARE = 0.05
"""Of the bus's time, in any second."""
MAX_PER_S = 20
"""Frames a second on all buses together."""
_WINDOW_S = 1.0
_FD_LENGTHS = (12, 16, 20, 24, 32, 48, 64)


def frame_bits(length: int, *, extended: bool = False, fd: bool = False) -> int:
    """The most bits a data frame can take, with the three of the pause behind it."""
    if not fd:
        stuffed = (54 if extended else 34) + 8 * length
        return stuffed + (stuffed - 1) // 4 + 10 + 3  # crc delimiter, acknowledge, end of frame; intermission
    length = length if length <= 8 else next(size for size in _FD_LENGTHS if length <= size)
    stuffed = (41 if extended else 22) + 8 * length  # to the end of the data, ESI and DLC included
    crc = 21 if length > 16 else 17
    fixed = 1 + (4 + crc) // 4  # fixed stuff bits of the stuff count and the checksum
    return stuffed + (stuffed - 1) // 4 + 4 + crc + fixed + 10 + 3


class RateLimit:
    """At most ``count`` in any second."""

    def __init__(self, count: int = MAX_PER_S) -> None:
        self._sent: deque[float] = deque(maxlen=count)

    def free_at(self, now: float) -> float:
        """When the next may go."""
        if len(self._sent) < (self._sent.maxlen or 0):
            return now
        return max(now, self._sent[0] + _WINDOW_S)

    def count(self, now: float) -> None:
        """One went."""
        self._sent.append(now)


class BusShare:
    """At most `BUS_SHARE` of one bus's time in any second."""

    def __init__(self, bitrate: int) -> None:
        self._bitrate = bitrate
        self._sent: deque[tuple[float, float]] = deque()
        self._used = 0.0

    def free_at(self, bits: int, now: float) -> float | None:
        """When a frame of so many bits may go; None: never, the bus is too slow for it."""
        cost = bits / self._bitrate
        if cost > BUS_SHARE * _WINDOW_S:
            return None
        self._forget(now)
        used, when = self._used, now
        for at, earlier in self._sent:
            if used + cost <= BUS_SHARE * _WINDOW_S + 1e-12:
                break
            used -= earlier
            when = at + _WINDOW_S
        return when

    def count(self, bits: int, now: float) -> None:
        """A frame went."""
        self._sent.append((now, bits / self._bitrate))
        self._used += bits / self._bitrate

    def _forget(self, now: float) -> None:
        while self._sent and self._sent[0][0] + _WINDOW_S <= now:
            self._used -= self._sent.popleft()[1]
        if not self._sent:
            self._used = 0.0
