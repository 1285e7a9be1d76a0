"""Every section of the Vehicle page on every panel: the design's numbers hold, wherever it is scrolled to."""

from __future__ import annotations

import pytest
from PySide6.QtQuick import QQuickItem

from tests.ui.hands import rest
from tests.ui.qml_rules import broken_rules
from ui.i18n import PSEUDO
from ui.testing.items import is_seen, walk
from ui.testing.plugin import Ui, UnitRunner
from ui.viewmodels.sections import SECTIONS

# The longest words and the other direction on all panels, the rest where most and least has room: a section is looked at
# in each language on two panels at least.
PANELS = {
    (1920, 720): ("en", "zh_CN", "de", "ar", PSEUDO),
    (1280, 800): ("de", PSEUDO),
    (1024, 600): ("ar", PSEUDO),
    (800, 480): ("en", "zh_CN", "de", "ar", PSEUDO),
    (1080, 1920): ("zh_CN", PSEUDO),
}


def scrollers(root: QQuickItem) -> list[QQuickItem]:
    """What can be scrolled up and down and is seen."""
    return [
        item
        for item in walk(root)
        if item.inherits("QQuickFlickable") and is_seen(item) and item.property("contentHeight") > item.height() + 1
    ]


async def show(ui: Ui, key: str) -> QQuickItem:
    """The section, loaded."""
    ui.shell.requestPage(f"vehicle.{key}")
    name = f"vehicle.section.{key}"
    await ui.driver.until(lambda: bool(ui.driver.find(name)) and ui.driver.read(name, "ready"), f"{name} loads")
    await rest(ui)
    return ui.driver.item(name)


async def survey(ui: Ui, key: str) -> list[str]:
    """What is broken in a section, from its top to its bottom."""
    scale = ui.shell.dpi / 160 * ui.shell.scale
    section = await show(ui, key)
    found = list(broken_rules(ui.display.window, scale))
    for scroller in scrollers(section):
        end = scroller.property("contentHeight") - scroller.height()
        at = 0.0
        while at < end:
            at = min(end, at + 0.8 * scroller.height())
            scroller.setProperty("contentY", at)
            found += broken_rules(ui.display.window, scale)
        scroller.setProperty("contentY", 0.0)
    return found


async def ready(ui: Ui) -> None:
    await ui.wait("vehicle.available")
    await ui.driver.until(lambda: ui.shell.sections.has("climate"), "the car tells what it has")


@pytest.mark.parametrize(
    ("size", "scale"), [*((size, 1.0) for size in PANELS), ((800, 480), 1.15)], ids=lambda value: str(value).strip("()")
)
def test_sections_hold_the_numbers(unit: UnitRunner, size: tuple[int, int], scale: float) -> None:
    async def body(ui: Ui) -> None:
        await ready(ui)
        await ui.unit.tell("car", {"set": {"tyre.rr_kpa": 190, "door.fl": True}})
        await ui.wait("vehicle.body.doorFrontLeft")
        await ui.driver.until(lambda: any(row["low"] for row in ui.shell.vehicle.tyres.rows), "a tyre is low")
        broken: dict[str, None] = {}
        # The largest text on the smallest panel: one language tells.
        for language in PANELS[size] if scale == 1 else ("de",):
            ui.shell.preferences.override({"display.language": language, "display.scale": scale})
            for section in SECTIONS:
                if ui.shell.sections.has(section.key):
                    rules = await survey(ui, section.key)
                    broken |= dict.fromkeys(f"{language} {section.key}: {rule}" for rule in rules)
            ui.shell.sections.request("")
            await rest(ui)
            rules = broken_rules(ui.display.window, ui.shell.dpi / 160 * ui.shell.scale)
            broken |= dict.fromkeys(f"{language} list: {rule}" for rule in rules)
        ui.shell.preferences.override({"display.language": "en"})
        assert not broken, "\n".join(broken)

    unit(body, services=("settings", "vehicle"), simulate=("car",), size=size, deadline_s=110)
