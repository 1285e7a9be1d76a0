"""What is checked before Qt is loaded, and what a profile and a command line ask for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.commands.run import build_parser, options_of
from ui.panels import PANELS, dpi_of, parse_size
from ui.platform import PlatformError, check_pair, choose, has_display
from ui.profile import ProfileError, load_profile


@pytest.mark.parametrize(
    ("python", "pyside", "good"),
    [
        ((3, 11), (6, 11, 3), True),
        ((3, 11), (6, 12, 0), False),
        ((3, 12), (6, 12, 0), True),
        ((3, 13), (6, 12, 1), True),
        ((3, 10), (6, 11, 3), False),
        ((3, 14), (6, 12, 0), False),
        ((3, 12), (6, 11, 2), False),
    ],
)
def test_pairs_of_python_and_pyside(python: tuple[int, int], pyside: tuple[int, ...], good: bool) -> None:
    problem = check_pair(python, pyside)
    assert (problem == "") is good
    assert "\n" not in problem


def test_this_pair_is_good() -> None:
    import PySide6

    assert check_pair(sys.version_info[:2], tuple(int(part) for part in PySide6.__version__.split("."))) == ""


def test_a_display_that_is_named_but_not_there_is_none(tmp_path: Path) -> None:
    assert not has_display({})
    assert not has_display({"DISPLAY": ":4077"})
    assert not has_display({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)})
    (tmp_path / "wayland-0").touch()
    assert has_display({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)})


def test_platforms(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "QT_QUICK_BACKEND"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(PlatformError, match=r"--headless.*--vnc.*snap"):
        choose(size=(800, 480))
    assert choose(headless=True, size=(800, 480)) == "offscreen"
    assert os.environ["QT_QUICK_BACKEND"] == "software"
    assert choose(vnc=5901, size=(800, 480)) == "vnc:size=800x480:port=5901"
    assert choose(platform="vnc", size=(800, 480)) == "vnc:size=800x480:port=5900"
    assert choose(platform="linuxfb", size=(800, 480)) == "linuxfb"


def test_without_a_display_it_says_so_in_one_line() -> None:
    env = {k: v for k, v in os.environ.items() if k not in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")}
    done = subprocess.run(
        [sys.executable, "-m", "ui.cli", "run", "--for", "1"],
        env=env,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "--headless" in done.stderr


def test_sizes() -> None:
    assert parse_size("800x480") == (800, 480)
    for bad in ("800", "x480", "0x480", "800x480x2", "-1x3"):
        with pytest.raises(ValueError, match="WIDTHxHEIGHT"):
            parse_size(bad)
    assert all(dpi_of(size) == dpi for size, dpi in PANELS.items())
    assert 100 < dpi_of((1234, 567)) < 200


def test_a_profile_is_the_ground_and_the_command_line_has_the_last_word(tmp_path: Path) -> None:
    file = tmp_path / "unit.toml"
    file.write_text(
        """
        [display]
        size = "1280x800"
        dpi = 149
        platform = "linuxfb"
        [run]
        bus = "session"
        simulate = ["car"]
        [services.vehicle]
        profile = "demo"
        """,
        encoding="utf-8",
    )
    words = ["--profile", str(file), "--size", "800x480", "--set", "vehicle.profile=other", "--theme", "night"]
    options = options_of(build_parser().parse_args(words))
    assert options.size == (800, 480)
    assert options.dpi == 149
    assert options.platform == "linuxfb"
    assert options.unit.bus == ""
    assert options.unit.simulate == ("car",)
    assert options.unit.options == {"vehicle": {"profile": "other"}}
    assert options.preferences == {"display.theme": "night"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[display\n", "unit.toml"),
        ("[display]\nsize = 'big'", "WIDTHxHEIGHT"),
        ("[display]\ncolour = 1", "display.colour"),
        ("[radio]\n", "radio"),
        ("[run]\nsimulate = ['boat']", "boat"),
        ("[services.kitchen]\nx = 1", "kitchen"),
    ],
)
def test_a_bad_profile_names_the_file_and_the_entry(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "unit.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ProfileError, match=said) as caught:
        load_profile(file)
    assert "unit.toml" in str(caught.value)
