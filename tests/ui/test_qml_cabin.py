"""A finger on the car's sections: the simulated car does what is asked, and what waits for standing still says so at once."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from backends.interfaces import ServiceError
from tests.ui.hands import touch
from tests.ui.test_qml_sections import ready, show
from ui.testing.items import find_all, hit_point
from ui.testing.plugin import Ui, UnitRunner

CAR: dict[str, Any] = {"services": ("settings", "vehicle"), "simulate": ("car",)}
AT_ONCE_S = 1.0
MOVING = {"set": {"speed_kph": 62, "gear": "D", "parking_brake": False}}
PARKED = {"set": {"speed_kph": 0, "gear": "P", "parking_brake": True}}


def of(ui: Ui, key: str) -> Any:
    return ui.shell.actuators.at(key)


async def listens(ui: Ui, *keys: str) -> None:
    """The service writes only into frames it has seen: until the car has sent those that carry these, asked for what they are."""
    done: set[str] = set()
    ui.shell.clients.vehicle.target_changed.connect(
        lambda path, target: done.add(path) if target.state == "confirmed" else None
    )
    for key in keys:
        actuator = of(ui, key)
        await ui.driver.until(lambda actuator=actuator: actuator.known, f"{key} is known", 10)
        value = ui.shell.clients.vehicle.value(actuator.path)
        async with asyncio.timeout(10):
            while not await _accepted(ui, actuator.path, value):
                await asyncio.sleep(0.02)
        await ui.driver.until(lambda actuator=actuator: actuator.path in done, f"{key} is confirmed", 15)


async def _accepted(ui: Ui, path: str, value: object) -> bool:
    try:
        await ui.unit.link.call("vehicle", "Set", path, value)
    except ServiceError:
        return False
    return True


async def until(ui: Ui, key: str, name: str, value: object) -> None:
    """A property of an actuator becomes a value."""
    await ui.driver.until(lambda: getattr(of(ui, key), name) == value, f"{key}.{name} is {value}", 10)


def test_what_is_touched_is_what_the_car_does(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await ready(ui)
        await ui.wait("restrictions.state", "parked")
        await show(ui, "climate")
        keys = ("climate.defrost.rear", "climate.air.driver", "driving.mode", "lights.ambient.colour.driver")
        await listens(ui, *keys)
        was = of(ui, "climate.defrost.rear").on
        await touch(ui, "vehicle.climate.defrost.rear")
        await until(ui, "climate.defrost.rear", "on", not was)
        await touch(ui, "vehicle.climate.air.driver.floor")
        await until(ui, "climate.air.driver", "text", "FLOOR")
        await show(ui, "driving")
        await touch(ui, "vehicle.driving.mode.sport")
        await until(ui, "driving.mode", "text", "SPORT")
        await show(ui, "lights")
        await touch(ui, "vehicle.lights.ambient.2bd9c5")
        for side in ("driver", "passenger"):
            await until(ui, f"lights.ambient.colour.{side}", "text", "#2BD9C5")

    unit(body, **CAR)


def test_windows_open_stop_and_shut_together(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await ready(ui)
        await ui.wait("restrictions.state", "parked")
        await show(ui, "openings")
        await listens(ui, "openings.window.front.driver")
        assert ui.shell.openings.openWindows == 0
        window = of(ui, "openings.window.front.driver")
        await touch(ui, "vehicle.openings.window.front.driver.open")
        await ui.driver.until(lambda: window.real > 0, "the window moves")
        assert ui.shell.vehicle.body.windowFrontLeft
        # While it moves, a tap stops it where it is.
        await touch(ui, "vehicle.openings.window.front.driver.open")
        await ui.driver.until(lambda: not window.pending, "the window stops", 10)
        assert 0 < window.real < 100
        await touch(ui, "vehicle.openings.windows.close")
        await ui.driver.until(lambda: ui.shell.openings.openWindows == 0, "all are shut", 12)
        assert not ui.shell.vehicle.body.windowFrontLeft

    unit(body, **CAR)


def test_a_seat_remembers_where_it_was(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await ready(ui)
        await ui.wait("restrictions.state", "parked")
        await show(ui, "seats")
        height = of(ui, "seats.height.driver")
        await listens(ui, height.key)
        before = height.real
        await touch(ui, "vehicle.seats.memory.2", hold_s=1.0)
        await until(ui, "seats.memory.store.driver", "pending", False)
        await touch(ui, "vehicle.seats.height.driver.more")
        await ui.driver.until(lambda: height.real > before and not height.pending, "the seat rises", 10)
        await touch(ui, "vehicle.seats.memory.2")
        await ui.driver.until(lambda: abs(height.real - before) <= height.step, "the seat is where it was", 10)

    unit(body, **CAR)


def test_a_lid_that_is_shut_by_hand_wants_to_be_held(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await ready(ui)
        await ui.wait("restrictions.state", "parked")
        await show(ui, "openings")
        await listens(ui, "openings.trunk.front")
        await touch(ui, "vehicle.openings.trunk.front")
        assert not of(ui, "openings.trunk.front").pending
        await touch(ui, "vehicle.openings.trunk.front", hold_s=1.0)
        await until(ui, "openings.trunk.front", "on", True)
        assert ui.shell.vehicle.body.frunk

    unit(body, **CAR)


@pytest.mark.parametrize(
    ("section", "control", "key"),
    [
        ("seats", "vehicle.seats.height.driver.more", "seats.height.driver"),
        ("openings", "vehicle.openings.trunk.rear", "openings.trunk.rear"),
        ("driving", "vehicle.driving.assist.collision", "driving.assist.collision"),
        ("climate", "vehicle.climate.schedule.on", "climate.schedule.on"),
    ],
)
def test_what_waits_says_why_within_a_second_and_comes_back(
    unit: UnitRunner, section: str, control: str, key: str
) -> None:
    async def body(ui: Ui) -> None:
        await ready(ui)
        await ui.wait("restrictions.state", "parked")
        await show(ui, section)
        await listens(ui, key)
        actuator = of(ui, key)
        assert actuator.usable
        await ui.unit.tell("car", MOVING)
        await ui.wait("restrictions.state", "moving")
        # In the open section, at once: nothing needs to be opened anew.
        await ui.driver.until(lambda: not actuator.usable, "it waits", AT_ONCE_S)
        before = (actuator.on, actuator.real)
        while ui.shell.notices.visible:
            ui.shell.notices.dismiss()
        await touch(ui, control)
        await ui.driver.until(lambda: ui.shell.notices.visible, "it says why", AT_ONCE_S)
        assert ui.shell.notices.text.startswith("Available when")
        assert not actuator.pending
        assert (actuator.on, actuator.real) == before
        await ui.unit.tell("car", PARKED)
        await ui.driver.until(lambda: actuator.usable, "it is back", 10)

    unit(body, **CAR)


def test_what_stays_allowed_while_moving_stays_usable(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await ready(ui)
        await show(ui, "climate")
        await listens(ui, "climate.cooling")
        await ui.unit.tell("car", MOVING)
        await ui.wait("restrictions.state", "moving")
        was = of(ui, "climate.cooling").on
        await touch(ui, "vehicle.climate.cooling")
        await until(ui, "climate.cooling", "on", not was)

    unit(body, **CAR)


@pytest.mark.parametrize(
    ("spot", "section"), [("front", "lights"), ("frontLeft", "openings"), ("boot", "openings"), ("port", "energy")]
)
def test_touching_the_car_opens_what_serves_the_part(unit: UnitRunner, spot: str, section: str) -> None:
    async def body(ui: Ui) -> None:
        await ready(ui)
        await show(ui, "overview")
        await ui.driver.tap(f"vehicle.car.{spot}")
        await ui.wait("sections.current", section)
        await ui.driver.until(lambda: ui.driver.read(f"vehicle.section.{section}", "ready"), "it is loaded")

    unit(body, **CAR)


def test_a_small_panel_shows_the_list_first_and_leads_back_to_it(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await ready(ui)
        ui.shell.requestPage("vehicle")
        await ui.driver.tap("vehicle.list.climate")
        await ui.wait("sections.current", "climate")
        await ui.driver.until(lambda: ui.driver.seen("vehicle.climate.fan.level"), "the section is there")
        point, _why = hit_point(find_all(ui.display.window, "vehicle.section.back")[0])
        assert point is not None
        await ui.driver.tap("vehicle.section.back")
        await ui.wait("sections.current", "")
        assert ui.driver.seen("vehicle.list.climate")

    unit(body, **CAR, size=(800, 480))
