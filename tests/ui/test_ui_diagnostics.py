"""The diagnostics section against the real services, the simulated car and simulated control units."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from backends.diagnostics.domain import Advice
from backends.diagnostics.parameters import parameters
from backends.diagnostics.texts import FAILURES, table
from tests.ui.qml_rules import broken_rules
from tests.ui.test_qml_sections import survey
from ui.i18n import PSEUDO
from ui.said_codes import PARTS
from ui.said_faults import FAULTS
from ui.testing.driver import Unreachable
from ui.testing.plugin import Ui, UnitRunner
from ui.viewmodels.diagnostics_facts import SYMBOLS, code_row, code_text, parameter_name, shown_value
from ui.viewmodels.units import Units

CAR: dict[str, Any] = {"services": ("settings", "vehicle", "diagnostics"), "simulate": ("car", "ecu")}
CODE = "7E8:P0301"


async def prepared(ui: Ui) -> None:
    """The service agrees to clear. On a loaded machine the car's values may be too old for it at a moment."""
    clearing = ui.shell.diagnostics.clearing

    def agreed() -> bool:
        if not (clearing.asked or clearing.pending):
            clearing.prepare()
        return bool(clearing.asked)

    await ui.driver.until(agreed, "leave to clear", deadline_s=20)


async def faulty(ui: Ui) -> None:
    """Four codes, shown."""
    await ui.unit.tell("ecu", {"kind": "petrol", "faults": "example"})
    await ui.wait("diagnostics.settled", deadline_s=20)
    ui.shell.diagnostics.look()
    await ui.wait("diagnostics.count", 4)
    await ui.wait("diagnostics.settled")
    await ui.wait("restrictions.state", "parked")
    ui.shell.requestPage("vehicle.diagnostics")
    await ui.driver.wait_seen("vehicle.diagnostics.code." + CODE)
    await ui.driver.settle()


def test_every_phrase_can_be_translated() -> None:
    listed = {str(text) for text in (*PARTS, *FAULTS)}
    said = {part for row in table().values() for part in (row.component, row.fault)} | set(FAILURES.values())
    assert said <= listed, sorted(said - listed)
    for row in parameters().values():
        part, _, place = row.name.partition(", ")
        short = part.rstrip("ABCDEF").strip() if part[-2:-1] == " " else part
        assert {part, short} & listed, row.name
        assert parameter_name(row.name), place


def test_words_of_a_code() -> None:
    code = {"unit": "7E8", "unit_name": "Engine", "code": "P0130", "states": ["stored", "pending"], "component": "Oxygen sensor",
            "place": "bank 1 sensor 2", "fault": "circuit fault", "advice": "workshop", "frame": False}  # fmt: skip
    assert code_text(code) == "Oxygen sensor, bank 1 sensor 2: circuit fault"
    assert code_text({**code, "component": "Cylinder", "place": "3", "fault": "misfire"}) == "Cylinder 3: misfire"
    row = code_row(code)
    assert (row["stateText"], row["statesText"]) == ("stored", "stored / seen once")
    assert code_row({**code, "states": []})["stateText"] == ""
    assert {advice.value for advice in Advice} == set(SYMBOLS)
    assert len({symbol for symbol, _ in SYMBOLS.values()}) == len(SYMBOLS), "told apart by shape too"


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (100.0, "km/h", ("62", "mph")),
        (90.0, "°C", ("194", "°F")),
        (160.9344, "km", ("100", "mi")),
        (1726.0, "rpm", ("1726", "rpm")),
        (14.08, "V", ("14.08", "V")),
    ],
)
def test_values_are_in_the_drivers_units(value: float, unit: str, shown: tuple[str, str]) -> None:
    assert shown_value(Units(temperature="F", distance="mi"), value, unit) == shown


