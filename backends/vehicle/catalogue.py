"""What is known of each path: type, unit, range.

``vss.csv`` lists the signals of COVESA VSS 6.0 that a head unit needs (https://covesa.github.io/vehicle_signal_specification/),
with the twin of Android's vehicle properties where there is one, and our own branch ``Vehicle.Private`` for what VSS lacks,
named after that twin. A mapping's overlay may add paths or narrow them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from backends.vehicle.defs import Scalar
from backends.vehicle.mapping.model import MetaOverlay

__all__ = ["Meta", "catalogue", "coerce", "with_overlay"]


@dataclass(frozen=True, slots=True)
class Meta:
    """One path. ``kind`` is sensor, actuator or attribute; ``minimum`` and ``maximum`` are None when there is no limit."""

    path: str
    kind: str
    datatype: str
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    allowed: tuple[str, ...] = ()
    description: str = ""


@cache
def catalogue() -> dict[str, Meta]:
    """The shipped table by path."""
    with (Path(__file__).parent / "vss.csv").open(encoding="utf-8", newline="") as file:
        return {row["path"]: _row(row) for row in csv.DictReader(file)}


def _row(row: dict[str, str]) -> Meta:
    return Meta(
        path=row["path"],
        kind=row["type"],
        datatype=row["datatype"],
        unit=row["unit"],
        minimum=float(row["min"]) if row["min"] else None,
        maximum=float(row["max"]) if row["max"] else None,
        allowed=tuple(row["allowed"].split("|")) if row["allowed"] else (),
        description=_words(row["path"]),
    )


def _words(path: str) -> str:
    """A path in words: Vehicle.Cabin.HVAC.IsAirConditioningActive is "Cabin, HVAC, is air conditioning active"."""
    parts = []
    for part in path.removeprefix("Vehicle.").removeprefix("Private.").split("."):
        words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", part).split()
        parts.append(" ".join(word if word.isupper() else word.lower() for word in words))
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]


def with_overlay(base: dict[str, Meta], overlay: Iterable[MetaOverlay]) -> dict[str, Meta]:
    """The table with a mapping's own facts laid over it."""
    table = dict(base)
    for entry in overlay:
        facts: dict[str, Any] = entry.facts
        known = table.get(entry.path) or Meta(entry.path, "sensor", "float", description=_words(entry.path))
        table[entry.path] = replace(
            known,
            kind=str(facts.get("type", known.kind)),
            datatype=str(facts.get("datatype", known.datatype)),
            unit=str(facts.get("unit", known.unit)),
            minimum=float(facts["min"]) if "min" in facts else known.minimum,
            maximum=float(facts["max"]) if "max" in facts else known.maximum,
            allowed=tuple(str(value) for value in facts.get("allowed", known.allowed)),
            description=str(facts.get("description", known.description)),
        )
    return table


def coerce(meta: Meta, value: object) -> Scalar | None:
    """The value in the path's own type; None when it does not fit the type, the range or the allowed words."""
    result: Scalar
    if not isinstance(value, bool | int | float | str):
        return None
    if meta.datatype == "string":
        result = str(value)
        return result if not meta.allowed or result in meta.allowed else None
    if isinstance(value, str):
        return None
    if meta.datatype == "boolean":
        return bool(value)
    if value != value or value in (float("inf"), float("-inf")):
        return None
    result = float(value) if meta.datatype in ("float", "double") else round(value)
    if (meta.minimum is not None and result < meta.minimum) or (meta.maximum is not None and result > meta.maximum):
        return None
    return result
