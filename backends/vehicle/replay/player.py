"""A recording played as if it were the car's buses: at any speed, with pause, loop, going to any moment, and marks."""

from __future__ import annotations

import asyncio
import logging
from bisect import bisect_right
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from backends.vehicle.errors import BusError
from backends.vehicle.feed import Changed, Deliver, Feed
from backends.vehicle.ports import Frame
from backends.vehicle.replay.blocks import Block
from backends.vehicle.replay.marks import Marks
from backends.vehicle.replay.routes import Routes
from backends.vehicle.replay.spool import Spool

__all__ = ["MAX_SPEED", "MIN_SPEED", "PlayedBus", "ReplayFeed"]

MIN_SPEED, MAX_SPEED = 0.1, 1000.0
_GRAIN_S = 0.004
"""Frames due within this time go together, so that a busy recording does not wake the loop for every frame."""
_TELL_S = 0.25
"""How often the position is told while it moves."""
_HOLD_S = 0.2
"""In a pause the car is held as it is: so often its values are told to be as fresh as they were."""
_REST_S = 0.005
"""The reading thread's pause after each 2,000 frames, while the recording is played in its own time."""
_AT_ONCE = 500
_logger = logging.getLogger(__name__)


class PlayedBus(Feed):
    """A further bus of a recording; its frames come through the `ReplayFeed` of the first."""

    def __init__(self, name: str) -> None:
        self.name = name

    def send(self, key: int, data: bytes) -> None:
        raise BusError("A recording takes no requests")

    async def run(self, deliver: Deliver, changed: Changed) -> None:
        changed(self.name, "")
        await asyncio.Event().wait()


