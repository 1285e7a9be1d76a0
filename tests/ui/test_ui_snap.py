"""pillion snap: scenes as data, plans, the contact sheet, and the command on a small set, twice."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from ui.snap.plan import CLUSTER, CLUSTER_SIZES, LANGUAGES, PAGES, SIZES, THEMES, Choice, Shot, standard_set
from ui.snap.scene import SceneError, available_scenes, load_scene
from ui.snap.sheet import CELL_HEIGHT, CELL_WIDTH, COLUMNS, ContactSheet


def test_every_shipped_scene_can_be_read() -> None:
    names = available_scenes()
    assert names[0] == "parked"
    assert {"driving", "no-vehicle", "parked-night-low-tyre", "phone-lost", "reversing"} <= set(names)
    for name in names:
        scene = load_scene(name)
        assert scene.title
        assert scene.expect, f"{name} waits for nothing: its pictures would show whatever is there"


def test_a_scene_grows_from_its_base(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('title = "A"\n[car.set]\nx = 1\ny = 1\n[expect]\n"vehicle.gear" = "P"\n', "utf-8")
    (tmp_path / "b.toml").write_text('base = "a"\nsimulate = ["car"]\nfaults = ["noise"]\n[car.set]\ny = 2\n', "utf-8")
    scene = load_scene("b", tmp_path)
    assert scene.faults == ("noise",)
    assert scene.title == "A"
    assert scene.car == {"set": {"x": 1, "y": 2}}
    assert scene.simulate == ("car",)
    assert scene.expect == {"vehicle.gear": "P"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("titel = 'x'", "titel"),
        ("simulate = ['boat']", "boat"),
        ("base = 'gone'", "gone"),
        ("base = 'bad'", "itself"),
        ("[car", "bad.toml"),
        ("at = 'noon'", "at is"),
    ],
)
def test_a_bad_scene_names_file_and_entry(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "bad.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SceneError, match=said):
        load_scene("bad", tmp_path)


def test_the_standard_set_has_every_page_size_theme_language_scene_and_brand_and_no_name_twice() -> None:
    scenes, brands = ["parked", "driving", "lost"], ["aurora", "forge"]
    shots = standard_set(scenes, brands)
    names = [shot.name for shot in shots]
    assert len(set(names)) == len(names)
    full = {(s.page, s.size, s.theme, s.language) for s in shots if s.scene == "parked" and s.brand == "aurora"}
    cluster = {picture for picture in full if picture[0] == CLUSTER}
    assert len(cluster) == len(CLUSTER_SIZES) * len(THEMES) * len(LANGUAGES)
    assert len(full - cluster) == len(PAGES) * len(SIZES) * len(THEMES) * len(LANGUAGES)
    assert {shot.scene for shot in shots} == set(scenes)
    assert {shot.brand for shot in shots} == set(brands)


def test_names_say_what_is_in_them() -> None:
    shots = Choice(["parked"], ["aurora", "forge"], "aurora", ["home"], [(800, 480)], ["day"], ["ar"]).shots()
    assert [shot.name for shot in shots] == ["home-800x480-day-ar-parked", "home-800x480-day-ar-parked-forge"]


def test_the_contact_sheet_holds_every_picture(application: object, tmp_path: Path) -> None:
    sheet = ContactSheet("Pictures")
    colours = []
    for number in range(COLUMNS + 2):
        picture = QImage(800, 480, QImage.Format.Format_RGB32)
        colour = 0xFF000000 | (number + 1) * 0x1F2F11
        picture.fill(colour)
        colours.append(colour)
        sheet.add(Shot("parked", "en", "aurora", "day", (800, 480), f"page{number}"), picture)
    sheet.save(tmp_path)
    painted = QImage(str(tmp_path / "contact-sheet.png"))
    step = 60
    found = {painted.pixel(x, y) for x in range(0, painted.width(), step) for y in range(0, painted.height(), step)}
    assert set(colours) <= found
    assert painted.height() < 3 * (CELL_HEIGHT + 60)
    assert painted.width() >= COLUMNS * CELL_WIDTH
    assert (tmp_path / "index.html").read_text("utf-8").count("<figure>") == COLUMNS + 2


@pytest.mark.slow
def test_two_runs_take_the_same_pictures_and_the_scenes_differ(tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONHASHSEED": "random"}
    sums: list[dict[str, str]] = []
    for run in ("one", "two"):
        out = tmp_path / run
        words = ["--pages", "home,vehicle", "--sizes", "800x480", "--themes", "night", "--langs", "en,ar"]
        done = subprocess.run(
            [sys.executable, "-m", "ui.cli", "snap", "--out", str(out), *words, "--scenes", "parked,no-vehicle"],
            env=env,
            capture_output=True,
            text=True,
            timeout=110,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        sums.append({f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in out.glob("*-*x*.png")})
    assert len(sums[0]) == 8
    assert sums[0] == sums[1]
    assert len(set(sums[0].values())) == 8


def test_a_word_that_means_nothing_is_a_wrong_call() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ui.cli", "snap", "--out", "/nowhere", "--pages", "kitchen"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "kitchen" in done.stderr
    assert "home" in done.stderr
