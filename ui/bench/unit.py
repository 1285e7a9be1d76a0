"""A head unit of its own for a bench: started as a user starts it, told apart by its own folders and bus."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

__all__ = ["StartedUnit", "started", "started_unit"]


@dataclass(slots=True)
class StartedUnit:
    """A started process and how long it took to say READY=1."""

    process: subprocess.Popen[bytes]
    ready_ms: float
    folder: Path


def _wait_ready(listener: socket.socket, process: subprocess.Popen[bytes], deadline_s: float) -> int:
    end = time.monotonic() + deadline_s
    while time.monotonic() < end:
        try:
            message = listener.recv(4096)
        except TimeoutError:
            if process.poll() is not None:
                raise RuntimeError(
                    f"{process.args!r} ended with status {process.returncode} before it was ready"
                ) from None
            continue
        if b"READY=1" in message:
            return time.monotonic_ns()
    raise RuntimeError(f"{process.args!r} was not ready within {deadline_s:g} s")


@contextmanager
def started(command: Sequence[str], env: dict[str, str] | None = None, deadline_s: float = 60) -> Iterator[StartedUnit]:
    """Start a command that tells READY=1 on $NOTIFY_SOCKET (as systemd's services do) and end it afterwards."""
    with tempfile.TemporaryDirectory(prefix="pillion-bench-") as name:
        folder = Path(name)
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        listener.bind(str(folder / "notify"))
        listener.settimeout(0.2)
        (folder / "run").mkdir()
        settings = {
            "QT_QPA_PLATFORM": "offscreen",
            "QT_QUICK_BACKEND": "software",
            "PILLION_STATE": str(folder / "state"),
            "XDG_RUNTIME_DIR": str(folder / "run"),
            "NOTIFY_SOCKET": str(folder / "notify"),
            **(env or {}),
        }
        began = time.monotonic_ns()
        process = subprocess.Popen(command, env={**os.environ, **settings})
        try:
            yield StartedUnit(process, (_wait_ready(listener, process, deadline_s) - began) / 1e6, folder)
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            listener.close()


@contextmanager
def started_unit(*arguments: str, env: dict[str, str] | None = None) -> Iterator[StartedUnit]:
    """``pillion run --headless`` with these further arguments."""
    with started([sys.executable, "-m", "ui.cli", "run", "--headless", *arguments], env) as unit:
        yield unit
