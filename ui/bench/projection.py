"""Encoded frame to frame painted, through the real service from a simulated phone, beside a bare loop; and glass to glass.

The bare loop (`ui.bench.bare`) is the least that shows a video; it gets the same encoded frames at the same distances. Both run
in this process, one after the other, so that their CPU time is comparable; the service's share is counted to ours. The phone
and the bare loop's sender are processes of their own and count to neither.

Glass to glass: the phone's test card carries the time when it was drawn in its top rows; it is read from what was painted.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from ui.bench.bare import WARM_UP, Run, bare, tee
from ui.bench.figures import Figure, cpu_seconds, figure, process_tree, quantile
from ui.bench.phone import DEADLINE_S, KINDS, Unit, unit
from ui.loop import run_in_qt
from ui.video.decoder import Picture
from ui.video.stream import VideoStream
from ui.video.surface import VideoSurface

__all__ = ["measure"]

_PACES = ((1280, 720, 30), (1280, 720, 60))
_ALL_PACES = (*_PACES, (1920, 1080, 30))


@dataclass(slots=True)
class _Seen(Run):
    """Ours, with what the pictures themselves tell. ``before_ms``: from drawn on the phone to whole in the service."""

    glass_ms: list[float] = field(default_factory=list)
    before_ms: list[float] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)


class _Watch:
    """A window with one stream in it. Each picture that was painted is counted once."""

    def __init__(self, width: int, height: int) -> None:
        self.stream = VideoStream()
        self.run = _Seen()
        self._window = QQuickWindow()
        self._surface = VideoSurface(self._window.contentItem())
        self._read_code: Callable[[Any], Any] = import_module("backends.projection.simphone.blockcode").read_code
        self._painted = 0
        self._window.resize(width, height)
        self._surface.setSize(self._window.size())
        self._surface.setProperty("stream", self.stream)
        self._window.frameSwapped.connect(self._swapped, Qt.ConnectionType.QueuedConnection)
        self._window.show()

    def close(self) -> None:
        self.stream.detach()
        self._surface.setProperty("stream", None)
        self._window.close()

    def _swapped(self) -> None:
        now_ns = time.monotonic_ns()
        picture = self._surface.painted
        if picture is None or picture.sent_ns == self._painted:
            return
        self._painted = picture.sent_ns
        self.run.latencies_ms.append((now_ns - picture.sent_ns) / 1e6)
        code = self._read_code(_grey(picture))
        if code is not None:
            self.run.glass_ms.append((now_ns // 1000 - code.time_us) / 1e3)
            self.run.before_ms.append((picture.sent_ns // 1000 - code.time_us) / 1e3)
            self.run.numbers.append(code.frame)


def _grey(picture: Picture) -> Any:
    """Its green, which is all that black and white squares need; a view, not a copy."""
    rows = np.frombuffer(picture.pixels, np.uint8)[: picture.height * picture.stride].reshape(picture.height, -1)
    return rows[:, 1 : picture.width * 4 : 4]


async def _ours(kind: str, size: tuple[int, int], fps: int, seconds: float, record: Path) -> _Seen:
    async with unit(kind, fps) as started:
        watch = _Watch(*size)
        try:
            return await _watched(started, watch, size, fps, seconds, record)
        finally:
            watch.close()


async def _watched(
    started: Unit, watch: _Watch, size: tuple[int, int], fps: int, seconds: float, record: Path
) -> _Seen:
    run, stream = watch.run, watch.stream
    session = await started.open(await started.add(fps), *size, 160)
    with record.open("wb") as file:
        stream.attach(await tee(await started.link.call("projection", "OpenVideo", session), file))
        await _pictures(stream, 1)
        await started.show_test_card(fps)
        await _pictures(stream, stream.received + WARM_UP)
        for kept in (run.latencies_ms, run.glass_ms, run.before_ms, run.numbers):
            kept.clear()
        received, dropped, began = stream.received, stream.dropped, time.process_time()
        service = _cpu(started.pid)
        await asyncio.sleep(seconds)
        run.cpu_s = time.process_time() - began
        run.service_cpu_s = _cpu(started.pid) - service
        run.dropped = stream.dropped - dropped
        run.frames = stream.received - received + run.dropped
    return run


def _cpu(pid: int) -> float:
    """The service's and its backends'."""
    return sum(cpu_seconds(one) for one in process_tree(pid))


async def _pictures(stream: VideoStream, count: int) -> None:
    async with asyncio.timeout(DEADLINE_S):
        while stream.received < count:
            await asyncio.sleep(0.01)


async def _pair(kind: str, size: tuple[int, int], fps: int, seconds: float) -> tuple[_Seen, Run]:
    with tempfile.TemporaryDirectory(prefix="pillion-bench-") as folder:
        record = Path(folder) / "frames"
        ours = await _ours(kind, size, fps, seconds, record)
        return ours, await bare(record, *size)


def _figures(name: str, fps: int, ours: _Seen, plain: Run) -> dict[str, Figure]:
    added = (quantile(ours.latencies_ms, 0.5) - quantile(plain.latencies_ms, 0.5)) / (1000 / fps)
    own_cost, bare_cost = ours.cpu_s / ours.frames, plain.cpu_s / max(1, plain.frames)
    figures = {
        f"frames_{name}": figure(ours.frames, "frames"),
        f"dropped_{name}": figure(ours.dropped, "frames", "= 0" if fps == 30 else ""),
        f"latency_p50_ms_{name}": figure(quantile(ours.latencies_ms, 0.5), "ms"),
        f"latency_p99_ms_{name}": figure(quantile(ours.latencies_ms, 0.99), "ms"),
        f"bare_p50_ms_{name}": figure(quantile(plain.latencies_ms, 0.5), "ms"),
        f"added_latency_frames_{name}": figure(max(0.0, added), "frames"),
        f"display_cpu_ms_{name}": figure(own_cost * 1000, "ms/frame"),
        f"bare_cpu_ms_{name}": figure(bare_cost * 1000, "ms/frame"),
        f"display_cpu_ratio_{name}": figure(own_cost / bare_cost, "x bare loop"),
        f"cpu_ratio_{name}": figure((own_cost + ours.service_cpu_s / ours.frames) / bare_cost, "x bare loop"),
    }
    return figures | (_glass(name, ours) if ours.glass_ms else {})


def _glass(name: str, ours: _Seen) -> dict[str, Figure]:
    """What the phone drew and nobody saw is counted from the pictures' own numbers."""
    drawn = ours.numbers[-1] - ours.numbers[0] + 1
    return {
        f"glass_p50_ms_{name}": figure(quantile(ours.glass_ms, 0.5), "ms"),
        f"glass_p99_ms_{name}": figure(quantile(ours.glass_ms, 0.99), "ms"),
        f"phone_and_wire_p50_ms_{name}": figure(quantile(ours.before_ms, 0.5), "ms"),
        f"unseen_{name}": figure(drawn - len(set(ours.numbers)), "frames"),
    }


