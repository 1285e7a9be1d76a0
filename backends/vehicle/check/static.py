"""A profile against its message descriptions, without any recording."""

from __future__ import annotations

from typing import Any

from backends.vehicle.binding import BoundRead, bind_reads
from backends.vehicle.catalogue import catalogue, coerce, with_overlay
from backends.vehicle.check.report import Report
from backends.vehicle.dbc.codec import raw_range, to_physical, to_raw
from backends.vehicle.dbc.load import load_database
from backends.vehicle.defs import GEAR_PARK, GEAR_REVERSE
from backends.vehicle.e2e import protection
from backends.vehicle.errors import MappingError, VehicleError
from backends.vehicle.keys.bindings import profile_keys
from backends.vehicle.learn.gears import is_unknown
from backends.vehicle.mapping import read_mapping
from backends.vehicle.mapping.model import Mapping
from backends.vehicle.profile import BusSpec, Profile
from backends.vehicle.safety import forbidden_message
from backends.vehicle.slots import SlotTable
from backends.vehicle.units import mismatch
from backends.vehicle.writeplan import bind_writes

__all__ = ["examine", "protected_messages", "unmapped_share"]

_SPEED, _GEAR = "Vehicle.Speed", "Vehicle.Powertrain.Transmission.SelectedGear"
_BRAKE = "Vehicle.Chassis.ParkingBrake.IsEngaged"


def examine(profile: Profile) -> Report:
    """Bind every rule, protection and permission; tell what does not fit."""
    report = Report()
    for name in profile.buses:
        try:
            report.databases[name] = load_database(profile.dbc_file(name))
        except VehicleError as error:
            report.wrong("", f"bus {name}: {error}")
    for name, database in report.databases.items():
        if not database.problems:
            continue
        count = len(database.problems)
        report.note(
            "",
            f"bus {name}: {count} line{'s' * (count > 1)} of {database.file.name} not understood, first {database.problems[0]}",
        )
    try:
        mapping = report.mapping = read_mapping(profile.mapping_file).without(profile.without)
    except VehicleError as error:
        report.wrong("", str(error))
        return report
    for problem in mapping.problems:
        report.wrong(f"{problem.file}:{problem.line}", problem.text)
    report.meta = with_overlay(catalogue(), mapping.overlay)
    _attributes(profile, report)
    if len(report.databases) == len(profile.buses):
        _reads(profile, mapping, report)
        _writes(profile, mapping, report)
        _, unfit = profile_keys(profile, report.databases)
        for problem in unfit:
            report.wrong(str(problem.file), problem.text)
        _needed(profile, report)
    return report


def _attributes(profile: Profile, report: Report) -> None:
    for path, value in profile.attributes.items():
        meta = report.meta.get(path)
        if meta is None:
            report.wrong(str(profile.file), f"attribute {path} is not a known path")
        elif coerce(meta, value) is None:
            report.wrong(
                str(profile.file), f"attribute {path} cannot be {value!r} ({meta.datatype} {'|'.join(meta.allowed)})"
            )


def _reads(profile: Profile, mapping: Mapping, report: Report) -> None:
    told: set[str] = set()
    # Rules for the other side of the road must fit as well.
    for side in dict.fromkeys((profile.side, "lhd", "rhd")):
        bound, protected, problems = bind_reads(mapping, report.databases, report.meta, SlotTable(), side)
        if side == profile.side:
            report.bound, report.protected = bound, protected
            report.rules = len({(rule.path, rule.line) for rule in mapping.reads if rule.side in ("", side)})
        for problem in problems:
            if str(problem) not in told:
                told.add(str(problem))
                report.wrong(f"{problem.file}:{problem.line}", problem.text)
    for read in report.bound:
        _meaning(read, mapping, report)
    for (bus, key), e2e in report.protected.items():
        message = report.databases[bus].by_key[key]
        try:
            protection(e2e, message)
        except MappingError as error:
            report.wrong(str(mapping.file), f"{message.name}: {error}; its frames would not be checked")


