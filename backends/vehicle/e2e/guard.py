"""Judges the frames of one message as they come."""

from __future__ import annotations

from enum import Enum

from backends.vehicle.e2e.model import Protection, reader_of

__all__ = ["COUNT_LIMIT", "Check", "Guard"]

COUNT_LIMIT = 5
"""Failures, less good frames, after which the message's values count as wrong."""

_REMEMBERED = 64
"""Frames known to be sound: a message whose content rests repeats itself with its counter, and need not be summed again."""

_MAX_STEP = 4
"""AUTOSAR's MaxDeltaCounter: a counter that goes on by more has lost its order. Up to three frames may be missed."""


class Check(Enum):
    """What a frame's check said."""

    GOOD = "good"
    REPEATED = "repeated"
    JUMPED = "jumped"
    BAD = "bad"


class Guard:
    """Judges the frames of one message: check value, then counter, then a leaky count of failures.

    ``count``: the counter of the frame judged last, None after silence and without a counter. ``failures``: 0 when all is well.
    """

    def __init__(self, protection: Protection) -> None:
        self.count: int | None = None
        self.failures = 0
        self._counts = protection.counts
        # A counter of two bits comes round so soon that no step of it says anything.
        self._max_step = _MAX_STEP if protection.counts >= 3 * _MAX_STEP else protection.counts
        self._read_count = reader_of(protection.counter) if protection.counter is not None else None
        self._read_check = reader_of(protection.crc) if protection.crc is not None else None
        self._compute = protection.compute
        self._sound: dict[bytes, int] = {}

    @property
    def failed(self) -> bool:
        """True once failures have outweighed good frames by `COUNT_LIMIT`."""
        return self.failures >= COUNT_LIMIT

    def judge(self, data: bytes) -> Check:
        """GOOD counts the failures down, anything else up. After a jump the counter is followed from where it is."""
        found = self._sound.get(data)
        if found is None:
            count = self._read_count(data) if self._read_count is not None else 0
            if self._read_check is not None and self._read_check(data) != self._compute(data, count):
                return self._count_failure(Check.BAD)
            if len(self._sound) >= _REMEMBERED:
                self._sound.clear()
            self._sound[data] = count
        else:
            count = found
        if self._read_count is not None:
            last, self.count = self.count, count
            if last is not None:
                step = (count - last) % self._counts
                if step == 0:
                    return self._count_failure(Check.REPEATED)
                if step > self._max_step:
                    return self._count_failure(Check.JUMPED)
        if self.failures:
            self.failures -= 1
        return Check.GOOD

    def resume(self) -> None:
        """The message was away: its counter may go on anywhere."""
        self.count = None

    def reject(self) -> Check:
        """Count a frame that cannot even be judged: it has the wrong length."""
        return self._count_failure(Check.BAD)

    def _count_failure(self, check: Check) -> Check:
        self.failures = min(self.failures + 1, 2 * COUNT_LIMIT)
        return check
