"""What the unit costs when nobody touches it: every process, simulators included, and the unit alone."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from ui.bench.figures import Figure, cpu_seconds, figure, process_tree, pss_mib
from ui.bench.unit import started_unit

__all__ = ["measure"]


def _is_simulator(pid: int) -> bool:
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    return b"sim" in words


def measure(argv: list[str]) -> dict[str, Figure]:
    """A parked car and a connected phone; the first ``--settle`` seconds are not counted."""
    parser = argparse.ArgumentParser(prog="pillion bench idle")
    parser.add_argument("--settle", type=float, default=30, metavar="SECONDS")
    parser.add_argument("--seconds", type=float, default=60)
    arguments = parser.parse_args(argv)
    with started_unit() as unit:
        time.sleep(arguments.settle)
        pids = process_tree(unit.process.pid)
        before = {pid: cpu_seconds(pid) for pid in pids}
        began = time.monotonic()
        time.sleep(arguments.seconds)
        seconds = time.monotonic() - began
        cpu = {pid: (cpu_seconds(pid) - before[pid]) / seconds * 100 for pid in pids}
        memory = {pid: pss_mib(pid) for pid in pids}
        simulators = {pid for pid in pids if _is_simulator(pid)}
    return {
        "cpu_percent": figure(sum(cpu.values()), "% of a core", "<= 2"),
        "pss_mib": figure(sum(memory.values()), "MiB", "<= 350"),
        "unit_cpu_percent": figure(sum(v for p, v in cpu.items() if p not in simulators), "% of a core"),
        "unit_pss_mib": figure(sum(v for p, v in memory.items() if p not in simulators), "MiB"),
        "processes": figure(len(pids), "processes"),
    }
