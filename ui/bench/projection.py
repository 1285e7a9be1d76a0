"""Encoded frame to frame painted at 1280×720, through the real service from a simulated phone, beside a bare loop.

The bare loop is the least that shows a video: one Qt window that reads the same encoded frames from a socket at the same
times, decodes each by PyAV and paints it. Both run in this process, one after the other, so that their CPU time is
comparable; the service's share is counted to ours. The phone and the bare loop's sender are processes of their own and count
to neither.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import socket
import struct
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect, QSocketNotifier, Qt
from PySide6.QtGui import QImage, QPainter, QRasterWindow
from PySide6.QtQuick import QQuickWindow

from backends.interfaces import connect
from ui.bench.figures import Figure, cpu_seconds, figure, quantile
from ui.bench.window import measured_in_qt
from ui.video.stream import VideoStream
from ui.video.surface import VideoSurface

__all__ = ["measure"]

_WIDTH, _HEIGHT = 1280, 720
_WARM_UP = 30  # frames that belong to start-up, in both
_RECORD = struct.Struct("<QI")  # time of arrival (ns), bytes
_SENDER = """
import socket, struct, sys, time
out = socket.socket(fileno=int(sys.argv[2]))
record = struct.Struct("<QI")
data = open(sys.argv[1], "rb").read()
offset, first, began = 0, None, time.monotonic_ns() + 300_000_000
while offset < len(data):
    at, size = record.unpack_from(data, offset)
    offset += record.size
    first = at if first is None else first
    due = began + at - first
    time.sleep(max(0, due - time.monotonic_ns()) / 1e9)
    out.sendall(record.pack(time.monotonic_ns(), size) + data[offset:offset + size])
    offset += size
"""


@dataclass(slots=True)
class Run:
    """What one way of showing the frames took."""

    latencies_ms: list[float] = field(default_factory=list)
    frames: int = 0
    dropped: int = 0
    cpu_s: float = 0.0
    service_cpu_s: float = 0.0


async def _ours(fps: int, seconds: float, record: Path) -> Run:
    launcher_module = import_module("backends.core.launcher")
    with tempfile.TemporaryDirectory(prefix="pillion-bench-") as folder:
        command = [sys.executable, "-m", "ui.cli", "sim", "phone", "--port", "0", "--control", f"{folder}/phone"]
        phone = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert phone.stdout
        try:
            address = (await asyncio.to_thread(phone.stdout.readline)).split()[-1]
            os.environ["PILLION_STATE"] = folder
            await _tell(f"{folder}/phone", {"cmd": "testcard", "fps": fps})
            channel = f"239.74.163.9:{20000 + os.getpid() % 20000}"
            options = {
                "projection": {"devices": address, "adb_server": "off", "max_fps": str(fps)},
                "vehicle": {"profile": "demo", "channel": channel},
            }
            # Without a vehicle that says "parked" the driving rules would hide the picture.
            car = launcher_module.Child("car", [sys.executable, "-m", "ui.cli", "sim", "car", "--channel", channel])
            async with launcher_module.Launcher(["projection", "vehicle"], options, [car]) as launcher:
                return await _watch(launcher, seconds, record)
        finally:
            phone.terminate()
            phone.wait(10)


async def _tell(control: str, request: dict[str, Any]) -> None:
    reader, writer = await asyncio.open_unix_connection(control)
    writer.write(json.dumps(request).encode() + b"\n")
    answer = json.loads(await reader.readline())
    writer.close()
    if not answer["ok"]:
        raise RuntimeError(f"the simulated phone refused {request}: {answer['error']}")


async def _ready_device(link: Any) -> str:
    async with asyncio.timeout(20):
        while True:
            try:
                devices = await link.call("projection", "Devices")
            except Exception:  # noqa: BLE001  # the service is still starting
                devices = []
            for device in devices:
                if device["state"] == "ready":
                    return str(device["id"])
            await asyncio.sleep(0.05)


async def _watch(launcher: Any, seconds: float, record: Path) -> Run:
    link = await connect(launcher.address)
    window, stream = QQuickWindow(), VideoStream()
    surface = VideoSurface(window.contentItem())
    window.resize(_WIDTH, _HEIGHT)
    surface.setSize(window.size())
    surface.setProperty("stream", stream)
    window.show()
    run = Run()
    painted: set[int] = set()

    def on_frame() -> None:
        picture = stream.last_picture
        if picture is not None and picture.sent_ns not in painted:
            painted.add(picture.sent_ns)
            run.latencies_ms.append((time.monotonic_ns() - picture.sent_ns) / 1e6)

    window.frameSwapped.connect(on_frame, Qt.ConnectionType.QueuedConnection)
    try:
        device = await _ready_device(link)
        session = await link.call(
            "projection", "OpenApp", device, "org.example.testcard", _WIDTH, _HEIGHT, 160, timeout_s=30
        )
        with record.open("wb") as file:
            fd = await _tee(await link.call("projection", "OpenVideo", session), file)
            stream.attach(fd)
            async with asyncio.timeout(20):
                while stream.received < _WARM_UP:
                    await asyncio.sleep(0.01)
            run.latencies_ms.clear()
            received, dropped, began = stream.received, stream.dropped, time.process_time()
            service = cpu_seconds(launcher.children["projection"].pid)
            await asyncio.sleep(seconds)
            run.cpu_s = time.process_time() - began
            run.service_cpu_s = cpu_seconds(launcher.children["projection"].pid) - service
            run.dropped = stream.dropped - dropped
            run.frames = stream.received - received + run.dropped
    finally:
        stream.detach()
        surface.setProperty("stream", None)
        window.close()
        await link.close()
    return run


async def _tee(fd: int, file: Any) -> int:
    """A descriptor that gives what ``fd`` gives while a process of its own writes the frames to a file too."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
    command = [sys.executable, "-m", "ui.bench.tee", str(fd), str(theirs.fileno()), str(file.fileno())]
    subprocess.Popen(command, pass_fds=(fd, theirs.fileno(), file.fileno()))
    os.close(fd)
    theirs.close()
    return ours.detach()


