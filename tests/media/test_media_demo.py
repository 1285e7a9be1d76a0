"""The music of a desk is real music in real files, the same every time."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from backends.media.compose import RATE, Cover, Piece, compose, paint
from backends.media.demo import ALBUMS, start_demo
from backends.media.mounts import MountWatch
from backends.media.service import MediaService
from backends.media.tags import ArtCache, read_song
from tests.fakes.host import local_link, until


def _make(folder: Path) -> bool:
    """Whether there was anything to make."""
    process = start_demo(folder)
    assert process is None or process.wait(60) == 0
    return process is not None


def test_a_piece_is_sound_that_ends_softly_and_is_always_the_same() -> None:
    piece = Piece(seed=3, key=50, mode="minor", tempo=120, chords=(0, 5, 2, 6), bars=4)
    sound = compose(piece)
    assert np.array_equal(sound, compose(piece))
    assert not np.array_equal(sound, compose(Piece(4, 50, "minor", 120, (0, 5, 2, 6), 4)))
    assert sound.shape == (2, RATE * 10)
    assert np.isfinite(sound).all()
    assert 0.4 < np.abs(sound).max() <= 0.6
    assert np.abs(sound[:, -200:]).max() < 0.01
    loudness = np.sqrt((sound[:, : RATE * 8].reshape(2, 8, RATE) ** 2).mean(axis=2))
    assert loudness.min() > 0.01, "no second is silent"


@pytest.mark.parametrize("waves", [False, True])
def test_a_cover_is_a_png_others_can_read(tmp_path: Path, waves: bool) -> None:
    path = tmp_path / "cover.png"
    path.write_bytes(paint(Cover(("#000000", "#ff8000"), "#ffffff", seed=5, waves=waves), 64))
    with av.open(str(path)) as container:
        picture = next(container.decode(video=0)).to_ndarray(format="rgb24")
    assert picture.shape == (64, 64, 3)
    assert picture[0, 0].max() < 80
    assert len(np.unique(picture.reshape(-1, 3), axis=0)) > 50


@pytest.mark.slow
def test_the_demo_is_made_once_whole_and_playable(run: Callable[..., Any], private_state: Path) -> None:
    folder = private_state / "demo-music"
    assert _make(folder)
    files = sorted(path for path in folder.rglob("*.*") if path.is_file() and not path.name.startswith("."))
    assert {path.suffix for path in files} >= {".flac", ".mp3", ".m4a", ".opus"}
    wanted = {(album.title, album.artist, song[0]) for album in ALBUMS for song in album.songs}
    songs = [read_song(path, path.stat(), ArtCache(private_state / "art")) for path in files]
    assert {(song.album, song.artist, song.title) for song in songs} == wanted
    assert len(songs) == 10
    for song in songs:
        assert 40e6 <= song.length_us <= 90e6, song.title
        assert song.art
        with av.open(song.path) as container:
            assert sum(1 for _ in container.decode(audio=0)) > 100
    digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in files if path.suffix == ".flac"]
    assert not _make(folder), "the second start makes nothing"
    assert [entry.name for entry in private_state.iterdir() if entry.name.startswith(".demo")] == []

    async def body() -> None:
        async with local_link({"media": MediaService({"demo": "1"})}) as link:
            states: list[dict[str, Any]] = []
            link.on_signal("media", "NowPlayingChanged", states.append)
            await until(lambda: states and states[-1]["can_play"])
            assert (await link.call("media", "Browse", "albums", 0, 10))[1] == len(ALBUMS)

    run(body())
    (folder / ".complete-1").unlink()
    assert _make(folder), "what was left half-way is made anew"
    again = [hashlib.sha256(path.read_bytes()).hexdigest() for path in files if path.suffix == ".flac"]
    assert again == digests


def test_a_demo_that_cannot_be_made_leaves_the_service_standing(run: Callable[..., Any], private_state: Path) -> None:
    async def body() -> None:
        private_state.mkdir()
        (private_state / "demo-music").write_text("a file where the folder should be")
        async with local_link(
            {"media": MediaService({"demo": "1", "index": str(private_state / "i" / "index")})}
        ) as link:
            notices: list[str] = []
            link.on_signal("media", "Notice", lambda _severity, code, _text: notices.append(code))
            await until(lambda: notices, 30)
            assert notices == ["no-demo"]
            assert (await link.properties("media"))["Ready"]

    run(body(), 40)


def test_ending_the_service_ends_the_making(run: Callable[..., Any], private_state: Path) -> None:
    async def body() -> None:
        async with local_link({"media": MediaService({"demo": "1"})}):
            pass

    run(body(), 10)
    assert not (private_state / "demo-music").exists()


@pytest.mark.skipif(not Path("/proc/self/mountinfo").exists(), reason="not Linux")
def test_the_mount_watch_ends_when_told_and_leaves_nothing_open() -> None:
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(3):
        MountWatch(lambda: None).close()
    assert len(os.listdir("/proc/self/fd")) == before
