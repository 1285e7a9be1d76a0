"""Frame on the bus to frame painted: a new speed on the Vehicle page, idle and beside 4,500 frames/s.

The simulated car sends real frames; this process hears them on the same bus with the kernel's time of arrival, and compares
that with the time at which the display had painted the new number. The load replays the car's own other frames, so that every
one of them has to be looked at.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from ui.bench.figures import Figure, figure, quantile
from ui.display import Display, DisplayOptions
from ui.loop import run_in_qt

__all__ = ["measure"]

_LOAD_FPS = 4500
_DBC = Path(__file__).resolve().parents[2] / "assets" / "vehicles" / "demo" / "demo.dbc"
_LOAD = """
import json, sys, time
from importlib import import_module
open_port = import_module("backends.vehicle.multicast").open_bus
import can
frames = [can.Message(arbitration_id=i, data=bytes.fromhex(d), is_extended_id=False) for i, d in json.load(open(sys.argv[2]))]
bus, fps, n = open_port(sys.argv[1]), int(sys.argv[3]), 0
began = time.monotonic()
while True:
    for _ in range(fps // 100):
        bus.send(frames[n % len(frames)]); n += 1
    time.sleep(max(0.0, began + n / fps - time.monotonic()))
"""


class _Ear:
    """Hears the bus beside the service; tells when a signal of the demo car took a value."""

    def __init__(self, channel: str) -> None:
        import cantools

        self._bus = import_module("backends.vehicle.multicast").open_bus(channel)
        self._message = cantools.database.load_file(_DBC).get_message_by_name("Motion")
        self.others: list[tuple[int, str]] = []
        self._heard: dict[int, float] = {}
        asyncio.get_running_loop().add_reader(self._bus.fileno(), self._read)

    def _read(self) -> None:
        while (message := self._bus.recv(0)) is not None:
            if message.arbitration_id != self._message.frame_id:
                if len(self.others) < 4000:
                    self.others.append((message.arbitration_id, message.data.hex()))
                continue
            speed = round(float(self._message.decode(message.data, decode_choices=False)["Speed"]))
            self._heard.setdefault(speed, message.timestamp)

    def forget(self) -> None:
        """Before the next number."""
        self._heard.clear()

    def when(self, speed: int) -> float | None:
        """Time of arrival (s, CLOCK_REALTIME) of the first frame with this speed, km/h."""
        return self._heard.get(speed)

    def close(self) -> None:
        asyncio.get_running_loop().remove_reader(self._bus.fileno())
        self._bus.shutdown()


async def _until(predicate: Callable[[], Any], what: str, deadline_s: float = 20) -> None:
    try:
        async with asyncio.timeout(deadline_s):
            while not predicate():
                await asyncio.sleep(0.002)
    except TimeoutError:
        raise RuntimeError(f"not within {deadline_s:g} s: {what}") from None


async def _rounds(display: Display, ear: _Ear, tell: Callable[[dict[str, Any]], Any], rounds: int) -> list[float]:
    painted: dict[str, float] = {}

    def on_frame() -> None:
        painted.setdefault(display.shell.vehicle.speedText, time.time())

    display.window.frameSwapped.connect(on_frame, Qt.ConnectionType.QueuedConnection)
    latencies = []
    try:
        for index in range(rounds):
            speed = 40 + index % 60
            painted.clear()
            ear.forget()
            await tell({"set": {"Vehicle.Speed": speed}})
            text = str(speed)
            await _until(lambda text=text: text in painted, f"{text} km/h painted")  # type: ignore[misc]
            heard = ear.when(speed)
            if heard is not None:
                latencies.append((painted[text] - heard) * 1000)
    finally:
        display.window.frameSwapped.disconnect(on_frame)
    return latencies


async def _session(app: QGuiApplication, rounds: int, size: tuple[int, int]) -> dict[str, Figure]:
    launcher_module = import_module("backends.core.launcher")
    with tempfile.TemporaryDirectory(prefix="pillion-bench-") as folder:
        os.environ["PILLION_STATE"] = folder
        channel = f"239.74.163.9:{20000 + os.getpid() % 20000}"
        control = f"{folder}/car"
        sim = launcher_module.Child(
            "sim-car", [sys.executable, "-m", "ui.cli", "sim", "car", "--channel", channel, "--control", control]
        )
        options = {"vehicle": {"profile": "demo", "channel": channel}}
        async with launcher_module.Launcher(["settings", "vehicle"], options, [sim]) as launcher:
            display = Display(DisplayOptions(size=size))
            display.show()
            display.shell.requestPage("vehicle")
            ear = _Ear(channel)
            try:
                await display.connect(launcher.address)
                await _until(lambda: display.shell.vehicle.available, "the vehicle is there")
                reader, writer = await asyncio.open_unix_connection(control)

                async def tell(command: dict[str, Any]) -> None:
                    writer.write(json.dumps(command).encode() + b"\n")
                    await reader.readline()

                await asyncio.sleep(2)
                idle = await _rounds(display, ear, tell, rounds)
                loaded = await _loaded(display, ear, tell, rounds, channel, Path(folder))
                writer.close()
            finally:
                ear.close()
                await display.close()
    return {
        "loaded_p99_ms": figure(quantile(loaded, 0.99), "ms", "<= 50"),
        "loaded_p50_ms": figure(quantile(loaded, 0.5), "ms"),
        "idle_p50_ms": figure(quantile(idle, 0.5), "ms"),
        "idle_p99_ms": figure(quantile(idle, 0.99), "ms"),
        "rounds": figure(len(loaded), "speeds"),
    }


async def _loaded(
    display: Display, ear: _Ear, tell: Callable[[dict[str, Any]], Any], rounds: int, channel: str, folder: Path
) -> list[float]:
    frames = folder / "frames.json"
    frames.write_text(json.dumps(ear.others), encoding="utf-8")
    load = subprocess.Popen([sys.executable, "-c", _LOAD, channel, str(frames), str(_LOAD_FPS)])
    try:
        await asyncio.sleep(2)
        if load.poll() is not None:
            raise RuntimeError("the load ended by itself; its message is above")
        return await _rounds(display, ear, tell, rounds)
    finally:
        load.kill()
        load.wait()


def measure(argv: list[str]) -> dict[str, Figure]:
    """``--rounds`` new speeds each, idle and loaded."""
    parser = argparse.ArgumentParser(prog="pillion bench can-to-pixel")
    parser.add_argument("--rounds", type=int, default=120)
    arguments = parser.parse_args(argv)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    app = QGuiApplication([])
    figures: dict[str, Figure] = {}

    async def main() -> int:
        figures.update(await _session(app, arguments.rounds, (1920, 720)))
        return 0

    run_in_qt(app, main)
    return figures
