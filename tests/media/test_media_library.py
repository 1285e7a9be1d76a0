"""Tags, folders and the index."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backends.core.errors import NotFound
from backends.media.library import Library, Song
from backends.media.mounts import removable_mounts
from backends.media.preferences import as_sources, source_lines
from backends.media.scanner import scan
from backends.media.tags import ArtCache, read_song
from tests.fakes.music import COVER, KINDS, MakeSong

ROOT = Path(__file__).resolve().parents[2]


def _scan(sources: list[Path], art: Path, known: dict[str, Song] | None = None) -> tuple[list[Song], list[Song]]:
    """All songs, and those that were read."""
    read: list[Song] = []
    songs = scan(sources, known or {}, ArtCache(art), read.extend, threading.Event())
    assert songs is not None
    return songs, read


@pytest.mark.parametrize("kind", KINDS)
def test_tags_length_and_cover_of_every_kind(make_song: MakeSong, tmp_path: Path, kind: str) -> None:
    path = make_song(kind, title="夜航 · نور", artist="Ænima", album="Øst", tracknumber="7")
    song = read_song(path, path.stat(), ArtCache(tmp_path / "art"))
    assert (song.title, song.artist, song.album, song.track) == ("夜航 · نور", "Ænima", "Øst", 7)
    assert song.length_us == pytest.approx(2_000_000, abs=120_000)
    assert Path(unquote(urlsplit(song.art).path)).read_bytes() == COVER


def test_a_cover_in_the_folder_will_do(make_song: MakeSong, music: Path, tmp_path: Path) -> None:
    path = make_song("flac")
    from mutagen.flac import FLAC

    file = FLAC(path)
    file.clear_pictures()
    file.save()
    (music / "cover.png").write_bytes(COVER)
    song = read_song(path, path.stat(), ArtCache(tmp_path / "art"))
    assert song.art == (music / "cover.png").as_uri()


@pytest.mark.parametrize(
    "content", [b"", b"plain text, no music\n" * 50, b"\x00" * 5000, b"fLaC\x00\x00", b"OggS" * 99, b"ID3\xff"]
)
@pytest.mark.parametrize("suffix", sorted(set(KINDS.values())))
def test_what_is_no_music_is_listed_by_its_name(tmp_path: Path, suffix: str, content: bytes) -> None:
    path = tmp_path / f"odd{suffix}"
    path.write_bytes(content)
    song = read_song(path, path.stat(), ArtCache(tmp_path / "art"))
    assert (song.title, song.art) == ("odd", "")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(kind=st.sampled_from(sorted(KINDS)), data=st.data())
def test_a_file_cut_or_scribbled_on_anywhere_never_breaks_the_reader(
    make_song: MakeSong, tmp_path: Path, kind: str, data: st.DataObject
) -> None:
    whole = bytearray(make_song(kind).read_bytes())
    cut = whole[: data.draw(st.integers(0, len(whole)))]
    for place in data.draw(st.lists(st.integers(0, 400), max_size=6)):
        if place < len(cut):
            cut[place] = data.draw(st.integers(0, 255))
    path = tmp_path / f"cut{KINDS[kind]}"
    path.write_bytes(cut)
    song = read_song(path, path.stat(), ArtCache(tmp_path / "art"))
    assert song.title
    assert song.length_us >= 0


def test_only_what_changed_is_read_again(make_song: MakeSong, music: Path, tmp_path: Path) -> None:
    art = tmp_path / "art"
    one, two = make_song("flac", "one.flac"), make_song("flac", "two.flac")
    songs, read = _scan([music], art)
    assert len(songs) == len(read) == 2
    known = {song.path: song for song in songs}
    assert _scan([music], art, known) == (songs, [])
    make_song("flac", "one.flac", title="Another")
    os.utime(one, ns=(1, 1))
    songs, read = _scan([music], art, known)
    assert [song.title for song in read] == ["Another"]
    two.unlink()
    assert [song.path for song in _scan([music], art, known)[0]] == [str(one)]
    shutil.rmtree(art)
    songs, read = _scan([music], art, {song.path: song for song in songs})
    assert len(read) == 1, "a cover that was cleared away is taken out again"


def test_hidden_foreign_and_linked_things_are_left_out(make_song: MakeSong, music: Path, tmp_path: Path) -> None:
    make_song("flac", "a/b/deep.flac")
    make_song("flac", ".hidden/x.flac")
    make_song("flac", ".x.flac")
    (music / "notes.txt").write_text("no")
    (music / "ring").symlink_to(music)
    (music / os.fsdecode(b"bad-\xff.mp3")).write_bytes(b"x")
    songs, _ = _scan([music], tmp_path / "art")
    assert [song.title for song in songs] == ["deep"]


def test_a_single_file_is_a_source_and_an_absent_one_is_nothing(
    make_song: MakeSong, music: Path, tmp_path: Path
) -> None:
    path = make_song("mp3", "solo.mp3")
    songs, _ = _scan([path, music / "nowhere", music / "nowhere.mp3"], tmp_path / "art")
    assert [song.title for song in songs] == ["solo"]


def test_scanning_stops_when_told(make_song: MakeSong, music: Path, tmp_path: Path) -> None:
    make_song("flac")
    cancelled = threading.Event()
    cancelled.set()
    assert scan([music], {}, ArtCache(tmp_path / "art"), lambda _: None, cancelled) is None


def test_the_covers_together_stay_within_their_limit(tmp_path: Path) -> None:
    art = ArtCache(tmp_path, most_bytes=80_000)
    kept = [Path(urlsplit(art.keep(COVER + bytes([n]) * 9000)).path) for n in range(12)]
    for age, path in enumerate(kept):
        os.utime(path, (age, age))
    art.trim()
    assert [path.exists() for path in kept] == [False] * 4 + [True] * 8
    assert art.keep(b"GIF89a") == ""
    assert art.keep(COVER + bytes(20_000)) == "", "one cover must not push out all others"


def _song(title: str, artist: str = "", album: str = "", track: int = 0, folder: str = "m", **more: str) -> Song:
    return Song(f"/{folder}/{title}.mp3", 1, 1, title, artist, album, track=track, length_us=1_000_000, **more)  # type: ignore[arg-type]


def test_albums_artists_and_songs() -> None:
    library = Library(
        [
            _song("z", "Ann", "Red", 1),
            _song("y", "Ann", "Red", 2),
            _song("x", "Bob", "red", 1, album_artist="Bob"),
            _song("duet", "Ann & Bob", "Blue", 1, album_artist="Ann"),
            _song("loose", folder="tape"),
        ]
    )
    albums = [(item["title"], item["subtitle"], item["length_us"]) for item in library.browse("albums")]
    assert [title.casefold() for title, _, _ in albums] == ["blue", "red", "red", "tape"]
    assert set(albums) == {("Blue", "Ann", 1e6), ("Red", "Ann", 2e6), ("red", "Bob", 1e6), ("tape", "", 1e6)}
    artists = {item["title"]: item["id"] for item in library.browse("artists")}
    assert list(artists) == ["", "Ann", "Bob"]
    assert [item["title"] for item in library.browse("artist:" + artists["Ann"])] == ["duet", "z", "y"]
    assert [item["title"] for item in library.browse("songs")] == ["duet", "loose", "x", "y", "z"]
    red = next(item["id"] for item in library.browse("albums") if item["length_us"] == 2e6)
    assert [item["title"] for item in library.browse(f"album:{red}")] == ["z", "y"]
    for nowhere in ("", "album:", "album:0", "genre", "queue:1", "albums:1"):
        with pytest.raises(NotFound):
            library.browse(nowhere)


_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(
    st.lists(
        st.builds(Song, _TEXT, st.integers(0), st.integers(0), _TEXT, _TEXT, _TEXT, _TEXT, st.integers(0, 99)),
        max_size=12,
    )
)
def test_every_song_is_in_one_album_and_the_index_comes_back(songs: list[Song]) -> None:
    library = Library(songs)
    assert sorted(song.path for song in library.in_albums) == sorted({song.path for song in songs})
    assert Library.load(library.dump()).songs == library.songs


@pytest.mark.parametrize(
    "data",
    [None, b"", b"{", b"[]", b'{"version":2,"songs":[]}', b'{"version":1,"songs":[{"path":1}]}', b'{"version":1}'],
)
def test_an_index_that_is_none_of_ours_is_made_anew(data: bytes | None) -> None:
    assert not Library.load(data).songs


def test_usb_sticks_are_found_among_the_mounts() -> None:
    text = (
        "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n"
        "40 22 8:17 / /media/aya/MY\\040STICK rw,nosuid shared:9 - vfat /dev/sdb1 rw\n"
        "41 22 8:33 / /run/media/aya/\\134odd rw - exfat /dev/sdc1 rw\n"
        "42 22 0:5 / /mediathek rw - tmpfs x rw\n\nshort line\n"
    )
    assert removable_mounts(text) == [Path("/media/aya/MY STICK"), Path("/run/media/aya/\\odd")]


_UNSHARE = ["unshare", "--map-root-user", "--mount"]


@pytest.mark.skipif(
    not shutil.which("unshare")
    or subprocess.run([*_UNSHARE, "true"], check=False, capture_output=True).returncode != 0,
    reason="no mount namespace of our own to be had here",
)
def test_a_stick_comes_and_goes(make_song: MakeSong, music: Path, tmp_path: Path) -> None:
    make_song("flac")
    make_song("mp3")
    env = {**os.environ, "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    command = [*_UNSHARE, sys.executable, "-m", "tests.fakes.usb", str(music)]
    done = subprocess.run(command, cwd=ROOT, env=env, check=True, capture_output=True, timeout=60)
    assert done.stdout.split() == [b"2", b"0"]


@given(
    st.lists(
        st.text(st.characters(categories=["L", "N", "P"]), min_size=1).map(lambda text: Path("/") / text.strip("/"))
    )
)
def test_sources_are_one_a_line(sources: list[Path]) -> None:
    assert as_sources(source_lines(sources)) == sources


def test_home_is_meant_by_a_tilde(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/aya")
    assert as_sources("~/Music\n\n /mnt/music ") == [Path("/home/aya/Music"), Path("/mnt/music")]
