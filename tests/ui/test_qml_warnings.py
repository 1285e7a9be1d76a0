"""A new warning over the pages: where it lies, what it never covers, how long it stays, and that it can be read anywhere."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ui.qml_rules import broken_rules
from ui.i18n import PSEUDO
from ui.said_warnings import WARNINGS
from ui.testing.driver import Unreachable
from ui.testing.plugin import Ui, UnitRunner
from ui.viewmodels.shell import PAGES

SHEET = "frame.warning.acknowledge"
SERVICES = ("settings", "vehicle")


def entry(text: str, severity: str = "critical", code: str = "test", symbol: str = "brake") -> dict[str, Any]:
    return {"code": code, "severity": severity, "symbol": symbol, "text": text, "since": 1_778_755_000.0, "sure": True}


def tell(ui: Ui, *entries: dict[str, Any]) -> None:
    """As the service's signal would."""
    ui.shell.clients.vehicle._take_warnings(list(entries))


async def ready(ui: Ui) -> None:
    await ui.wait("vehicle.available")
    await ui.wait("climate.available")


def test_a_fault_of_the_car_comes_up_over_every_page_and_stays_until_it_was_read(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await ready(ui)
        await ui.unit.tell("car", {"set": {"telltale.brakes": True}})
        await ui.driver.wait_seen(SHEET)
        for page in PAGES:
            ui.shell.requestPage(page)
            await ui.driver.settle()
            assert ui.driver.seen("frame.warning.text"), page
        assert ui.shell.warnings.shownStays
        assert not ui.shell.warnings._timer.isActive(), "a critical one does not go by itself"
        await ui.driver.tap(SHEET)
        await ui.driver.until(lambda: not ui.driver.seen(SHEET), "it goes once it was read")
        assert [row["symbol"] for row in ui.shell.warnings.telltales.rows] == ["iso-brake"]
        await ui.unit.tell("car", {"set": {"telltale.brakes": False}})
        await ui.wait("warnings.count", 0)
        assert ui.shell.warnings.history.count == 0, "nobody looked at it yet"
        ui.shell.requestPage("vehicle.warnings")
        await ui.driver.until(lambda: ui.shell.warnings.history.count == 1, "what was is kept by the service")

    unit(body, services=SERVICES, simulate=("car",))


def test_climate_stays_usable_and_the_stage_waits_under_a_critical_warning(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await ready(ui)
        warmth = ui.shell.actuators.of("climate.temperature.driver")
        await ui.driver.until(lambda: warmth.known, "the temperature is there")
        before = warmth.real
        tell(ui, entry(WARNINGS[0]))
        await ui.driver.wait_seen(SHEET)
        # A car that has only just woken may refuse; the finger reaches the button either way.
        await ui.driver.tap("climate.driver.temperature.up")
        await ui.driver.until(
            lambda: warmth.pending or warmth.problem or warmth.real != before, "the climate bar is reached"
        )
        with pytest.raises(Unreachable):
            await ui.driver.tap("home.vehicle.open", deadline_s=0.3)
        # The rail stays: the way to the page with the details is one tap.
        await ui.driver.tap("frame.rail.vehicle")
        assert ui.shell.page == "vehicle"

    unit(body, services=SERVICES, simulate=("car",))


def test_a_lesser_warning_leaves_the_page_usable_and_lies_over_the_toast(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await ready(ui)
        ui.shell.notices.say("info", "test", "The recording has ended.")
        tell(ui, entry(WARNINGS[0], "warning"))
        await ui.driver.wait_seen(SHEET)
        assert ui.shell.warnings._timer.isActive()
        await ui.driver.tap(SHEET)
        tell(ui, entry(WARNINGS[0], "warning"), entry(WARNINGS[1], "warning", "other"))
        await ui.driver.wait_seen(SHEET)
        await ui.driver.tap("frame.rail.settings")
        await ui.driver.tap("settings.subject.units")
        await ui.driver.settle()
        assert ui.driver.seen(SHEET)

    unit(body, services=SERVICES, simulate=("car",))


def test_the_knob_says_that_a_critical_one_was_read(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await ready(ui)
        tell(ui, entry(WARNINGS[0]))
        await ui.driver.wait_seen(SHEET)
        await ui.driver.key("Key_Space")
        await ui.driver.until(lambda: not ui.shell.warnings.shown, "the pressed knob acknowledges")

    unit(body, services=SERVICES, simulate=("car",))


def test_the_rear_view_lies_over_it_and_it_is_still_there_afterwards(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await ready(ui)
        tell(ui, entry(WARNINGS[0], "warning"))
        await ui.driver.wait_seen(SHEET)
        await ui.unit.tell("car", {"set": {"gear": "R", "parking_brake": False}})
        await ui.wait("rear.shown", True)
        await ui.driver.until(lambda: not ui.driver.seen(SHEET), "the camera covers it")
        assert not ui.shell.warnings._timer.isActive()
        await ui.unit.tell("car", {"set": {"gear": "P"}})
        await ui.wait("rear.shown", False)
        await ui.driver.wait_seen(SHEET)
        assert ui.shell.warnings._timer.isActive()

    unit(body, services=SERVICES, simulate=("car",))


@pytest.mark.parametrize("size", [(1920, 720), (1024, 600), (800, 480), (1080, 1920)], ids=str)
def test_every_warning_can_be_read_on_every_panel(unit: UnitRunner, size: tuple[int, int]) -> None:
    async def body(ui: Ui) -> None:
        await ready(ui)
        scale = ui.shell.dpi / 160 * ui.shell.scale
        ui.shell.requestPage("settings")
        broken: dict[str, None] = {}
        for language in ("en", "zh_CN", "de", "ar", PSEUDO):
            ui.shell.i18n.use(language)
            longest = sorted(WARNINGS, key=len)[-3:]
            for number, text in enumerate(longest):
                tell(ui, entry(text, code=f"{language}{number}"), entry(text, code=f"{language}{number}b"))
                await ui.driver.wait_seen(SHEET)
                await ui.driver.settle()
                # It is meant to lie over the page; everything else about it holds.
                rules = broken_rules(ui.display.window, scale)
                broken |= dict.fromkeys(
                    f"{language}: {rule}" for rule in rules if "frame.warning" in rule and "lie over" not in rule
                )
                tell(ui)
        assert not broken, "\n".join(broken)

    unit(body, services=SERVICES, simulate=("car",), size=size)
