"""Fonts and icons: each has its licence, each icon that QML names is there, and pictures come in the colour asked for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QColor, QFontDatabase, QImage

from ui.fonts import FAMILIES, FONTS, install_fonts
from ui.icons import ICONS, SYMBOLS, CornersProvider, CoverProvider, IconProvider
from ui.theme import ROOT, THEMES, load_tokens

ASSETS = ROOT / "assets"
LICENCES = tomllib.loads((ASSETS / "licences.toml").read_text(encoding="utf-8"))["asset"]


def _covered(path: Path) -> list[dict[str, Any]]:
    name = path.relative_to(ASSETS)
    return [e for e in LICENCES if name.match(e["path"]) and not any(map(name.match, e.get("except", ())))]


@pytest.mark.parametrize("path", sorted([*FONTS.glob("*.?tf"), *ICONS.rglob("*.svg")]), ids=lambda path: path.name)
def test_every_asset_has_exactly_one_licence(path: Path) -> None:
    (entry,) = _covered(path)
    assert (ASSETS / entry["text"]).is_file()
    assert entry["licence"] in ("OFL-1.1", "ISC", "Apache-2.0")


def test_no_licence_is_for_nothing() -> None:
    for entry in LICENCES:
        assert list(ASSETS.glob(entry["path"])), entry["path"]


def test_fonts_are_small() -> None:
    latin = sum(path.stat().st_size for path in FONTS.glob("*.?tf") if "Arabic" not in path.name)
    arabic = sum(path.stat().st_size for path in FONTS.glob("*Arabic*"))
    assert latin <= 500_000
    assert arabic <= 240_000


def _icon_names() -> set[str]:
    names = set()
    for path in (ROOT / "qml").rglob("*.qml"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if re.match(r"\s*(name|icon|icon\.name|iconName|trailingIcon|fallback|property string fallback):", line):
                # What a name is chosen by is no name.
                chosen = re.sub(r'[=!]==\s*"[^"]*"', "", line)
                names |= set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)*)"', chosen))
    return names - {"artist", "song", "track", "none", "playlist"}


def test_every_icon_that_is_named_is_there_and_none_lies_about() -> None:
    there = {path.stem for path in ICONS.glob("*.svg")}
    symbols = {f"iso-{path.stem}" for path in SYMBOLS.glob("*.svg")}
    named = _icon_names()
    assert named - there - symbols == set()
    said = "\n".join(
        path.read_text(encoding="utf-8")
        for folder, kind in (("ui", "py"), ("qml", "qml"))
        for path in (ROOT / folder).rglob(f"*.{kind}")
    )
    assert {name for name in there if f'"{name}"' not in said} == set()


def test_an_icon_takes_the_colour_and_size_asked_for(qapp: Any) -> None:
    image = IconProvider().requestImage("house/5cc8ff/1.75", QSize(), QSize(64, 64))
    assert image.size() == QSize(64, 64)
    painted = {
        image.pixelColor(x, y).name() for x in range(64) for y in range(64) if image.pixelColor(x, y).alpha() == 255
    }
    assert painted == {"#5cc8ff"}


def test_symbols_of_iso_2575_have_a_name_of_their_own(qapp: Any) -> None:
    image = IconProvider().requestImage("iso-tyre-pressure/c41e2e/1.75", QSize(), QSize(64, 64))
    assert any(image.pixelColor(x, 32).alpha() for x in range(64))


def test_a_thicker_stroke_paints_more(qapp: Any) -> None:
    def covered(stroke: str) -> int:
        image = IconProvider().requestImage(f"house/000000/{stroke}", QSize(), QSize(64, 64))
        return sum(image.pixelColor(x, y).alpha() for x in range(64) for y in range(64))

    assert covered("2.0") > 1.2 * covered("1.5")


@pytest.mark.parametrize("name", ["nothing", "../../LICENSE", ""])
def test_an_unknown_icon_is_empty_and_said(qapp: Any, caplog: pytest.LogCaptureFixture, name: str) -> None:
    image = IconProvider().requestImage(f"{name}/ffffff/2", QSize(), QSize(8, 8))
    assert image.pixelColor(4, 4).alpha() == 0
    assert "no icon" in caplog.text


def test_a_cover_is_cropped_and_round(qapp: Any, tmp_path: Path) -> None:
    picture = QImage(400, 200, QImage.Format.Format_RGB32)
    picture.fill(QColor("#B0366F"))
    picture.save(str(tmp_path / "cover.png"))
    url = QUrl.fromLocalFile(str(tmp_path / "cover.png")).toString()
    image = CoverProvider().requestImage(f"20/{url}", QSize(), QSize(100, 100))
    assert image.size() == QSize(100, 100)
    assert image.pixelColor(1, 1).alpha() == 0
    assert image.pixelColor(50, 50).name() == image.pixelColor(1, 50).name() == "#b0366f"


@pytest.mark.parametrize("url", ["", "https://example.org/cover.png", "file:///nowhere/cover.png"])
def test_what_is_no_local_picture_is_empty(qapp: Any, url: str) -> None:
    assert CoverProvider().requestImage(f"8/{url}", QSize(), QSize(10, 10)).pixelColor(5, 5).alpha() == 0


def test_a_truncated_cover_does_no_harm(qapp: Any, tmp_path: Path) -> None:
    picture = QImage(64, 64, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    whole = tmp_path / "whole.png"
    picture.save(str(whole))
    (tmp_path / "cut.png").write_bytes(whole.read_bytes()[:40])
    url = QUrl.fromLocalFile(str(tmp_path / "cut.png")).toString()
    assert CoverProvider().requestImage(f"8/{url}", QSize(), QSize(10, 10)).size() == QSize(10, 10)


def test_corners_leave_a_hole(qapp: Any) -> None:
    image = CornersProvider().requestImage("10/112233/445566", QSize(), QSize())
    edge = image.width()
    assert edge == 21
    assert image.pixelColor(0, 0).name() == "#112233"
    assert image.pixelColor(edge - 1, 0).name() == "#445566"
    assert image.pixelColor(edge // 2, edge // 2).alpha() == 0


def test_every_brands_typeface_is_shipped(qapp: Any) -> None:
    install_fonts()
    for path in THEMES.glob("*/tokens.json"):
        family = load_tokens(path)["typography"]["family"][0]
        assert family in FAMILIES
        assert family in QFontDatabase.families()