def measure(argv: list[str]) -> dict[str, Figure]:
    """1280x720 at 30, then at 60 frames/s for ``--seconds`` each; ``--full``: 1920x1080 at 30 too."""
    parser = argparse.ArgumentParser(prog="pillion bench projection")
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--kind", choices=sorted(set(KINDS) - {"vnc"}), default="scrcpy", help="how the phone projects")
    parser.add_argument("--full", action="store_true", help="1920x1080 at 30 frames/s too")
    arguments = parser.parse_args(argv)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    app = QGuiApplication([])
    paces = {_name(*pace): pace for pace in (_ALL_PACES if arguments.full else _PACES)}
    figures: dict[str, Figure] = {}

    async def main() -> int:
        for name, (width, height, fps) in paces.items():
            pair = await _pair(arguments.kind, (width, height), fps, arguments.seconds)
            figures.update(_figures(name, fps, *pair))
        return 0

    run_in_qt(app, main)
    return {
        "added_latency_frames": figure(
            max(figures[f"added_latency_frames_{name}"]["value"] for name in paces), "frames", "<= 1"
        ),
        "cpu_ratio": figure(max(figures[f"cpu_ratio_{name}"]["value"] for name in paces), "x bare loop", "<= 1.5"),
        **figures,
    }


def _name(width: int, height: int, fps: int) -> str:
    return f"{fps}fps" if height == 720 else f"{height}p{fps}"
