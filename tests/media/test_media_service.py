"""The media service plays real files, for real: decoded by QtMultimedia, in silence where there is no sound device."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from backends.core.service import Service
from backends.interfaces import Link, ServiceError
from backends.media.service import MediaService
from backends.settings.service import SettingsService
from tests.fakes.host import bus_link, local_link, until
from tests.fakes.music import KINDS, MakeSong

# A QApplication first: Qt knows one application object a process, and other tests need the one with windows.
pytestmark = pytest.mark.usefixtures("qapp")
Run = Callable[..., Any]


class Watcher:
    """What a client sees."""

    def __init__(self, link: Link) -> None:
        self.link = link
        self.states: list[dict[str, Any]] = []
        self.notices: list[tuple[str, str, str]] = []
        link.on_signal("media", "NowPlayingChanged", self.states.append)
        link.on_signal("media", "Notice", lambda *notice: self.notices.append(notice))

    @property
    def troubles(self) -> list[str]:
        """What was said about songs, whether there is sound or not."""
        return [text for _, code, text in self.notices if code == "unplayable"]

    async def call(self, member: str, *args: Any) -> Any:
        return await self.link.call("media", member, *args)

    async def until(self, deadline_s: float = 15, **wanted: Any) -> dict[str, Any]:
        """Wait until the last state told has these values."""

        def there() -> bool:
            return bool(self.states) and all(self.states[-1][name] == value for name, value in wanted.items())

        await until(there, deadline_s, f"{wanted}, last {self.states[-1:]}")
        return self.states[-1]

    async def songs(self, count: int, node: str = "songs") -> list[dict[str, Any]]:
        """Wait for the library to hold so many songs."""
        found: list[list[dict[str, Any]]] = [[]]

        async def look() -> bool:
            found[0], total = await self.call("Browse", node, 0, 100)
            return bool(total == count)

        changed = [True]
        self.link.on_signal("media", "LibraryChanged", lambda: changed.append(True))
        for _ in range(50):
            if await look():
                return found[0]
            changed.clear()
            if not await look():
                await until(lambda: changed, 10, f"{count} songs")
        raise TimeoutError(f"{count} songs")


@asynccontextmanager
async def playing(music: Path, host: Any = local_link, **extra: Service) -> Any:
    async with host({**extra, "media": MediaService({"sources": str(music)})}) as link:
        yield Watcher(link)


def test_it_plays_every_kind_one_after_the_other(run: Run, make_song: MakeSong, music: Path) -> None:
    async def body() -> None:
        for number, (kind, suffix) in enumerate(KINDS.items(), 1):
            make_song(kind, f"{number}{suffix}", seconds=1.0, title=kind, tracknumber=str(number))
        async with playing(music) as watcher:
            await watcher.songs(len(KINDS))
            await watcher.call("Play")
            for kind in KINDS:
                state = await watcher.until(status="playing", title=kind)
                assert state["length_us"] == pytest.approx(1_000_000, abs=200_000)
                assert (state["artist"], state["album"], state["problem"]) == ("The Testers", "Samples", "")
                assert state["art"].startswith("file://")
            await watcher.until(status="stopped")
            assert (await watcher.call("NowPlaying"))["title"] == kind, "the last song stays in view"
            assert not watcher.troubles

    run(body())


def test_the_position_runs_with_the_music_and_jumps_where_it_is_told(
    run: Run, make_song: MakeSong, music: Path
) -> None:
    async def body() -> None:
        make_song("flac", seconds=30)
        async with playing(music) as watcher:
            await watcher.songs(1)
            await watcher.call("Play")
            await watcher.until(status="playing")
            begun = (await watcher.call("NowPlaying"))["position_us"]
            await watcher.call("SetPosition", 20_000_000)
            state = await watcher.until(status="playing")
            await until(lambda: watcher.states[-1]["position_us"] >= 20_000_000)
            assert begun < 3_000_000
            await watcher.call("Pause")
            state = await watcher.until(status="paused")
            assert 20_000_000 <= state["position_us"] < 24_000_000
            assert (await watcher.call("NowPlaying"))["position_us"] == state["position_us"]
            await watcher.call("PlayPause")
            await watcher.until(status="playing")
            await watcher.call("Stop")
            state = await watcher.until(status="stopped")
            assert state["position_us"] == 0
            assert not state["can_seek"]

    run(body())


def test_next_previous_shuffle_repeat_and_the_queue(run: Run, make_song: MakeSong, music: Path) -> None:
    async def body() -> None:
        for number in range(1, 5):
            make_song("flac", f"{number}.flac", seconds=20, title=f"Song {number}", tracknumber=str(number))
        async with playing(music) as watcher:
            songs = await watcher.songs(4)
            state = await watcher.until(title="Song 1")
            assert state["status"] == "stopped", "what is up next is shown, but nothing plays by itself"
            assert (state["can_play"], state["can_next"]) == (True, True)
            await watcher.call("Play")
            await watcher.until(status="playing", title="Song 1")
            await watcher.call("Next")
            await watcher.until(status="playing", title="Song 2")
            await watcher.call("Previous")
            await watcher.until(status="playing", title="Song 1")
            await watcher.call("PlayItem", "queue", songs[3]["id"])
            state = await watcher.until(status="playing", title="Song 4")
            assert not state["can_next"]
            items, _ = await watcher.call("Browse", "queue", 0, 100)
            assert [item["playing"] for item in items] == [False, False, False, True]
            albums, _ = await watcher.call("Browse", "albums", 0, 100)
            assert [album["playing"] for album in albums] == [True]
            await watcher.call("SetRepeat", "playlist")
            await watcher.until(repeat="playlist", can_next=True)
            await watcher.call("Next")
            await watcher.until(status="playing", title="Song 1")
            await watcher.call("SetShuffle", True)
            await watcher.until(shuffle=True, status="playing", title="Song 1")
            await watcher.call("SetRepeat", "none")
            await watcher.call("SetShuffle", False)
            await watcher.call("PlayItem", "albums", albums[0]["id"])
            await watcher.until(status="playing", title="Song 1")
            items, total = await watcher.call("Browse", "songs", 1, 2)
            assert ([item["title"] for item in items], total) == (["Song 2", "Song 3"], 4)

    run(body(), 60)


def test_previous_begins_the_song_again_when_it_is_late(run: Run, make_song: MakeSong, music: Path) -> None:
    async def body() -> None:
        for number in (1, 2):
            make_song("flac", f"{number}.flac", seconds=20, title=f"Song {number}", tracknumber=str(number))
        async with playing(music) as watcher:
            songs = await watcher.songs(2)
            await watcher.call("PlayItem", "songs", songs[1]["id"])
            await watcher.until(status="playing", title="Song 2")
            await watcher.call("SetPosition", 9_000_000)
            await until(lambda: watcher.states[-1]["position_us"] >= 9_000_000)
            await watcher.call("Previous")
            await until(lambda: watcher.states[-1]["position_us"] < 1_000_000)
            assert watcher.states[-1]["title"] == "Song 2"

    run(body())


def test_no_sound_device_is_said_once_and_the_music_goes_on(
    run: Run, make_song: MakeSong, music: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backends.media.decoder.sound_is_likely", lambda: False)

    async def body() -> None:
        for number in (1, 2):
            make_song("flac", f"{number}.flac", title=f"Song {number}", tracknumber=str(number))
        async with playing(music) as watcher:
            await watcher.songs(2)
            await watcher.call("Play")
            await watcher.until(status="playing", title="Song 1", silent=True)
            await watcher.until(status="playing", title="Song 2", silent=True)
            assert watcher.notices == [("warning", "no-sound", "No sound device. Music plays silently.")]

    run(body())


def _bad(music: Path, make_song: MakeSong, what: str) -> tuple[Path, str]:
    match what:
        case "text":
            path = music / "3 notes.mp3"
            path.write_text("this is not music\n" * 200)
            return path, "is not music that can be read"
        case "empty":
            path = music / "3 empty.flac"
            path.touch()
            return path, "is empty"
        case "cut mp4":
            path = make_song("aac", "3 cut.m4a", seconds=5, title="3 cut", tracknumber="3")
            path.write_bytes(path.read_bytes()[:14_000])
            return path, "ends early: the file is cut off"
        case "a byte":
            path = music / "3 byte.flac"
            path.write_bytes(b"\x00")
            return path, "does not go on"
        case "a header and nothing":
            path = music / "3 header.flac"
            path.write_bytes(b"fLaC")
            return path, "is not music that can be read"
        case "cut mp3":
            path = make_song("mp3", "3 cut.mp3", seconds=5, title="3 cut", tracknumber="3")
            path.write_bytes(path.read_bytes()[:30_000])
            return path, "ends early: the file is cut off"
    path = make_song("flac", "3 cut.flac", seconds=5, title="3 cut", tracknumber="3")
    path.write_bytes(path.read_bytes()[:-40_000])
    return path, "is damaged or cut off"


@pytest.mark.parametrize(
    "what",
    [
        "text",
        "empty",
        "cut mp4",
        "cut mp3",
        "cut flac",
        "a header and nothing",
        pytest.param("a byte", marks=pytest.mark.slow),
    ],
)
def test_a_bad_file_is_named_and_the_next_song_plays(run: Run, make_song: MakeSong, music: Path, what: str) -> None:
    async def body() -> None:
        path, reason = _bad(music, make_song, what)
        make_song("flac", "4 good.flac", title="4 good", tracknumber="4")
        async with playing(music) as watcher:
            bad, good = await watcher.songs(2)
            await watcher.call("PlayItem", "songs", bad["id"])
            state = await watcher.until(status="playing", title="4 good")
            assert state["problem"] == f"{path.name} {reason}."
            assert watcher.troubles == [state["problem"]]
            await watcher.until(status="stopped")
            await watcher.call("PlayItem", "songs", good["id"])
            state = await watcher.until(status="playing")
            assert state["problem"] == "", "a problem is no news any more once somebody acts"

    run(body())


@pytest.mark.parametrize("repeat", ["none", "playlist", "track"])
def test_a_list_where_nothing_plays_comes_to_rest(run: Run, music: Path, repeat: str) -> None:
    async def body() -> None:
        for number in range(3):
            (music / f"{number}.mp3").write_text("no music")
        async with playing(music) as watcher:
            await watcher.songs(3)
            await watcher.call("SetRepeat", repeat)
            await watcher.call("Play")
            await until(lambda: len(watcher.troubles) >= 3)
            state = await watcher.until(status="stopped")
            assert state["problem"].endswith("is not music that can be read.")
            await watcher.call("SetVolume", 0.25)
            await watcher.until(volume=0.25)
            assert len(watcher.troubles) == 3

    run(body())


def test_a_song_that_is_gone_by_now_is_named(run: Run, make_song: MakeSong, music: Path) -> None:
    async def body() -> None:
        path = make_song("flac", "1.flac")
        async with playing(music) as watcher:
            await watcher.songs(1)
            path.unlink()
            await watcher.call("Play")
            await until(lambda: watcher.troubles)
            assert watcher.troubles == ["1.flac is gone."]

    run(body())


def test_wrong_calls_are_refused(run: Run, make_song: MakeSong, music: Path) -> None:
    async def body() -> None:
        make_song("flac")
        async with playing(music, bus_link) as watcher:
            await watcher.songs(1)
            for member, args, name in [
                ("Browse", ("genres", 0, 10), "NotFound"),
                ("PlayItem", ("songs", "nothing"), "NotFound"),
                ("PlayItem", ("queue", "nothing"), "NotFound"),
                ("PlayItem", ("albums", "nothing"), "NotFound"),
                ("SelectPlayer", ("org.mpris.MediaPlayer2.nobody",), "NotFound"),
                ("AddSource", ("/nowhere/at/all",), "NotFound"),
                ("AddSource", ("relative",), "NotFound"),
                ("SetRepeat", ("forever",), "Invalid"),
                ("SetVolume", (1.5,), "OutOfRange"),
                ("SetVolume", (float("nan"),), "OutOfRange"),
            ]:
                with pytest.raises(ServiceError) as caught:
                    await watcher.call(member, *args)
                assert caught.value.name == name, (member, args)

    run(body())


def test_without_music_play_says_so(run: Run, music: Path) -> None:
    async def body() -> None:
        async with playing(music) as watcher:
            with pytest.raises(ServiceError, match="There is no music yet"):
                await watcher.call("Play")
            state = await watcher.call("NowPlaying")
            assert (state["can_play"], state["title"]) == (False, "")

    run(body())


def test_the_second_start_knows_the_library_at_once(
    run: Run, make_song: MakeSong, music: Path, private_state: Path
) -> None:
    async def body() -> None:
        make_song("flac")
        async with playing(music) as watcher:
            songs = await watcher.songs(1)
            await until(lambda: (private_state / "media" / "library.json").exists())
        shutil.rmtree(music)  # so that what is shown first can only be the index
        async with playing(music) as watcher:
            items, total = await watcher.call("Browse", "songs", 0, 10)
            assert (items, total) == (songs, 1)
            await watcher.songs(0)

    run(body())


def test_the_settings_know_folders_and_volume(run: Run, make_song: MakeSong, music: Path, tmp_path: Path) -> None:
    async def body() -> None:
        make_song("flac", "1.flac")
        make_song("flac", "2.flac", folder="other")
        async with local_link({"settings": SettingsService(), "media": MediaService()}) as link:
            watcher = Watcher(link)
            await link.call("settings", "Set", "media.sources", str(music))
            await watcher.songs(1)
            await watcher.call("AddSource", str(tmp_path / "other"))
            await watcher.songs(2)
            sources = await link.call("settings", "Get", ["media.sources"])
            assert sources["media.sources"].splitlines() == [str(music), str(tmp_path / "other")]
            await link.call("settings", "Set", "sound.volume", 30)
            await watcher.until(volume=0.3)
            await watcher.call("SetVolume", 0.42)
            told: list[dict[str, Any]] = []
            link.on_signal("settings", "Changed", told.append)
            await until(lambda: {"sound.volume": 42} in told)
            assert (await watcher.call("NowPlaying"))["volume"] == 0.42

    run(body())
