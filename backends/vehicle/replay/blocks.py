"""Frames packed side by side: some 22 bytes a frame instead of 130 as Python objects. The recorder keeps its ring in them, a
recording that is played is spooled in them.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator, Sequence

from backends.vehicle.ports import Frame

__all__ = ["Block", "Row"]

Row = tuple[float, int, int, bytes]
"""Second, number of the channel, key and data as in `ports.Frame`."""

_HEAD = struct.Struct("<II")


class Block:
    """Frames in the order of their times. Never changed once made."""

    __slots__ = ("channels", "data", "keys", "lengths", "times")

    def __init__(self, times: array[float], channels: bytes, keys: array[int], lengths: bytes, data: bytes) -> None:
        self.times = times
        self.channels = channels
        self.keys = keys
        self.lengths = lengths
        self.data = data

    @classmethod
    def pack(cls, times: array[float], channels: bytes, frames: Sequence[Frame]) -> Block:
        """``times`` and ``channels`` hold one entry a frame."""
        payloads = [data for _, data in frames]
        return cls(
            times, channels, array("I", [key for key, _ in frames]), bytes(map(len, payloads)), b"".join(payloads)
        )

    def __len__(self) -> int:
        return len(self.keys)

    @property
    def size(self) -> int:
        """Bytes of memory it holds, about."""
        return 14 * len(self) + len(self.data) + 400

    def rows(self, first: int = 0, last: int | None = None) -> Iterator[Row]:
        """The frames from ``first`` up to, not including, ``last``."""
        last = len(self) if last is None else min(last, len(self))
        at = sum(self.lengths[:first])
        for index in range(first, last):
            end = at + self.lengths[index]
            yield self.times[index], self.channels[index], self.keys[index], self.data[at:end]
            at = end

    def to_bytes(self) -> bytes:
        """For a file of this machine; byte order and sizes are its own."""
        head = _HEAD.pack(len(self), len(self.data))
        return b"".join((head, self.times.tobytes(), self.channels, self.keys.tobytes(), self.lengths, self.data))

    @classmethod
    def from_bytes(cls, raw: bytes) -> Block:
        """What `to_bytes` gave."""
        count, size = _HEAD.unpack_from(raw)
        times, keys = array("d"), array("I")
        at = _HEAD.size
        times.frombytes(raw[at : at + 8 * count])
        at += 8 * count
        channels = raw[at : at + count]
        at += count
        keys.frombytes(raw[at : at + 4 * count])
        at += 4 * count
        return cls(times, channels, keys, raw[at : at + count], raw[at + count : at + count + size])
