"""QML hot reload: a change is seen, state stays, an error is a message on the screen."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ui.display import QML, Display, DisplayError, DisplayOptions
from ui.loop import run_in_qt
from ui.reload import Reloader
from ui.testing.driver import UiDriver


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of qml/ that a test may change."""
    return Path(shutil.copytree(QML, tmp_path / "qml"))


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def _play(application: Any, copy: Path, body: Callable[[Display], Any]) -> None:
    async def main() -> int:
        display = Display(DisplayOptions(size=(800, 480), ui_test=True, qml=copy, reload=True))
        reloader = Reloader(display, (copy,))
        display.show()
        try:
            await body(display)
        finally:
            del reloader
            display.unload()
        return 0

    run_in_qt(application, main)


@pytest.mark.no_qt_log
def test_a_change_is_loaded_and_page_and_view_models_stay(application: Any, copy: Path) -> None:
    async def body(display: Display) -> None:
        display.shell.requestPage("vehicle")
        shell, title = display.shell, display.window.title()
        _edit(copy / "Pillion" / "Main" / "Main.qml", 'title: "Pillion"', 'title: "Mended"')
        await UiDriver(display.window).until(lambda: display.shell.reloadGeneration == 1)
        assert title == "Pillion"
        assert display.window.title() == "Mended"
        assert display.window.isVisible()
        assert display.shell is shell
        assert display.shell.page == "vehicle"
        # Once more: the watch is still on.
        _edit(copy / "Pillion" / "Main" / "Main.qml", 'title: "Mended"', 'title: "Again"')
        await UiDriver(display.window).until(lambda: display.window.title() == "Again")

    _play(application, copy, body)


@pytest.mark.no_qt_log
def test_an_error_is_shown_and_goes_when_it_is_mended(application: Any, copy: Path) -> None:
    async def body(display: Display) -> None:
        strip = copy / "Pillion" / "Main" / "StatusStrip.qml"
        whole = strip.read_text(encoding="utf-8")
        strip.write_text("import QtQuick\nItem { nonsense: }\n", encoding="utf-8")
        driver = UiDriver(display.window)
        await driver.until(lambda: driver.seen("reload.problem"))
        assert "StatusStrip.qml:2" in driver.read("reload.problem.text", "text")
        assert display.shell.reloadGeneration == 0
        strip.write_text(whole, encoding="utf-8")
        await driver.until(lambda: display.shell.reloadGeneration == 1)
        assert not UiDriver(display.window).seen("reload.problem")

    _play(application, copy, body)


@pytest.mark.no_qt_log
def test_a_display_that_does_not_load_at_first_waits_with_its_message(application: Any, copy: Path) -> None:
    main = copy / "Pillion" / "Main" / "Main.qml"
    whole = main.read_text(encoding="utf-8")
    main.write_text("nonsense", encoding="utf-8")
    with pytest.raises(DisplayError, match=r"Main\.qml:1"):
        Display(DisplayOptions(qml=copy))

    async def body(display: Display) -> None:
        driver = UiDriver(display.window)
        await driver.until(lambda: driver.seen("reload.problem"))
        assert "Main.qml:1" in driver.read("reload.problem.text", "text")
        main.write_text(whole, encoding="utf-8")
        await driver.until(lambda: display.shell.reloadGeneration == 1)
        await UiDriver(display.window).wait_seen("frame.rail.home")

    _play(application, copy, body)
