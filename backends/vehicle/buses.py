"""The buses of a vehicle while they run: their feeds, the state of each, and what is said of them together.

A bus is ``down`` (it cannot be opened), ``up`` (frames come), ``silent`` (it is open, nothing comes) or ``bus_off`` (too many
errors on its wire). Of several buses together the best is told: what one still brings is worth showing, and the values of the
other say themselves that they are stale, then gone; a notice names the one that is lost.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from functools import partial

from backends.vehicle.dbc.model import EXTENDED
from backends.vehicle.errors import BusError
from backends.vehicle.feed import Feed
from backends.vehicle.ports import Frame

__all__ = ["SILENT_AFTER_S", "Buses"]

SILENT_AFTER_S = 1.0
_RECOVERED_S = 5.0
"""A bus that was up for so long has recovered: when it is lost then, that is news again."""
_BEST_FIRST = ("up", "silent", "bus_off", "down")
_logger = logging.getLogger(__name__)


class Buses:
    """Runs the feeds of one vehicle.

    ``deliver`` takes (bus, frames), ``changed`` is told that `states` differ, ``lost`` (bus, reason, news) that a bus is away;
    news is False while it keeps coming and going.
    """

    def __init__(
        self,
        feeds: Mapping[str, Feed],
        *,
        deliver: Callable[[str, list[Frame]], None],
        changed: Callable[[], None],
        lost: Callable[[str, str, bool], None],
    ) -> None:
        self.feeds = dict(feeds)
        self.states: dict[str, str] = dict.fromkeys(feeds, "down")
        self._deliver, self._changed, self._lost = deliver, changed, lost
        self._heard_at: dict[str, float] = {}
        self._opened_at: dict[str, float] = {}
        self._told: set[str] = set()
        self._tasks: list[asyncio.Task[None]] = []
        self._watch: asyncio.TimerHandle | None = None

    @property
    def state(self) -> str:
        """The best of all buses."""
        return next((state for state in _BEST_FIRST if state in self.states.values()), "down")

    def open(self, bus: str) -> bool:
        """Whether frames can be put on this bus."""
        return self.states.get(bus) in ("up", "silent")

    def start(self) -> None:
        """Begin to listen; needs a running loop."""
        self._tasks = [asyncio.create_task(feed.run(self._take, self._bus_changed)) for feed in self.feeds.values()]
        for name, task in zip(self.feeds, self._tasks, strict=True):
            task.add_done_callback(partial(self._ended, name))

    async def stop(self) -> None:
        """End all feeds."""
        if self._watch is not None:
            self._watch.cancel()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks = []

    def send(self, bus: str, key: int, data: bytes) -> None:
        """Put a frame on a bus. Raises BusError when it is away."""
        feed = self.feeds.get(bus)
        if feed is None:
            raise BusError("The vehicle's bus is away")
        feed.send(key, data)

    def _take(self, bus: str, frames: list[Frame]) -> None:
        self._deliver(bus, frames)
        if frames and all(_of_a_tester(key) for key, _ in frames):
            return  # our own diagnostics asking into the silence: no sign of a car
        self._heard_at[bus] = asyncio.get_running_loop().time()
        if self.states[bus] == "silent":
            self._set(bus, "up")
            self._look()

    def _bus_changed(self, bus: str, reason: str) -> None:
        now = asyncio.get_running_loop().time()
        if not reason:
            self._opened_at[bus] = now
            self._set(bus, "silent")
            return
        opened_at = self._opened_at.pop(bus, None)
        if opened_at is not None and now - opened_at >= _RECOVERED_S:
            self._told.discard(bus)
        news = bus not in self._told
        self._told.add(bus)
        self._set(bus, "bus_off" if "bus is off" in reason else "down")
        self._lost(bus, reason, news)

    def _set(self, bus: str, state: str) -> None:
        if self.states[bus] != state:
            self.states[bus] = state
            self._changed()

    def _look(self) -> None:
        """Looks about once a second, while any bus is up, whether something came."""
        loop = asyncio.get_running_loop()
        if self._watch is not None:
            self._watch.cancel()
            self._watch = None
        due = None
        for bus in [bus for bus, state in self.states.items() if state == "up"]:
            silent_at = self._heard_at[bus] + SILENT_AFTER_S
            if loop.time() >= silent_at:
                self._set(bus, "silent")
            else:
                due = silent_at if due is None else min(due, silent_at)
        if due is not None:
            self._watch = loop.call_at(due + 0.01, self._look)

    def _ended(self, bus: str, task: asyncio.Task[None]) -> None:
        """A feed runs until it is cancelled; anything else is our own mistake and must not pass in silence."""
        if not task.cancelled() and (error := task.exception()) is not None:
            _logger.error("feed ended bus=%s", bus, exc_info=error)
            self._bus_changed(bus, "The feed ended by a mistake of ours")


def _of_a_tester(key: int) -> bool:
    """A request of ISO 15765-4: from a diagnostic tester, never from the car."""
    if key & EXTENDED:
        identifier = key & 0x1FFF_FFFF
        return identifier == 0x18DB_33F1 or identifier & 0x1FFF_00FF == 0x18DA_00F1
    return key == 0x7DF or 0x7E0 <= key <= 0x7E7
