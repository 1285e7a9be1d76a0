"""Brings mapping rules and message descriptions together, and tells what does not fit in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping as MappingType
from dataclasses import dataclass, field
from difflib import get_close_matches

from backends.vehicle.catalogue import Meta, coerce
from backends.vehicle.compiled import Straight
from backends.vehicle.convert import Converter, codes, converter, shortcut
from backends.vehicle.dbc.model import Database, DbcMessage, DbcSignal
from backends.vehicle.defs import Lane, Quality
from backends.vehicle.e2e import E2E
from backends.vehicle.errors import MappingError, Problem
from backends.vehicle.mapping.expression import Expression, compile_expression
from backends.vehicle.mapping.model import Mapping, ReadRule
from backends.vehicle.slots import Slot, SlotTable

__all__ = ["BoundInput", "BoundRead", "bind_reads", "find_signal"]

_NOW_PREFIXES = (
    "Vehicle.Powertrain.Transmission.",
    "Vehicle.Cabin.Door.",
    "Vehicle.Body.Trunk.",
    "Vehicle.Body.Hood.",
    "Vehicle.Body.Lights.DirectionIndicator.",
    "Vehicle.Body.Lights.Hazard.",
    "Vehicle.Chassis.ParkingBrake.",
    "Vehicle.LowVoltageSystemState",
)


@dataclass(slots=True)
class BoundInput:
    """One signal of a rule. ``gates``: signals of the same message, and the bits they must have."""

    name: str
    bus: str
    message: DbcMessage
    signal: DbcSignal
    gates: tuple[tuple[DbcSignal, frozenset[int]], ...] = ()


@dataclass(slots=True)
class BoundRead:
    """A rule with its signals and its slot: either a converter of one, or a formula over several and its latest inputs."""

    rule: ReadRule
    slot: Slot
    inputs: list[BoundInput]
    values: dict[str, bool | int | float] = field(default_factory=dict)
    formula: Expression | None = None
    convert: Converter | None = None
    straight: Straight | None = None

    def join(self, name: str, value: float | None, now: float) -> None:
        """One input of a formula over several signals arrived; the path has a value once all have."""
        assert self.formula is not None
        if value is None:
            self.values.pop(name, None)
            self.slot.degrade(Quality.NOT_AVAILABLE, now)
            return
        self.values[name] = value
        if len(self.values) == len(self.inputs):
            self._evaluate(now)

    def _evaluate(self, now: float) -> None:
        assert self.formula is not None
        try:
            value = coerce(self.slot.meta, self.formula(**self.values))
        except (ArithmeticError, ValueError, TypeError):
            value = None
        if value is None:
            self.slot.degrade(Quality.INVALID, now)
        else:
            self.slot.store(value, now)


def find_signal(
    databases: MappingType[str, Database], signal: str, message: str = "", bus: str = "", mux: int | None = None
) -> tuple[str, DbcMessage, DbcSignal]:
    """Bus, message and signal by name. Raises MappingError that says what is missing and what to do."""
    if bus and bus not in databases:
        raise MappingError(f"there is no bus {bus} in the profile (it has {', '.join(databases)})")
    chosen = {name: database for name, database in databases.items() if not bus or name == bus}
    files = ", ".join(database.file.name for database in chosen.values())
    found: list[tuple[str, DbcMessage, DbcSignal]] = []
    for name, database in chosen.items():
        for candidate in database.by_signal.get(signal, ()):
            if message and candidate.name != message:
                continue
            found.extend((name, candidate, s) for s in candidate.signals if s.name == signal and _selected(s, mux))
    if not found:
        known = {name for database in chosen.values() for name in database.by_signal}
        close = get_close_matches(signal, known, 1, 0.6)
        hint = f"did you mean {close[0]}?" if close and close[0] != signal else "correct the name or remove the rule"
        where = f" in message {message}" if message else ""
        raise MappingError(f"{files} has no signal {signal}{where}; {hint}")
    messages = {(name, candidate.key) for name, candidate, _ in found}
    if len(messages) > 1:
        names = ", ".join(f"{candidate.name}" for _, candidate, _ in found)
        raise MappingError(f"signal {signal} is in several messages ({names}); say which with message: or bus:")
    return found[0]


def _selected(signal: DbcSignal, mux: int | None) -> bool:
    return mux is None or any(condition.holds(mux) for condition in signal.conditions)


def bind_reads(
    mapping: Mapping, databases: MappingType[str, Database], meta: MappingType[str, Meta], table: SlotTable, side: str
) -> tuple[list[BoundRead], dict[tuple[str, int], E2E], list[Problem]]:
    """Bind all rules for a drive side: the bound rules, the protection of each (bus, message key), and what was left out."""
    bound: list[BoundRead] = []
    protected: dict[tuple[str, int], E2E] = {}
    problems: list[Problem] = []
    taken: dict[str, int] = {}
    for rule in mapping.reads:
        if rule.side and rule.side != side:
            continue
        try:
            if rule.path not in meta:
                raise MappingError("the path is not known; give it a type and a datatype here, or correct it")
            if rule.path in taken:
                raise MappingError(f"the path already has a rule on line {taken[rule.path]}")
            inputs = [_input(rule, name, signal, databases) for name, signal in rule.signals]
            for part in inputs:
                if rule.e2e is not None:
                    _protect(protected, part, rule.e2e)
            names = tuple(part.name for part in inputs)
            convert = formula = straight = None
            if names == ("x",):
                convert = converter(inputs[0].signal, meta[rule.path], rule.transform, rule.sna)
                straight = shortcut(inputs[0].signal, meta[rule.path], rule.transform, rule.sna)
            else:
                formula = compile_expression(rule.transform.math or names[0], names)
            slot = table.slot(meta[rule.path], rule.lane or _usual_lane(rule.path))
            slot.deadband = rule.deadband if slot.meta.datatype not in ("string", "boolean") else 0.0
            slot.interval_s, slot.stale_s = rule.interval_s, rule.stale_s
        except MappingError as error:
            problems.append(Problem(mapping.file, rule.line, f"{rule.path}: {error}; this rule is left out"))
            continue
        taken[rule.path] = rule.line
        bound.append(BoundRead(rule, slot, inputs, formula=formula, convert=convert, straight=straight))
    return bound, protected, problems


def _input(rule: ReadRule, name: str, signal: str, databases: MappingType[str, Database]) -> BoundInput:
    bus, message, found = find_signal(databases, signal, rule.message, rule.bus, rule.mux)
    gates = []
    for gate_name, value in rule.when:
        gate = message.signal(gate_name)
        if gate is None:
            raise MappingError(f"when names signal {gate_name}, which message {message.name} does not have")
        gates.append((gate, codes(gate, (value,), "when")))
    return BoundInput(name, bus, message, found, tuple(gates))


def _protect(protected: dict[tuple[str, int], E2E], part: BoundInput, e2e: E2E) -> None:
    key = (part.bus, part.message.key)
    if protected.setdefault(key, e2e) != e2e:
        raise MappingError(f"e2e of message {part.message.name} differs from another rule's")


def _usual_lane(path: str) -> Lane:
    return Lane.NOW if path.startswith(_NOW_PREFIXES) and not path.endswith(".Position") else Lane.DISPLAY
