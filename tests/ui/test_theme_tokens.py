"""The tokens of every brand: readable by day and by night, of one shape, and turned into QML only when they changed."""

from __future__ import annotations

import colorsys
import json
import os
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from ui.theme import THEMES, ThemeError, brands, ensure_theme, load_tokens

BRANDS = [brand for brand, _ in brands()]
MODES = ("day", "night")
SURFACES = ("backgroundStart", "backgroundEnd", "card", "raised", "selected")


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _channels(colour: str) -> list[float]:
    return [_linear(int(colour[-6:][i : i + 2], 16) / 255) for i in (0, 2, 4)]


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    red, green, blue = _channels(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Contrast ratio, WCAG 2.2: 1 to 21."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


# Viénot, Brettel and Mollon 1999 for the red-green kinds, on linear RGB; tritan after Brettel 1997 (one half-plane).
_SEEN_BY = {
    "protan": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deutan": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
    "tritan": ((1.0, 0.14461, -0.14461), (0.0, 0.85924, 0.14076), (0.0, 0.85924, 0.14076)),
}


def seen_by(eye: str, colour: str) -> tuple[float, ...]:
    """What such an eye sees, in steps that look even (the display's own gamma), 0 to 1 a channel."""
    channels = _channels(colour)
    linear = (sum(a * b for a, b in zip(row, channels, strict=True)) for row in _SEEN_BY[eye])
    return tuple(max(0.0, channel) ** (1 / 2.2) for channel in linear)


@pytest.fixture(params=[(brand, mode) for brand in BRANDS for mode in MODES], ids="-".join)
def palette(request: pytest.FixtureRequest) -> dict[str, str]:
    brand, mode = request.param
    colours: dict[str, str] = load_tokens(THEMES / brand / "tokens.json")["color"][mode]
    return colours


def test_contrast_is_what_wcag_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)


def test_there_are_three_brands_and_the_default_comes_first() -> None:
    assert BRANDS[0] == "aurora"
    assert len(BRANDS) >= 3


@pytest.mark.parametrize("ink", ["ink", "muted", "accent", "warm", "danger"])
def test_words_can_be_read_on_every_surface(palette: dict[str, str], ink: str) -> None:
    low = {surface: round(contrast(palette[ink], palette[surface]), 2) for surface in SURFACES}
    assert min(low.values()) >= 4.5, low


def test_words_can_be_read_on_what_is_active_or_primary(palette: dict[str, str]) -> None:
    assert contrast(palette["accent"], palette["active"]) >= 4.5
    assert contrast(palette["ink"], palette["active"]) >= 4.5
    assert contrast(palette["accentInk"], palette["accent"]) >= 4.5
    # A toast is a card the other way round.
    assert contrast(palette["card"], palette["ink"]) >= 4.5


def test_bars_and_icons_can_be_told_from_what_is_behind_them(palette: dict[str, str]) -> None:
    for colour in ("good", "accent", "warm", "danger", "muted"):
        assert contrast(palette[colour], palette["card"]) >= 3, colour
        assert contrast(palette[colour], palette["line"]) >= 2, colour


TELLTALES = ("telltaleRed", "telltaleAmber", "telltaleGreen", "telltaleBlue")


@pytest.mark.parametrize("lamp", TELLTALES)
def test_telltales_can_be_seen_on_every_surface(palette: dict[str, str], lamp: str) -> None:
    low = {surface: round(contrast(palette[lamp], palette[surface]), 2) for surface in (*SURFACES, "active")}
    assert min(low.values()) >= 3, low


def test_telltales_have_the_colours_of_iso_2575(palette: dict[str, str]) -> None:
    def hue(lamp: str) -> float:
        return colorsys.rgb_to_hsv(*(int(palette[lamp][i : i + 2], 16) / 255 for i in (1, 3, 5)))[0] * 360

    red, amber, green, blue = (hue(lamp) for lamp in TELLTALES)
    assert red < 12 or red > 345
    assert 25 <= amber <= 50
    assert 120 <= green <= 160
    assert 205 <= blue <= 225


def test_surfaces_step_gently(palette: dict[str, str]) -> None:
    assert 1.05 <= contrast(palette["card"], palette["raised"]) <= 1.4
    assert 1.05 <= contrast(palette["card"], palette["backgroundEnd"]) <= 1.45