class ReplayFeed(Feed):
    """Plays ``path``. ``speed`` is a factor; 0 plays as fast as it can be read. The recording stays open at its end."""

    def __init__(
        self,
        name: str,
        path: Path,
        *,
        speed: float = 1.0,
        loop: bool = False,
        routes: Routes | None = None,
        ended: Callable[[str], None] | None = None,
        told: Callable[[dict[str, Any]], None] | None = None,
        held: Callable[[float], None] = lambda _: None,
    ) -> None:
        """``ended`` is told of each end (and what was wrong with the recording), ``told`` of each change of `state`, ``held``
        of seconds for which time stood still."""
        self.name = name
        self._path = path
        self._speed = speed
        self._loop = loop
        self._routes = routes
        self._ended = ended
        self._told = told
        self._held = held
        self._paused = False
        self._position_s = 0.0
        self._anchor: tuple[float, float] | None = None
        self._goto: float | None = None
        self._marks = Marks(path)
        self._moved = asyncio.Event()
        self._spool: Spool | None = None
        self._lacking: set[str] = set()
        self._said = ""
        self._told_at = 0.0

    def send(self, key: int, data: bytes) -> None:
        raise BusError("A recording takes no requests")

    @property
    def state(self) -> dict[str, Any]:
        """file, position_s, length_s (of what is read so far), speed, paused, loop, marks; read: whether all of it is read."""
        spool = self._spool
        return {
            "file": str(self._path),
            "position_s": round(self._position_s, 3),
            "length_s": round(spool.length_s, 3) if spool else 0.0,
            "speed": self._speed,
            "paused": self._paused,
            "loop": self._loop,
            "marks": list(self._marks.seconds),
            "read": bool(spool and spool.complete),
        }

    def control(self, action: str, value: float) -> None:
        """See ControlReplay of org.pillion.Vehicle1. Raises ValueError for what makes no sense."""
        self._position_s = self._now()
        match action:
            case "play":
                self._paused = False
            case "pause":
                self._paused = True
            case "seek":
                if not value >= 0:
                    raise ValueError("seek takes seconds from the beginning")
                self._goto = value
            case "speed":
                if value != 0 and not MIN_SPEED <= value <= MAX_SPEED:
                    raise ValueError(
                        f"speed takes a factor from {MIN_SPEED:g} to {MAX_SPEED:g}, or 0 for as fast as it goes"
                    )
                self._speed = value
            case "loop":
                self._loop = bool(value)
            case "mark" | "unmark":
                self._marks.change(action, value)
            case _:
                raise ValueError(f"there is no {action}; there are play, pause, seek, speed, loop, mark, unmark")
        if self._anchor is not None:
            self._settle(self._position_s)
        self._moved.set()
        self._tell()

    # -- playing -----------------------------------------------------------------------------------------------------

    async def run(self, deliver: Deliver, changed: Changed) -> None:
        loop = asyncio.get_running_loop()
        await self._marks.load()
        spool = self._spool = await asyncio.to_thread(Spool, self._path)

        def grown() -> None:
            loop.call_soon_threadsafe(self._moved.set)

        reading = loop.run_in_executor(None, spool.fill, grown, _REST_S if self._speed else 0.0)
        changed(self.name, "")
        try:
            await self._play(spool, deliver)
        finally:
            spool.stop()
            await asyncio.wait({reading})
            await self._marks.kept()
            spool.close()

    async def _play(self, spool: Spool, deliver: Deliver) -> None:
        number, row = 0, 0
        block: Block | None = None
        self._settle(0.0)
        while True:
            self._moved.clear()
            if self._goto is not None and (spool.complete or spool.length_s > self._goto):
                position = min(self._goto, spool.length_s)
                self._goto, block = None, None
                number, row = spool.find(position)
                self._settle(position)
            if block is None and number < len(spool):
                block = spool.block(number)
            if self._goto is not None or self._paused or (block is None and not spool.complete):
                await self._hold(deliver)  # until the reader, or somebody, goes on
                self._settle(self._position_s)
            elif block is None:
                number, row = await self._end(spool, number, row)
            else:
                row = await self._step(spool, block, row, deliver)
                if row == len(block):
                    number, row, block = number + 1, 0, None

    async def _step(self, spool: Spool, block: Block, row: int, deliver: Deliver) -> int:
        """Deliver what is due, or wait for it. Returns the row that is next."""
        times = block.times
        if not self._speed:
            end = min(row + _AT_ONCE, len(times))
        else:
            now = self._now()
            end = bisect_right(times, now + _GRAIN_S * self._speed, row)
            if end == row:
                self._position_s = now
                await self._wait((times[row] - now) / self._speed)
                return row
        self._hand_on(spool, block, row, end, deliver)
        self._position_s = times[end - 1]
        if not self._speed:
            self._settle(self._position_s)
            self._tell_sometimes()
            await asyncio.sleep(0)
        return end

    async def _end(self, spool: Spool, number: int, row: int) -> tuple[int, int]:
        """The recording is over: again from its beginning, or stay."""
        self._position_s = spool.length_s
        again = self._loop and len(spool) > 0
        news, self._said = spool.told != self._said, spool.told
        if spool.told and news:
            _logger.warning("recording %s", spool.told)
        if self._ended is not None and (not again or (spool.told and news)):
            self._ended(spool.told)
        if again:
            self._settle(0.0)
            await asyncio.sleep(0)
            return 0, 0
        self._paused = True
        self._tell()
        while self._paused and self._goto is None:
            await self._moved.wait()
            self._moved.clear()
        if self._goto is None:
            self._goto = 0.0
        self._moved.set()
        return number, row

    async def _hold(self, deliver: Deliver) -> None:
        """Wait for something to change; the buses stay up meanwhile and nothing gets older."""
        buses = [self.name] if self._routes is None else self._routes.buses
        clock = asyncio.get_running_loop().time
        while not self._moved.is_set():
            began = clock()
            await self._wait(_HOLD_S)
            self._held(clock() - began)
            for bus in buses:
                deliver(bus, [])

    async def _wait(self, seconds: float | None) -> None:
        """Until then, or until something changed; the position is told meanwhile."""
        self._tell_sometimes()
        try:
            async with asyncio.timeout(seconds):
                await self._moved.wait()
        except TimeoutError:
            pass

    def _hand_on(self, spool: Spool, block: Block, first: int, last: int, deliver: Deliver) -> None:
        by_bus: dict[str, list[Frame]] = {}
        buses: Mapping[int, str | None] = self._channels(spool)
        for _, channel, key, data in block.rows(first, last):
            bus = buses[channel]
            if bus is not None:
                by_bus.setdefault(bus, []).append((key, data))
        for bus, frames in by_bus.items():
            deliver(bus, frames)

    def _channels(self, spool: Spool) -> dict[int, str | None]:
        names = list(spool.channels)
        if self._routes is None:
            return dict.fromkeys(range(len(names)), self.name)
        self._routes.settle(names)
        found = {number: self._routes.bus(name) for number, name in enumerate(names)}
        for number, name in enumerate(names):
            if found[number] is None and name not in self._lacking:
                self._lacking.add(name)
                _logger.warning(
                    "channel left out recording=%s channel=%s: it is no bus of the vehicle", self._path, name
                )
        return found

    # -- time --------------------------------------------------------------------------------------------------------

    def _now(self) -> float:
        """The position now."""
        if self._anchor is None or self._paused or not self._speed or self._goto is not None:
            return self._position_s
        at, position = self._anchor
        return position + (asyncio.get_running_loop().time() - at) * self._speed

    def _settle(self, position_s: float) -> None:
        """From here on time runs from this position."""
        self._position_s = position_s
        self._anchor = (asyncio.get_running_loop().time(), position_s)

    def _tell_sometimes(self) -> None:
        if asyncio.get_running_loop().time() - self._told_at >= _TELL_S:
            self._tell()

    def _tell(self) -> None:
        self._told_at = asyncio.get_running_loop().time()
        if self._told is not None:
            self._told(self.state)
