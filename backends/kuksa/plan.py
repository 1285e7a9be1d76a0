"""What of a vehicle a databroker takes: pure, from both sides' descriptions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kuksa.val.v2.types_pb2 import DataType, EntryType

from backends.kuksa.values import same_unit

__all__ = ["Known", "Plan", "make_plan"]

_KINDS: dict[int, set[str]] = {
    DataType.DATA_TYPE_BOOLEAN: {"boolean"},
    DataType.DATA_TYPE_STRING: {"string"},
}


@dataclass(frozen=True, slots=True)
class Known:
    """A path both sides know. ``target``: the broker may ask for a value of it."""

    path: str
    number: int
    data_type: int
    target: bool


@dataclass(slots=True)
class Plan:
    """``known`` by path; ``lacking``: paths the broker does not know; ``different``: reasons by path."""

    known: dict[str, Known] = field(default_factory=dict)
    lacking: list[str] = field(default_factory=list)
    different: dict[str, str] = field(default_factory=dict)


def make_plan(
    ours: Mapping[str, Mapping[str, Any]], theirs: Mapping[str, Any], patterns: Iterable[str], targets: bool
) -> Plan:
    """``ours`` from Describe of org.pillion.Vehicle1, ``theirs`` from `Broker.list`; a pattern is a path or ends with ``.*``."""
    plan = Plan()
    wanted = list(patterns)
    for path, facts in sorted(ours.items()):
        if not any(path == pattern or (pattern.endswith(".*") and path.startswith(pattern[:-1])) for pattern in wanted):
            continue
        entry = theirs.get(path)
        if entry is None:
            plan.lacking.append(path)
        elif reason := _differs(facts, entry):
            plan.different[path] = reason
        else:
            target = targets and bool(facts["writable"]) and entry.entry_type == EntryType.ENTRY_TYPE_ACTUATOR
            plan.known[path] = Known(path, entry.id, entry.data_type, target)
    return plan


def _differs(facts: Mapping[str, Any], entry: Any) -> str:
    if entry.data_type >= DataType.DATA_TYPE_TIMESTAMP:
        return f"it is a {DataType.Name(entry.data_type)} there"
    ours = "boolean" if facts["datatype"] == "boolean" else "string" if facts["datatype"] == "string" else "number"
    theirs = _KINDS.get(entry.data_type, {"number"})
    if ours not in theirs:
        return f"it is a {ours} here and {DataType.Name(entry.data_type)} there"
    if not same_unit(str(facts["unit"]), entry.unit):
        return f"its unit is {facts['unit']} here and {entry.unit} there"
    return ""
