"""Supervision: what dies comes back, what ends takes its children along."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from backends.core.bus import Bus
from backends.core.commands import parse_options
from backends.core.host import serve
from backends.core.launcher import Child, Launcher
from backends.core.link import published_address
from backends.interfaces import SERVICES
from backends.settings.service import SettingsService
from tests.fakes.host import until

SLEEPER = [sys.executable, "-c", "import signal; signal.pause()"]


def _alive(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rsplit(")")[1].split()[0]
    except FileNotFoundError:
        return False


def test_a_killed_child_is_back_within_two_seconds(run: Any) -> None:
    async def body() -> None:
        async with Launcher(extra=[Child("sleeper", SLEEPER)]) as launcher:
            child = launcher.children["sleeper"]
            first = child.pid
            assert first
            began = time.monotonic()
            os.kill(first, signal.SIGKILL)
            await until(lambda: child.pid not in (None, first), 2)
            assert time.monotonic() - began < 2
            assert child.starts == 2
            second = child.pid
        assert second
        assert not _alive(second)

    run(body())


def test_children_die_with_a_killed_launcher(run: Any, tmp_path: Path) -> None:
    script = (
        "import asyncio, sys\n"
        "from backends.core.launcher import Child, Launcher\n"
        "async def main():\n"
        f"    async with Launcher(extra=[Child('sleeper', {SLEEPER!r})]) as launcher:\n"
        "        print(*[c.pid for c in launcher.children.values()], flush=True)\n"
        "        await asyncio.Event().wait()\n"
        "asyncio.run(main())\n"
    )

    async def body() -> None:
        with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as launcher:
            assert launcher.stdout
            pids = [int(word) for word in launcher.stdout.readline().split()]
            # From when setpriv has handed over to the child, the kernel watches.
            await until(lambda: all(Path(f"/proc/{pid}/comm").read_text().strip() != "setpriv" for pid in pids))
            launcher.kill()
        assert len(pids) == 2
        await until(lambda: not any(_alive(pid) for pid in pids), 5, "children gone")

    run(body())


def test_the_address_is_published_and_withdrawn(run: Any) -> None:
    async def body() -> None:
        async with Launcher(publish=True) as launcher:
            assert published_address() == launcher.address
        assert published_address() is None

    run(body())


def test_options_name_their_service() -> None:
    assert parse_options(["vehicle.profile=a=b", "media.demo=1"]) == {
        "vehicle": {"profile": "a=b"},
        "media": {"demo": "1"},
    }
    for wrong in ("vehicle.profile", "profile=1", "nothing.x=1"):
        with pytest.raises(ValueError, match="SERVICE.NAME=VALUE"):
            parse_options([wrong])


@pytest.mark.parametrize("head_start_s", [0.0, 60.0])
def test_the_first_service_has_a_head_start_but_holds_nobody_up(
    run: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, head_start_s: float
) -> None:
    monkeypatch.setenv("PILLION_STATE", str(tmp_path))
    monkeypatch.setattr("backends.core.launcher.HEAD_START_S", head_start_s)

    async def body() -> None:
        async with Launcher(["settings"], extra=[Child("sleeper", SLEEPER)], first="settings") as launcher:
            first, other = launcher.children["settings"], launcher.children["sleeper"]
            assert (first.starts, other.starts) == (1, 0)
            bus = await Bus.connect(launcher.address)
            try:
                await until(lambda: other.pid, 20)
                there = SERVICES["settings"].bus_name in await bus.names()
                assert there or not head_start_s
            finally:
                await bus.close()

    run(body())


class _Slow(SettingsService):
    """Never ready, as on a bus that went away while it started."""

    starting = False

    async def start(self) -> None:
        self.starting = True
        await asyncio.Event().wait()


@pytest.mark.parametrize("way", ["told", "bus"])
def test_a_service_that_is_still_starting_ends_too(run: Any, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    slow = _Slow({})
    monkeypatch.setattr("backends.core.host.create_service", lambda name, options: slow)

    async def body() -> None:
        async with Launcher() as launcher:
            serving = asyncio.create_task(serve(["settings"], launcher.address, {}))
            await until(lambda: slow.starting)
            if way == "told":
                os.kill(os.getpid(), signal.SIGTERM)
            else:
                pid = launcher.children["bus"].pid
                assert pid
                os.kill(pid, signal.SIGKILL)
            async with asyncio.timeout(10):
                assert await serving == (0 if way == "told" else 1)

    run(body())
