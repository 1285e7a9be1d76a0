"""Change sets: what changed, on the lane it belongs to, and only for paths somebody follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import count
from typing import Any

from backends.vehicle.defs import Lane
from backends.vehicle.slots import Slot, SlotTable

__all__ = ["Change", "Publisher"]

Change = tuple[str, Any, str, float]
"""Path, value (an empty string when there is none), quality, monotonic second of the change."""

Emit = Callable[[Lane, list[Change]], bool]
"""Sends a change set; False when it could not be taken now."""


class Publisher:
    """Collects changes a lane, and sends each lane no more often than its period. The owner calls `flush` at `due`."""

    def __init__(self, table: SlotTable, emit: Emit) -> None:
        self._table = table
        self._emit = emit
        self._ids = count(1)
        self._subscriptions: dict[int, tuple[str, frozenset[str]]] = {}
        self._followed: frozenset[str] = frozenset()
        self._waiting: dict[Lane, dict[str, Slot]] = {lane: {} for lane in Lane}
        self._sent_at = dict.fromkeys(Lane, float("-inf"))
        self.due: float | None = None

    def subscribe(self, caller: str, paths: Iterable[str]) -> int:
        """Follow these paths (no patterns) for a caller; the number ends it."""
        number = next(self._ids)
        self._subscriptions[number] = (caller, frozenset(paths))
        self._recount()
        return number

    def unsubscribe(self, number: int, caller: str) -> bool:
        """False when the caller has no such subscription."""
        owner, _ = self._subscriptions.get(number, ("", frozenset()))
        if owner != caller:
            return False
        del self._subscriptions[number]
        self._recount()
        return True

    def drop(self, caller: str) -> None:
        """Forget a caller that has left."""
        self._subscriptions = {n: entry for n, entry in self._subscriptions.items() if entry[0] != caller}
        self._recount()

    def _recount(self) -> None:
        self._followed = frozenset[str]().union(*(paths for _, paths in self._subscriptions.values()))

    def collect(self, now: float) -> None:
        """Take the table's dirty slots and send what may go now."""
        dirty = self._table.dirty
        followed = self._followed
        for slot in dirty:
            slot.dirty = False
            if slot.path in followed:
                self._waiting[slot.lane][slot.path] = slot
        dirty.clear()
        self.flush(now)

    def flush(self, now: float) -> None:
        """Send every lane whose time has come, and set `due` for the rest."""
        self.due = None
        for lane, waiting in self._waiting.items():
            if not waiting:
                continue
            ready_at = self._sent_at[lane] + lane.period_s
            if ready_at > now:
                self._later(ready_at)
                continue
            self._send(lane, waiting, now)

    def _send(self, lane: Lane, waiting: dict[str, Slot], now: float) -> None:
        ready: list[Slot] = []
        for slot in list(waiting.values()):
            free_at = slot.published_at + slot.interval_s
            if slot.interval_s and free_at > now:
                self._later(free_at)  # the trailing edge of interval_ms is sent, not lost
            elif slot.path in self._followed:
                ready.append(slot)
            else:
                del waiting[slot.path]
        if not ready:
            return
        changes = [(s.path, "" if s.value is None else s.value, s.quality.value, s.time) for s in ready]
        self._sent_at[lane] = now
        if not self._emit(lane, changes):
            self._later(now + max(lane.period_s, Lane.DISPLAY.period_s))
            return
        for slot in ready:
            slot.published_at = now
            del waiting[slot.path]

    def _later(self, when: float) -> None:
        if self.due is None or when < self.due:
            self.due = when
