"""A vehicle of a profile: from frames to values, restrictions and change sets. No loop and no clock: time is given.

`Vehicle.feed` takes frames, `Vehicle.tick` looks at the time; both return nothing and set `due`, when to tick next.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from backends.vehicle.binding import BoundRead, bind_reads
from backends.vehicle.catalogue import Meta, catalogue, with_overlay
from backends.vehicle.dbc.load import load_database
from backends.vehicle.dbc.model import Database, DbcMessage
from backends.vehicle.decoder import Handler, compile_message, learning
from backends.vehicle.defs import GEAR_REVERSE, Lane, Quality
from backends.vehicle.derived import Derived
from backends.vehicle.e2e import E2E, protection
from backends.vehicle.errors import MappingError, Problem
from backends.vehicle.intake import Handlers
from backends.vehicle.keys import CanKey, CanKnob, profile_keys
from backends.vehicle.mapping import Mapping as VssMapping
from backends.vehicle.mapping import read_mapping
from backends.vehicle.ports import Frame
from backends.vehicle.profile import Profile
from backends.vehicle.publisher import Emit, Publisher
from backends.vehicle.restrictions import Reading, Restrictor, restrictions
from backends.vehicle.slots import SlotTable
from backends.vehicle.warning.rules import read_rules
from backends.vehicle.writeplan import WritePlan, bind_writes
from backends.vehicle.writer import Outcome, Send, Writer

__all__ = ["GEAR", "PARKING_BRAKE", "REVERSE_VIEW", "SPEED", "Vehicle", "compile_handlers"]

SPEED = "Vehicle.Speed"
GEAR = "Vehicle.Powertrain.Transmission.SelectedGear"
PARKING_BRAKE = "Vehicle.Chassis.ParkingBrake.IsEngaged"
REVERSE_VIEW = "Vehicle.Private.ReverseView"

_LEAVE_REVERSE_S = 0.5
"""Shuffling R-N-R must not make the rear view flicker."""


def compile_handlers(
    bound: list[BoundRead], protected: Mapping[tuple[str, int], E2E], table: SlotTable
) -> tuple[dict[str, Handlers], list[str]]:
    """Handlers by bus and frame key, and what could not be compiled."""
    by_message: dict[tuple[str, int], tuple[DbcMessage, list[BoundRead]]] = {}
    for read in bound:
        for part in read.inputs:
            reads = by_message.setdefault((part.bus, part.message.key), (part.message, []))[1]
            if read not in reads:
                reads.append(read)
    handlers: dict[str, Handlers] = {}
    problems = []
    for key, (message, reads) in by_message.items():
        guard = None
        if key in protected:
            try:
                guard = protection(protected[key], message)
            except MappingError as error:
                problems.append(f"{message.name}: {error}; its frames are not checked")
        known = len(table.cells)
        found = handlers.setdefault(key[0], Handlers())
        found[key[1]] = compile_message(message, reads, table, guard)
        if message.j1939:
            found.join(message.key)
        if unknown := [cell for cell in table.cells[known:] if cell.learning]:
            learning(found, key[1], unknown)
    return handlers, problems


def _also(received: Callable[[bytes, float], None], decode: Handler | None) -> Handler:
    def handle(data: bytes, now: float) -> None:
        received(data, now)
        if decode is not None:
            decode(data, now)

    return handle


class Vehicle:
    """Everything known of one vehicle. Raises DbcError, MappingError or ProfileError when its files are of no use."""

    def __init__(
        self,
        profile: Profile,
        *,
        emit: Emit,
        send: Send,
        outcome: Outcome,
        restricted: Callable[[dict[str, Any]], None],
        warned: Callable[[list[dict[str, Any]]], object] = lambda _: None,
        boot: str = "",
        databases: dict[str, Database] | None = None,
        mapping: VssMapping | None = None,
    ) -> None:
        self.profile = profile
        if databases is None:
            databases = {name: load_database(profile.dbc_file(name)) for name in profile.buses}
        mapping = (mapping or read_mapping(profile.mapping_file)).without(profile.without)
        self.problems: list[Problem] = [
            *(problem for database in databases.values() for problem in database.problems),
            *mapping.problems,
        ]
        self.meta: dict[str, Meta] = with_overlay(catalogue(), mapping.overlay)
        self.table = SlotTable()
        bound, protected, unbound = bind_reads(mapping, databases, self.meta, self.table, profile.side)
        self._handlers, uncompiled = compile_handlers(bound, protected, self.table)
        self.plans: dict[str, WritePlan]
        self.plans, unwritable = bind_writes(mapping, databases, self.meta, profile)
        self.keys, unkeyed = profile_keys(profile, databases)
        self.problems += [*unbound, *unwritable, *unkeyed, *(Problem(mapping.file, 0, text) for text in uncompiled)]
        self.publisher = Publisher(self.table, emit)
        bitrates = {name: spec.bitrate for name, spec in profile.buses.items()}
        self.writer = Writer(self.plans, self.table, send, outcome, bitrates=bitrates, allowed=self._allows)
        self._watch_templates()
        rules = read_rules(profile.warnings.get("rule", ()), str(profile.file))
        off = tuple(map(str, profile.warnings.get("off", ())))
        self.derived = Derived(self.table, self.meta, rules=rules, off=off, boot=boot)
        self._warned = warned
        self._restricted = restricted
        self._restrictor = Restrictor(manual=profile.transmission == "manual")
        self._judged = {path: self.table.slot(self.meta[path]) for path in (SPEED, GEAR, PARKING_BRAKE)}
        self._reverse = self.table.slot(self.meta[REVERSE_VIEW], Lane.NOW)
        self._reverse.lane = Lane.NOW
        self._leave_reverse_at: float | None = None
        self._age_at: float | None = None
        self.due: float | None = None
        restricted(restrictions(self._restrictor.state, self._restrictor.known))

    def _watch_templates(self) -> None:
        """The writer sees the frames of messages it may send, before any decoding."""
        received = self.writer.received
        for key in self.writer.templates:
            handlers = self._handlers.setdefault(key[0], Handlers())
            handlers[key[1]] = _also(partial(received, key), handlers.get(key[1]))

    def heard(self, bus: str) -> frozenset[int] | None:
        """Keys of a bus that mean anything here: mapped messages, those that may be sent, the profile's hard keys.

        None where more than these may: of SAE J1939 the sender is not known beforehand.
        """
        handlers = self._handlers.get(bus)
        if handlers is not None and handlers.groups:
            return None
        keys = {key.key for key in self.keys.values() if isinstance(key, CanKey | CanKnob) and key.bus == bus}
        return frozenset(handlers or ()) | keys

    def set_attributes(self, now: float) -> None:
        """Give the profile's constant facts (brand, model, type of drive) as values."""
        for path, value in self.profile.attributes.items():
            if path in self.meta:
                self.table.slot(self.meta[path], Lane.SLOW).store(value, now)
            else:
                self.problems.append(Problem(self.profile.file, 0, f"attribute {path} is not a known path; left out"))

    def feed(self, bus: str, frames: list[Frame], now: float) -> None:
        """Frames of a bus, oldest first, all of one moment."""
        if (handlers := self._handlers.get(bus)) is not None:
            handlers.take(frames, now)
        if self._age_at is None:
            self._age_at = now
        self.derived.wake(now)
        self._settle(now)

    def tick(self, now: float) -> None:
        """Do what is due at this time."""
        if self._age_at is not None and now >= self._age_at:
            self._age_at = self.table.age(now)
        self.writer.run(now)
        if self.derived.due is not None and now >= self.derived.due and self.derived.run(now):
            self._warned(self.derived.watch.current)
        self._settle(now)

    def bus_of(self, path: str) -> str | None:
        """The bus that requests for a path go to; None when it takes none."""
        plan = self.plans.get(path)
        return None if plan is None else plan.target.bus

    def bus_lost(self, bus: str, reason: str, now: float) -> None:
        """Fail pending requests to a bus; values go stale by themselves."""
        self.writer.bus_lost(bus, reason)
        self._settle(now)

    def _settle(self, now: float) -> None:
        if self.table.dirty:
            self.derived.wake(now)
            self._judge_if_touched(now)
        if self._restrictor.due is not None and now >= self._restrictor.due:
            self._judge(now)
        if self._leave_reverse_at is not None and now >= self._leave_reverse_at:
            self._leave_reverse_at = None
            self._reverse.store(False, now)
        if self.writer.pending:
            self.writer.observe()
            self.writer.run(now)
        if self.table.dirty:
            self.publisher.collect(now)
        elif self.publisher.due is not None and now >= self.publisher.due:
            self.publisher.flush(now)
        judging = (self._age_at, self._restrictor.due, self._leave_reverse_at, self.derived.due)
        times = (*judging, self.writer.due, self.publisher.due)
        self.due = min((when for when in times if when is not None), default=None)

    def _judge_if_touched(self, now: float) -> None:
        judged = self._judged
        if any(slot.dirty for slot in judged.values()):
            gear = judged[GEAR]
            if gear.quality is Quality.VALID and gear.value == GEAR_REVERSE:
                self._leave_reverse_at = None
                self._reverse.store(True, now)
            elif self._reverse.value is True and self._leave_reverse_at is None:
                self._leave_reverse_at = now + _LEAVE_REVERSE_S
            elif gear.quality is Quality.VALID and self._reverse.quality is Quality.NEVER:
                self._reverse.store(False, now)
            self._judge(now)

    def _allows(self, word: str) -> bool:
        return restrictions(self._restrictor.state, self._restrictor.known).get(word) is True

    def _judge(self, now: float) -> None:
        speed, gear, brake = (Reading(slot.value, slot.quality) for slot in self._judged.values())
        if self._restrictor.update(speed, gear, brake, now):
            self._restricted(restrictions(self._restrictor.state, self._restrictor.known))
