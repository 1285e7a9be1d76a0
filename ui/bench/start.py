"""Process start to the first interactive frame, in turn with a bare PySide6 QML window."""

from __future__ import annotations

import argparse
import contextlib
import os
import statistics
import sys
import tempfile
from pathlib import Path

from ui.bench.figures import Figure, figure
from ui.bench.unit import started, started_unit

__all__ = ["measure"]

_BARE = """
import os, socket, sys
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6 import QtQuick
app = QGuiApplication(sys.argv)
engine = QQmlApplicationEngine()
engine.load(QUrl.fromLocalFile(sys.argv[1]))
window = engine.rootObjects()[0]
def ready():
    window.frameSwapped.disconnect(ready)
    socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendto(b"READY=1", os.environ["NOTIFY_SOCKET"])
window.frameSwapped.connect(ready)
status = app.exec()
del engine
sys.exit(status)
"""
_BARE_QML = """import QtQuick
Window { width: 1920; height: 720; visible: true; Text { anchors.centerIn: parent; text: "Pillion" } }
"""


def _mapped_files(pid: int) -> set[Path]:
    lines = Path(f"/proc/{pid}/maps").read_text().splitlines()
    return {Path(words[5]) for line in lines if len(words := line.split(maxsplit=5)) == 6 and words[5].startswith("/")}


def _forget(files: set[Path]) -> None:
    """Ask the kernel to drop the files from the page cache; needs no rights, works for what no one else maps."""
    for path in files:
        with contextlib.suppress(OSError):
            fd = os.open(path, os.O_RDONLY)
            try:
                os.posix_fadvise(fd, 0, 0, os.POSIX_FADV_DONTNEED)
            finally:
                os.close(fd)


def _sources() -> set[Path]:
    roots = [Path(__file__).resolve().parents[2] / name for name in ("ui", "qml", "assets", "backends", "build")]
    roots.append(Path(sys.prefix) / "lib")
    return {
        path for root in roots for path in root.rglob("*") if path.suffix in {".py", ".pyc", ".qml", ".so", ".json"}
    }


def measure(argv: list[str]) -> dict[str, Figure]:
    """Warm: the median of ``--runs`` starts in turn. Cold: the files' pages are dropped before one start."""
    parser = argparse.ArgumentParser(prog="pillion bench start")
    parser.add_argument("--runs", type=int, default=7)
    arguments = parser.parse_args(argv)
    bare_ms, unit_ms, files = [], [], set[Path]()
    with tempfile.TemporaryDirectory() as folder:
        qml = Path(folder) / "Bare.qml"
        qml.write_text(_BARE_QML, encoding="utf-8")
        for _ in range(arguments.runs + 1):
            with started([sys.executable, "-c", _BARE, str(qml)]) as bare:
                bare_ms.append(bare.ready_ms)
            with started_unit() as unit:
                unit_ms.append(unit.ready_ms)
                files = _mapped_files(unit.process.pid)
        _forget(files | _sources())
        with started_unit() as unit:
            cold_ms = unit.ready_ms
    # The first pair warms the cache and is not counted.
    warm, bare_warm = statistics.median(unit_ms[1:]), statistics.median(bare_ms[1:])
    return {
        "warm_ratio": figure(warm / bare_warm, "x bare window", "<= 2"),
        "warm_ms": figure(warm, "ms"),
        "bare_ms": figure(bare_warm, "ms"),
        "cold_ms": figure(cold_ms, "ms"),
    }
