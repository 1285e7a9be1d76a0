"""The least that shows a video: one Qt window that reads encoded frames from a socket, decodes each by PyAV and paints it.

The frames are those that another run recorded (`tee`), sent again at the same distances by a process of its own.
"""

from __future__ import annotations

import asyncio
import os
import socket
import struct
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect, QSocketNotifier
from PySide6.QtGui import QImage, QPainter, QRasterWindow

__all__ = ["WARM_UP", "Run", "bare", "tee"]

WARM_UP = 30
"""Frames that belong to start-up."""
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


async def tee(fd: int, file: Any) -> int:
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
                if self._run.frames == WARM_UP and not self.warm:
                    self.warm, self.began_cpu_s = True, time.process_time()
                    self._run.frames = 0
                    self._run.latencies_ms.clear()


async def bare(record: Path, width: int, height: int) -> Run:
    """Show a recording once."""
    run = Run()
    reader, writer = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
    window = _BareWindow(reader, run)
    window.resize(width, height)
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
