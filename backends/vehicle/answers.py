"""What clients are told of paths: samples, metadata, and which paths a pattern names."""

from __future__ import annotations

from typing import Any

from backends.core.errors import NotFound
from backends.vehicle.catalogue import catalogue
from backends.vehicle.defs import TargetState
from backends.vehicle.slots import Slot
from backends.vehicle.vehicle import REVERSE_VIEW, Vehicle

__all__ = ["expand", "metadata", "sample", "served_paths", "unknown"]


def expand(vehicle: Vehicle, patterns: list[str]) -> list[str]:
    """Paths that patterns name; known paths that this car lacks are given too. Raises NotFound for what nobody knows."""
    return [path for pattern in patterns for path in _expand(vehicle, pattern)]


def _expand(vehicle: Vehicle, pattern: str) -> list[str]:
    if pattern.endswith(".*"):
        prefix = pattern[:-1]
        if not any(path.startswith(prefix) for path in vehicle.meta):
            raise NotFound(unknown(pattern))
        return [slot.path for slot in vehicle.table.match(pattern)]
    if pattern not in vehicle.meta:
        raise NotFound(unknown(pattern))
    return [pattern]


def sample(vehicle: Vehicle, path: str, now: float) -> dict[str, Any]:
    """Value, quality and age of a path, and for actuators what was asked of it."""
    slot = vehicle.table.slots.get(path)
    facts: dict[str, Any] = {"quality": "never", "age_ms": -1}
    if slot is not None:
        facts["quality"] = slot.quality.value
        if slot.value is not None:
            facts["value"] = slot.value
        if seen := slot.seen_at():
            facts["age_ms"] = max(0, round((now - seen) * 1000))
    if path in vehicle.plans:
        request = vehicle.writer.latest.get(path)
        facts["state"] = TargetState.IDLE.value if request is None else request.state.value
        if request is not None:
            facts["target"] = request.target
            facts["reason"] = request.reason
    return facts


def metadata(vehicle: Vehicle, path: str) -> dict[str, Any]:
    """Type, unit and limits of a path, and whether this car has it and takes requests for it."""
    meta = vehicle.meta[path]
    slot = vehicle.table.slots.get(path)
    facts: dict[str, Any] = {
        "type": meta.kind,
        "datatype": meta.datatype,
        "unit": meta.unit,
        "allowed": list(meta.allowed),
        "writable": path in vehicle.plans,
        "served": slot is not None and _served(vehicle, slot),
        "description": meta.description,
    }
    facts |= {key: limit for key, limit in (("min", meta.minimum), ("max", meta.maximum)) if limit is not None}
    plan = vehicle.plans.get(path)
    return facts if plan is None else facts | plan.facts()


def served_paths(vehicle: Vehicle) -> list[str]:
    """All paths that this car has."""
    return [path for path, slot in vehicle.table.slots.items() if _served(vehicle, slot)]


def unknown(path: str) -> str:
    """That there is no such path, and the nearest that there is."""
    close = [known for known in catalogue() if known.rsplit(".", 1)[-1] == path.rsplit(".", 1)[-1]]
    return f"There is no {path}" + (f"; did you mean {close[0]}?" if close else "")


def _served(vehicle: Vehicle, slot: Slot) -> bool:
    """Whether this car has it: it sends it, has said it, or it is made here, be it later."""
    return bool(slot.cells) or slot.time > 0 or slot.path in vehicle.derived.serves or slot.path == REVERSE_VIEW
