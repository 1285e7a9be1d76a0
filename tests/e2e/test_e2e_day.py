"""A day with the unit: everything boots as a user boots it, and is used from outside, over D-Bus alone."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage

from backends.interfaces import SERVICES, ServiceError
from tests.fakes.host import until
from tests.fakes.outside import Outside, outside

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240), pytest.mark.xdist_group("e2e")]

DRIVER_TEMPERATURE = "Vehicle.Cabin.HVAC.Station.Row1.Driver.Temperature"
CYAN, BLUE = (16, 235, 235), (16, 16, 235)
UNIT = [sys.executable, "-m", "ui.cli"]
Run = Callable[..., Any]


def test_a_recorded_drive_moves_the_dials(run: Run, shared: Path) -> None:
    log = shared / "data" / "logs" / "honda_civic_gen8_drive_0_71kmh.log"
    dbc = shared / "data" / "dbc" / "opendbc_honda_crv_touring_2016_can_generated.dbc"
    command = [*UNIT, "replay", str(log), "--dbc", str(dbc), "--speed", "3", "--loop", "--headless", "--ui-test"]

    async def body() -> None:
        async with outside(command) as unit:
            await unit.answers("vehicle")
            speeds: list[float] = []
            unit.link.on_signal(
                "vehicle",
                "Changed",
                lambda _lane, changes: speeds.extend(
                    c[1] for c in changes if c[0] == "Vehicle.Speed" and c[2] == "valid"
                ),
            )
            await unit.link.call("vehicle", "Subscribe", ["Vehicle.Speed"])
            await unit.tap("frame.rail.vehicle")
            shown: set[str] = set()

            async def watch_dial() -> None:
                while not (speeds and max(speeds) > 71.24 and len(shown) > 20):
                    shown.add(await unit.read("vehicle.speed.value"))

            async with asyncio.timeout(40):
                await watch_dial()
            assert max(speeds) == pytest.approx(71.34, abs=0.1)
            assert {text for text in shown if text.isdigit() and int(text) > 40}, shown

    run(body(), deadline_s=120)


def _near(image: QImage, x: float, y: float, wanted: tuple[int, int, int]) -> bool:
    colour = image.pixelColor(round(x), round(y)).getRgb()[:3]
    return all(abs(a - b) < 60 for a, b in zip(colour, wanted, strict=True))


async def _visible(unit: Outside, selector: str) -> bool:
    return any(item["visible"] for item in await unit.find(selector))


async def _app_reacts(unit: Outside, bar: int, colour: tuple[int, int, int]) -> None:
    """Open the phone's test card, touch one of its colour bars in the picture, see the mark it leaves there."""
    await unit.tap("frame.rail.projection")
    tile = "projection.app.org.example.testcard"
    async with asyncio.timeout(30):
        # After a restart of its service the app comes back by itself; only a fresh start shows the tiles.
        while not (shown := await _visible(unit, "projection.stage.picture")) and not await _visible(unit, tile):
            await asyncio.sleep(0.05)
    if not shown:
        await unit.tap(tile)
    picture = await unit.see("projection.stage.picture")
    x = picture["x"] + picture["width"] * (bar + 0.5) / 8
    y = picture["y"] + picture["height"] * 0.3

    async def shows(wanted: bool, what: str) -> None:
        try:
            async with asyncio.timeout(30):
                while _near(await unit.screenshot(), x, y, colour) is not wanted:
                    await asyncio.sleep(0.1)
        except TimeoutError:
            raise AssertionError(f"{what} was not seen") from None

    await shows(True, "the app's picture")
    await unit.tap_at(x, y)
    await shows(False, "the mark where the app was touched")


async def _music_obeys_playerctl(unit: Outside) -> None:
    playerctl = shutil.which("playerctl")
    if playerctl is None:
        pytest.skip("playerctl is not installed: apt-get install playerctl")

    async def ctl(*words: str) -> str:
        process = await asyncio.create_subprocess_exec(
            playerctl,
            "--player=pillion",
            *words,
            env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": unit.bus_address},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        return (await process.communicate())[0].decode().strip()

    async def becomes(wanted: str) -> None:
        async with asyncio.timeout(20):
            while await ctl("status") != wanted:
                await asyncio.sleep(0.05)

    await unit.tap("frame.rail.media")
    async with asyncio.timeout(90):  # a desk's first start composes its music
        while not (await unit.link.call("media", "Browse", "songs", 0, 1))[1]:
            await asyncio.sleep(0.2)
    await unit.see("media.player.title")
    await unit.tap("media.transport.play")
    await becomes("Playing")
    title = await unit.read("media.player.title")
    assert title == await ctl("metadata", "title") != ""
    await ctl("pause")
    await becomes("Paused")
    assert (await unit.link.call("media", "NowPlaying"))["status"] == "paused"


async def _accepted(unit: Outside, path: str, value: Any) -> int:
    """Ask for a value; a service that has just started refuses until the car has shown the control on its bus."""
    async with asyncio.timeout(3):
        while True:
            try:
                return int(await unit.link.call("vehicle", "Set", path, value))
            except ServiceError as error:
                if error.name != "Refused":
                    raise
                await asyncio.sleep(0.05)


async def _climate_is_confirmed(unit: Outside) -> None:
    await unit.answers("vehicle")

    async def shown() -> bool:
        sample = (await unit.link.call("vehicle", "Get", [DRIVER_TEMPERATURE]))[DRIVER_TEMPERATURE]
        return bool(sample["quality"] == "valid")

    async with asyncio.timeout(10):
        while not await shown():
            await asyncio.sleep(0.02)
    told: list[tuple[Any, ...]] = []
    unit.link.on_signal("vehicle", "TargetChanged", lambda *args: told.append(args))
    await unit.link.properties("vehicle")
    request = await _accepted(unit, DRIVER_TEMPERATURE, 22.5)
    await until(lambda: (request, DRIVER_TEMPERATURE, 22.5, "confirmed", "") in told, 5, f"confirmed: {told}")
    sample = (await unit.link.call("vehicle", "Get", [DRIVER_TEMPERATURE]))[DRIVER_TEMPERATURE]
    assert (sample["value"], sample["quality"]) == (22.5, "valid")
    await unit.reads("climate.driver.temperature.value", "22.5°")
    await unit.tap("climate.driver.temperature.up")
    await unit.reads("climate.driver.temperature.value", "23.0°")
    wanted = (DRIVER_TEMPERATURE, 23.0, "confirmed", "")
    await until(lambda: any(t[1:] == wanted for t in told), 5, f"confirmed: {told}")


async def _killed_and_back(unit: Outside, service: str) -> None:
    pid = unit.service_pid(service)
    assert pid
    os.kill(pid, signal.SIGKILL)
    began = time.monotonic()
    await until(lambda: unit.service_pid(service) not in (0, pid), 5, f"{service} restarted")
    await unit.answers(service, 10)
    assert time.monotonic() - began < 2.0, f"{service} took {time.monotonic() - began:.1f} s to return"


def test_a_day_with_the_unit(run: Run) -> None:
    async def body() -> None:
        async with outside([*UNIT, "run", "--headless", "--ui-test"]) as unit:
            await _climate_is_confirmed(unit)
            await _app_reacts(unit, 2, CYAN)
            await _music_obeys_playerctl(unit)
            for service in SERVICES:
                await _killed_and_back(unit, service)
            # The pages have recovered by themselves: what worked works again.
            await _climate_is_confirmed(unit)
            await _app_reacts(unit, 6, BLUE)

    run(body(), deadline_s=200)
