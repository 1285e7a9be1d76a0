"""Every page on every panel in every language, with a car, a phone and music behind it: the design's numbers hold."""

from __future__ import annotations

import pytest

from tests.ui.hands import rest, touch
from tests.ui.qml_rules import broken_rules
from ui.i18n import PSEUDO
from ui.panels import PANELS
from ui.testing.plugin import Ui, UnitRunner

PAGES = ("home", "projection", "media", "vehicle", "settings")
SUBJECTS = ("display", "sound", "language", "units", "drivers", "phones", "about")
LANGUAGES = ("en", "zh_CN", "de", "ar", PSEUDO)
SIZES = ((1920, 720), (1280, 800), (1024, 600), (800, 480), (1080, 1920))


async def survey(ui: Ui, languages: tuple[str, ...]) -> list[str]:
    found = []
    scale = ui.shell.dpi / 160 * ui.shell.scale
    for language in languages:
        ui.shell.preferences.override({"display.language": language})
        for page in PAGES:
            ui.shell.requestPage(page)
            await rest(ui)
            places = [f"settings.subject.{subject}" for subject in SUBJECTS] if page == "settings" else [""]
            for place in places:
                if place:
                    await touch(ui, place)
                    await rest(ui)
                found += [f"{language} {place or page}: {rule}" for rule in broken_rules(ui.display.window, scale)]
    return found


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_pages_hold_the_numbers(unit: UnitRunner, size: tuple[int, int]) -> None:
    assert size in PANELS

    async def body(ui: Ui) -> None:
        await ui.wait("vehicle.available")
        await ui.wait("projection.connected")
        await ui.wait("media.available")
        await ui.driver.until(lambda: ui.shell.projection.apps.count > 0)
        # The longest words there are: a low tyre and an open door.
        await ui.unit.tell("car", {"set": {"tyre.rr_kpa": 190, "door.fl": True}})
        await ui.wait("vehicle.body.doorFrontLeft")
        await ui.driver.until(lambda: any(row["low"] for row in ui.shell.vehicle.tyres.rows), "a tyre is low")
        broken = await survey(ui, LANGUAGES)
        assert not broken, "\n".join(broken)

    unit(body, simulate=("car", "phone"), size=size, deadline_s=110)
