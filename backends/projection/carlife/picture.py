"""The phone's H.264: what is a parameter set, what a key frame, and when it is shown."""

from __future__ import annotations

__all__ = ["Clock", "split"]

_SLICE, _IDR, _SPS, _PPS = 1, 5, 7, 8
_WRAP_MS = 1 << 32


def split(data: bytes) -> tuple[bytes, bool, bool]:
    """The parameter sets in an access unit (Annex B), whether it holds a picture, and whether that is a key frame."""
    sets: list[bytes] = []
    at = data.find(b"\0\0\1")
    while 0 <= at < len(data) - 3:
        kind = data[at + 3] & 0x1F
        if kind in (_SLICE, _IDR):
            return b"".join(sets), True, kind == _IDR
        after = data.find(b"\0\0\1", at + 3)
        if kind in (_SPS, _PPS):
            unit = data[at:] if after < 0 else data[at:after]
            sets.append(b"\0" + unit.rstrip(b"\0"))
        at = after
    return b"".join(sets), False, False


class Clock:
    """The phone's 32 bits of milliseconds as microseconds that only grow; a phone that tells no time gets ours."""

    def __init__(self) -> None:
        self._last_ms = 0
        self._wraps_ms = 0
        self._last_us = -1

    def pts_us(self, time_ms: int, received_ns: int) -> int:
        """When a frame is to be shown."""
        if not time_ms:
            pts_us = received_ns // 1000
        else:
            if time_ms + _WRAP_MS // 2 < self._last_ms:
                self._wraps_ms += _WRAP_MS
            self._last_ms = time_ms
            pts_us = (self._wraps_ms + time_ms) * 1000
        self._last_us = max(self._last_us + 1, pts_us)
        return self._last_us
