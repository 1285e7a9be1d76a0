"""Recording straight from buses to a file, for as long as somebody wants, without keeping it in memory."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from backends.vehicle.errors import RecordingError
from backends.vehicle.feed import BusFeed
from backends.vehicle.ports import Frame
from backends.vehicle.profile import BusSpec
from backends.vehicle.recorder.vin import VinMask
from backends.vehicle.replay.formats import Format
from backends.vehicle.replay.writers import Stamped, replacing, write_recording

__all__ = ["record_buses"]

_Batch = tuple[float, int, list[Frame]]


class _Lines:
    """What the loop hears goes through a queue to the thread that writes."""

    def __init__(self, names: list[str], mask: VinMask | None) -> None:
        self._numbers = {name: number for number, name in enumerate(names)}
        self._mask = mask
        self._queue: SimpleQueue[_Batch | None] = SimpleQueue()
        self.lost: dict[str, str] = {}

    def hear(self, bus: str, frames: list[Frame]) -> None:
        self._queue.put((time.time(), self._numbers[bus], frames))

    def changed(self, bus: str, reason: str) -> None:
        self.lost[bus] = reason

    def end(self) -> None:
        self._queue.put(None)

    def frames(self) -> Iterator[Stamped]:
        while (batch := self._queue.get()) is not None:
            at, bus, frames = batch
            for key, data in frames:
                yield Stamped(at, bus, key, data if self._mask is None else self._mask.mask(bus, key, data))


async def record_buses(
    specs: list[BusSpec], target: Path, kind: Format, ended: asyncio.Event, mask: VinMask | None = None
) -> tuple[int, dict[str, str]]:
    """Until ``ended``. Returns how many frames were written, and why buses are away. Raises RecordingError or OSError."""
    lines = _Lines([spec.name for spec in specs], mask)
    loop = asyncio.get_running_loop()
    feeds = [loop.create_task(BusFeed(spec).run(lines.hear, lines.changed)) for spec in specs]

    def write() -> int:
        with replacing(target) as scratch:
            count = write_recording(scratch, kind, lines.frames())
            if not count:
                reasons = [f"; bus {bus}: {reason}" for bus, reason in lines.lost.items() if reason]
                raise RecordingError("Nothing came from the bus; no file was made" + "".join(reasons))
            return count

    writing: asyncio.Future[int] = loop.run_in_executor(None, write)
    waiting: asyncio.Future[bool] = loop.create_task(ended.wait())
    try:
        both: set[asyncio.Future[Any]] = {writing, waiting}
        await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
    finally:
        waiting.cancel()
        for feed in feeds:
            feed.cancel()
        await asyncio.gather(waiting, *feeds, return_exceptions=True)
        lines.end()
    return await writing, {bus: reason for bus, reason in lines.lost.items() if reason}
