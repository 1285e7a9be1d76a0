"""The whole display against the real services and simulators, in this process."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from backends.interfaces import ServiceError
from ui.options import PHONES
from ui.testing.driver import Unreachable
from ui.testing.plugin import Ui, UnitRunner

TEMPERATURE = "Vehicle.Cabin.HVAC.Station.Row1.Driver.Temperature"


async def writable(ui: Ui) -> None:
    """The service writes only into frames it has seen: until the car has sent the one with the temperature."""

    async def accepted() -> bool:
        try:
            await ui.unit.link.call("vehicle", "Set", TEMPERATURE, 21.0)
        except ServiceError:
            return False
        return True

    states: list[str] = []
    ui.shell.clients.vehicle.target_changed.connect(lambda _path, target: states.append(target.state))
    await ui.wait("climate.driverTempText", "21.0°")
    while not await accepted():
        await asyncio.sleep(0.02)
    await ui.driver.until(lambda: "confirmed" in states)


CAR: dict[str, Any] = {"services": ("settings", "vehicle"), "simulate": ("car",)}


def test_a_temperature_is_shown_as_fact_only_once_the_car_confirms(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await writable(ui)
        confirmed = []
        ui.shell.climate.changed.connect(
            lambda: confirmed.append((ui.shell.climate.driverTempC, ui.shell.climate.driverTempPending))
        )
        await ui.driver.tap("climate.driver.temperature.up")
        await ui.wait("climate.driverTempC", 21.5)
        await ui.wait("climate.driverTempPending", False)
        # It was pending while the car still said 21, and never confirmed before the car said so.
        assert (21.0, True) in confirmed
        assert (21.0, False) not in confirmed
        await ui.driver.wait_for("climate.driver.temperature.value", "text", "21.5°")

    unit(body, **CAR)


def test_a_request_the_car_does_not_answer_fails_in_words_and_shows_the_old_value(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await writable(ui)
        await ui.unit.tell("car", {"fault": "refuse_writes"})
        await ui.driver.tap("climate.driver.temperature.up")
        await ui.wait("climate.driverTempPending", True)
        await ui.wait("climate.driverTempPending", False)
        assert ui.shell.climate.driverTempText == "21.0°"
        assert ui.shell.climate.driverTempFailed
        assert ui.shell.notices.visible

    unit(body, **CAR)


def test_a_silent_car_says_so_and_comes_back_by_itself(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await ui.wait("vehicle.available")
        await ui.unit.stop_simulator("car")
        await ui.wait("vehicle.available", False)
        assert ui.shell.vehicle.problem
        await ui.wait("vehicle.speedText", "–")
        await ui.wait("restrictions.known", False)
        assert not ui.shell.restrictions.video
        with pytest.raises(Unreachable, match="disabled"):
            await ui.driver.tap("climate.driver.temperature.up", deadline_s=0.1)
        await ui.unit.start_simulator("car")
        await ui.wait("vehicle.available")
        await ui.wait("restrictions.state", "parked")

    unit(body, **CAR)


def test_a_service_that_dies_is_seen_as_away_and_recovers(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await ui.wait("settings.available")
        link = ui.unit.link
        service = link._services["settings"]
        await link.remove("settings")
        await ui.wait("settings.available", False)
        assert ui.shell.settings.problem
        # The look stays while the service is away.
        assert ui.shell.brand == "aurora"
        await link.add(type(service)(service.options))
        await ui.wait("settings.available")

    unit(body, services=("settings",))


def test_language_and_direction_change_live(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await ui.wait("settings.available")
        assert "May" in ui.shell.status.dateText
        ui.shell.settings.request("display.language", "de")
        await ui.wait("i18n.language", "de")
        await ui.wait("settings.pending", "")
        assert ui.shell.status.dateText == "Donnerstag, 14. Mai"
        ui.shell.settings.request("display.language", "ar")
        await ui.wait("i18n.rightToLeft", True)
        before = ui.driver.grab()
        ui.shell.settings.request("display.language", "en")
        await ui.wait("i18n.rightToLeft", False)
        await ui.driver.until(lambda: ui.driver.grab() != before)

    unit(body, services=("settings",), preferences={})


def test_theme_and_brand_change_live(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await ui.wait("settings.available")
        ui.shell.settings.request("display.theme", "day")
        await ui.wait("night", False)
        day = await ui.driver.settle()
        ui.shell.settings.request("display.theme", "night")
        await ui.wait("night", True)
        night = await ui.driver.settle()
        assert day.pixelColor(5, 5).lightness() > night.pixelColor(5, 5).lightness() + 100
        ui.shell.settings.request("display.brand", "forge")
        await ui.wait("brand", "forge")
        assert await ui.driver.settle() != night

    unit(body, services=("settings",))


@pytest.mark.parametrize("page", ["home", "projection", "media", "vehicle", "settings"])
def test_every_page_opens_from_the_rail_and_paints(unit: UnitRunner, page: str) -> None:
    async def body(ui: Ui) -> None:
        ui.shell.requestPage("settings" if page == "home" else "home")
        before = await ui.driver.settle()
        await ui.driver.tap(f"frame.rail.{page}")
        await ui.wait("page", page)
        after = await ui.driver.settle()
        stage = after.rect().adjusted(150, 80, -150, -150)
        assert after.copy(stage) != before.copy(stage)
        assert len({after.pixel(x, y) for x in range(160, 1700, 7) for y in range(90, 560, 7)}) > 3

    unit(body, services=("settings",))


def test_an_app_of_the_phone_opens_and_reacts_to_touch(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await ui.wait("projection.connected", deadline_s=20)
        await ui.driver.tap("frame.rail.projection")
        await ui.driver.until(lambda: ui.shell.projection.apps.count > 0)
        await ui.driver.settle()
        ui.shell.projection.openApp(
            next(row["appId"] for row in ui.shell.projection.apps.rows if row["name"] == "Settings")
        )
        await ui.wait("projection.active", deadline_s=20)
        assert ui.shell.projection.appView == "app"
        await ui.driver.until(lambda: ui.shell.projection.stream.hasPicture)
        ui.shell.projection.closeApp()
        await ui.wait("projection.appView", "launcher")
        await ui.wait("projection.sessionId", "")

    unit(body, services=("settings", "vehicle", "projection"), simulate=("car", "phone"))


def test_a_profile_of_another_powertrain_brings_its_own_car(unit: UnitRunner) -> None:
    fuel = "Vehicle.Powertrain.FuelSystem.RelativeLevel"

    async def body(ui: Ui) -> None:
        async with asyncio.timeout(20):
            while (sample := (await ui.unit.link.call("vehicle", "Get", [fuel]))[fuel])["quality"] != "valid":
                await asyncio.sleep(0.02)
        assert sample["value"] == 71

    unit(body, **CAR, options={"vehicle": {"profile": "demo_fuel"}})


@pytest.mark.parametrize("kind", [kind for kind in PHONES if kind != "scrcpy"])
def test_the_simulated_phone_may_be_of_any_kind(unit: UnitRunner, kind: str, private_state: Path) -> None:
    async def body(ui: Ui) -> None:
        await ui.driver.until(lambda: ui.shell.projection.apps.count == 1, "the phone offers its screen")
        ui.shell.requestPage("projection")
        ui.shell.projection.openApp(ui.shell.projection.apps.rows[0]["appId"])
        await ui.wait("projection.active", deadline_s=20)

    unit(body, services=("settings", "vehicle", "projection"), simulate=("car", "phone"), phone=kind, deadline_s=60)
    kept = [
        path.name
        for path in private_state.rglob("*")
        if path.is_file() and "127.0.0.1" in path.read_text("utf-8", "replace")
    ]
    assert not kept, "a phone that was there by an option is not remembered"
