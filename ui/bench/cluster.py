"""The instrument cluster in a drive: its own process and window as `pillion cluster` has it, services and car as on the desk."""

from __future__ import annotations

import argparse
import asyncio
import time
from itertools import pairwise

from PySide6.QtCore import Qt

from ui.bench.figures import Figure, figure, quantile
from ui.bench.window import measured_in_qt, until_the_car_is_seen
from ui.commands.cluster import CLUSTER_SIZE
from ui.display import Display, DisplayOptions
from ui.options import UnitOptions
from ui.unit import Unit

__all__ = ["measure"]

_SETTLE_S = 3.0


async def _session(seconds: float) -> dict[str, Figure]:
    display = Display(DisplayOptions(size=CLUSTER_SIZE, window="cluster"))
    display.show()
    options = UnitOptions(simulate=("car",), simulator_options={"car": ("--scene", "drive")})
    try:
        async with Unit(options) as unit:
            await display.connect(unit.link)
            try:
                return await _measured(display, unit, seconds)
            finally:
                await display.close()
    finally:
        display.unload()


async def _measured(display: Display, unit: Unit, seconds: float) -> dict[str, Figure]:
    await until_the_car_is_seen(display)
    await asyncio.sleep(_SETTLE_S)
    began: list[float] = []
    painted: list[float] = []
    window = display.window
    # The software renderer paints in this thread: between the two lies all that a frame costs.
    window.beforeSynchronizing.connect(lambda: began.append(time.perf_counter()), Qt.ConnectionType.DirectConnection)
    window.frameSwapped.connect(lambda: painted.append(time.perf_counter()), Qt.ConnectionType.DirectConnection)
    cpu, start = time.process_time(), time.perf_counter()
    while time.perf_counter() - start < seconds:
        # Up and down as in a hard drive: a dial that stands still would cost nothing.
        step = int((time.perf_counter() - start) / 0.05)
        await unit.tell("car", {"set": {"Vehicle.Speed": 40 + abs(step % 160 - 80)}})
        await asyncio.sleep(0.05)
    spent, lasted = time.process_time() - cpu, time.perf_counter() - start
    costs = [(end - begin) * 1000 for begin, end in zip(began, painted, strict=False)]
    gaps = [(after - before) * 1000 for before, after in pairwise(painted)]
    return {
        "fps": figure(len(painted) / lasted, "frames/s", ">= 58"),
        "paint_p99_ms": figure(quantile(costs, 0.99), "ms", "<= 16.7"),
        "paint_p50_ms": figure(quantile(costs, 0.5), "ms"),
        "gap_p99_ms": figure(quantile(gaps, 0.99), "ms", "<= 33"),
        "cpu_percent": figure(100 * spent / lasted, "% of a core"),
    }


def measure(argv: list[str]) -> dict[str, Figure]:
    """``--seconds`` of a drive at 1280×480."""
    parser = argparse.ArgumentParser(prog="pillion bench cluster")
    parser.add_argument("--seconds", type=float, default=10)
    arguments = parser.parse_args(argv)
    return measured_in_qt(lambda: _session(arguments.seconds))
