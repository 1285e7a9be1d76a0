"""A recording played as if it were the bus, in its own time or faster."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from backends.vehicle.errors import BusError, LogError, Problem
from backends.vehicle.feed import Changed, Deliver, Feed
from backends.vehicle.ports import Frame
from backends.vehicle.replay.logs import LogFrame, read_log

__all__ = ["ReplayFeed"]

_CHUNK = 2000
_GRAIN_S = 0.004
"""Frames due within this time go together, so that a busy recording does not wake the loop for every frame."""
_logger = logging.getLogger(__name__)


class ReplayFeed(Feed):
    """Plays ``path`` on the bus ``name``. ``speed`` is a factor; 0 plays as fast as it can be read."""

    def __init__(
        self,
        name: str,
        path: Path,
        *,
        speed: float = 1.0,
        loop: bool = False,
        ended: Callable[[str], None] | None = None,
    ) -> None:
        self.name = name
        self._path = path
        self._speed = speed
        self._loop = loop
        self._ended = ended

    def send(self, key: int, data: bytes) -> None:
        raise BusError("A recording takes no requests")

    async def run(self, deliver: Deliver, changed: Changed) -> None:
        changed(self.name, "")
        while True:
            told = await self._play(deliver)
            if told:
                _logger.warning("recording %s", told)
            if self._ended is not None:
                self._ended(told)
            if not self._loop:
                await asyncio.Event().wait()

    async def _play(self, deliver: Deliver) -> str:
        """Play once. Returns what was wrong with the file, or an empty string."""
        problems: list[Problem] = []
        frames = read_log(self._path, problems)
        clock = asyncio.get_running_loop().time
        began = clock()
        while True:
            chunk, failure = await asyncio.to_thread(_take, frames)
            batch: list[Frame] = []
            for frame in chunk:
                if self._speed:
                    wait = began + frame.time_s / self._speed - clock()
                    if wait > _GRAIN_S:
                        if batch:
                            deliver(self.name, batch)
                            batch = []
                        await asyncio.sleep(began + frame.time_s / self._speed - clock())
                batch.append((frame.key, frame.data))
            if batch:
                deliver(self.name, batch)
            if failure is not None or not chunk:
                return str(failure) if failure is not None else "; ".join(map(str, problems[:3]))
            await asyncio.sleep(0)


def _take(frames: Iterator[LogFrame]) -> tuple[list[LogFrame], LogError | None]:
    """The next frames, and the error that ends them."""
    taken: list[LogFrame] = []
    try:
        taken.extend(islice(frames, _CHUNK))
    except LogError as error:
        return taken, error
    return taken, None
