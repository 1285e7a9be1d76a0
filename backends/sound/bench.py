"""Bench of the sound service: a process of its own, a PulseAudio server with a sink that goes nowhere, and an ear at its monitor.

A click in a silent stream tells how long it takes from the descriptor to the device; ``pacat`` with the same sound and the same
wish for latency is listened to by the same ear in the same run.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import socket
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import numpy as np

from backends.core.bus import Bus
from backends.core.launcher import Launcher
from backends.core.link import BusLink
from backends.core.stream import AudioFormat, PacketType, encode_packet
from backends.sound.rules import load_rules

__all__ = ["measure"]

Figures = dict[str, dict[str, Any]]
_RATE, _PIECE = 48_000, 960
_EVERY = 23
"""Pieces from click to click: 0.46 s, which no buffer divides."""
_TICKS = os.sysconf("SC_CLK_TCK")


class _Ear:
    """When clicks came out of the device (s, monotonic)."""

    def __init__(self) -> None:
        self.clicks: list[float] = []
        self.heard = 0

    async def listen(self, stdout: asyncio.StreamReader) -> None:
        while data := await stdout.read(4096):
            now_s = time.monotonic()
            samples = np.frombuffer(data[: len(data) // 2 * 2], dtype="<i2")
            loud = np.flatnonzero(np.abs(samples.astype(np.int32)) > 8000)
            if len(loud):
                at_s = now_s - (len(samples) - int(loud[0])) / _RATE
                if not self.clicks or at_s - self.clicks[-1] > 0.1:
                    self.clicks.append(at_s)
            self.heard += len(samples)


@asynccontextmanager
async def _ear() -> AsyncIterator[_Ear]:
    words = ("--device=out.monitor", "--format=s16le", f"--rate={_RATE}", "--channels=1", "--latency-msec=5")
    process = await asyncio.create_subprocess_exec("parec", *words, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    ear = _Ear()
    task = asyncio.create_task(ear.listen(process.stdout))
    try:
        yield ear
    finally:
        process.kill()
        await process.wait()
        await task


@asynccontextmanager
async def _server(folder: Path) -> AsyncIterator[None]:
    path = folder / "pulse.sock"
    process = await asyncio.create_subprocess_exec(
        *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--disable-shm", "--use-pid-file=no"),
        *("-L", "module-null-sink sink_name=out norewinds=1"),
        *("-L", f"module-native-protocol-unix auth-anonymous=1 socket={path}"),
        env={**os.environ, "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)},
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(10):
            while not path.exists():
                await asyncio.sleep(0.01)
        os.environ["PULSE_SERVER"] = f"unix:{path}"
        yield
    finally:
        process.kill()
        await process.wait()


async def _send(write: Callable[[bytes], object], seconds: float) -> list[float]:
    """Silence with clicks, at its pace; when each click was sent."""
    silent = bytes(_PIECE * 4)
    click = (np.sin(np.arange(96) / 96 * 6 * np.pi) * 24_000).astype("<i2").repeat(2).tobytes()
    click += bytes(len(silent) - len(click))
    sent, began = [], time.monotonic()
    for number in range(int(seconds * _RATE / _PIECE)):
        await asyncio.sleep(max(0.0, began + number * _PIECE / _RATE - time.monotonic()))
        if number % _EVERY == _EVERY - 1:
            sent.append(time.monotonic())
            write(click)
        else:
            write(silent)
    await asyncio.sleep(0.6)
    return sent


def _delays(sent: list[float], heard: list[float]) -> list[float]:
    """ms from a click's sending to its being heard; the first ones, while buffers settle, are left out."""
    found = []
    for at_s in sent[4:]:
        later = [click for click in heard if 0 < click - at_s < 0.45]
        found += [(later[0] - at_s) * 1000] if later else []
    return found


async def _open(link: BusLink, owner: str, role: str) -> Callable[[bytes], object]:
    ours, theirs = socket.socketpair()
    with theirs:
        await link.call("sound", "Play", owner, role, "bench", theirs.fileno())
    ours.setblocking(False)
    ours.send(encode_packet(PacketType.FORMAT, AudioFormat("s16l", _RATE, 2, 16).pack()))
    return lambda pcm: ours.send(encode_packet(PacketType.FRAME, pcm, sent_ns=time.monotonic_ns()))


