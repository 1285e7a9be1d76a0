"""What a mapping file says, before it meets a message description."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from backends.vehicle.defs import Lane, Scalar
from backends.vehicle.e2e import E2E
from backends.vehicle.errors import Problem

__all__ = ["Confirm", "Mapping", "MetaOverlay", "ReadRule", "Transform", "WriteRule"]


@dataclass(frozen=True, slots=True)
class Transform:
    """A formula (``math``), pairs from → to (``table``), or a conversion by name (``named``); none: the value as it is."""

    math: str = ""
    table: tuple[tuple[Scalar, Scalar], ...] = ()
    named: str = ""


@dataclass(frozen=True, slots=True)
class ReadRule:
    """``dbc2vss``: where a path's value comes from. Times in seconds; None means the message's own period decides."""

    path: str
    line: int
    signals: tuple[tuple[str, str], ...]
    """Pairs (name in the formula, signal); a plain rule has one, named x."""
    bus: str = ""
    message: str = ""
    mux: int | None = None
    transform: Transform = Transform()
    sna: tuple[Scalar, ...] = ()
    interval_s: float = 0.0
    stale_s: float | None = None
    deadband: float = 0.0
    lane: Lane | None = None
    e2e: E2E | None = None
    when: tuple[tuple[str, Scalar], ...] = ()
    """Pairs (signal of the same message, value it must have); otherwise the value is not available."""
    side: str = ""


@dataclass(frozen=True, slots=True)
class Confirm:
    """How the car's answer is recognised. ``within_s`` None: by kind of actuator."""

    signal: str = ""
    within_s: float | None = None
    tolerance: float | None = None


@dataclass(frozen=True, slots=True)
class WriteRule:
    """``vss2dbc``: the signal that asks the car for a value."""

    path: str
    line: int
    signal: str
    bus: str = ""
    message: str = ""
    transform: Transform = Transform()
    confirm: Confirm = Confirm()
    e2e: E2E | None = None
    when: dict[str, Any] = field(default_factory=dict)
    side: str = ""


@dataclass(frozen=True, slots=True)
class MetaOverlay:
    """What an overlay says of a path itself: the vspec keys type, datatype, unit, min, max, allowed, description."""

    path: str
    line: int
    facts: dict[str, Any]


@dataclass(slots=True)
class Mapping:
    """All rules of a file, and what was left out of it."""

    file: Path
    reads: list[ReadRule] = field(default_factory=list)
    writes: list[WriteRule] = field(default_factory=list)
    overlay: list[MetaOverlay] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def without(self, patterns: tuple[str, ...]) -> Mapping:
        """The same without these paths (``.*`` at the end: a branch), for cars that share a mapping but lack something."""
        if not patterns:
            return self
        exact = {pattern for pattern in patterns if not pattern.endswith(".*")}
        branches = tuple(pattern[:-1] for pattern in patterns if pattern.endswith(".*"))

        def stays(path: str) -> bool:
            return path not in exact and not path.startswith(branches)

        return replace(
            self,
            reads=[rule for rule in self.reads if stays(rule.path)],
            writes=[rule for rule in self.writes if stays(rule.path)],
        )
