"""The launcher, two apps side by side, the keyboard and the set-up on every panel: the numbers hold, hands find their way."""

from __future__ import annotations

import pytest

from tests.ui.hands import reach, rest
from tests.ui.hands import touch as touch_uncovered
from tests.ui.qml_rules import broken_rules
from ui.i18n import PSEUDO
from ui.testing.driver import Unreachable
from ui.testing.plugin import Ui, UnitRunner

SIZES = ((1920, 720), (800, 480), (1080, 1920))
LANGUAGES = ("zh_CN", "ar", PSEUDO)
MAPS, CHAT = "org.example.maps", "org.example.assistant"


async def broken(ui: Ui, where: str) -> list[str]:
    """Rules broken on what is shown now, in every language; a notice that lies over it has rules of its own."""
    await dismissed(ui)
    scale = ui.shell.dpi / 160 * ui.shell.scale
    found = []
    for language in LANGUAGES:
        ui.shell.preferences.override({"display.language": language})
        await rest(ui)
        rules = [rule for rule in broken_rules(ui.display.window, scale) if not _under_a_sheet(rule)]
        found += [f"{language} {where}: {rule}" for rule in rules]
    ui.shell.preferences.override({"display.language": "en"})
    return found


def _under_a_sheet(rule: str) -> bool:
    """A sheet takes all touches: what lies under it cannot be reached."""
    return "lie over each other" in rule and rule.count(".keyboard.") == 1


async def dismissed(ui: Ui) -> None:
    if ui.driver.seen("frame.toast.dismiss"):
        await ui.driver.tap("frame.toast.dismiss")
        await ui.driver.settle()


async def touch(ui: Ui, name: str) -> None:
    """A notice may come up just where the finger goes: it is put away, and the finger goes there again."""
    for _ in range(3):
        await dismissed(ui)
        try:
            await touch_uncovered(ui, name)
        except Unreachable:
            continue
        return
    await touch_uncovered(ui, name)


async def insist(ui: Ui, opener: str, name: str) -> None:
    """Touch what opens it until it is there: on a busy machine the car falls silent for moments, and counts as moving."""
    for _ in range(10):
        if ui.driver.seen(name):
            return
        await ui.wait("restrictions.state", "parked")
        if ui.driver.seen(opener):
            await touch(ui, opener)
            await rest(ui)
    raise AssertionError(f"{opener} does not open {name}")


async def ready(ui: Ui) -> None:
    await ui.wait("vehicle.available")
    await ui.wait("projection.connected")
    await ui.driver.until(lambda: ui.shell.projection.apps.count > 3)
    ui.shell.requestPage("projection")
    await rest(ui)
    await dismissed(ui)


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_stage_holds_the_numbers(unit: UnitRunner, size: tuple[int, int]) -> None:
    async def body(ui: Ui) -> None:
        await ready(ui)
        found = []
        await insist(ui, "projection.apps.mark", "projection.apps.mark")
        await touch(ui, "projection.apps.mark")
        found += await broken(ui, "marking")
        ui.shell.projection.openApp(MAPS)
        await ui.wait("projection.active")
        await touch(ui, "projection.stage.split")
        found += await broken(ui, "choosing")
        await touch(ui, "projection.beside.app." + CHAT)
        await ui.driver.until(lambda: ui.shell.projection.stage.beside.active, "the chat's picture")
        found += await broken(ui, "two apps")
        await touch(ui, "projection.stage.divider")
        assert round(ui.shell.projection.stage.share, 2) == 0.67
        found += await broken(ui, "two thirds")
        await touch(ui, "projection.stage.swap")
        assert ui.shell.projection.appId == CHAT
        await ui.driver.until(ui.shell.projection.fits, "both fit their places", 10)
        await insist(ui, "projection.stage.type", "projection.keyboard.signs")
        found += await broken(ui, "the keyboard")
        ui.shell.projection.keyboard.toggleSigns()
        await insist(ui, "projection.stage.type", "projection.keyboard.signs")
        found += await broken(ui, "digits")
        if ui.driver.seen("projection.keyboard.close"):
            await touch(ui, "projection.keyboard.close")
        for card in ("vehicle", "media"):
            ui.shell.projection.stage.showCard(card)
            found += await broken(ui, card)
        assert not found, "\n".join(found)

    unit(body, simulate=("car", "phone"), size=size, deadline_s=110)


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_set_up_holds_the_numbers(unit: UnitRunner, size: tuple[int, int]) -> None:
    async def body(ui: Ui) -> None:
        await ready(ui)
        found = []
        await insist(ui, "projection.apps.setup", "projection.setup.way.scan")
        await ui.wait("projection.setup.known")
        found += await broken(ui, "scan")
        ui.shell.projection.setup.offerCode()
        await ui.wait("projection.setup.pairing", "waiting")
        found += await broken(ui, "a code is shown")
        await insist(ui, "projection.setup.way.code", "projection.setup.digit.1")
        await touch(ui, "projection.setup.digit.1")
        found += await broken(ui, "digits")
        await reach(ui, "projection.setup.pair")
        assert not ui.driver.item("projection.setup.pair").isEnabled()
        await touch(ui, "projection.setup.way.usb")
        found += await broken(ui, "cable")
        await touch(ui, "projection.setup.leave")
        assert ui.shell.projection.place == "launcher"
        assert not found, "\n".join(found)

    unit(body, simulate=("car", "phone"), size=size, deadline_s=110)
