"""``pillion snap``: photographs of pages × sizes × themes × languages × scenes, and a contact sheet."""

from __future__ import annotations

import argparse
import logging
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from ui import platform, theme
from ui.panels import DEFAULT_SIZE, parse_size
from ui.preferences import cache_file
from ui.snap.plan import CLUSTER, LANGUAGES, PAGES, SIZES, THEMES, Choice, Shot, standard_set
from ui.snap.scene import SceneError, available_scenes

__all__ = ["main"]


def _sections() -> list[str]:
    """The Vehicle page's, as pages."""
    from ui.viewmodels.sections import SECTIONS

    return [f"vehicle.{section.key}" for section in SECTIONS]


def _parser(scenes: Sequence[str], brands: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pillion snap",
        description="Photographs of the display into PNG files page-size-theme-lang-scene.png, with a contact sheet. Without a "
        "choice: the standard set. With one: every combination of it with all pages, sizes, themes and languages, in "
        f"the scene {scenes[0]} and the first brand. Lists are separated by commas; 'all' takes all.",
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument(
        "--pages", metavar="LIST", help=", ".join(PAGES) + f", {CLUSTER}, or a section: " + ", ".join(_sections())
    )
    parser.add_argument("--sizes", metavar="LIST", help=", ".join(f"{w}x{h}" for w, h in SIZES) + ", or any other")
    parser.add_argument("--themes", metavar="LIST", help=", ".join(THEMES))
    parser.add_argument("--langs", metavar="LIST", help=", ".join(LANGUAGES))
    parser.add_argument("--scenes", metavar="LIST", help=", ".join(scenes))
    parser.add_argument("--brands", metavar="LIST", help=", ".join(brands))
    return parser


def _chosen(text: str | None, known: Sequence[str], default: Sequence[str]) -> Sequence[str]:
    if text is None:
        return default
    if text == "all":
        return known
    words = [word.strip() for word in text.split(",") if word.strip()]
    for word in words:
        if word not in known:
            raise ValueError(f"there is no {word}; there are {', '.join(known)}")
    return words


def _plan(arguments: argparse.Namespace, scenes: Sequence[str], brands: Sequence[str]) -> list[Shot]:
    """Raises ValueError for a word that means nothing."""
    names = ("pages", "sizes", "themes", "langs", "scenes", "brands")
    if all(getattr(arguments, name) is None for name in names):
        return standard_set(scenes, brands)
    sizes: Sequence[tuple[int, int]] = SIZES
    if arguments.sizes not in (None, "all"):
        sizes = [parse_size(word) for word in arguments.sizes.split(",")]
    return Choice(
        scenes=_chosen(arguments.scenes, scenes, scenes[:1]),
        brands=_chosen(arguments.brands, brands, brands[:1]),
        first_brand=brands[0],
        pages=_chosen(arguments.pages, (*PAGES, *_sections(), CLUSTER), PAGES),
        sizes=sizes,
        themes=_chosen(arguments.themes, THEMES, THEMES),
        languages=_chosen(arguments.langs, LANGUAGES, LANGUAGES),
    ).shots()


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done}/{total}", end="" if done < total else "\n", file=sys.stderr, flush=True)
    elif done % 50 == 0 or done == total:
        print(f"{done}/{total}", file=sys.stderr, flush=True)


def main(argv: list[str]) -> int:
    """Take the pictures; nothing of the user's own settings is touched."""
    scenes, brands = available_scenes(), [brand for brand, _ in theme.brands()]
    parser = _parser(scenes, brands)
    arguments = parser.parse_args(argv)
    logging.basicConfig(
        level=os.environ.get("PILLION_LOG", "ERROR").upper(), format="%(levelname)s %(name)s %(message)s"
    )
    try:
        shots = _plan(arguments, scenes, brands)
    except ValueError as error:
        parser.error(str(error))
    try:
        platform.require_pair()
        platform.choose(headless=True, size=DEFAULT_SIZE)
    except platform.PlatformError as error:
        print(f"pillion: {error}", file=sys.stderr)
        return 1
    began = time.monotonic()
    # The user's cache, as long as it is still the user's.
    music = cache_file().parent / "desk-music"
    with tempfile.TemporaryDirectory(prefix="pillion-snap-") as state:
        os.environ["PILLION_STATE"] = state
        status = _take(shots, arguments.out, music)
    if status == 0:
        print(f"{len(shots)} pictures in {time.monotonic() - began:.0f} s: {arguments.out / 'index.html'}")
    return status


def _take(shots: list[Shot], out: Path, music: Path) -> int:
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication(sys.argv[:1])
    from ui.display import DisplayError
    from ui.loop import run_in_qt
    from ui.snap.shoot import shoot
    from ui.snap.stage import ensure_music
    from ui.unit import UnitError

    async def take() -> int:
        try:
            await shoot(shots, out, ensure_music(music), _progress)
        except (SceneError, UnitError, DisplayError, OSError) as error:
            print(f"pillion: {error}", file=sys.stderr)
            return 1
        return 0

    return run_in_qt(app, take)
