"""The ring that holds the last minute: hearing a batch costs one append, packing follows once a second or each 4,096 frames."""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Iterator, Sequence

from backends.vehicle.ports import Frame
from backends.vehicle.replay.blocks import Block, Row

__all__ = ["SECONDS", "SENT", "Recorder"]

SECONDS = 60.0
SENT = 0x80
"""Set in a row's channel number when the frame is one that we sent."""
_MAX_BYTES = 48 << 20
"""Two buses of classic CAN at their fullest are 12 MB a minute; only floods of long FD frames reach this."""
_PACK_FRAMES, _PACK_S = 4096, 1.0


class Recorder:
    """Frames of one moment share its time: that is when their batch was taken from the bus, within 2 ms of their arrival."""

    def __init__(self, buses: Sequence[str], *, seconds: float = SECONDS, max_bytes: int = _MAX_BYTES) -> None:
        self.buses = list(buses)
        self._seconds = seconds
        self._max_bytes = max_bytes
        self._numbers = {name: number for number, name in enumerate(self.buses)}
        self._open: list[tuple[float, int, list[Frame]]] = []
        self._waiting = 0
        self._blocks: deque[Block] = deque()
        self._bytes = 0

    @property
    def heard(self) -> bool:
        """Whether there is anything to save."""
        return bool(self._open or self._blocks)

    @property
    def size(self) -> int:
        """Bytes held, about."""
        return self._bytes

    def hear(self, bus: str, frames: list[Frame], now: float) -> None:
        """A batch from a bus at a monotonic second. The list is kept for a moment: it must not change."""
        self._open.append((now, self._numbers[bus], frames))
        self._waiting += len(frames)
        if self._waiting >= _PACK_FRAMES or now - self._open[0][0] > _PACK_S:
            self._pack()

    def sent(self, bus: str, key: int, data: bytes, now: float) -> None:
        """A frame that we put on a bus."""
        self._open.append((now, self._numbers[bus] | SENT, [(key, data)]))
        self._waiting += 1

    def rows(self) -> Iterator[Row]:
        """What is held now, oldest first; a copy that may be read in a thread while frames go on coming."""
        self._pack()
        blocks = list(self._blocks)
        oldest = blocks[-1].times[-1] - self._seconds if blocks else 0.0
        return (row for block in blocks for row in block.rows() if row[0] >= oldest)

    def _pack(self) -> None:
        times, channels, frames = array("d"), bytearray(), []
        for now, number, batch in self._open:
            times.extend((now,) * len(batch))
            channels += bytes((number,)) * len(batch)
            frames += batch
        self._open, self._waiting = [], 0
        if not frames:
            return
        block = Block.pack(times, bytes(channels), frames)
        self._blocks.append(block)
        self._bytes += block.size
        oldest = times[-1] - self._seconds
        while self._blocks[0].times[-1] < oldest or (self._bytes > self._max_bytes and len(self._blocks) > 1):
            self._bytes -= self._blocks.popleft().size