def test_a_healthy_car_says_so_and_who_was_asked(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await ui.wait("diagnostics.settled", deadline_s=20)
        assert ui.shell.diagnostics.health == "No faults are stored."
        assert [row["name"] for row in ui.shell.diagnostics.units.rows] == ["Drive", "Battery"]
        ui.shell.requestPage("vehicle.diagnostics")
        await ui.driver.wait_seen("vehicle.diagnostics.unit.7E8")
        assert ui.shell.diagnostics.clearing.allowed is False

    unit(body, **CAR)


def test_a_code_opens_with_what_was_so_then(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await faulty(ui)
        detail = ui.shell.diagnostics.detail
        await ui.driver.tap("vehicle.diagnostics.code." + CODE)
        await ui.driver.until(lambda: detail.frame.count == 6)
        assert detail.text == "Cylinder 1: misfire"
        assert detail.facts == "P0301  ·  stored / seen once / permanent  ·  Engine"
        values = {row["name"]: f"{row['value']} {row['unit']}" for row in detail.frame.rows}
        assert values["Speed"] == "72 km/h"
        await ui.driver.settle()
        await ui.driver.tap("vehicle.diagnostics.detail.close")
        await ui.wait("diagnostics.detail.opened", False)

    unit(body, **CAR)


def test_codes_are_cleared_after_a_yes(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await faulty(ui)
        for model in (ui.shell.diagnostics.codes, ui.shell.diagnostics.live, ui.shell.diagnostics.monitors):
            model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
        await prepared(ui)
        await ui.driver.wait_seen("vehicle.diagnostics.keep")
        await ui.driver.settle()
        await ui.driver.tap("vehicle.diagnostics.keep")
        await ui.wait("diagnostics.clearing.asked", False)
        assert (await ui.unit.tell("ecu", {"get": True}))["units"]["7E0"]["cleared"] == 0
        clearing = ui.shell.diagnostics.clearing
        while not clearing.said.startswith("Cleared."):
            await prepared(ui)
            await ui.driver.settle()
            try:
                await ui.driver.tap("vehicle.diagnostics.confirm")
            except Unreachable:
                continue  # the car's values grew old for a moment, and the question went with them
            await ui.driver.until(lambda: clearing.said and not clearing.pending, "what became of it", deadline_s=15)
        await ui.wait("diagnostics.count", 1)
        assert (await ui.unit.tell("ecu", {"get": True}))["units"]["7E0"]["cleared"] == 1
        assert "still to run" in ui.shell.diagnostics.monitorText

    unit(body, **CAR)


def test_driving_leaves_a_sentence_and_a_few_lines(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await faulty(ui)
        await ui.driver.tap("vehicle.diagnostics.code." + CODE)
        await ui.wait("diagnostics.detail.opened")
        await prepared(ui)
        await ui.unit.tell("car", {"set": {"speed_kph": 40, "gear": "D", "parking_brake": False}})
        await ui.wait("restrictions.state", "moving")
        await ui.wait("diagnostics.detail.opened", False)
        await ui.wait("diagnostics.clearing.asked", False)
        assert ui.shell.diagnostics.codes.count == 3
        assert ui.shell.diagnostics.left == 1
        assert not ui.driver.seen("vehicle.diagnostics.clear")
        await ui.driver.settle()
        assert ui.driver.seen("vehicle.diagnostics.health")
        # Whatever the display thinks: the service refuses.
        ui.shell.diagnostics.clearing.prepare()
        await ui.wait("diagnostics.clearing.said", "Codes are cleared only while the car is parked.")

    unit(body, **CAR)


def test_live_values_flow_while_they_are_looked_at(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await faulty(ui)
        rows = ui.shell.diagnostics.live
        assert {row["value"] for row in rows.rows} == {"–"}
        await ui.driver.tap("vehicle.diagnostics.tab.values")
        await ui.driver.until(lambda: all(row["known"] for row in rows.rows), "every value", deadline_s=15)
        assert ui.driver.read("vehicle.diagnostics.value.0D", "unit") == "km/h"
        await ui.unit.tell("ecu", {"set": {"0C": 1234}})
        await ui.driver.until(lambda: rows.rows[0]["value"] == "1234")
        ui.shell.requestPage("home")
        await ui.driver.until(lambda: not any(row["known"] for row in rows.rows))

    unit(body, **CAR)


def test_a_silent_car_says_so_and_can_be_asked_again(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await ui.unit.tell("ecu", {"silent": True})
        ui.shell.requestPage("vehicle.diagnostics")
        await ui.wait("diagnostics.problem", "They do not answer. Is the ignition on?", deadline_s=20)
        await ui.driver.wait_seen("vehicle.diagnostics.away.action")
        await ui.unit.tell("ecu", {"silent": False})
        await ui.driver.settle()
        await ui.driver.tap("vehicle.diagnostics.away.action")
        await ui.wait("diagnostics.settled", deadline_s=15)
        await ui.unit.tell("ecu", {"silent": True})
        ui.shell.diagnostics.look()
        await ui.wait("diagnostics.reachable", False)
        assert ui.shell.diagnostics.checked, "what was known stays, with the reason beside it"

    unit(body, **CAR)


def on_a_sheet(ui: Ui, scale: float) -> list[str]:
    """What is broken; the words below the sheet are covered, though they are at the same place."""
    return [rule for rule in broken_rules(ui.display.window, scale) if "upon each other" not in rule]


@pytest.mark.parametrize("size", [(1920, 720), (800, 480), (1080, 1920)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_faults_hold_the_designs_numbers(unit: UnitRunner, size: tuple[int, int]) -> None:
    """As test_qml_sections does for a healthy car: with codes, details, the question and live values."""

    async def body(ui: Ui) -> None:
        await faulty(ui)
        scale = ui.shell.dpi / 160 * ui.shell.scale
        broken: list[str] = []
        for language in ("en", "zh_CN", "de", "ar", PSEUDO):
            ui.shell.i18n.use(language)
            ui.shell.diagnostics.retranslate()
            broken += await survey(ui, "diagnostics")
            for tab in ("tests", "values", "codes"):
                if ui.driver.seen(f"vehicle.diagnostics.tab.{tab}"):
                    await ui.driver.tap(f"vehicle.diagnostics.tab.{tab}")
                    broken += [f"{tab}: {rule}" for rule in await survey(ui, "diagnostics")]
            ui.shell.diagnostics.detail.open(CODE)
            await ui.driver.settle()
            broken += [f"detail: {rule}" for rule in on_a_sheet(ui, scale)]
            ui.shell.diagnostics.detail.close()
            await ui.driver.settle()
            await prepared(ui)
            await ui.driver.settle()
            broken += [f"question: {rule}" for rule in on_a_sheet(ui, scale)]
            ui.shell.diagnostics.clearing.abandon()
            await ui.driver.settle()
        assert not broken, "\n".join(dict.fromkeys(broken))

    unit(body, **CAR, size=size, deadline_s=110)
