"""What a check found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from backends.vehicle.catalogue import Meta, catalogue
from backends.vehicle.dbc.model import Database
from backends.vehicle.mapping.model import Mapping

if TYPE_CHECKING:
    from backends.vehicle.binding import BoundRead
    from backends.vehicle.check.evidence import Evidence
    from backends.vehicle.e2e import E2E

__all__ = ["GROUPS", "Finding", "Report", "group_of"]

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("motion", ("Vehicle.Speed", "Vehicle.IsMoving", "Vehicle.Acceleration.", "Vehicle.AngularVelocity.")),
    ("gear", ("Vehicle.Powertrain.Transmission.",)),
    ("engine", ("Vehicle.Powertrain.CombustionEngine.", "Vehicle.Powertrain.ElectricMotor.")),
    ("energy", ("Vehicle.Powertrain.", "Vehicle.LowVoltage")),
    ("chassis", ("Vehicle.Chassis.SteeringWheel.", "Vehicle.Chassis.ParkingBrake.", "Vehicle.Chassis.Accelerator.",
                 "Vehicle.Chassis.Brake.")),
    ("tyres", ("Vehicle.Chassis.Axle.", "Vehicle.Private.TirePressureTarget.")),
    ("doors", ("Vehicle.Cabin.Door.", "Vehicle.Body.Trunk.", "Vehicle.Body.Hood.", "Vehicle.Cabin.Sunroof.",
               "Vehicle.Cabin.IsWindow")),
    ("lights", ("Vehicle.Body.Lights.", "Vehicle.Cabin.Light.")),
    ("seats", ("Vehicle.Cabin.Seat.", "Vehicle.Private.Seat.")),
    ("climate", ("Vehicle.Cabin.HVAC.", "Vehicle.Private.Hvac.")),
    ("weather", ("Vehicle.Exterior.", "Vehicle.Body.Raindetection.", "Vehicle.Body.Windshield.", "Vehicle.Private.NightMode")),
    ("assistance", ("Vehicle.ADAS.", "Vehicle.Private.Adas.")),
    ("tell-tales", ("Vehicle.Private.Telltale.", "Vehicle.Diagnostics.", "Vehicle.Service.")),
    ("trip", ("Vehicle.Travel", "Vehicle.Trip", "Vehicle.AverageSpeed")),
)  # fmt: skip
"""Parts of a head unit and the paths they live on; the first that fits counts."""


def group_of(path: str) -> str:
    """The part of the head unit that shows this path; "other" for the rest."""
    return next((name for name, prefixes in GROUPS if path.startswith(prefixes)), "other")


@dataclass(frozen=True, slots=True)
class Finding:
    """``wrong``: it makes the check fail; else a note. ``where`` is file:line, a path, or empty."""

    wrong: bool
    where: str
    text: str

    def __str__(self) -> str:
        return f"{self.where}: {self.text}" if self.where else self.text


@dataclass(slots=True)
class Report:
    """Findings, and what was bound on the way to them."""

    findings: list[Finding] = field(default_factory=list)
    databases: dict[str, Database] = field(default_factory=dict)
    mapping: Mapping | None = None
    meta: dict[str, Meta] = field(default_factory=dict)
    bound: list[BoundRead] = field(default_factory=list)
    protected: dict[tuple[str, int], E2E] = field(default_factory=dict)
    writable: list[str] = field(default_factory=list)
    rules: int = 0
    evidence: Evidence | None = None

    @property
    def sound(self) -> bool:
        return not any(finding.wrong for finding in self.findings)

    def wrong(self, where: str, text: str) -> None:
        self.findings.append(Finding(True, where, text))

    def note(self, where: str, text: str) -> None:
        self.findings.append(Finding(False, where, text))

    def coverage(self) -> dict[str, tuple[int, int]]:
        """For each part of the head unit: paths with a rule that works, and paths there are."""
        bound = {read.rule.path for read in self.bound}
        table = {name: [0, 0] for name, _ in GROUPS}
        for path in set(catalogue()) | bound:
            counts = table.setdefault(group_of(path), [0, 0])
            counts[0] += path in bound
            counts[1] += 1
        return {name: (counts[0], counts[1]) for name, counts in table.items()}
