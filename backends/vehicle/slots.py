"""The table of current values: one slot a path, with its quality, and the freshness of the messages behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from backends.vehicle.catalogue import Meta
from backends.vehicle.defs import Lane, Quality, Scalar

__all__ = ["Cell", "Slot", "SlotTable"]

_STALE_PERIODS, _STALE_FLOOR_S = 3, 0.25
_GONE_PERIODS, _GONE_FLOOR_S = 10, 1.0
_UNKNOWN_PERIOD_S = 0.3
_LEARN_FRAMES = 8


class Cell:
    """When a message (or one branch of a multiplexed one) was last seen. ``seen`` is 0 until the first frame."""

    __slots__ = (
        "_first", "_patience_for", "_patience_s", "_period_s", "count", "counts", "forgets", "name", "seen", "slots",
    )  # fmt: skip

    def __init__(self, name: str, period_s: float | None, counts: bool = False) -> None:
        self.name = name
        self.seen = 0.0
        self.count = 0
        self.counts = counts
        self.slots: list[Slot] = []
        self.forgets: list[Callable[[], None]] = []
        self._period_s = period_s
        self._first = 0.0
        self._patience_for = -1.0
        self._patience_s = 0.0

    @property
    def period_s(self) -> float:
        """The period the file names, else the mean of what was seen, else a cautious guess."""
        if self._period_s is None and self.counts and self.seen:
            if not self._first:
                self._first, self.count = self.seen, 0
            elif self.count >= _LEARN_FRAMES:
                self._period_s = (self.seen - self._first) / self.count
        return _UNKNOWN_PERIOD_S if self._period_s is None else self._period_s

    def patience_s(self, period_s: float) -> float:
        """How late its frames may be before any of its slots minds."""
        if period_s != self._patience_for:
            self._patience_for = period_s
            self._patience_s = min((slot.stale_after_s(period_s) for slot in self.slots), default=_GONE_FLOOR_S)
        return self._patience_s

    @property
    def learning(self) -> bool:
        """True while somebody should time its frames and call `learn`."""
        return self._period_s is None and not self.counts

    def learn(self, period_s: float) -> None:
        """The period that was found."""
        self._period_s = period_s


class Slot:
    """One path. `time` is the monotonic second of the last change of value or quality."""

    __slots__ = (
        "cells", "deadband", "dirty", "interval_s", "lane", "meta", "path", "published_at", "quality", "stale_s",
        "table", "time", "value",
    )  # fmt: skip

    def __init__(self, table: SlotTable, meta: Meta, lane: Lane) -> None:
        self.table = table
        self.meta = meta
        self.path = meta.path
        self.lane = lane
        self.value: Scalar | None = None
        self.quality = Quality.NEVER
        self.time = 0.0
        self.deadband = 0.0
        self.interval_s = 0.0
        self.stale_s: float | None = None
        self.cells: list[Cell] = []
        self.dirty = False
        self.published_at = 0.0

    def store(self, value: Scalar, now: float) -> None:
        """A valid value. A change smaller than the deadband is none."""
        if self.quality is Quality.VALID:
            old = self.value
            if value == old:
                return
            if self.deadband and abs(value - old) < self.deadband:  # type: ignore[operator]  # deadbands are for numbers only
                return
        else:
            self.quality = Quality.VALID
        self.value = value
        self.time = now
        if not self.dirty:
            self.dirty = True
            self.table.dirty.append(self)

    def degrade(self, quality: Quality, now: float) -> None:
        """Anything but a valid value; only a stale one is kept."""
        if self.quality is quality or (quality is Quality.STALE and self.quality is not Quality.VALID):
            return
        self.quality = quality
        if not quality.has_value:
            self.value = None
        self.time = now
        if not self.dirty:
            self.dirty = True
            self.table.dirty.append(self)

    def seen_at(self) -> float:
        """When the oldest message behind it was last seen; the time of its last change without one."""
        return min((cell.seen for cell in self.cells), default=self.time)

    def stale_after_s(self, period_s: float) -> float:
        """How long its message may be late: three periods, at least 250 ms, unless the mapping says otherwise."""
        return max(_STALE_PERIODS * period_s, _STALE_FLOOR_S) if self.stale_s is None else self.stale_s

    def gone_after_s(self, period_s: float) -> float:
        """How long until the old value says nothing any more."""
        return max(_GONE_PERIODS * period_s, _GONE_FLOOR_S, 2 * self.stale_after_s(period_s))


class SlotTable:
    """All slots of a vehicle by path. `dirty` lists those changed since somebody last cleared it; it stays the same list."""

    def __init__(self) -> None:
        self.slots: dict[str, Slot] = {}
        self.cells: list[Cell] = []
        self.dirty: list[Slot] = []

    def slot(self, meta: Meta, lane: Lane = Lane.DISPLAY) -> Slot:
        """The slot of a path, made when it is not there yet."""
        found = self.slots.get(meta.path)
        if found is None:
            found = self.slots[meta.path] = Slot(self, meta, lane)
        return found

    def cell(self, name: str, period_s: float | None, counts: bool = False) -> Cell:
        """A new cell; ``counts`` makes every frame counted, for branches whose pace nobody can time from outside."""
        cell = Cell(name, period_s, counts)
        self.cells.append(cell)
        return cell

    def match(self, pattern: str) -> Iterable[Slot]:
        """The slot of a path, or all of a branch when the pattern ends with ``.*``."""
        if not pattern.endswith(".*"):
            return [self.slots[pattern]] if pattern in self.slots else []
        prefix = pattern[:-1]
        return [slot for path, slot in self.slots.items() if path.startswith(prefix)]

    def shift(self, seconds: float) -> None:
        """Time stood still for so long: nothing has become later by it."""
        for cell in self.cells:
            if cell.seen:
                cell.seen += seconds

    def age(self, now: float) -> float | None:
        """Mark what is late. Returns when to look again, or None while nothing can become late."""
        soonest: float | None = None
        for cell in self.cells:
            if not cell.seen:
                continue
            period = cell.period_s
            late = now - cell.seen
            patience = cell.patience_s(period)
            if late < patience:
                soonest = cell.seen + patience if soonest is None else min(soonest, cell.seen + patience)
                continue
            turned = False
            for slot in cell.slots:
                if slot.quality in (Quality.NEVER, Quality.NOT_AVAILABLE) and late > slot.gone_after_s(period):
                    continue
                stale, gone = slot.stale_after_s(period), slot.gone_after_s(period)
                if late >= gone:
                    slot.degrade(Quality.NOT_AVAILABLE, now)
                    turned = True
                    continue
                if late >= stale and slot.quality is Quality.VALID:
                    slot.degrade(Quality.STALE, now)
                    turned = True
                due = cell.seen + (gone if late >= stale else stale)
                soonest = due if soonest is None or due < soonest else soonest
            if turned:
                for forget in cell.forgets:
                    forget()
        return soonest
