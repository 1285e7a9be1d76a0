"""A recording read ahead into a scratch file, so that any moment of it can be gone to at once whatever its format.

Text recordings have no index and most others cannot be entered in the middle. So a thread reads the file once, from beginning to
end, and leaves the frames packed in a file without a name; memory holds one time and one offset for every 2,000 frames. Playing
begins with the first of them; going to what is not read yet waits for it.
"""

from __future__ import annotations

import os
import tempfile
import time
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from backends.core.store import cache_dir
from backends.vehicle.errors import LogError, Problem
from backends.vehicle.replay.blocks import Block
from backends.vehicle.replay.logs import LogFrame, read_log

__all__ = ["Spool"]

_FRAMES = 2000


class Spool:
    """Filled by one thread (`fill`), read by the loop. `told` says what was wrong with the recording once it is `complete`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.channels: list[str] = []
        self.length_s = 0.0
        self.complete = False
        self.told = ""
        self._starts = array("d")
        self._places: list[tuple[int, int]] = []
        self._stopped = False
        folder = cache_dir() / "replay"
        folder.mkdir(parents=True, exist_ok=True)
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115  # closed by close()

    def __len__(self) -> int:
        """Blocks that can be read now."""
        return len(self._places)

    def fill(self, grown: Callable[[], None], rest_s: float = 0.0) -> None:
        """Read the recording to its end; for a thread. ``rest_s``: pause after each block, to leave the loop its share."""
        problems: list[Problem] = []
        frames = read_log(self.path, problems)
        told = ""
        try:
            while not self._stopped:
                rows, told = _take(frames)
                if rows:
                    self._append(rows)
                    grown()
                if told or not rows:
                    break
                time.sleep(rest_s)
        except OSError as error:
            told = f"{self.path}: no room to read it ahead: {error.strerror or error}"
        self.told = told or "; ".join(map(str, problems[:3]))
        self.complete = True
        grown()

    def _append(self, rows: list[LogFrame]) -> None:
        times = array("d")
        at = self.length_s
        known = {name: number for number, name in enumerate(self.channels)}
        for row in rows:
            at = max(at, row.time_s)  # recordings of several channels are not always in order
            times.append(at)
            if row.channel not in known and len(known) < 255:
                known[row.channel] = len(known)
                self.channels.append(row.channel)
        block = Block.pack(
            times, bytes(known.get(row.channel, 0) for row in rows), [(row.key, row.data) for row in rows]
        )
        raw = block.to_bytes()
        offset = sum(self._places[-1]) if self._places else 0
        os.pwrite(self._file.fileno(), raw, offset)
        self._starts.append(times[0])
        self.length_s = at
        self._places.append((offset, len(raw)))

    def block(self, number: int) -> Block:
        """One block, from the page cache as a rule."""
        offset, size = self._places[number]
        return Block.from_bytes(os.pread(self._file.fileno(), size, offset))

    def find(self, position_s: float) -> tuple[int, int]:
        """Block and row of the first frame at or after a moment; the block after the last when there is none."""
        if not self._places:
            return 0, 0
        position_s -= 1e-6  # what differs by less is the same moment, computed otherwise
        # Frames of the same moment may lie in the block before the one that begins with it.
        for number in range(max(0, bisect_left(self._starts, position_s) - 1), len(self._places)):
            times = self.block(number).times
            row = bisect_left(times, position_s)
            if row < len(times):
                return number, row
        return len(self._places), 0

    def stop(self) -> None:
        """Make `fill` end soon."""
        self._stopped = True

    def close(self) -> None:
        """Only after `fill` has ended."""
        self._file.close()


def _take(frames: Iterator[LogFrame]) -> tuple[list[LogFrame], str]:
    """The next frames, and what ends them when that is an error."""
    rows: list[LogFrame] = []
    try:
        rows.extend(islice(frames, _FRAMES))
    except LogError as error:
        return rows, str(error)
    return rows, ""
