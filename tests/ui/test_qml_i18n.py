"""Catalogues: every string is translated into every language, placeholders and all, and the pseudo-language is longer."""

from __future__ import annotations

import re
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QTranslator

from tools.i18n import CATALOGUES, LANGUAGES, main, messages
from ui.display import Display, DisplayOptions
from ui.i18n import PSEUDO, I18n, compiled, lengthened
from ui.said import SAID
from ui.said_warnings import WARNINGS
from ui.theme import ROOT

PLACEHOLDER = re.compile(r"%L?\d|%n|\{\w*\}")
# What is the same in every language, or a name.
SAME = {
    "Pillion",
    "Qt",
    "Python",
    "System",
    "Normal",
    "Auto",
    "A/C",
    "Sync",
    "Pause",
    "Position",
    "%1 %",
    "OK",
    "AdBlue",
    "AirPlay",
    "Android Auto",
    "CarLife",
    "Dongle",
    "Airbag",
    "Codes",
    "s",
    "min",
    "Radio",
    "Gateway",
    "%1, %2",
    "%1: %2",
}


def test_catalogues_match_the_sources_and_are_complete(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["--check"])
    assert status == 0, capsys.readouterr().out


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_placeholders_and_say_something_of_their_own(language: str) -> None:
    for message in ET.parse(CATALOGUES / f"pillion_{language}.ts").getroot().iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        assert translation is not None
        texts = [form.text or "" for form in translation] or [translation.text or ""]
        assert all(text.strip() for text in texts), source
        if len(texts) == 1:
            assert sorted(PLACEHOLDER.findall(texts[0])) == sorted(PLACEHOLDER.findall(source)), source
            assert texts[0] != source or source in SAME, source


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_shouts(language: str) -> None:
    for message in ET.parse(CATALOGUES / f"pillion_{language}.ts").getroot().iter("message"):
        translation = message.find("translation")
        assert translation is not None
        assert not set("!！") & set("".join(translation.itertext())), message.findtext("source")


@pytest.mark.parametrize("language", [*LANGUAGES, PSEUDO])
def test_catalogues_compile_and_load(language: str) -> None:
    catalogue = compiled(language)
    assert catalogue is not None
    translator = QTranslator()
    assert translator.load(str(catalogue))
    assert translator.translate("Rail", "Settings") not in ("", "Settings")


def test_a_language_without_a_catalogue_has_none() -> None:
    assert compiled("tlh") is None


@given(st.text(min_size=1, max_size=60).filter(lambda text: text.strip()))
def test_pseudo_text_is_longer(text: str) -> None:
    assert len(lengthened(text)) > len(text)


@pytest.mark.parametrize("text", ["%1 range", "Opening {0}…", "%n open", "%1 %"])
def test_pseudo_text_keeps_placeholders(text: str) -> None:
    assert PLACEHOLDER.findall(lengthened(text)) == PLACEHOLDER.findall(text)


def test_every_listed_sentence_is_one_a_service_says() -> None:
    said = "\n".join(path.read_text(encoding="utf-8") for path in Path(ROOT / "backends").rglob("*.py"))
    assert [sentence for sentence in SAID if sentence not in said] == []
    assert {("Services", sentence) for sentence in SAID} <= messages(CATALOGUES / "pillion_de.ts").keys()


RULES = Path(ROOT / "backends" / "vehicle" / "warning")


def test_every_warning_of_the_service_is_listed_and_nothing_else() -> None:
    told = {rule["text"] for rule in tomllib.loads((RULES / "warnings.toml").read_text(encoding="utf-8"))["rule"]}
    in_code = (RULES / "watch.py").read_text(encoding="utf-8")
    assert told - set(WARNINGS) == set()
    assert [sentence for sentence in WARNINGS if sentence not in told and sentence not in in_code] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_warnings_can_be_read_while_moving(language: str) -> None:
    """At most 80 characters, 31 of Chinese: what the restrictions allow a text."""
    most = 31 if language == "zh_CN" else 80
    found = {}
    for message in ET.parse(CATALOGUES / f"pillion_{language}.ts").getroot().iter("message"):
        found[message.findtext("source", "")] = message.findtext("translation", "")
    assert {found[text] for text in WARNINGS if len(found[text]) > most} == set()
    assert [text for text in WARNINGS if len(text) > 80] == []


def test_for_a_moment_nothing_is_translated_and_then_everything_again(application: object) -> None:
    i18n = I18n()
    i18n.use("de")
    try:
        spoken = QCoreApplication.translate("Keys", "Louder")
        assert spoken == "Lauter"
        with i18n.unspoken():
            assert QCoreApplication.translate("Keys", "Louder") == "Louder"
        assert QCoreApplication.translate("Keys", "Louder") == spoken
    finally:
        i18n.use("en")


def test_a_display_that_is_gone_leaves_no_language_behind(application: object) -> None:
    display = Display(DisplayOptions(preferences={"display.language": "de"}))
    assert QCoreApplication.translate("Keys", "Louder") == "Lauter"
    display.unload()
    assert QCoreApplication.translate("Keys", "Louder") == "Louder"
