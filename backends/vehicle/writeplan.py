"""Which paths can be written, and how: mapping rules met with what the profile allows.

A path without an entry here is read-only. Rules that the profile does not allow are silently read-only (a profile is
read-only unless it says otherwise); contradictions between profile, mapping and message description are problems.
"""

from __future__ import annotations

from collections.abc import Mapping as MappingType
from dataclasses import dataclass
from typing import Any

from backends.core.errors import OutOfRange
from backends.vehicle.binding import find_signal
from backends.vehicle.catalogue import Meta, coerce
from backends.vehicle.dbc.codec import extract, insert, to_raw
from backends.vehicle.dbc.model import Database, DbcMessage, DbcSignal
from backends.vehicle.defs import Scalar
from backends.vehicle.e2e import Protection, protection
from backends.vehicle.errors import MappingError, Problem, ProfileError
from backends.vehicle.mapping.expression import Expression, compile_expression
from backends.vehicle.mapping.model import Mapping, WriteRule
from backends.vehicle.mapping.named import NAMED, Named
from backends.vehicle.profile import Profile, SignalAllow, WriteAllow
from backends.vehicle.safety import forbidden_id, forbidden_message, forbidden_path, standstill_only
from backends.vehicle.writewhen import stricter

__all__ = ["WritePlan", "WriteTarget", "bind_writes"]

_TOLD_BY_BODY = (
    "Vehicle.Chassis.Axle.Row1.Wheel.Left.Tire.", "Vehicle.Chassis.Axle.Row1.Wheel.Right.Tire.",
    "Vehicle.Chassis.Axle.Row2.Wheel.Left.Tire.", "Vehicle.Chassis.Axle.Row2.Wheel.Right.Tire.",
    "Vehicle.LowVoltageSystemState",
)  # fmt: skip
"""Never written, but often told by messages of the body."""
_WITHIN_S = (
    ("Vehicle.Cabin.Seat.", 2.0),
    ("Vehicle.Body.Mirrors.", 2.0),
    ("Vehicle.Body.Lights.", 2.0),
    ("Vehicle.Cabin.Light.", 2.0),
    ("Vehicle.Body.Trunk.", 8.0),
    ("Vehicle.Body.Hood.", 8.0),
    ("Vehicle.Cabin.Sunroof.", 8.0),
    ("Vehicle.Powertrain.TractionBattery.Charging.ChargingPort.", 8.0),
    ("Vehicle.Powertrain.FuelSystem.IsFuelPortFlapOpen", 8.0),
    ("Vehicle.Private.Seat.", 2.0),
    ("Vehicle.Private.Mirrors.", 2.0),
    ("Vehicle.Private.Lights.", 2.0),
)


@dataclass(frozen=True, slots=True)
class WriteTarget:
    """A message of a bus that may be sent."""

    bus: str
    message: DbcMessage
    allow: WriteAllow
    protection: Protection | None

    @property
    def key(self) -> tuple[str, int]:
        return self.bus, self.message.key

    def build(self, template: bytes, values: dict[str, int | float], count: int) -> bytes:
        """A frame: the last one received with these raw values in it, then counter, then check byte."""
        data = bytearray(template)
        for name, raw in values.items():
            signal = self.message.signal(name)
            assert signal is not None
            insert(signal, data, raw)
        if self.protection is not None:
            self.protection.seal(data, count)
        return bytes(data)