def _cpu_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


async def _service(launcher: Launcher) -> tuple[BusLink, int]:
    link = BusLink(await Bus.connect(launcher.address), launcher.address)
    there = asyncio.Event()
    link.on_presence("sound", lambda present: there.set() if present else None)
    async with asyncio.timeout(15):
        await there.wait()
    daemon = "org.freedesktop.DBus"
    (pid,) = await link.bus.call(
        daemon, "/org/freedesktop/DBus", daemon, "GetConnectionUnixProcessID", "s", ("org.pillion.Sound1",)
    )
    return link, int(pid)


async def _cpu_share(link: BusLink, pid: int, streams: int, seconds: float) -> float:
    """Percent of a core while so many tones play."""
    writers = [await _open(link, f"bench {number}", "system") for number in range(streams)]
    tone = (np.sin(np.arange(_PIECE) / 48 * 2 * np.pi) * 1000).astype("<i2").repeat(2).tobytes()

    def write(_: bytes) -> None:
        for writer in writers:
            writer(tone)

    await _send(write, 1)
    before = _cpu_s(pid)
    await _send(write, seconds)
    after = _cpu_s(pid)
    for number in range(streams):
        await link.call("sound", "End", f"bench {number}", "")
    return (after - before) / seconds * 100


async def _pacat(ear: _Ear, seconds: float) -> tuple[list[float], float]:
    """The same by PulseAudio's own player."""
    words = ("--playback", "--raw", f"--rate={_RATE}", "--channels=2", "--format=s16le", "--latency-msec=60")
    process = await asyncio.create_subprocess_exec("pacat", *words, stdin=asyncio.subprocess.PIPE)
    assert process.stdin is not None
    ear.clicks.clear()
    before = _cpu_s(process.pid)
    sent = await _send(process.stdin.write, seconds)
    cpu = (_cpu_s(process.pid) - before) / seconds * 100
    process.kill()
    await process.wait()
    return _delays(sent, ear.clicks), cpu


async def _measure(seconds: float) -> Figures:
    figures: Figures = {}

    def note(name: str, value: float, unit: str) -> None:
        figures[name] = {"value": float(f"{value:.4g}"), "unit": unit}

    with tempfile.TemporaryDirectory() as folder:
        async with _server(Path(folder)), Launcher(["sound"]) as launcher, _ear() as ear:
            link, pid = await _service(launcher)
            for role in ("media", "call"):
                ear.clicks.clear()
                sent = await _send(await _open(link, "bench", role), seconds)
                delays = _delays(sent, ear.clicks)
                (row,) = await link.call("sound", "Streams")
                await link.call("sound", "End", "bench", "")
                note(f"{role}: descriptor to device, p50", statistics.median(delays), "ms")
                note(f"{role}: descriptor to device, p99", float(np.quantile(delays, 0.99)), "ms")
                note(f"{role}: as the service measures it", row["delay_ms"], "ms")
                note(f"{role}: of it waiting for late pieces, as set", load_rules().roles[role].buffer_ms, "ms")
                note(f"{role}: gaps", row["gaps"] + row["device_gaps"], "")
            delays, cpu = await _pacat(ear, seconds)
            note("pacat: pipe to device, p50", statistics.median(delays), "ms")
            note("pacat: pipe to device, p99", float(np.quantile(delays, 0.99)), "ms")
            note("pacat: CPU", cpu, "% of a core")
            one = await _cpu_share(link, pid, 1, seconds / 2)
            eight = await _cpu_share(link, pid, 8, seconds / 2)
            note("one stream: CPU", one, "% of a core")
            note("each further stream: CPU", (eight - one) / 7, "% of a core")
            await link.close()
    return figures


def measure(argv: list[str]) -> Figures:
    """Needs pulseaudio and its tools."""
    parser = argparse.ArgumentParser(prog="pillion bench sound")
    parser.add_argument("--seconds", type=float, default=20, help="for each of the five parts")
    arguments = parser.parse_args(argv)
    if not all(shutil.which(program) for program in ("pulseaudio", "parec", "pacat")):
        raise SystemExit("pillion: this needs a sound server to listen to: apt-get install pulseaudio pulseaudio-utils")
    return asyncio.run(_measure(arguments.seconds))
