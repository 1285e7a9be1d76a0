"""The shape of a figure, and what every bench needs to take one."""

from __future__ import annotations

import os
import statistics
from collections.abc import Iterable
from pathlib import Path
from typing import TypedDict

__all__ = ["Figure", "cpu_seconds", "figure", "process_tree", "pss_mib", "quantile"]

_TICKS = os.sysconf("SC_CLK_TCK")


class Figure(TypedDict, total=False):
    """One measured value. ``aim`` says what it should be, such as "<= 2.0"; absent where there is none."""

    value: float
    unit: str
    aim: str


def figure(value: float, unit: str, aim: str = "") -> Figure:
    """A figure rounded to what was really measured."""
    rounded = float(f"{value:.4g}")
    return {"value": rounded, "unit": unit, "aim": aim} if aim else {"value": rounded, "unit": unit}


def quantile(values: Iterable[float], share: float) -> float:
    """The value below which ``share`` (0..1) of the values lie."""
    ordered = sorted(values)
    if len(ordered) < 2:
        return ordered[0]
    return statistics.quantiles(ordered, n=1000, method="inclusive")[min(998, max(0, round(share * 1000) - 1))]


def process_tree(root: int) -> list[int]:
    """A process and all that descend from it."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except (OSError, IndexError):
                continue
            children.setdefault(parent, []).append(int(entry.name))
    found, todo = [], [root]
    while todo:
        pid = todo.pop()
        found.append(pid)
        todo += children.get(pid, [])
    return found


def cpu_seconds(pid: int) -> float:
    """CPU time a process has used so far, all threads, user and system."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / _TICKS


def pss_mib(pid: int) -> float:
    """Proportional set size: own memory plus its share of what others map too, MiB."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    except OSError:
        return 0.0
    return 0.0
