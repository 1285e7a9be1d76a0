"""The frame: which side it stands on, where a knob leads, what is said when services are away, and looks that change live."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF

from tests.ui.qml_rules import actionable, on_screen
from ui.testing.plugin import Ui, UnitRunner
from ui.viewmodels.shell import ShellViewModel

PAGES = ("home", "projection", "media", "vehicle", "settings")


def _rect(ui: Ui, name: str) -> QRectF:
    facts = ui.driver.find(name)[0]
    return QRectF(facts.x, facts.y, facts.width, facts.height)


def test_the_rail_and_the_drivers_zone_are_on_the_drivers_side(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        width = ui.display.window.width()
        await ui.wait("climate.available")
        assert _rect(ui, "frame.rail.home").right() < width / 4
        assert _rect(ui, "climate.driver.temperature.value").x() < _rect(ui, "climate.passenger.temperature.value").x()
        ui.shell.settings.request("display.drive_side", "right")
        await ui.wait("driverSide", "right")
        await ui.driver.settle()
        assert _rect(ui, "frame.rail.home").x() > width * 3 / 4
        assert _rect(ui, "climate.driver.temperature.value").x() > _rect(ui, "climate.passenger.temperature.value").x()
        # Colder stays on the left of warmer, whoever sits where.
        assert _rect(ui, "climate.driver.temperature.down").x() < _rect(ui, "climate.driver.temperature.up").x()

    unit(body, services=("settings", "vehicle"), simulate=("car",))


def test_arabic_is_mirrored_but_the_car_and_the_transport_are_not(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        middle = ui.display.window.width() / 2
        await ui.wait("vehicle.available")
        assert _rect(ui, "frame.status.time").right() < middle
        ui.shell.i18n.use("ar")
        ui.shell.requestPage("vehicle")
        await ui.driver.settle()
        assert _rect(ui, "frame.status.time").x() > middle
        assert _rect(ui, "frame.rail.home").right() < middle
        assert _rect(ui, "vehicle.tyre.frontLeft").x() < _rect(ui, "vehicle.tyre.frontRight").x()
        ui.shell.requestPage("media")
        await ui.wait("media.available")
        await ui.driver.settle()
        assert _rect(ui, "media.transport.previous").x() < _rect(ui, "media.transport.next").x()
        ui.shell.i18n.use("en")

    unit(body, services=("settings", "vehicle", "media"), simulate=("car",))


@pytest.mark.parametrize("page", PAGES)
def test_a_knob_reaches_everything_and_comes_round(unit: UnitRunner, page: str) -> None:
    async def body(ui: Ui) -> None:
        await ui.wait("vehicle.available")
        await ui.wait("projection.connected")
        ui.shell.requestPage(page)
        await ui.driver.settle()
        window = ui.display.window
        wanted = {seen.name for seen in actionable(on_screen(window))}
        reached: list[str] = []
        for _ in range(2 * len(wanted) + 4):
            await ui.driver.key("Key_Tab")
            focus = ui.display.window.activeFocusItem()
            assert focus is not None
            reached.append(focus.objectName())
            # A ring shows where one is; a field of text shows its own.
            assert focus.property("visualFocus") or focus.inherits("QQuickTextField"), focus.objectName()
        assert wanted <= set(reached)

    unit(body, simulate=("car", "phone"))


def test_without_services_every_page_says_so_in_a_sentence(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        for page in PAGES:
            ui.shell.requestPage(page)
            await ui.driver.settle()
            words = [s.item.property("text") for s in on_screen(ui.display.window) if s.item.inherits("QQuickText")]
            assert any(str(text).endswith((".", "…")) for text in words), (page, words)

    unit(body, services=())


def test_day_night_and_brand_change_live(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await ui.wait("settings.available")
        looks = {}
        for brand in ("aurora", "forge", "linen"):
            for theme in ("day", "night"):
                ui.shell.settings.request("display.brand", brand)
                ui.shell.settings.request("display.theme", theme)
                await ui.wait("brand", brand)
                await ui.wait("night", theme == "night")
                image = await ui.driver.settle()
                looks[brand, theme] = image
                corner = image.pixelColor(image.width() - 3, image.height() // 2).lightnessF()
                assert corner < 0.2 if theme == "night" else corner > 0.7
        for one, other in combinations(looks, 2):
            assert looks[one] != looks[other], f"{one} and {other} look the same"

    unit(body, services=("settings",))


def test_pages_are_loaded_before_they_are_wanted(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        def loaded() -> bool:
            return all(ui.driver.item(f"stage.{page}").property("item") is not None for page in PAGES)

        await ui.driver.until(loaded, deadline_s=15)
        assert ui.shell.page == "home"

    unit(body, services=("settings",))


def test_an_offline_shell_is_enough_for_a_page(qapp: object) -> None:
    shell = ShellViewModel()
    assert not shell.vehicle.available
    assert shell.vehicle.problem


def test_while_moving_text_waits_and_the_reason_is_kind(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await ui.wait("restrictions.state", "parked")
        ui.shell.requestPage("settings")
        await ui.driver.tap("settings.subject.drivers")
        await ui.driver.tap("settings.driver.name")
        await ui.driver.type("Mei")
        await ui.driver.wait_for("settings.driver.name", "text", "Mei")
        await ui.unit.tell("car", {"set": {"speed_kph": 62, "gear": "D", "parking_brake": False}})
        await ui.driver.until(lambda: not ui.shell.restrictions.keyboard, deadline_s=30)
        await ui.driver.wait_for("settings.driver.name", "readOnly", True)
        # What was typed stays; more is not taken.
        await ui.driver.type("x")
        assert ui.driver.read("settings.driver.name", "text") == "Mei"
        assert ui.driver.read("settings.driver.name", "placeholderText") == "Available when parked"
        assert not ui.driver.read("settings.driver.add", "enabled")

    unit(body, services=("settings", "vehicle"), simulate=("car",))