def test_night_is_light_on_dark() -> None:
    for brand in BRANDS:
        colours = load_tokens(THEMES / brand / "tokens.json")["color"]
        assert luminance(colours["night"]["card"]) < 0.05 < luminance(colours["night"]["ink"])
        assert luminance(colours["day"]["card"]) > 0.5 > luminance(colours["day"]["ink"])


@pytest.mark.parametrize("eye", sorted(_SEEN_BY))
def test_meanings_stay_apart_for_every_eye(palette: dict[str, str], eye: str) -> None:
    for first, second in combinations(("good", "warm", "danger"), 2):
        ones, others = seen_by(eye, palette[first]), seen_by(eye, palette[second])
        distance = sum((a - b) ** 2 for a, b in zip(ones, others, strict=True)) ** 0.5
        assert distance > 0.1, f"{first} and {second} look alike: {distance:.2f}"


def test_the_accent_is_no_warning_colour(palette: dict[str, str]) -> None:
    red, green, blue = _channels(palette["accent"])
    assert blue > red or green > red, "red, amber: kept for their meaning"
    assert palette["accent"] != palette["good"]


def test_no_text_is_smaller_than_a_glance_can_read() -> None:
    for brand in BRANDS:
        sizes = load_tokens(THEMES / brand / "tokens.json")["typography"]["size"]
        assert min(sizes.values()) >= 24
        assert sizes["title"] >= 32


def test_brands_differ_in_more_than_hue() -> None:
    characters = set()
    for brand in BRANDS:
        tokens = load_tokens(THEMES / brand / "tokens.json")
        characters.add((tokens["typography"]["family"][0], tokens["radius"]["card"], tokens["icon"]["stroke"]))
    assert len({family for family, _, _ in characters}) == len({radius for _, radius, _ in characters}) == len(BRANDS)


def _copy(folder: Path) -> Path:
    for brand in BRANDS:
        (folder / brand).mkdir(parents=True)
        (folder / brand / "tokens.json").write_bytes((THEMES / brand / "tokens.json").read_bytes())
    return folder


def test_qml_is_written_once_and_again_when_a_token_changes(tmp_path: Path) -> None:
    themes, out = _copy(tmp_path / "themes"), tmp_path / "qml"
    module = ensure_theme(out, themes) / "Pillion" / "Brands"
    assert 'ink: "#E8EDF4"' in (module / "Aurora.qml").read_text()
    written = (module / "qmldir").stat().st_mtime_ns
    assert ensure_theme(out, themes) == out
    assert (module / "qmldir").stat().st_mtime_ns == written

    tokens = themes / "aurora" / "tokens.json"
    tokens.write_text(tokens.read_text().replace("#E8EDF4", "#ABCDEF"))
    os.utime(tokens, ns=(written + 1, written + 1))
    ensure_theme(out, themes)
    assert 'ink: "#ABCDEF"' in (module / "Aurora.qml").read_text()


def test_a_new_folder_is_a_new_brand(tmp_path: Path) -> None:
    themes = _copy(tmp_path / "themes")
    (themes / "mist").mkdir()
    (themes / "mist" / "tokens.json").write_bytes((themes / "linen" / "tokens.json").read_bytes())
    module = ensure_theme(tmp_path / "qml", themes) / "Pillion" / "Brands"
    assert 'brand === "mist"' in (module / "Brands.qml").read_text()


def _without(data: dict[str, Any], *path: str) -> dict[str, Any]:
    node = data
    for key in path[:-1]:
        node = node[key]
    del node[path[-1]]
    return data


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (lambda text: text[:-40], "tokens.json"),
        (lambda text: "[]", "not an object"),
        (lambda text: json.dumps(_without(json.loads(text), "typography")), "'typography' is missing"),
        (lambda text: json.dumps(_without(json.loads(text), "color", "day", "ink")), "ink"),
    ],
    ids=["cut short", "no object", "group missing", "colour missing"],
)
def test_a_bad_token_file_is_named(tmp_path: Path, broken: Any, message: str) -> None:
    themes = _copy(tmp_path / "themes")
    bad = themes / "linen" / "tokens.json"
    bad.write_text(broken(bad.read_text()))
    with pytest.raises(ThemeError, match=message) as caught:
        ensure_theme(tmp_path / "qml", themes)
    assert "linen" in str(caught.value)
