"""The music of a desk: five short albums, composed, painted, encoded and tagged by Pillion itself at the first start.

It is a program of its own (``python -m backends.media.demo FOLDER``) so that what it needs of memory goes with it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

__all__ = ["ALBUMS", "DemoAlbum", "make_demo", "start_demo"]

_COMPLETE = ".complete-1"


@dataclass(frozen=True, slots=True)
class DemoAlbum:
    """An album's words, and what its music and its cover are made of (see `backends.media.compose`)."""

    title: str
    artist: str
    colours: tuple[str, ...]
    disc: str
    mode: str
    key: int
    tempo: int
    songs: tuple[tuple[str, str, tuple[int, int, int, int], int], ...]
    """Title, file name, chords, bars."""


ALBUMS = (
    DemoAlbum(
        "Slow Water",
        "Aya Lindqvist",
        ("#2E1A57", "#B33A73", "#E9976B"),
        "#FBD9B0",
        "minor",
        50,
        76,
        (
            ("Night Ferry", "01 Night Ferry.flac", (0, 5, 2, 6), 24),
            ("Harbour Lights", "02 Harbour Lights.mp3", (0, 3, 5, 4), 14),
            ("Low Tide", "03 Low Tide.flac", (5, 3, 0, 4), 18),
        ),
    ),
    DemoAlbum(
        "Paper Suns",
        "Okoro Trio",
        ("#16574C", "#4E9C7A", "#8FDDA8"),
        "#A6E3B4",
        "major",
        53,
        92,
        (
            ("Paper Suns", "01 Paper Suns.m4a", (0, 5, 3, 4), 16),
            ("Tin Roof", "02 Tin Roof.flac", (0, 2, 3, 4), 22),
        ),
    ),
    DemoAlbum(
        "Drive by Night",
        "The Arcades",
        ("#16225F", "#2B63B8", "#58C4FF"),
        "#79CFFF",
        "minor",
        45,
        104,
        (
            ("Sodium Light", "01 Sodium Light.opus", (0, 5, 3, 6), 20),
            ("Last Exit", "02 Last Exit.flac", (0, 6, 5, 4), 28),
        ),
    ),
    DemoAlbum(
        "夜航",
        "林晚",
        ("#7A3320", "#C07A4E", "#F8C98A"),
        "#FFD9A0",
        "penta",
        55,
        70,
        (
            ("海上的灯", "01 海上的灯.flac", (0, 3, 2, 4), 14),
            ("慢慢回家", "02 慢慢回家.flac", (0, 1, 3, 2), 16),
        ),
    ),
    DemoAlbum(
        "طريق البحر",
        "ليلى منصور",
        ("#24402C", "#7A8F3F", "#C9D86B"),
        "#D6E37C",
        "hijaz",
        50,
        84,
        (("نجوم الصيف", "01 نجوم الصيف.flac", (0, 1, 3, 0), 20),),
    ),
)


def start_demo(folder: Path) -> subprocess.Popen[bytes] | None:
    """Begin to make the music if ``folder`` does not hold all of it yet; None if it does. Exits 0 when it is done.

    Raises OSError.
    """
    if (folder / _COMPLETE).exists():
        return None
    command = [sys.executable, "-m", "backends.media.demo", str(folder)]
    root = Path(__file__).resolve().parents[2]
    paths = os.pathsep.join([str(root), *filter(None, [os.environ.get("PYTHONPATH")])])
    env = {**os.environ, "PYTHONPATH": paths, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    return subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL)


def make_demo(folder: Path) -> None:
    """Make all albums beside ``folder`` and put them in its place in one step. Raises OSError."""
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(str(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".demo-music-", dir=folder.parent) as temporary:
        made = Path(temporary) / "music"
        for number, album in enumerate(ALBUMS):
            _make_album(made / album.title, album, number)
        (made / _COMPLETE).touch()
        if folder.exists():
            shutil.rmtree(folder)
        made.rename(folder)


def _make_album(folder: Path, album: DemoAlbum, number: int) -> None:
    from backends.media.compose import RATE, Cover, Piece, compose, paint
    from backends.media.encode import encode

    folder.mkdir(parents=True)
    cover = paint(Cover(album.colours, album.disc, seed=number + 3, waves=number == 0))
    for track, (title, name, chords, bars) in enumerate(album.songs, 1):
        piece = Piece(10 * number + track, album.key, album.mode, album.tempo, chords, bars)
        encode(folder / name, compose(piece), RATE)
        _tag(
            folder / name,
            {"title": title, "artist": album.artist, "album": album.title, "tracknumber": str(track)},
            cover,
        )


def _tag(path: Path, tags: dict[str, str], cover: bytes) -> None:
    from backends.media.tagging import write_tags

    write_tags(path, tags, cover)


if __name__ == "__main__":
    make_demo(Path(sys.argv[1]))
