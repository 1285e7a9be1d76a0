"""Real music files, made once a session."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from backends.media.tagging import write_tags
from tests.fakes.music import COVER, KINDS, MakeSong, make_tone


@pytest.fixture(scope="session")
def songs(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, float], Path]:
    """What was encoded already, by kind and seconds."""
    tmp_path_factory.mktemp("songs")
    return {}


@pytest.fixture
def make_song(
    songs: dict[tuple[str, float], Path], tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> MakeSong:
    """``make_song("mp3", title="A", seconds=2)``: a real file with a tone of 440 Hz, tags and a cover, in ``music``."""

    def make(kind: str, name: str = "", seconds: float = 2.0, folder: str = "music", **tags: str) -> Path:
        key = (kind, seconds)
        if key not in songs:
            songs[key] = tmp_path_factory.mktemp("song") / ("song" + KINDS[kind])
            make_tone(songs[key], seconds)
        path = tmp_path / folder / (name or f"{kind}{KINDS[kind]}")
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(songs[key], path)
        write_tags(
            path, {"title": path.stem, "artist": "The Testers", "album": "Samples", "tracknumber": "1", **tags}, COVER
        )
        return path

    return make


@pytest.fixture
def music(tmp_path: Path) -> Path:
    """The folder ``make_song`` writes to."""
    folder = tmp_path / "music"
    folder.mkdir(exist_ok=True)
    return folder
