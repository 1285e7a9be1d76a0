"""Reads mapping files: KUKSA overlays as they are, with this project's additions.

KUKSA's keys are ``dbc2vss`` (older: ``dbc``) with signal, interval_ms, on_change and transform, and ``vss2dbc``; see
https://github.com/eclipse-kuksa/kuksa-can-provider/blob/main/docs/mapping.md. Ours, all optional: message, bus, mux,
signals, sna, stale_ms, deadband, lane, confirm, e2e, when, side. A rule that makes no sense is left out and told; the
others stay.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from backends.vehicle.defs import Lane
from backends.vehicle.e2e import E2E
from backends.vehicle.errors import MappingError, Problem
from backends.vehicle.mapping.located import LocatedDict, load_located
from backends.vehicle.mapping.model import Confirm, Mapping, MetaOverlay, ReadRule, Transform, WriteRule
from backends.vehicle.mapping.named import NAMED

__all__ = ["parse_mapping", "read_mapping"]

_READ_KEYS = {
    "signal", "interval_ms", "on_change", "transform", "message", "bus", "mux", "signals", "sna", "stale_ms",
    "deadband", "lane", "e2e", "when", "side", "quality", "databroker",
}  # fmt: skip
_WRITE_KEYS = {"signal", "on_change", "interval_ms", "transform", "message", "bus", "confirm", "e2e", "when", "side"}
_META = ("type", "datatype", "unit", "min", "max", "allowed", "description")


def read_mapping(path: Path) -> Mapping:
    """Read a YAML or JSON mapping. Raises MappingError, naming file and line, when it cannot be read as either."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise MappingError(f"{path}: {error}") from error
    return parse_mapping(text, path)


def parse_mapping(text: str, path: Path) -> Mapping:
    """Read a mapping's text; ``path`` is for messages, and its suffix tells JSON from YAML."""
    mapping = Mapping(path)
    _walk(load_located(text, path), "", mapping)
    if not mapping.reads and not mapping.writes:
        found = mapping.problems[0] if mapping.problems else f"{path}: no path has dbc2vss or vss2dbc"
        raise MappingError(str(found))
    return mapping


def _walk(tree: LocatedDict, prefix: str, mapping: Mapping) -> None:
    for name, node in tree.items():
        path = f"{prefix}.{name}" if prefix else name
        if name.startswith("x-"):
            continue  # a place for YAML anchors
        if not isinstance(node, LocatedDict):
            mapping.problems.append(Problem(mapping.file, tree.lines[name], f"{path}: not a path with rules; left out"))
            continue
        if facts := {key: node[key] for key in _META if key in node and node.get("type") != "branch"}:
            mapping.overlay.append(MetaOverlay(path, tree.lines[name], facts))
        for key in ("dbc", "dbc2vss", "vss2dbc"):
            if key in node:
                _rules(key, node, path, mapping)
        if isinstance(children := node.get("children"), LocatedDict):
            _walk(children, path, mapping)


def _rules(key: str, node: LocatedDict, path: str, mapping: Mapping) -> None:
    """One rule, or a list of alternatives of which ``side`` chooses."""
    found = node[key]
    for rule in found if isinstance(found, list) else [found]:
        line = node.lines[key]
        try:
            if not isinstance(rule, LocatedDict):
                raise MappingError(f"{key} needs keys such as signal")
            line = rule.line
            if key == "vss2dbc":
                mapping.writes.append(_write_rule(rule, path))
            else:
                mapping.reads.append(_read_rule(rule, path))
        except MappingError as error:
            mapping.problems.append(Problem(mapping.file, line, f"{path}: {error}; this rule is left out"))