def _meaning(read: BoundRead, mapping: Mapping, report: Report) -> None:
    """What a rule makes of its signal's unit and values."""
    rule, signal = read.rule, read.inputs[0].signal
    where = f"{mapping.file}:{rule.line}"
    plain = not rule.transform.math and not rule.transform.table and len(rule.signals) == 1
    if plain and (told := mismatch(read.slot.meta.unit, signal.unit)):
        report.wrong(
            where, f"{rule.path}: {signal.name} is in {signal.unit}, the path in {read.slot.meta.unit}; {told}"
        )
    if rule.path == _GEAR and rule.transform.table:
        targets = {target for _, target in rule.transform.table}
        for gear, name in ((GEAR_PARK, "park (126)"), (GEAR_REVERSE, "reverse (-1)")):
            if gear not in targets and not (gear == GEAR_PARK and not _has_park(signal.choices)):
                report.wrong(where, f"{rule.path}: no value becomes {name}")
    lowest, highest = raw_range(signal)
    for source, _ in rule.transform.table:
        if (
            not isinstance(source, str)
            and signal.kind == "int"
            and not lowest <= round(to_raw(signal, source)) <= highest
        ):
            report.wrong(where, f"{rule.path}: {source:g} does not fit in the {signal.length} bits of {signal.name}")
    if rule.transform.table and signal.choices:
        sources = {source for source, _ in rule.transform.table}
        known = {
            raw for raw, label in signal.choices.items() if label in sources or to_physical(signal, raw) in sources
        }
        absent = {
            raw for raw, label in signal.choices.items() if label in rule.sna or raw in rule.sna or is_unknown(label)
        }
        if left := [
            f"{raw} {label!r}" for raw, label in signal.choices.items() if raw not in known | absent and raw <= highest
        ]:
            report.note(where, f"{rule.path}: {', '.join(left[:6])} of {signal.name} have no rule and count as invalid")
    for each in read.inputs:
        if each.signal.last_byte >= each.message.length:
            report.wrong(
                where,
                f"{rule.path}: {each.signal.name} lies beyond the {each.message.length} bytes of {each.message.name}",
            )


def _has_park(choices: dict[int, str]) -> bool:
    return any(label.lower().startswith("p") for label in choices.values())


def _writes(profile: Profile, mapping: Mapping, report: Report) -> None:
    plans, problems = bind_writes(mapping, report.databases, report.meta, profile)
    for problem in problems:
        report.wrong(f"{problem.file}:{problem.line}" if problem.line else str(problem.file), problem.text)
    report.writable = sorted(plans)
    used = {(plan.target.bus, plan.target.message.name) for plan in plans.values()}
    for bus, spec in profile.buses.items():
        _allowed(profile, bus, spec, report, used)


def _allowed(profile: Profile, bus: str, spec: BusSpec, report: Report, used: set[tuple[str, str]]) -> None:
    """The list of what may be sent, against the description and against what is never sent."""
    where = str(profile.file)
    if spec.writes and not spec.writable:
        report.note(where, f"bus {bus} lists messages that may be sent, but writable is false: nothing is sent")
    for name, allow in spec.writes.items():
        message = report.databases[bus].message(name)
        if message is None:
            report.wrong(where, f"bus {bus}: there is no message {name} that could be sent")
            continue
        if told := forbidden_message(message):
            report.wrong(where, told)
            continue
        for signal_name, limits in allow.signals.items():
            signal = message.signal(signal_name)
            if signal is None:
                report.wrong(where, f"{name} has no signal {signal_name}")
                continue
            low, high = sorted(to_physical(signal, raw) for raw in raw_range(signal))
            if limits.minimum < low or limits.maximum > high:
                report.wrong(
                    where,
                    f"{name}.{signal_name} holds {low:g} to {high:g}, not {limits.minimum:g} to {limits.maximum:g}",
                )
        if spec.writable and (bus, name) not in used:
            report.note(where, f"{name} may be sent, but no vss2dbc rule uses it")


def _needed(profile: Profile, report: Report) -> None:
    """Without these the head unit takes the car for moving, always."""
    bound = {read.rule.path for read in report.bound}
    manual = profile.transmission == "manual"
    for path, why in ((_SPEED, ""), (_BRAKE if manual else _GEAR, "")):
        if path not in bound:
            report.note(
                str(profile.file),
                f"{path} has no rule: the head unit will count as moving and lock what may not be used then{why}",
            )


def protected_messages(report: Report) -> list[dict[str, Any]]:
    """Everything that is checked: bus, message, algorithm with its numbers, and with a recording how many frames failed."""
    found = []
    for (bus, key), e2e in report.protected.items():
        facts: dict[str, Any] = {"bus": bus, "message": report.databases[bus].by_key[key].name, "e2e": e2e.profile}
        facts |= {"counter": e2e.counter, "crc": e2e.crc, "data_id": e2e.data_id, "id_list": list(e2e.id_list)}
        if report.evidence is not None and (bus, key) in report.evidence.protected:
            facts["frames"], facts["wrong"] = report.evidence.protected[bus, key]
        found.append(facts)
    return sorted(found, key=lambda facts: (facts["bus"], facts["message"]))


def unmapped_share(report: Report) -> tuple[int, int]:
    """Messages with a rule, and messages described."""
    mapped = {(part.bus, part.message.key) for read in report.bound for part in read.inputs}
    return len(mapped), sum(len(database.by_key) for database in report.databases.values())
