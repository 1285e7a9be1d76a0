"""``pillion bench NAME``: measured figures, each taken in a run of its own.

These machines are noisy: compare ratios taken in one run, not times across runs.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

from ui.bench.figures import Figure

__all__ = ["BENCHES", "main", "meets"]

BENCHES: dict[str, tuple[str, str]] = {
    "start": ("ui.bench.start:measure", "process start to the first interactive frame, beside a bare QML window"),
    "can-decode": ("backends.vehicle.bench:can_decode", "frames a second and core, beside cantools"),
    "two-buses": (
        "backends.vehicle.bench_service:two_buses",
        "CPU of the vehicle service at 9,000 frames/s on two buses",
    ),
    "start-up": ("backends.vehicle.bench_service:start_up", "a service with 2,700 signals, over its bare imports"),
    "dbus-cost": ("backends.vehicle.bench_service:dbus_cost", "CPU for a change set of 100 values, out and in"),
    "soak": ("backends.vehicle.bench_service:soak", "memory under a flood, for --minutes 60"),
    "can-to-pixel": ("ui.bench.can_to_pixel:measure", "frame on the bus to frame painted, idle and on a full bus"),
    "projection": (
        "ui.bench.projection:measure",
        "encoded frame to frame painted, beside a bare decode-and-paint loop",
    ),
    "projection-android-auto": (
        "ui.bench.phones:android_auto",
        "Android Auto: first picture, touch, return, memory, growth",
    ),
    "projection-carlife": ("ui.bench.phones:carlife", "CarLife: likewise"),
    "projection-carlinkit": ("ui.bench.phones:carlinkit", "a dongle with CarPlay: likewise"),
    "projection-scrcpy": ("ui.bench.phones:scrcpy", "an app by scrcpy: likewise"),
    "projection-vnc": ("ui.bench.phones:vnc", "a remote screen: likewise"),
    "cluster": (
        "ui.bench.cluster:measure",
        "frames a second of the instrument cluster in a drive, and what each costs",
    ),
    "rear-view": (
        "ui.bench.rear_view:measure",
        "reverse on the bus to a camera picture painted, warm and from a start",
    ),
    "recorder": ("backends.vehicle.recorder.bench:measure", "the last minute of full buses kept, and saved"),
    "sound": ("backends.sound.bench:measure", "a phone's descriptor to the sound device, and CPU, beside pacat"),
    "idle": ("ui.bench.idle:measure", "CPU and memory of every process with nobody touching"),
}


def meets(figure: Figure) -> bool | None:
    """Whether a figure reaches its aim ("<= 2.0", ">= 5", "= 0"); None without one."""
    match = re.fullmatch(r"(<=|>=|=) ([\d.]+)", figure.get("aim", ""))
    if match is None:
        return None
    aim = float(match[2])
    return {"<=": figure["value"] <= aim, ">=": figure["value"] >= aim, "=": figure["value"] == aim}[match[1]]


def _table(name: str, figures: dict[str, Figure]) -> str:
    lines = [name]
    for key, entry in figures.items():
        verdict = {True: "reached", False: "missed", None: ""}[meets(entry)]
        lines.append(
            f"  {key:<28} {entry['value']:>10g} {entry['unit']:<14} {entry.get('aim', ''):<8} {verdict}".rstrip()
        )
    return "\n".join(lines)


def main(argv: list[str]) -> int:
    """Run one bench and print its figures."""
    parser = argparse.ArgumentParser(prog="pillion bench", description=__doc__)
    parser.add_argument("name", nargs="?", choices=sorted(BENCHES), metavar="NAME")
    parser.add_argument("--list", action="store_true", help="name the benches")
    parser.add_argument("--json", action="store_true", help='{"bench": NAME, "figures": {NAME: {value, unit, aim}}}')
    arguments, rest = parser.parse_known_args(argv)
    if arguments.list or arguments.name is None:
        for name, (_, text) in BENCHES.items():
            print(f"{name:<14} {text}")
        return 0 if arguments.list else 2
    module, function = BENCHES[arguments.name][0].split(":")
    measure: Callable[[list[str]], dict[str, Any]] = getattr(import_module(module), function)
    try:
        figures = measure(rest)
    except RuntimeError as error:
        print(f"pillion bench: {error}", file=sys.stderr)
        return 1
    if arguments.json:
        print(json.dumps({"bench": arguments.name, "figures": figures}))
    else:
        print(_table(arguments.name, figures))
    return 0