def _read_rule(rule: LocatedDict, path: str) -> ReadRule:
    _only(rule, _READ_KEYS)
    if "signals" in rule:
        named = rule["signals"]
        if not isinstance(named, LocatedDict) or not named:
            raise MappingError("signals needs names, as in {x: FIRST, y: SECOND}")
        signals = tuple((str(name), str(signal)) for name, signal in named.items())
    elif isinstance(rule.get("signal"), str):
        signals = (("x", rule["signal"]),)
    else:
        raise MappingError("signal is missing: name the signal of the message description")
    transform = _transform(rule)
    if len(signals) > 1 and not transform.math:
        raise MappingError("several signals need transform: {math: …} that joins them")
    stale = _seconds(rule, "stale_ms")
    when = rule.get("when") or {}
    if not isinstance(when, dict):
        raise MappingError("when needs signal: value pairs")
    mux = rule.get("mux")
    if mux is not None and not isinstance(mux, int):
        raise MappingError("mux needs the selector's value, a whole number")
    return ReadRule(
        path=path,
        line=rule.line,
        signals=signals,
        bus=str(rule.get("bus", "")),
        message=str(rule.get("message", "")),
        mux=mux,
        transform=transform,
        sna=tuple(_list(rule.get("sna", []))),
        interval_s=_seconds(rule, "interval_ms") or 0.0,
        stale_s=stale,
        deadband=_number(rule, "deadband", 0.0),
        lane=_lane(rule),
        e2e=_e2e(rule),
        when=tuple((str(name), value) for name, value in when.items()),
        side=_side(rule),
    )


def _write_rule(rule: LocatedDict, path: str) -> WriteRule:
    _only(rule, _WRITE_KEYS)
    if not isinstance(rule.get("signal"), str):
        raise MappingError("signal is missing: name the signal that asks for the value")
    confirm = rule.get("confirm") or LocatedDict(rule.line)
    if not isinstance(confirm, LocatedDict):
        raise MappingError("confirm needs keys: signal, within_ms, tolerance")
    _only(confirm, {"signal", "within_ms", "tolerance"})
    when = rule.get("when") or {}
    if not isinstance(when, dict):
        raise MappingError("when needs condition: value pairs")
    tolerance = _number(confirm, "tolerance", 0.0) if "tolerance" in confirm else None
    return WriteRule(
        path=path,
        line=rule.line,
        signal=rule["signal"],
        bus=str(rule.get("bus", "")),
        message=str(rule.get("message", "")),
        transform=_transform(rule),
        confirm=Confirm(str(confirm.get("signal", "")), _seconds(confirm, "within_ms"), tolerance),
        e2e=_e2e(rule),
        when=dict(when),
        side=_side(rule),
    )


def _only(rule: LocatedDict, known: set[str]) -> None:
    if unknown := sorted(set(rule) - known):
        raise MappingError(f"{unknown[0]} is not a key of a rule; there are {', '.join(sorted(known))}")


def _transform(rule: LocatedDict) -> Transform:
    found = rule.get("transform")
    if found is None:
        return Transform()
    if not isinstance(found, LocatedDict) or set(found) - {"math", "mapping", "as"} or len(found) != 1:
        raise MappingError("transform needs either math, mapping or as")
    if "as" in found:
        if found["as"] not in NAMED:
            raise MappingError(f"transform as {found['as']!r} is unknown; there are {', '.join(NAMED)}")
        return Transform(named=str(found["as"]))
    if "math" in found:
        return Transform(math=str(found["math"]))
    pairs = found["mapping"]
    if not isinstance(pairs, list) or not all(isinstance(pair, dict) and {"from", "to"} <= set(pair) for pair in pairs):
        raise MappingError("transform.mapping needs a list of {from: …, to: …}")
    return Transform(table=tuple((pair["from"], pair["to"]) for pair in pairs))


def _e2e(rule: LocatedDict) -> E2E | None:
    found = rule.get("e2e")
    if found is None:
        return None
    if not isinstance(found, LocatedDict):
        raise MappingError("e2e needs keys: profile, id_list, counter, crc")
    return E2E.of({key: _list(value) if key == "id_list" else value for key, value in found.items()})


def _lane(rule: LocatedDict) -> Lane | None:
    if "lane" not in rule:
        return None
    try:
        return Lane(rule["lane"])
    except ValueError:
        raise MappingError(f"lane {rule['lane']!r} is unknown; there are now, display and slow") from None


def _side(rule: LocatedDict) -> str:
    side = str(rule.get("side", ""))
    if side not in ("", "lhd", "rhd"):
        raise MappingError(f"side {side!r} is unknown; there are lhd and rhd")
    return side


def _number(rule: LocatedDict, key: str, default: float) -> float:
    value = rule.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        raise MappingError(f"{key} needs a number of 0 or more, not {value!r}")
    return float(value)


def _seconds(rule: LocatedDict, key: str) -> float | None:
    return _number(rule, key, 0.0) / 1000 if key in rule else None


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
