"""Plays a recording through a profile's rules and keeps what each path did."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from backends.vehicle.binding import BoundRead, bind_reads
from backends.vehicle.check.report import Report
from backends.vehicle.dbc.model import Database
from backends.vehicle.defs import Quality, Scalar
from backends.vehicle.e2e import protection
from backends.vehicle.errors import LogError, MappingError
from backends.vehicle.learn.traffic import Traffic, traffic_of
from backends.vehicle.profile import Profile
from backends.vehicle.replay.logs import LogFrame, read_log
from backends.vehicle.slots import Slot, SlotTable
from backends.vehicle.vehicle import compile_handlers

__all__ = ["Evidence", "PathFigures", "assign", "play"]


@dataclass(slots=True)
class PathFigures:
    """What a path did: one sample a frame. ``times`` and ``values`` hold the samples that were valid numbers."""

    frames: int = 0
    valid: int = 0
    changes: int = 0
    first: Scalar | None = None
    last: Scalar | None = None
    words: Counter[str] = field(default_factory=Counter)
    times: array[float] = field(default_factory=lambda: array("d"))
    values: array[float] = field(default_factory=lambda: array("d"))

    def take(self, now: float, value: Scalar | None, valid: bool) -> None:
        self.frames += 1
        if not valid or value is None:
            return
        self.valid += 1
        if self.first is None:
            self.first = value
        elif value != self.last:
            self.changes += 1
        self.last = value
        if isinstance(value, str):
            self.words[value] += 1
        else:
            self.times.append(now)
            self.values.append(value)

    def series(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        return np.frombuffer(self.times), np.frombuffer(self.values)

    @property
    def quality(self) -> float:
        """Share of samples that were valid."""
        return self.valid / self.frames if self.frames else 0.0


@dataclass(slots=True)
class Evidence:
    """A recording as a profile sees it. ``channels``: which bus each channel was taken for; None for one that is no bus of it."""

    log: Path
    frames: int = 0
    duration_s: float = 0.0
    paths: dict[str, PathFigures] = field(default_factory=dict)
    channels: dict[str, str | None] = field(default_factory=dict)
    unknown: Counter[tuple[str, int]] = field(default_factory=Counter)
    protected: dict[tuple[str, int], tuple[int, int]] = field(default_factory=dict)
    """Frames of each protected message, and how many had a wrong check value or length."""
    traffic: dict[str, Traffic] = field(default_factory=dict)
    cut: str = ""


def assign(frames: Iterable[LogFrame], databases: dict[str, Database]) -> dict[str, str | None]:
    """Which bus each channel is: by its name, else the one whose description knows most of its frames, with their lengths.

    None for a channel that another one fits much better: identifiers of different buses coincide.
    """
    counts: dict[str, Counter[tuple[int, int]]] = {}
    for frame in frames:
        counts.setdefault(frame.channel, Counter())[frame.key, len(frame.data)] += 1
    found: dict[str, str | None] = {}
    shares: dict[str, float] = {}
    for channel, kinds in counts.items():
        known = {bus: _share(kinds, database) for bus, database in databases.items()}
        best = channel if channel in databases else max(known, key=lambda bus: known[bus])
        found[channel], shares[channel] = best, known[best]
    for channel, bus in list(found.items()):
        rivals = [other for other, theirs in found.items() if theirs == bus and other != channel]
        if any(shares[channel] < 0.5 * shares[other] for other in rivals) and channel != bus:
            found[channel] = None
    return found


def _share(kinds: Counter[tuple[int, int]], database: Database) -> float:
    """Share of frames that the description knows, in this length."""
    known = sum(n for (key, size), n in kinds.items() if key in database.by_key and database.by_key[key].length == size)
    return known / kinds.total()


def play(profile: Profile, report: Report, log: Path) -> Evidence:
    """Decode a whole recording. Raises LogError when nothing in it can be used."""
    evidence = Evidence(log)
    frames: list[LogFrame] = []
    try:
        frames.extend(read_log(log))
    except LogError as error:
        if not frames:
            raise
        evidence.cut = str(error)
    evidence.channels = assign(frames, report.databases)
    evidence.frames, evidence.duration_s = len(frames), frames[-1].time_s if frames else 0.0
    for bus in report.databases:
        mine = [frame for frame in frames if evidence.channels[frame.channel] == bus]
        if mine:
            evidence.traffic[bus] = traffic_of(mine, log)
    _decode(profile, report, evidence, frames)
    _protections(report, evidence)
    return evidence


def _decode(profile: Profile, report: Report, evidence: Evidence, frames: list[LogFrame]) -> None:
    assert report.mapping is not None
    table = SlotTable()
    bound, protected, _ = bind_reads(report.mapping, report.databases, report.meta, table, profile.side)
    handlers, _ = compile_handlers(bound, protected, table)
    slots = _slots(bound)
    evidence.paths = {read.rule.path: PathFigures() for read in bound}
    for frame in frames:
        bus = evidence.channels[frame.channel]
        if bus is None:
            continue
        handle = handlers[bus].get(frame.key) if bus in handlers else None
        if handle is None:
            if frame.key not in report.databases[bus].by_key:
                evidence.unknown[bus, frame.key] += 1
            continue
        now = frame.time_s + 1  # cells take 0 for "never seen"
        handle(frame.data, now)
        for slot in slots[bus, frame.key]:
            if slot.cells and slot.cells[-1].seen != now:
                continue  # another branch of a multiplexed message
            evidence.paths[slot.path].take(frame.time_s, slot.value, slot.quality is Quality.VALID)


def _slots(bound: list[BoundRead]) -> dict[tuple[str, int], list[Slot]]:
    slots: dict[tuple[str, int], list[Slot]] = {}
    for read in bound:
        for part in read.inputs:
            slots.setdefault((part.bus, part.message.key), [])
        # A formula over several messages has a value once the last of them has come.
        last = read.inputs[-1]
        slots[last.bus, last.message.key].append(read.slot)
    return slots


def _protections(report: Report, evidence: Evidence) -> None:
    for (bus, key), e2e in report.protected.items():
        stream = evidence.traffic[bus].streams.get(key) if bus in evidence.traffic else None
        if stream is None:
            continue
        message = report.databases[bus].by_key[key]
        try:
            bound = protection(e2e, message)
        except MappingError:
            continue
        if stream.length != message.length:
            evidence.protected[bus, key] = (stream.count, stream.count)
            continue
        bad = sum(not bound.sound(row.tobytes()) for row in stream.data)
        evidence.protected[bus, key] = (stream.count + stream.odd, bad + stream.odd)
