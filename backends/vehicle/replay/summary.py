"""What a recording holds, path by path, so that any log can be judged without a screen."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from backends.vehicle.binding import bind_reads
from backends.vehicle.catalogue import catalogue, with_overlay
from backends.vehicle.dbc.load import load_database
from backends.vehicle.dbc.model import Database
from backends.vehicle.defs import Scalar
from backends.vehicle.errors import LogError, Problem, ProfileError
from backends.vehicle.mapping import Mapping, read_mapping
from backends.vehicle.profile import Profile
from backends.vehicle.replay.logs import read_log
from backends.vehicle.replay.routes import Routes
from backends.vehicle.slots import Slot, SlotTable
from backends.vehicle.vehicle import compile_handlers

__all__ = ["Summary", "channels_of", "summarise"]

_SAMPLE_FRAMES = 5000
_LEAST_SCORE = 0.02
"""Identifiers of different makes coincide now and then; a profile that fits scores several times this."""


@dataclass(slots=True)
class _Figures:
    count: int = 0
    changes: int = 0
    low: float | None = None
    high: float | None = None
    first: Scalar | None = None
    last: Scalar | None = None

    def take(self, value: Scalar) -> None:
        if self.first is None:
            self.first = value
        self.last = value
        self.changes += 1
        if not isinstance(value, str):
            self.low = value if self.low is None else min(self.low, value)
            self.high = value if self.high is None else max(self.high, value)


@dataclass(slots=True)
class Summary:
    """``paths``: count of frames that gave a value, changes among them, min, max (None for words), first and last."""

    paths: dict[str, dict[str, Any]]
    frames: int
    duration_s: float
    problems: list[Problem]
    cut: str = ""


def summarise(
    log: Path, dbc: Path | None = None, mapping: Path | None = None, profile: Profile | None = None
) -> Summary:
    """Play a recording through the decoder as fast as it goes. Raises LogError when nothing could be played."""
    if profile is None:
        if dbc is None or mapping is None:
            raise ProfileError("name a vehicle profile, or both --dbc and --mapping")
    else:
        mapping = mapping or profile.mapping_file
    rules = read_mapping(mapping).without(profile.without if profile is not None else ())
    databases, bus_of = _buses(log, dbc, profile, rules)
    table = SlotTable()
    side = profile.side if profile is not None else "lhd"
    bound, protected, problems = bind_reads(rules, databases, with_overlay(catalogue(), rules.overlay), table, side)
    handlers, uncompiled = compile_handlers(bound, protected, table)
    unread = [problem for database in databases.values() for problem in database.problems]
    problems = [*unread, *rules.problems, *problems, *(Problem(mapping, 0, text) for text in uncompiled)]
    figures: dict[str, _Figures] = {}
    slots: dict[tuple[str, int], list[Slot]] = {(bus, key): [] for bus, by_key in handlers.items() for key in by_key}
    for read in bound:
        slots[read.inputs[-1].bus, read.inputs[-1].message.key].append(read.slot)
    frames, duration, cut = 0, 0.0, ""
    try:
        for frame in read_log(log, problems):
            frames += 1
            duration = frame.time_s
            bus = bus_of(frame.channel)
            if bus is None or bus not in handlers:
                continue
            key = handlers[bus].own(frame.key)
            handle = handlers[bus].get(key)
            if handle is None:
                continue
            now = frame.time_s + 1  # cells take 0 for "never seen"
            handle(frame.data, now)
            for slot in table.dirty:
                slot.dirty = False
                if slot.quality.has_value and slot.value is not None:
                    figures.setdefault(slot.path, _Figures()).take(slot.value)
            table.dirty.clear()
            for slot in slots[bus, key]:
                if slot.quality.has_value and all(cell.seen == now for cell in slot.cells[-1:]):
                    figures[slot.path].count += 1
    except LogError as error:
        if not frames:
            raise
        cut = str(error)
    return Summary({path: _told(found) for path, found in sorted(figures.items())}, frames, duration, problems, cut)


def _buses(
    log: Path, dbc: Path | None, profile: Profile | None, rules: Mapping
) -> tuple[dict[str, Database], Callable[[str], str | None]]:
    """Descriptions by bus, and which bus a channel is. One description alone is for all channels."""
    if profile is not None and dbc is None and len(profile.buses) > 1:
        routes = Routes(profile.buses)
        routes.settle(channels_of(log))
        return {name: load_database(profile.dbc_file(name)) for name in profile.buses}, routes.bus
    rules.reads = [replace(rule, bus="") for rule in rules.reads]
    if dbc is None:
        assert profile is not None
        dbc = profile.dbc_file(next(iter(profile.buses)))
    return {"log": load_database(dbc)}, lambda _: "log"


def channels_of(log: Path) -> set[str]:
    """Channels seen near the beginning of a recording."""
    found: set[str] = set()
    with suppress(LogError):
        found.update(frame.channel for frame in islice(read_log(log), _SAMPLE_FRAMES))
    return found


def _told(figures: _Figures) -> dict[str, Any]:
    return {
        "count": figures.count,
        "changes": figures.changes,
        "min": figures.low,
        "max": figures.high,
        "first": figures.first,
        "last": figures.last,
    }
