"""``pillion run`` as a process: driven from outside over D-Bus, told to end, killed; and what it leaves behind (nothing)."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from backends.core.bus import Bus
from backends.interfaces import ServiceError
from tests.fakes.host import until

UI_TEST = ("org.pillion.UiTest1", "/org/pillion/UiTest1", "org.pillion.UiTest1")
Run = Callable[..., Any]


def _family(marker: str) -> set[int]:
    """Every live process whose environment holds the marker: children, and children that lost their parent."""
    found = set()
    for entry in Path("/proc").iterdir():
        if not entry.name.isdecimal():
            continue
        try:
            state = (entry / "stat").read_text().rpartition(")")[2].split()[0]
            if state != "Z" and marker.encode() in (entry / "environ").read_bytes():
                found.add(int(entry.name))
        except OSError:
            continue
    return found


class Unit:
    """A head unit in a process of its own."""

    def __init__(self, process: subprocess.Popen[bytes], marker: str, run_dir: Path, ready_ms: float) -> None:
        self.process = process
        self.marker = marker
        self.bus_file = run_dir / "pillion" / "bus"
        self.ready_ms = ready_ms

    def family(self) -> set[int]:
        return _family(self.marker) - {os.getpid()}


@asynccontextmanager
async def head_unit(tmp_path: Path, *words: str) -> AsyncIterator[Unit]:
    """Start it and wait for READY=1, as systemd would."""
    marker = f"PILLION_TEST_FAMILY={tmp_path}"
    run_dir = Path(os.environ["XDG_RUNTIME_DIR"])
    run_dir.mkdir(parents=True, exist_ok=True)
    name, _, value = marker.partition("=")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ready:
        ready.bind(str(tmp_path / "notify"))
        ready.setblocking(False)
        env = {**os.environ, name: value, "NOTIFY_SOCKET": str(tmp_path / "notify")}
        began = time.monotonic()
        process = subprocess.Popen([sys.executable, "-m", "ui.cli", "run", "--headless", "--ui-test", *words], env=env)
        unit = Unit(process, marker, run_dir, 0.0)
        try:
            async with asyncio.timeout(20):
                assert await asyncio.get_running_loop().sock_recv(ready, 64) == b"READY=1"
            unit.ready_ms = (time.monotonic() - began) * 1000
            yield unit
        finally:
            if process.poll() is None:
                process.kill()
            process.wait()
            await until(lambda: not unit.family(), what="nothing is left running")


@asynccontextmanager
async def remote(unit: Unit) -> AsyncIterator[Callable[..., Any]]:
    """Calls of org.pillion.UiTest1."""
    await until(unit.bus_file.exists, 20)
    bus = await Bus.connect(unit.bus_file.read_text().strip())

    async def call(member: str, signature: str = "", *args: Any) -> Any:
        result = await bus.call(*UI_TEST, member, signature, args, 30.0)
        return result[0] if result else None

    try:
        there = asyncio.Event()
        stop = bus.on_owner(UI_TEST[0], lambda owner: there.set() if owner else None)
        async with asyncio.timeout(20):
            await there.wait()
        stop()
        yield call
    finally:
        await bus.close()


def test_it_is_driven_over_the_bus_from_another_process(run: Run, tmp_path: Path) -> None:
    async def body() -> None:
        async with head_unit(tmp_path, "--no-sim", "--theme", "night") as unit, remote(unit) as call:
            assert await call("Page") == "home"
            await call("Tap", "s", "frame.rail.settings")
            assert await call("Page") == "settings"
            await call("WaitSeen", "su", "stage.settings", 5000)
            found = await call("Find", "s", "name=Media")
            assert [item["object_name"] for item in found] == ["frame.rail.media"]
            assert found[0]["role"] == "PageTab"
            await call("Tap", "s", "name=Media")
            assert await call("Page") == "media"
            tree = {item["object_name"] for item in await call("Tree")}
            assert {"frame.rail.home", "frame.status.time", "stage.media"} <= tree
            assert await call("Read", "ss", "frame.rail.home", "enabled") is True
            png = await call("Screenshot")
            assert png.startswith(b"\x89PNG")
            await call("Key", "s", "Key_Escape")
            await call("WaitFor", "ssvu", "stage.settings", "visible", True, 5000)
            for word, member, signature, args in (
                ("NotFound", "Tap", "s", ("no.such.thing",)),
                ("NotFound", "Read", "ss", ("frame.rail.home", "nonsense")),
                ("Invalid", "Tap", "s", ("climate.driver.temperature.up",)),
                ("Timeout", "WaitFor", "ssvu", ("frame.rail.home", "enabled", False, 50)),
            ):
                with pytest.raises(ServiceError) as caught:
                    await call(member, signature, *args)
                assert caught.value.name == word, caught.value

    run(body(), 60)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_cleanly_when_told_to(run: Run, tmp_path: Path, number: signal.Signals) -> None:
    async def body() -> None:
        async with head_unit(tmp_path) as unit, remote(unit) as call:
            assert await call("Page") == "home"
            await until(lambda: len(unit.family()) >= 8, 20)  # bus, four services, car, phone and the display
            unit.process.send_signal(number)
            await until(lambda: unit.process.poll() is not None, 10)
            assert unit.process.returncode == 0
            await until(lambda: not unit.family(), 5)
            assert not unit.bus_file.exists()

    run(body(), 60)


def test_when_it_is_killed_its_children_go_too(run: Run, tmp_path: Path) -> None:
    async def body() -> None:
        async with head_unit(tmp_path) as unit, remote(unit) as call:
            assert await call("Page") == "home"
            unit.process.kill()
            unit.process.wait()
            await until(lambda: not unit.family(), 5)

    run(body(), 60)


def test_it_ends_by_itself_after_the_time_asked_for(run: Run, tmp_path: Path) -> None:
    async def body() -> None:
        async with head_unit(tmp_path, "--no-sim", "--in-process", "--for", "0.5") as unit:
            await until(lambda: unit.process.poll() is not None, 15)
            assert unit.process.returncode == 0

    run(body(), 60)


def test_a_killed_service_is_seen_as_away_and_the_page_recovers(run: Run, tmp_path: Path) -> None:
    async def body() -> None:
        async with head_unit(tmp_path) as unit, remote(unit) as call:
            lock = ("climate.driver.temperature.up", "enabled")
            await call("WaitFor", "ssvu", *lock, True, 25_000)
            victim = next(
                pid for pid in unit.family() if b"services\0vehicle" in Path(f"/proc/{pid}/cmdline").read_bytes()
            )
            os.kill(victim, signal.SIGKILL)
            await call("WaitFor", "ssvu", *lock, False, 5000)
            await call("WaitFor", "ssvu", *lock, True, 25_000)

    run(body(), 60)


def test_it_ends_in_time_though_a_service_never_comes_up(run: Run, tmp_path: Path) -> None:
    async def body() -> None:
        # A bus that accepts and never answers: connecting to it would wait for good.
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        listener.bind(str(tmp_path / "mute"))
        listener.listen()
        with listener:
            async with head_unit(tmp_path, "--bus", f"unix:path={tmp_path}/mute", "--for", "1") as unit:
                await until(lambda: unit.process.poll() is not None, 15)

    run(body(), 60)
