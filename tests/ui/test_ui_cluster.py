"""The instrument cluster: what its dials say, and that it runs beside the head unit as a process of its own."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest

from ui.display import Display, DisplayOptions
from ui.loop import run_in_qt
from ui.options import UnitOptions
from ui.testing.driver import UiDriver
from ui.testing.plugin import FROZEN
from ui.unit import Unit


def _with_cluster(
    application: Any, body: Callable[[Display, UiDriver, Unit], Any], preferences: dict[str, Any] | None = None
) -> None:
    async def main() -> int:
        options = DisplayOptions(
            size=(1280, 480), window="cluster", ui_test=True, frozen=FROZEN, preferences=preferences or {}
        )
        display = Display(options)
        display.show()
        try:
            async with Unit(UnitOptions(services=("vehicle", "settings"), simulate=("car",), in_process=True)) as unit:
                await display.connect(unit.link)
                driver = UiDriver(display.window)
                await driver.until(lambda: display.shell.vehicle.available, "the car", 20)
                try:
                    await body(display, driver, unit)
                    assert display.errors == []
                finally:
                    await display.close()
        finally:
            display.unload()
        return 0

    run_in_qt(application, main)


def _words(driver: UiDriver, name: str) -> str:
    return str(driver.item(name).property("figure"))


def test_dials_follow_the_car_and_fail_to_a_dash(application: Any) -> None:
    async def body(display: Display, driver: UiDriver, unit: Unit) -> None:
        cluster = display.cluster
        assert cluster is not None
        await unit.tell("car", {"set": {"Vehicle.Speed": 110, "gear": "D"}})
        await driver.until(lambda: _words(driver, "cluster.speed") == "110", "the speed")
        assert math.isclose(cluster.speed, 0.5, abs_tol=0.01)
        assert driver.item("cluster.gear").property("gear") == "D"
        # Zero power is not at the dial's beginning: an electric car takes some back.
        assert 0 < cluster.powerZero < cluster.power + 0.5
        await unit.tell("car", {"fault": "silence"})
        await driver.until(lambda: _words(driver, "cluster.speed") == "–", "the dash")
        assert cluster.speed == 0
        await driver.until(lambda: str(driver.item("cluster.warning").property("text")) != "", "the sentence")

    _with_cluster(application, body)


def test_miles_change_the_scale_and_telltales_show_by_name(application: Any) -> None:
    async def body(display: Display, driver: UiDriver, unit: Unit) -> None:
        cluster = display.cluster
        assert cluster is not None
        assert cluster.speedTicks[-1] == 140
        await unit.tell("car", {"set": {"Vehicle.Speed": 60 * 1.609344, "parking_brake": True}})
        await driver.until(lambda: _words(driver, "cluster.speed") == "60", "the speed in miles")
        assert math.isclose(cluster.speed, 60 / 140, abs_tol=0.01)
        await driver.until(
            lambda: "parking-brake" in [row["symbol"] for row in cluster.telltales.rows], "the parking brake"
        )
        await unit.tell("car", {"set": {"parking_brake": False, "gear": "D"}})
        await driver.until(
            lambda: "parking-brake" not in [row["symbol"] for row in cluster.telltales.rows], "its release"
        )

    _with_cluster(application, body, {"units.distance": "mi"})


@pytest.mark.slow
def test_the_head_unit_brings_its_cluster_and_replaces_a_dead_one(tmp_path: Any, run: Any) -> None:
    import asyncio
    import os
    import signal

    from tests.fakes.host import until
    from ui.commands.cluster import command_line

    async def body() -> None:
        words = command_line(None, headless=True, platform="")
        async with Unit(UnitOptions(services=("vehicle", "settings"), simulate=(), beside=[words])) as unit:
            child = unit.launcher.children["cluster"]
            await until(lambda: child.pid is not None, what="the cluster")
            first = child.pid
            assert first is not None
            await asyncio.to_thread(os.kill, first, signal.SIGKILL)
            await until(lambda: child.pid not in (None, first), what="another cluster")

    run(body())
