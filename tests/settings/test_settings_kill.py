"""kill -9 while the service writes: nothing acknowledged is lost, nothing is half."""

from __future__ import annotations

import asyncio
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from backends.core.bus import Bus
from backends.core.link import BusLink
from backends.interfaces import ServiceError
from tests.fakes.host import private_bus

ROOT = Path(__file__).resolve().parents[2]
_KILLS = 8


async def _hosted(link: BusLink, address: str) -> subprocess.Popen[bytes]:
    """A real process with the settings service, its name on the bus."""
    there = asyncio.Event()
    stop = link.on_presence("settings", lambda present: there.set() if present else there.clear())
    command = [sys.executable, "-m", "ui.cli", "services", "settings", "--bus", address]
    process = subprocess.Popen(command, cwd=ROOT)
    async with asyncio.timeout(15):
        await there.wait()
    stop()
    return process


def test_kill_9_in_the_middle_of_writes_loses_nothing(run: Callable[..., Any], private_state: Path) -> None:
    """A client sets the volume in a row as fast as it can; the process is killed at random moments."""
    chance = random.Random(9)

    async def writes_without_end(link: BusLink, acknowledged: dict[str, int], tried: dict[str, int]) -> None:
        while True:
            tried["v"] = (acknowledged["v"] + 1) % 101
            await link.call("settings", "Set", "sound.volume", tried["v"])
            acknowledged["v"] = tried["v"]

    async def one_life(link: BusLink, address: str, acknowledged: dict[str, int], tried: dict[str, int]) -> None:
        process = await _hosted(link, address)
        try:
            values = await link.call("settings", "Get", ["sound.volume"])
            assert values["sound.volume"] in {acknowledged["v"], tried["v"]}, "neither the old nor the new value"
            assert (await link.properties("settings"))["Problem"] == "", "half a file"
            acknowledged["v"] = values["sound.volume"]
            asyncio.get_running_loop().call_later(chance.uniform(0.01, 0.12), process.send_signal, signal.SIGKILL)
            with pytest.raises(ServiceError, match="disconnected|was not provided"):
                await writes_without_end(link, acknowledged, tried)
        finally:
            process.kill()
            await asyncio.to_thread(process.wait)

    async def body() -> None:
        acknowledged, tried, writes = {"v": 60}, {"v": 60}, set[int]()
        async with private_bus() as address:
            link = BusLink(await Bus.connect(address), address)
            for _ in range(_KILLS):
                await one_life(link, address, acknowledged, tried)
                writes.add(acknowledged["v"])
            await link.close()
        assert len(writes) > 1, "nothing was ever written"
        assert not list((private_state / "settings").glob("*.bad-*"))

    run(body(), 90)
