"""Sentences for the driver: the gravest first, the same thing once, and what the first frame looks like."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from backends.interfaces import ServiceError
from ui.clients.settings import SettingsClient
from ui.preferences import DEFAULTS, Preferences
from ui.viewmodels.notices import NoticesViewModel
from ui.viewmodels.shell import ShellViewModel


@pytest.fixture
def notices(application: Any) -> NoticesViewModel:
    return NoticesViewModel()


def test_a_graver_one_goes_first_and_the_other_comes_back(notices: NoticesViewModel) -> None:
    notices.say("info", "a", "One.")
    assert (notices.visible, notices.text, notices.headsUp) == (True, "One.", False)
    notices.say("critical", "b", "Two.")
    assert (notices.text, notices.headsUp) == ("Two.", True)
    notices.dismiss()
    assert notices.text == "One."
    notices.dismiss()
    assert not notices.visible


def test_the_same_code_replaces_what_it_said(notices: NoticesViewModel) -> None:
    notices.say("warning", "range", "40 km left.")
    notices.say("warning", "range", "30 km left.")
    assert notices.text == "30 km left."
    notices.dismiss()
    assert not notices.visible


def test_what_is_no_longer_so_is_withdrawn(notices: NoticesViewModel) -> None:
    notices.say("critical", "camera", "Camera lost. Look behind you.")
    notices.withdraw("camera")
    assert not notices.visible


def test_history_is_newest_first_and_bounded(notices: NoticesViewModel) -> None:
    for number in range(70):
        notices.say("info", "n", f"{number}")
    rows = notices.history.rows
    assert rows[0]["text"] == "69"
    assert len(rows) == 50
    notices.clearHistory()
    assert notices.history.count == 0


def test_an_unknown_severity_is_information(notices: NoticesViewModel) -> None:
    notices.say("apocalypse", "x", "Well.")
    assert notices.severity == "info"


def test_a_refusal_nobody_else_shows_becomes_a_sentence(application: Any) -> None:
    shell = ShellViewModel()
    shell.clients.media.refused.emit(ServiceError("Timeout", "no reply"))
    assert shell.notices.text == "There was no answer. Try again."


def test_pages_and_the_way_back(application: Any) -> None:
    shell = ShellViewModel()
    assert not shell.canGoBack
    for page in ("media", "vehicle", "media", "nonsense"):
        shell.requestPage(page)
    assert shell.page == "media"
    shell.requestBack()
    assert shell.page == "vehicle"
    shell.requestBack()
    assert shell.page == "home"
    assert not shell.canGoBack


def test_offline_everything_is_unknown_and_the_strictest_rules_hold(application: Any) -> None:
    shell = ShellViewModel()
    assert not any(part.available for part in (shell.vehicle, shell.climate, shell.media, shell.projection))
    assert all(part.problem for part in (shell.vehicle, shell.media, shell.projection, shell.settings))
    assert (shell.vehicle.speedText, shell.vehicle.gear, shell.climate.driverTempText) == ("–", "–", "–")
    rules = shell.restrictions
    assert rules.state == "moving"
    assert not any((rules.video, rules.keyboard, rules.setup, rules.filter, rules.scrollingText, rules.known))
    assert (rules.maxListItems, rules.maxDepth, rules.maxTabs) == (21, 3, 4)


def test_the_look_last_seen_is_used_until_the_service_speaks(tmp_path: Path) -> None:
    file = tmp_path / "cache" / "display.json"
    client = SettingsClient()
    first = Preferences(client, remember=file)
    assert first.text("display.brand") == DEFAULTS["display.brand"]
    client._on_changed({"display.brand": "linen", "display.theme": "night", "sound.volume": 3})
    assert json.loads(file.read_text("utf-8")) == {"display.brand": "linen", "display.theme": "night"}
    second = Preferences(SettingsClient(), remember=file)
    assert (second.text("display.brand"), second.text("display.theme")) == ("linen", "night")


@pytest.mark.parametrize("content", ["", "[]", "{", '{"display.brand": "linen", "evil": 1}', "\x00"])
def test_a_broken_cache_costs_the_first_frames_look_and_nothing_else(tmp_path: Path, content: str) -> None:
    file = tmp_path / "display.json"
    file.write_text(content, encoding="utf-8")
    preferences = Preferences(SettingsClient(), remember=file)
    assert preferences.text("display.brand") in ("aurora", "linen")
    assert preferences["evil"] is None


def test_a_one_off_look_holds_until_a_driver_chooses() -> None:
    client = SettingsClient()
    preferences = Preferences(client, {"display.theme": "night"})
    heard: list[frozenset[str]] = []
    preferences.changed.connect(heard.append)
    client._on_changed({"display.theme": "day", "display.brand": "forge"})
    assert preferences.text("display.theme") == "night"
    assert heard == [frozenset({"display.brand"})]
    client.refused.connect(lambda _error: None)
    preferences.ask("display.theme", "auto")
    assert preferences.text("display.theme") == "day"
