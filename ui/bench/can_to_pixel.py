"""Frame on the bus to frame painted: a new speed on the Vehicle page, idle and beside 4,500 frames/s.

The simulated car sends real frames. A process of its own hears them on the same bus and notes when each new speed came; the
display notes when it had painted that number. Both clocks are CLOCK_MONOTONIC.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from PySide6.QtCore import Qt

from ui.bench.figures import Figure, figure, quantile
from ui.bench.window import measured_in_qt, until_the_car_is_seen
from ui.display import Display, DisplayOptions

__all__ = ["measure"]

_GROUP = "239.74.163.9"
_SETTLE_S = 2.0


@contextlib.contextmanager
def _peer(role: str, port: int) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "ui.bench.can_peer", role, _GROUP, str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


@dataclass(slots=True)
class _Rounds:
    display: Display
    ear: subprocess.Popen[str]
    set_speed: Callable[[int], Awaitable[None]]

    async def run(self, rounds: int) -> list[float]:
        """Latencies in ms of so many new speeds."""
        painted: dict[str, int] = {}

        def on_frame() -> None:
            painted.setdefault(self.display.shell.vehicle.speedText, time.monotonic_ns())

        window = self.display.window
        window.frameSwapped.connect(on_frame, Qt.ConnectionType.QueuedConnection)
        latencies = []
        try:
            for index in range(rounds):
                speed = 40 + index % 60
                painted.clear()
                await self.set_speed(speed)
                heard = await self._heard(speed)
                async with asyncio.timeout(10):
                    while str(speed) not in painted:
                        await asyncio.sleep(0.002)
                latencies.append((painted[str(speed)] - heard) / 1e6)
        except TimeoutError:
            raise RuntimeError("a new speed was not painted within 10 s") from None
        finally:
            window.frameSwapped.disconnect(on_frame)
        return latencies

    async def _heard(self, speed: int) -> int:
        assert self.ear.stdout
        async with asyncio.timeout(10):
            while True:
                heard, at = json.loads(await asyncio.to_thread(self.ear.stdout.readline))
                if heard == speed:
                    return int(at)


async def _session(rounds: int) -> dict[str, Figure]:
    launcher_module = import_module("backends.core.launcher")
    port = 20000 + os.getpid() % 20000
    channel = f"{_GROUP}:{port}"
    with tempfile.TemporaryDirectory(prefix="pillion-bench-") as folder:
        os.environ["PILLION_STATE"] = folder
        control = f"{folder}/car"
        command = [sys.executable, "-m", "ui.cli", "sim", "car", "--channel", channel, "--control", control]
        sim = launcher_module.Child("sim-car", command)
        options = {"vehicle": {"profile": "demo", "channel": channel}}
        async with launcher_module.Launcher(["settings", "vehicle"], options, [sim]) as launcher:
            display = Display(DisplayOptions())
            display.show()
            display.shell.requestPage("vehicle")
            await display.connect(launcher.address)
            try:
                return await _measured(display, control, port, rounds)
            finally:
                await display.close()


async def _measured(display: Display, control: str, port: int, rounds: int) -> dict[str, Figure]:
    await until_the_car_is_seen(display)
    reader, writer = await asyncio.open_unix_connection(control)

    async def tell(command: dict[str, Any]) -> None:
        writer.write(json.dumps(command).encode() + b"\n")
        answer = json.loads(await reader.readline())
        if not answer["ok"]:
            raise RuntimeError(f"the simulated car refused {command}: {answer['error']}")

    async def set_speed(speed: int) -> None:
        await tell({"set": {"Vehicle.Speed": speed}})

    with _peer("ear", port) as ear:
        measured = _Rounds(display, ear, set_speed)
        await asyncio.sleep(_SETTLE_S)
        idle = await measured.run(rounds)
        with _peer("load", port) as load:
            await asyncio.sleep(_SETTLE_S)
            loaded = await measured.run(rounds)
            if load.poll() is not None:
                raise RuntimeError("the load ended by itself; its message is above")
    writer.close()
    return {
        "loaded_p99_ms": figure(quantile(loaded, 0.99), "ms", "<= 50"),
        "loaded_p50_ms": figure(quantile(loaded, 0.5), "ms"),
        "idle_p50_ms": figure(quantile(idle, 0.5), "ms"),
        "idle_p99_ms": figure(quantile(idle, 0.99), "ms"),
        "rounds": figure(len(loaded), "speeds"),
    }


def measure(argv: list[str]) -> dict[str, Figure]:
    """``--rounds`` new speeds each, idle and loaded."""
    parser = argparse.ArgumentParser(prog="pillion bench can-to-pixel")
    parser.add_argument("--rounds", type=int, default=200)
    arguments = parser.parse_args(argv)
    return measured_in_qt(lambda: _session(arguments.rounds))
