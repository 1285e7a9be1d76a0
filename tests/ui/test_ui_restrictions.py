"""What the driver may use when: the document is what the living display says, and while moving every page keeps the rules."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtQuick import QQuickItem

from ui.loop import run_in_qt
from ui.restrictions import STATES, Place, Survey, document
from ui.restrictions.desk import surveyed
from ui.testing.driver import UiDriver
from ui.testing.items import is_seen, walk
from ui.testing.plugin import Ui, UnitRunner
from ui.theme import ROOT
from ui.viewmodels.controls import CONTROLS
from ui.viewmodels.restrictions import RULES, STRICTEST

MOST_ITEMS, MOST_TABS = STRICTEST["max_list_items"], STRICTEST["max_tabs"]
# Names of songs, people, files and phones are what they are; where they are too long their end is cut.
DATA = ("media.", "home.media.", "home.app.", "home.projection.", "projection.", "settings.phone", "vehicle.recorder.")


def broken_while_moving(window_item: QQuickItem, longest: int) -> Iterator[str]:
    """What a driver could read, type or scroll too much of."""
    tabs: dict[int, int] = {}
    for item in walk(window_item):
        if not is_seen(item):
            continue
        name = item.objectName()
        if item.inherits("QQuickTextField") and not item.property("readOnly"):
            yield f"{name} takes text"
        if item.inherits("QQuickItemView") and item.property("count") > MOST_ITEMS:
            yield f"a list of {item.property('count')} in {name}"
        if item.inherits("QQuickText") and not name.startswith(DATA) and len(item.property("text")) > longest:
            yield f"{item.property('text')!r} is longer than {longest}"
        if ".tab." in name:
            parent = id(item.parentItem())
            tabs[parent] = tabs.get(parent, 0) + 1
    for count in tabs.values():
        if count > MOST_TABS:
            yield f"{count} tabs"


class Watcher:
    """Looks at each place while the car moves."""

    def __init__(self, longest: int) -> None:
        self.longest = longest
        self.found: dict[str, None] = {}
        self.places: set[str] = set()

    def __call__(self, driver: UiDriver) -> Callable[[str, str], None]:
        def look(state: str, title: str) -> None:
            if state == "moving":
                self.places.add(title)
                broken = broken_while_moving(driver.window.contentItem(), self.longest)
                self.found |= dict.fromkeys(f"{title}: {rule}" for rule in broken)

        return look


def run(application: Any, *arguments: Any, **more: Any) -> Survey:
    results: list[Survey] = []

    async def main() -> int:
        results.append(await surveyed(*arguments, **more))
        return 0

    run_in_qt(application, main)
    return results[0]


def of_rule(survey: Survey, rule: str) -> dict[str, dict[str, bool]]:
    """Controls of the vehicle's table with a rule, and in which states they may be used."""
    names = {f"vehicle.{key}" for key, control in CONTROLS.items() if control.rule == rule}
    return {
        name: states
        for place in survey.places.values()
        for name, (_, states) in place.controls.items()
        if name in names or name.rpartition(".")[0] in names
    }


def test_the_table_is_up_to_date_and_every_page_keeps_the_rules(application: Any) -> None:
    watcher = Watcher(STRICTEST["max_string"])
    survey = run(application, watch=watcher)
    assert not watcher.found, "\n".join(watcher.found)
    assert len(watcher.places) > 15
    for rule in ("setup", "standing"):
        found = of_rule(survey, rule)
        assert len(found) > 5, rule
        wrong = {name: states for name, states in found.items() if {s for s in states if states[s]} - set(RULES[rule])}
        assert not wrong, rule
    told = (ROOT / "docs" / "restrictions.md").read_text(encoding="utf-8")
    assert document(survey) == told, "run: pillion restrictions --out docs/restrictions.md"


def test_chinese_is_short_enough_while_moving(application: Any) -> None:
    watcher = Watcher(STRICTEST["max_string_cjk"])
    run(application, "zh_CN", ("moving",), watcher)
    assert not watcher.found, "\n".join(watcher.found)


def test_a_document_tells_what_waits_and_what_is_not_there() -> None:
    survey = Survey(rules={state: {"state": state, "known": True, "video": state == "parked"} for state in STATES})
    survey.places["A"] = Place(
        "A", {"a.b": ("Name", {"parked": True, "idling": False})}, {"moving": "Available when parked."}
    )
    text = document(survey)
    assert "| `video` | yes | no | no |" in text
    assert "| Name (`a.b`) | yes | waits | waits |" in text
    assert "Moving: a sentence stands in its place, “Available when parked.”" in text
    del survey.places["A"].closed["moving"]
    assert "| Name (`a.b`) | yes | waits | – |" in document(survey)


@pytest.mark.parametrize("size", [(1920, 720), (800, 480)], ids=str)
def test_what_is_set_up_closes_within_a_second_while_it_is_open(unit: UnitRunner, size: tuple[int, int]) -> None:
    async def body(ui: Ui) -> None:
        await ui.wait("vehicle.available")
        await ui.wait("restrictions.state", "parked")
        ui.shell.requestPage("vehicle.energy")
        await ui.driver.wait_seen("vehicle.energy.tab.settings")
        await ui.driver.tap("vehicle.energy.tab.settings")
        await ui.driver.wait_seen("vehicle.energy.timer.mode.start_time")
        timer = ui.shell.actuators.of("energy.timer.mode")
        await ui.driver.until(lambda: timer.usable, "the timer can be set")
        told_at = time.monotonic()
        await ui.unit.tell("car", {"set": {"speed_kph": 40, "gear": "D", "parking_brake": False}})
        await ui.driver.until(lambda: not timer.usable, "the timer waits")
        await ui.driver.wait_seen("vehicle.energy.settings.why")
        assert time.monotonic() - told_at < 1.0
        before = timer.text
        await ui.driver.tap("vehicle.energy.timer.mode.start_time")
        await ui.driver.until(lambda: ui.shell.notices.visible, "it says why")
        assert (timer.pending, timer.text) == (False, before)

    unit(body, services=("settings", "vehicle"), simulate=("car",), size=size)
