"""Gear frame on the bus to camera picture painted, warm and from a cold start; how old pictures are, and what they cost.

The simulated car sends real frames, the simulated camera real MJPEG; both are processes of their own, as are the services. An
ear on the same bus notes when reverse came. A picture counts as painted when the frame it was put into has been shown. Its age
is told by the time code in the picture itself. All clocks are CLOCK_MONOTONIC.
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
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage

from ui.bench.figures import Figure, figure, quantile
from ui.bench.window import measured_in_qt
from ui.camera.sim.scene import CODE_HEIGHT, SHOWN
from ui.camera.sim.timecode import BITS, read_code
from ui.display import Display, DisplayOptions
from ui.unit import free_port
from ui.video.decoder import Picture

__all__ = ["Painted", "measure"]

_GROUP = "239.74.163.11"
_REVERSE = 1
_SQUARE = 8


class Painted(QObject):
    """Calls back with each new picture of the camera, once the frame that holds it has been shown."""

    def __init__(self, display: Display, callback: Callable[[Picture], None]) -> None:
        super().__init__()
        self._display = display
        self._window = display.window
        self._callback = callback
        self._last: Picture | None = None
        self._window.frameSwapped.connect(self._on_frame)

    def stop(self) -> None:
        """No more."""
        self._window.frameSwapped.disconnect(self._on_frame)

    @Slot()
    def _on_frame(self) -> None:
        rear = self._display.shell.rear
        if not rear.shown or not rear.live:
            return
        surface = self._window.findChild(QObject, "rear.picture")
        picture: Picture | None = getattr(surface, "painted", None)
        if picture is not None and picture is not self._last:
            self._last = picture
            self._callback(picture)


def age_ms(image: QImage) -> float | None:
    """How long ago the camera made this picture, by the time code in it."""
    scale = image.width() / SHOWN[0]
    left = (SHOWN[0] - BITS * _SQUARE) / 2 * scale
    y = image.height() - round(CODE_HEIGHT / 2 * scale)
    code = read_code(lambda place: image.pixelColor(int(left + place * BITS * _SQUARE * scale), y).lightnessF())
    return None if code is None else time.monotonic_ns() / 1e6 - code[0]


@contextlib.contextmanager
def _process(*words: str) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen([sys.executable, *words], stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


@dataclass(slots=True)
class _Peers:
    """Simulators of this bench."""

    folder: Path
    port: int
    camera: int = field(default_factory=free_port)

    @property
    def channel(self) -> str:
        return f"{_GROUP}:{self.port}"

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.camera}"

    @contextlib.contextmanager
    def running(self) -> Iterator[None]:
        cli = ("-m", "ui.cli", "sim")
        car = str(self.folder / "car")
        with (
            _process(*cli, "car", "--channel", self.channel, "--control", car) as one,
            _process(*cli, "camera", "--port", str(self.camera), "--car", car) as other,
        ):
            for process in (one, other):
                assert process.stdout
                process.stdout.readline()
            yield

    async def tell(self, request: dict[str, Any]) -> None:
        reader, writer = await asyncio.open_unix_connection(str(self.folder / "car"))
        writer.write(json.dumps(request).encode() + b"\n")
        answer = json.loads(await reader.readline())
        writer.close()
        if not answer["ok"]:
            raise RuntimeError(f"the simulated car refused {request}: {answer['error']}")


async def _until(predicate: Callable[[], object], what: str, deadline_s: float = 20.0) -> None:
    try:
        async with asyncio.timeout(deadline_s):
            while not predicate():
                await asyncio.sleep(0.005)
    except TimeoutError:
        raise RuntimeError(f"not within {deadline_s:g} s: {what}") from None


class _Warm:
    """Reverse again and again in a display that stands."""

    def __init__(self, display: Display, peers: _Peers, ear: subprocess.Popen[str]) -> None:
        self._display, self._peers, self._ear = display, peers, ear
        self._shell = display.shell
        self._first_at = 0
        self._ages: list[float] = []
        self._count = 0
        self._times: list[int] = []
        self._painted = Painted(display, self._on_picture)

    def _on_picture(self, _picture: Picture) -> None:
        now = time.monotonic_ns()
        self._first_at = self._first_at or now
        self._times.append(now)
        image = self._shell.rear.stream.image
        age = age_ms(image) if image is not None else None
        if age is not None:
            self._ages.append(age)

    async def _heard_reverse(self) -> int:
        assert self._ear.stdout
        async with asyncio.timeout(10):
            while True:
                gear, at = json.loads(await asyncio.to_thread(self._ear.stdout.readline))
                if gear == _REVERSE:
                    return int(at)

    async def _gear(self, gear: str) -> None:
        await self._peers.tell({"set": {"gear": gear, "parking_brake": gear == "P"}})

    async def rounds(self, count: int) -> list[float]:
        """Milliseconds from the frame on the bus to the first picture."""
        found = []
        for index in range(count):
            # At any moment of the camera's own pace.
            await asyncio.sleep(0.3 + index % 10 * 0.0033)
            self._first_at = 0
            await self._gear("R")
            heard = await self._heard_reverse()
            await _until(lambda: self._first_at, "a picture of the camera")
            found.append((self._first_at - heard) / 1e6)
            await self._gear("P")
            await _until(lambda: not self._shell.rear.shown, "the end of the rear view")
        return found

    async def watched(self, seconds: float) -> tuple[list[float], float, float]:
        """Ages of pictures in ms, pictures a second, and CPU of this process (percent of a core)."""
        await self._gear("R")
        await _until(lambda: self._shell.rear.live, "a live picture")
        await asyncio.sleep(0.5)
        self._ages.clear()
        self._times.clear()
        began, cpu = time.monotonic(), time.process_time()
        await asyncio.sleep(seconds)
        spent, lasted = time.process_time() - cpu, time.monotonic() - began
        ages, painted = list(self._ages), len(self._times)
        await self._gear("P")
        await _until(lambda: not self._shell.rear.shown, "the end of the rear view")
        return ages, painted / lasted, 100 * spent / lasted

    async def idle(self, seconds: float) -> float:
        """CPU of this process while nobody looks, percent of a core."""
        await asyncio.sleep(1.0)
        began, cpu = time.monotonic(), time.process_time()
        await asyncio.sleep(seconds)
        return 100 * (time.process_time() - cpu) / (time.monotonic() - began)


async def _warm(peers: _Peers, rounds: int, seconds: float) -> dict[str, Figure]:
    launcher_module = import_module("backends.core.launcher")
    options = {"vehicle": {"profile": "demo", "channel": peers.channel}}
    with peers.running(), _process("-m", "ui.bench.rear_peer", "ear", _GROUP, str(peers.port)) as ear:
        async with launcher_module.Launcher(["settings", "vehicle"], options) as launcher:
            display = Display(DisplayOptions())
            display.show()
            display.shell.rear.use("demo", simulator=peers.url)
            await display.connect(launcher.address)
            try:
                shell = display.shell
                await _until(lambda: shell.vehicle.available, "the simulated car")
                await _until(lambda: shell.rear.source.feed and shell.rear.source.feed.arrived, "the simulated camera")
                await asyncio.sleep(6)  # pages load, sound is made ready
                warm = _Warm(display, peers, ear)
                latencies = await warm.rounds(rounds)
                ages, fps, cpu = await warm.watched(seconds)
                kept = await warm.idle(seconds)
                shell.rear.use("")
                without = await warm.idle(seconds)
            finally:
                await display.close()
    if not ages:
        raise RuntimeError("no time code could be read in the pictures")
    return {
        "warm_p99_ms": figure(quantile(latencies, 0.99), "ms", "<= 500"),
        "warm_p50_ms": figure(quantile(latencies, 0.5), "ms"),
        "rounds": figure(len(latencies), "times reverse"),
        "picture_age_p50_ms": figure(quantile(ages, 0.5), "ms"),
        "picture_age_p99_ms": figure(quantile(ages, 0.99), "ms", "<= 200"),
        "fps": figure(fps, "pictures/s"),
        "shown_cpu": figure(cpu, "% of a core"),
        "kept_warm_cpu": figure(max(0.0, kept - without), "% of a core"),
    }


async def _cold(peers: _Peers, starts: int) -> dict[str, Figure]:
    found = []
    with peers.running():
        await peers.tell({"set": {"gear": "R", "parking_brake": False}})
        words = ["--headless", "--no-sim", "--set", f"vehicle.channel={peers.channel}", "--set", "vehicle.profile=demo"]
        for index in range(starts + 1):
            with tempfile.TemporaryDirectory(prefix="pillion-bench-") as state:
                environment = {**os.environ, "PILLION_STATE": state, "XDG_RUNTIME_DIR": state}
                began = time.monotonic_ns()
                command = [sys.executable, "-m", "ui.bench.rear_peer", "cold", *words]
                command += ["--camera", f"rear={peers.url}/rear"]
                process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
                try:
                    assert process.stdout
                    async with asyncio.timeout(30):
                        line = await asyncio.to_thread(process.stdout.readline)
                    # The first start warms the page cache and is not counted.
                    if index and line:
                        found.append((int(line) - began) / 1e6)
                finally:
                    process.terminate()
                    process.wait(10)
                    process.stdout.close()  # type: ignore[union-attr]  # it is a pipe
    if not found:
        raise RuntimeError("no picture of the camera was painted after a start")
    return {
        "cold_ms": figure(quantile(found, 0.5), "ms", "<= 2000"),
        "cold_worst_ms": figure(max(found), "ms"),
        "starts": figure(len(found), "starts"),
    }


def measure(argv: list[str]) -> dict[str, Figure]:
    """``--rounds`` times reverse, ``--starts`` cold starts, ``--seconds`` of watching."""
    parser = argparse.ArgumentParser(prog="pillion bench rear-view")
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--starts", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=8)
    arguments = parser.parse_args(argv)

    async def session() -> dict[str, Figure]:
        with tempfile.TemporaryDirectory(prefix="pillion-bench-") as folder:
            os.environ["PILLION_STATE"] = folder
            peers = _Peers(Path(folder), 20000 + os.getpid() % 20000)
            warm = await _warm(peers, arguments.rounds, arguments.seconds)
            return {**warm, **await _cold(peers, arguments.starts)}

    return measured_in_qt(session)
