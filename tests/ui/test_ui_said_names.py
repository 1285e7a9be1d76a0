"""Sentences of services with a name in them, in the driver's language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ui.i18n import I18n
from ui.said_names import NAMED, take_apart
from ui.viewmodels.base import words

BACKENDS = Path(__file__).resolve().parents[2] / "backends"


@pytest.fixture
def german(application: object) -> Iterator[None]:
    i18n = I18n()
    i18n.use("de")
    yield
    i18n.use("en")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Pixel 8 is for when the car is parked.", "Pixel 8 geht nur im Stand."),
        ("uxplay is not installed on this unit.", "uxplay ist auf diesem Gerät nicht installiert."),
        ("The Python package usb is not installed on this unit.", "Das Python-Paket usb ist auf diesem Gerät nicht installiert."),
        ("Pair your phone by Bluetooth. The code is 0042.", "Koppeln Sie das Telefon über Bluetooth. Der Code ist 0042."),
        ("100 %1 is for when the car is parked.", "100 %1 geht nur im Stand."),
        ("Nobody ever said this.", "Nobody ever said this."),
        ("", ""),
    ],
)  # fmt: skip
def test_the_name_stands_in_the_translated_sentence(german: None, said: str, shown: str) -> None:
    assert words(said) == shown


def test_what_is_translated_whole_is_not_taken_apart(german: None) -> None:
    assert words("Typing is for when the car is parked.") not in ("", "Typing is for when the car is parked.")
    assert "Typing" not in words("Typing is for when the car is parked.")


def test_in_english_they_stay_as_they_are(application: object) -> None:
    assert words("Pixel 8 is for when the car is parked.") == "Pixel 8 is for when the car is parked."


def test_a_sentence_around_a_listed_one_is_another() -> None:
    assert take_apart("First: Pair your phone by Bluetooth. The code is 0042.") == ("", "")


def test_each_is_one_that_a_service_says() -> None:
    said = "\n".join(path.read_text(encoding="utf-8") for path in BACKENDS.rglob("*.py"))
    for text in NAMED:
        before, after = text.split("%1")
        assert f"{before}{{" in said, text
        assert f"}}{after}" in said, text