@dataclass(frozen=True, slots=True)
class WritePlan:
    """How a path is written."""

    meta: Meta
    target: WriteTarget
    signal: DbcSignal
    limits: SignalAllow
    within_s: float
    tolerance: float
    when: dict[str, Any]
    table: dict[Scalar, float] | None = None
    formula: Expression | None = None
    named: Named | None = None

    def raw(self, value: Scalar) -> tuple[Scalar, int | float]:
        """(value in the path's type, raw value to send). Raises OutOfRange in words fit to be shown."""
        wanted = coerce(self.meta, value)
        if self.meta.datatype == "boolean" and value not in (False, True):
            wanted = None  # 1 is as good as true, 2 is a mistake
        if isinstance(value, bool) and self.meta.datatype not in ("boolean", "string"):
            wanted = None  # true is no number
        if wanted is None:
            allowed = (
                f" It takes {', '.join(self.meta.allowed)}." if self.meta.allowed else f" It is a {self.meta.datatype}."
            )
            raise OutOfRange(f"{self.meta.path} cannot be {value!r}.{allowed}")
        if self.named is not None:
            try:
                wanted = self.named.read(self.named.write(str(wanted)))
            except ValueError:
                raise OutOfRange(
                    f"{self.meta.path} cannot be {value!r}. It is written as in {self.named.example}."
                ) from None
        return wanted, self._fit(wanted)

    def _fit(self, wanted: Scalar) -> int | float:
        if self.table is not None:
            if wanted not in self.table:
                raise OutOfRange(f"{self.meta.path} cannot be {wanted!r}. It takes {', '.join(map(str, self.table))}.")
            physical = self.table[wanted]
        elif self.named is not None:
            physical = self.named.write(str(wanted))
        else:
            physical = float(wanted)
            if self.formula is not None:
                try:
                    physical = float(self.formula(physical))
                except (ArithmeticError, ValueError) as error:
                    raise OutOfRange(f"{self.meta.path} cannot be {wanted!r}") from error
        limits = self.limits
        if not limits.minimum <= physical <= limits.maximum:
            raise OutOfRange(
                f"{self.meta.path} takes {limits.minimum:g} to {limits.maximum:g} {self.meta.unit}".rstrip()
            )
        if limits.step:
            steps = (physical - limits.minimum) / limits.step
            if abs(steps - round(steps)) > 1e-6:
                raise OutOfRange(f"{self.meta.path} goes in steps of {limits.step:g} {self.meta.unit}".rstrip())
        raw = to_raw(self.signal, physical)
        probe = bytearray(self.target.message.length)
        try:
            insert(self.signal, probe, raw)
        except ValueError as error:
            raise OutOfRange(str(error)) from error
        return extract(self.signal, probe)

    def matches(self, target: Scalar, value: Scalar | None) -> bool:
        """Whether the car's value is what was asked for."""
        if value is None:
            return False
        if isinstance(target, bool | str) or isinstance(value, bool | str):
            return target == value
        return abs(float(value) - float(target)) <= self.tolerance + 1e-9

    def facts(self) -> dict[str, Any]:
        """min, max and step of the path, where the limits say them in its own unit."""
        if self.table is not None or self.formula is not None or self.meta.datatype in ("boolean", "string"):
            return {}
        facts = {"min": self.limits.minimum, "max": self.limits.maximum}
        return facts | ({"step": self.limits.step} if self.limits.step else {})


def bind_writes(
    mapping: Mapping, databases: MappingType[str, Database], meta: MappingType[str, Meta], profile: Profile
) -> tuple[dict[str, WritePlan], list[Problem]]:
    """All paths that may be written, and what is wrong."""
    plans: dict[str, WritePlan] = {}
    problems: list[Problem] = []
    targets: dict[tuple[str, int], WriteTarget] = {}
    driving = _driving_messages(mapping, databases)
    for rule in mapping.writes:
        if rule.side and rule.side != profile.side:
            continue
        try:
            plan = _bind(rule, databases, meta, profile, targets, driving)
        except (MappingError, ProfileError) as error:
            problems.append(Problem(mapping.file, rule.line, f"{rule.path}: {error}; it stays read-only"))
            continue
        if plan is not None:
            plans[rule.path] = plan
    return plans, problems


