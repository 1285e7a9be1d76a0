"""What D-Bus clients are told, as plain dicts. Pure."""

from __future__ import annotations

from typing import Any

from backends.diagnostics.domain import CodeState, Findings, is_generic, system_of
from backends.diagnostics.parameters import FAST, parameters
from backends.diagnostics.texts import meaning

__all__ = ["codes_view", "dtc_list", "frame_view", "parameter_view", "readiness_view", "units_view"]

_GRAVITY = {"stop": 0, "workshop": 1, "drive": 2}
_STATES = list(CodeState)


def codes_view(findings: Findings) -> list[dict[str, Any]]:
    """The gravest first, then stored before pending, then by code."""
    names = {unit.id: unit.name for unit in findings.units}
    rows = []
    for code in findings.codes:
        told = meaning(code.code, code.failure)
        rows.append(
            {
                "unit": code.unit,
                "unit_name": names.get(code.unit, ""),
                "code": code.name,
                "states": [state.value for state in _STATES if state in code.states],
                "component": told.component,
                "place": told.place,
                "fault": told.fault,
                "text": told.text,
                "advice": told.advice.value,
                "system": system_of(code.code).value,
                "generic": is_generic(code.code),
                "known": told.known,
                "frame": bool(findings.frames.get((code.unit, code.name))),
            }
        )
    return sorted(rows, key=lambda row: (_GRAVITY[row["advice"]], "stored" not in row["states"], row["code"]))


def dtc_list(findings: Findings) -> list[str]:
    """Each code once."""
    return sorted({code.name for code in findings.codes})


def frame_view(findings: Findings, unit: str, code: str) -> list[dict[str, Any]] | None:
    """None: there is no such frame."""
    values = findings.frames.get((unit, code))
    if values is None:
        return None
    known = parameters()
    return [
        {"key": key, "name": known[key].name, "value": value, "unit": known[key].unit}
        for key, value in sorted(values.items(), key=lambda item: item[0])
    ]


def readiness_view(findings: Findings) -> dict[str, Any]:
    """``known`` False: no control unit told."""
    told = findings.readiness
    return {
        "known": told is not None,
        "lamp": told.lamp if told else False,
        "count": told.count if told else 0,
        "engine": "compression" if told and told.compression else "spark",
        "monitors": [{"key": m.key, "complete": m.complete} for m in told.monitors] if told else [],
    }


def units_view(findings: Findings) -> list[dict[str, Any]]:
    """Control units that answered."""
    known = {parameter.pid for parameter in parameters().values()}
    return [
        {
            "id": unit.id,
            "name": unit.name,
            "uds": unit.uds,
            "calibrations": list(unit.calibrations),
            "parameters": len(unit.pids & known),
            "codes": sum(code.unit == unit.id for code in findings.codes),
        }
        for unit in findings.units
    ]


def parameter_view(findings: Findings) -> list[dict[str, Any]]:
    """Speed and engine speed first, then in the order of the standard."""
    pids = frozenset[int]().union(*(unit.pids for unit in findings.units))
    rows = [row for row in parameters().values() if row.pid in pids]
    rows.sort(key=lambda row: (row.key not in FAST, row.key))
    return [
        {"key": row.key, "name": row.name, "unit": row.unit, "min": row.minimum, "max": row.maximum} for row in rows
    ]
