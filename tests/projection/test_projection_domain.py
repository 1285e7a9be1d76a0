"""The driving rules, addresses, options and waiting times, without any phone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.projection import domain
from backends.projection.defs import Category
from backends.projection.domain import Backoff, Rules, format_address, number_option, parse_address, split_addresses
from backends.projection.scrcpy import categories
from backends.projection.scrcpy.categories import category_of
from backends.projection.words import plain


def test_unknown_is_strict() -> None:
    for given_rules in (None, {}, {"video": 1, "keyboard": "yes"}, {"state": "parked"}):
        assert Rules.read(given_rules) == Rules(video=False, keyboard=False)


@pytest.mark.parametrize("category", list(Category))
def test_what_is_hidden_while_moving(category: Category) -> None:
    assert not Rules(video=True).hides(category)
    assert Rules(video=False).hides(category) is (category not in (Category.NAVIGATION, Category.AUDIO, Category.CAR))


def test_the_table_of_apps_is_sound() -> None:
    table = json.loads((Path(categories.__file__).parent / "app_categories.json").read_text())
    packages = [package for category in table if category != "about" for package in table[category]]
    assert len(packages) == len(set(packages))
    assert set(table) - {"about"} <= {category.value for category in Category}
    assert category_of("com.waze") is Category.NAVIGATION
    assert category_of("com.netflix.mediaclient") is Category.VIDEO
    assert category_of("org.unheard.of") is Category.OTHER


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("10.0.0.7", ("10.0.0.7", 5555)),
        (" phone.local:40001 ", ("phone.local", 40001)),
        ("[fe80::1]:5555", ("fe80::1", 5555)),
        ("[::1]", ("::1", 5555)),
    ],
)
def test_addresses(text: str, address: tuple[str, int]) -> None:
    assert parse_address(text) == address
    assert parse_address(format_address(*address)) == address


@pytest.mark.parametrize(
    "text", ["", ":5555", "a b", "host:", "host:0", "host:65536", "host:port", "::1", "[x]:1", "a/b"]
)
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(ValueError, match=".+"):
        parse_address(text)


@given(st.text(max_size=40))
def test_any_text_is_an_address_or_an_error(text: str) -> None:
    try:
        host, port = parse_address(text)
    except ValueError:
        return
    assert parse_address(format_address(host, port)) == (host, port)


def test_the_devices_option() -> None:
    assert split_addresses("a:1, b:2,,a:1") == ["a:1", "b:2"]
    assert split_addresses(["a", "b:2"]) == ["a:5555", "b:2"]
    assert split_addresses(None) == []
    assert len(split_addresses([f"h{n}" for n in range(50)])) == domain.ADDRESSES_MAX
    with pytest.raises(ValueError, match="x y"):
        split_addresses("a, x y")


def test_number_options_name_themselves() -> None:
    assert number_option({"max_fps": "30"}, "max_fps", 60, 1, 240) == 30
    assert number_option({}, "max_fps", 60, 1, 240) == 60
    with pytest.raises(ValueError, match="max_fps is a whole number"):
        number_option({"max_fps": "fast"}, "max_fps", 60, 1, 240)
    with pytest.raises(ValueError, match="between 1 and 240"):
        number_option({"max_fps": 0}, "max_fps", 60, 1, 240)


def test_waiting_grows_and_starts_anew() -> None:
    backoff = Backoff((0.1, 1.0))
    assert [backoff.next(), backoff.next(), backoff.next()] == [0.1, 1.0, 1.0]
    assert backoff.count == 3
    backoff.reset()
    assert backoff.next() == 0.1


@given(st.integers(-5, 2**32))
def test_sizes_are_what_an_encoder_takes(pixels: int) -> None:
    side = domain.clamp_side(pixels)
    assert domain.SIDE_MIN <= side <= domain.SIDE_MAX
    assert side % 8 == 0


@given(st.text(max_size=300), st.integers(1, 60))
def test_words_are_plain_and_short(text: str, limit: int) -> None:
    said: Any = plain(text, limit)
    assert len(said) <= limit
    assert said.isprintable()