class _BareWindow(QRasterWindow):
    """Reads, decodes and paints; nothing else."""

    def __init__(self, reader: socket.socket, run: Run) -> None:
        import av
        from av.video.reformatter import VideoReformatter

        super().__init__()
        self._reformatter = VideoReformatter()
        self._run, self._socket, self._buffer = run, reader, bytearray()
        self._codec = av.CodecContext.create("h264", "r")
        self._codec.thread_type, self._codec.thread_count = "SLICE", 1
        self._codec.options = {"flags": "low_delay"}
        self._image: QImage | None = None
        self._held: Any = None
        self._sent = 0
        self.ended = self.warm = False
        self.began_cpu_s = 0.0
        self._notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._read)

    def _read(self) -> None:
        import av

        data = self._socket.recv(1 << 18)
        if not data:
            self._notifier.setEnabled(False)
            self.ended = True
            return
        self._buffer += data
        while len(self._buffer) >= _RECORD.size:
            sent, size = _RECORD.unpack_from(self._buffer)
            if len(self._buffer) < _RECORD.size + size:
                return
            payload = bytes(self._buffer[_RECORD.size : _RECORD.size + size])
            del self._buffer[: _RECORD.size + size]
            for frame in self._codec.decode(av.Packet(payload)):
                picture = self._reformatter.reformat(frame, format="bgra", threads=1)
                plane = picture.planes[0]
                self._held, self._sent = picture, sent
                self._image = QImage(
                    memoryview(plane), picture.width, picture.height, plane.line_size, QImage.Format.Format_RGB32
                )
                self.update()

    def paintEvent(self, _: object) -> None:
        if self._image is not None:
            painter = QPainter(self)
            painter.drawImage(QRect(0, 0, self.width(), self.height()), self._image)
            painter.end()
            if self._sent:
                self._run.latencies_ms.append((time.monotonic_ns() - self._sent) / 1e6)
                self._run.frames += 1
                self._sent = 0
                if self._run.frames == _WARM_UP and not self.warm:
                    self.warm, self.began_cpu_s = True, time.process_time()
                    self._run.frames = 0
                    self._run.latencies_ms.clear()


async def _bare(record: Path) -> Run:
    run = Run()
    reader, writer = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
    window = _BareWindow(reader, run)
    window.resize(_WIDTH, _HEIGHT)
    window.show()
    command = [sys.executable, "-c", _SENDER, str(record), str(writer.fileno())]
    sender = subprocess.Popen(command, pass_fds=(writer.fileno(),))
    writer.close()
    while not window.ended:
        await asyncio.sleep(0.05)
    run.cpu_s = time.process_time() - window.began_cpu_s
    sender.wait(10)
    window.close()
    reader.close()
    return run


async def _pair(fps: int, seconds: float) -> tuple[Run, Run]:
    with tempfile.TemporaryDirectory(prefix="pillion-bench-") as folder:
        record = Path(folder) / "frames"
        ours = await _ours(fps, seconds, record)
        return ours, await _bare(record)


def _figures(fps: int, ours: Run, bare: Run) -> dict[str, Figure]:
    added = (quantile(ours.latencies_ms, 0.5) - quantile(bare.latencies_ms, 0.5)) / (1000 / fps)
    own_cost, bare_cost = ours.cpu_s / ours.frames, bare.cpu_s / bare.frames
    return {
        f"frames_{fps}fps": figure(ours.frames, "frames"),
        f"dropped_{fps}fps": figure(ours.dropped, "frames", "= 0" if fps == 30 else ""),
        f"latency_p50_ms_{fps}fps": figure(quantile(ours.latencies_ms, 0.5), "ms"),
        f"latency_p99_ms_{fps}fps": figure(quantile(ours.latencies_ms, 0.99), "ms"),
        f"bare_p50_ms_{fps}fps": figure(quantile(bare.latencies_ms, 0.5), "ms"),
        f"added_latency_frames_{fps}fps": figure(max(0.0, added), "frames"),
        f"display_cpu_ms_{fps}fps": figure(own_cost * 1000, "ms/frame"),
        f"bare_cpu_ms_{fps}fps": figure(bare_cost * 1000, "ms/frame"),
        f"display_cpu_ratio_{fps}fps": figure(own_cost / bare_cost, "x bare loop"),
        f"cpu_ratio_{fps}fps": figure((own_cost + ours.service_cpu_s / ours.frames) / bare_cost, "x bare loop"),
    }


def measure(argv: list[str]) -> dict[str, Figure]:
    """30 then 60 frames/s for ``--seconds`` each."""
    parser = argparse.ArgumentParser(prog="pillion bench projection")
    parser.add_argument("--seconds", type=float, default=10)
    arguments = parser.parse_args(argv)

    async def session() -> dict[str, Figure]:
        figures: dict[str, Figure] = {}
        for fps in (30, 60):
            figures.update(_figures(fps, *await _pair(fps, arguments.seconds)))
        return figures

    figures = measured_in_qt(session)
    worst = [figures[f"added_latency_frames_{fps}fps"]["value"] for fps in (30, 60)]
    cost = [figures[f"cpu_ratio_{fps}fps"]["value"] for fps in (30, 60)]
    return {
        "added_latency_frames": figure(max(worst), "frames", "<= 1"),
        "cpu_ratio": figure(max(cost), "x bare loop", "<= 1.5"),
        **figures,
    }