def _bind(
    rule: WriteRule,
    databases: MappingType[str, Database],
    meta: MappingType[str, Meta],
    profile: Profile,
    targets: dict[tuple[str, int], WriteTarget],
    driving: MappingType[tuple[str, int], str],
) -> WritePlan | None:
    if reason := forbidden_path(rule.path):
        raise MappingError(reason)
    if rule.path not in meta or meta[rule.path].kind != "actuator":
        raise MappingError("the path is not an actuator")
    bus, message, signal = find_signal(databases, rule.signal, rule.message, rule.bus)
    allow = profile.buses[bus].writes.get(message.name)
    if not profile.buses[bus].writable or allow is None or rule.signal not in allow.signals:
        return None
    if reason := forbidden_message(message) or forbidden_id(databases[bus].file.name, message):
        raise ProfileError(reason)
    if path := driving.get((bus, message.key)):
        raise ProfileError(f"message {message.name} tells {path}, which belongs to driving; Pillion never sends it")
    if allow.length is not None and allow.length != message.length:
        raise ProfileError(f"message {message.name} has {message.length} bytes, the profile says {allow.length}")
    if signal.conditions:
        raise ProfileError(f"signal {signal.name} is multiplexed, which cannot be written")
    _check_allow(allow)
    try:
        when = stricter(allow.when, rule.when)
        if standstill_only(rule.path):
            when = stricter(when, {"speed_max": 0})
    except ValueError as error:
        raise MappingError(str(error)) from error
    target = targets.get((bus, message.key))
    if target is None:
        e2e = allow.e2e or rule.e2e
        guard = protection(e2e, message) if e2e is not None else None
        _check_own(allow, guard)
        target = targets[bus, message.key] = WriteTarget(bus, message, allow, guard)
    table, formula = _transform(rule, signal, meta[rule.path])
    confirm = rule.confirm
    default_tolerance = allow.signals[rule.signal].step / 2 if meta[rule.path].datatype in ("float", "double") else 0.0
    return WritePlan(
        meta=meta[rule.path],
        target=target,
        signal=signal,
        limits=allow.signals[rule.signal],
        within_s=confirm.within_s if confirm.within_s is not None else _within_s(rule.path),
        tolerance=confirm.tolerance if confirm.tolerance is not None else default_tolerance,
        when=when,
        table=table,
        formula=formula,
        named=NAMED[rule.transform.named] if rule.transform.named else None,
    )


def _driving_messages(mapping: Mapping, databases: MappingType[str, Database]) -> dict[tuple[str, int], str]:
    """Messages that the mapping reads a value of driving from, whatever they are called."""
    found: dict[tuple[str, int], str] = {}
    for rule in mapping.reads:
        if forbidden_path(rule.path) is None or rule.path.startswith(_TOLD_BY_BODY):
            continue
        for _, name in rule.signals:
            for bus, database in databases.items():
                if rule.bus and rule.bus != bus:
                    continue
                for message in database.by_signal.get(name, ()):
                    if not rule.message or rule.message == message.name:
                        found.setdefault((bus, message.key), rule.path)
    return found


def _check_allow(allow: WriteAllow) -> None:
    if allow.min_interval_s < 0:
        raise ProfileError(f"min_interval_ms of message {allow.message} is negative")
    for name, limits in allow.signals.items():
        if not limits.minimum <= limits.maximum or limits.step < 0:
            raise ProfileError(f"min, max and step of signal {name} contradict each other")


def _check_own(allow: WriteAllow, guard: Protection | None) -> None:
    """Counter and check value are ours alone."""
    own = () if guard is None else (guard.counter, guard.crc)
    for signal in own:
        if signal is not None and signal.name in allow.signals:
            raise ProfileError(f"signal {signal.name} protects message {allow.message} and cannot be listed")


def _transform(rule: WriteRule, signal: DbcSignal, meta: Meta) -> tuple[dict[Scalar, float] | None, Expression | None]:
    if rule.transform.math:
        return None, compile_expression(rule.transform.math)
    labels = {label: raw * signal.scale + signal.offset for raw, label in signal.choices.items()}
    if not rule.transform.table:
        # As in reading: words are the signal's own labels.
        words: dict[Scalar, float] = {
            label: raw for label, raw in labels.items() if not meta.allowed or label in meta.allowed
        }
        return (words if meta.datatype == "string" and words else None), None
    table: dict[Scalar, float] = {}
    for source, target in rule.transform.table:
        if isinstance(target, str) and target not in labels:
            raise MappingError(f"mapping to {target!r} is not a value of signal {signal.name}")
        table[source] = labels[target] if isinstance(target, str) else float(target)
    return table, None


def _within_s(path: str) -> float:
    if ".Window." in path:
        return 8.0
    return next((seconds for prefix, seconds in _WITHIN_S if path.startswith(prefix)), 2.0 if ".Door." in path else 1.0)
