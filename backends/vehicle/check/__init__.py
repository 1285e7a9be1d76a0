"""Proves a vehicle profile against its message description, and against a recording."""

from __future__ import annotations

from pathlib import Path

from backends.vehicle.check.evidence import Evidence, PathFigures, play
from backends.vehicle.check.plausible import judge
from backends.vehicle.check.report import Finding, Report
from backends.vehicle.check.static import examine
from backends.vehicle.profile import Profile

__all__ = ["Evidence", "Finding", "PathFigures", "Report", "check_profile", "examine", "judge", "play"]


def check_profile(profile: Profile, log: Path | None = None) -> Report:
    """All that can be said of a profile. Raises LogError when the recording cannot be read; files of the profile that cannot are
    findings.
    """
    report = examine(profile)
    if log is not None and report.databases:
        report.evidence = play(profile, report, log)
        judge(profile, report)
    return report
