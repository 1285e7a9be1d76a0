"""MPRIS both ways: Debian's playerctl drives us, and we drive somebody else's player."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from backends.core.bus import Bus
from backends.core.host import hosted
from backends.core.link import BusLink
from backends.interfaces import ServiceError
from backends.media.service import MediaService
from tests.fakes.host import private_bus, until
from tests.fakes.mpris_player import FakeMprisPlayer
from tests.fakes.music import MakeSong

pytestmark = pytest.mark.usefixtures("qapp")
Run = Callable[..., Any]
needs_playerctl = pytest.mark.skipif(not shutil.which("playerctl"), reason="playerctl is not installed")

ROOT = Path(__file__).resolve().parents[2]
OURS = "org.mpris.MediaPlayer2.pillion"
PATH = "/org/mpris/MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
PROPERTIES = "org.freedesktop.DBus.Properties"


class Desk:
    """A private bus with the media service, a client of ours, and a connection of somebody else's."""

    def __init__(self, address: str, link: BusLink, stranger: Bus) -> None:
        self.address = address
        self.link = link
        self.stranger = stranger
        self.states: list[dict[str, Any]] = []
        link.on_signal("media", "NowPlayingChanged", self.states.append)

    async def call(self, member: str, *args: Any) -> Any:
        return await self.link.call("media", member, *args)

    async def until(self, **wanted: Any) -> dict[str, Any]:
        """Wait for the last state told to have these values."""

        def there() -> bool:
            return bool(self.states) and all(self.states[-1][name] == value for name, value in wanted.items())

        await until(there, 15, f"{wanted}, last {self.states[-1:]}")
        return self.states[-1]

    async def until_players(self, *names: str) -> list[dict[str, Any]]:
        """Wait for exactly these players."""
        changed = asyncio.Event()
        stop = self.link.on_signal("media", "PlayersChanged", changed.set)
        async with asyncio.timeout(15):
            while True:
                players: list[dict[str, Any]] = await self.call("Players")
                if {player["name"] for player in players} == set(names):
                    stop()
                    return players
                await changed.wait()
                changed.clear()

    async def playerctl(self, *words: str, player: str = "pillion") -> str:
        """What playerctl says."""
        process = await asyncio.create_subprocess_exec(
            "playerctl",
            "--player",
            player,
            *words,
            env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": self.address},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        out, errors = await process.communicate()
        assert process.returncode == 0, errors.decode()
        return out.decode().strip()

    async def ask(self, interface: str, member: str, signature: str = "", *args: Any) -> tuple[Any, ...]:
        return await self.stranger.call(OURS, PATH, interface, member, signature, args)

    async def properties(self) -> dict[str, Any]:
        (values,) = await self.ask(PROPERTIES, "GetAll", "s", PLAYER)
        return dict(values)


@asynccontextmanager
async def desk(music: Path, songs: int = 0) -> AsyncIterator[Desk]:
    async with private_bus() as address:
        server, client, stranger = [await Bus.connect(address) for _ in range(3)]
        link = BusLink(client, address)
        try:
            async with hosted(server, [MediaService({"sources": str(music)})]):
                it = Desk(address, link, stranger)
                changed = asyncio.Event()
                link.on_signal("media", "LibraryChanged", changed.set)
                while (await it.call("Browse", "songs", 0, 1))[1] < songs:
                    await changed.wait()
                    changed.clear()
                yield it
        finally:
            await link.close()
            await stranger.close()
            await server.close()


def _three(make_song: MakeSong) -> None:
    for number in (1, 2, 3):
        make_song("flac", f"{number}.flac", seconds=25, title=f"Song {number}", tracknumber=str(number))


@needs_playerctl
def test_playerctl_drives_it(run: Run, make_song: MakeSong, music: Path) -> None:
    async def body() -> None:
        _three(make_song)
        async with desk(music, 3) as it:
            assert await it.playerctl("status") == "Stopped"
            await it.playerctl("play-pause")
            await it.until(status="playing", title="Song 1")
            assert await it.playerctl("status") == "Playing"
            assert await it.playerctl(
                "metadata", "--format", "{{artist}}|{{title}}|{{album}}|{{duration(mpris:length)}}"
            ) == ("The Testers|Song 1|Samples|0:25")
            await it.playerctl("position", "10")
            await until(lambda: it.states[-1]["position_us"] >= 10_000_000)
            assert 10 <= float(await it.playerctl("position")) < 14
            await it.playerctl("position", "5+")
            await until(lambda: it.states[-1]["position_us"] >= 15_000_000)
            await it.playerctl("next")
            await it.until(status="playing", title="Song 2")
            await it.playerctl("previous")
            await it.until(status="playing", title="Song 1")
            await it.playerctl("volume", "0.3")
            await it.until(volume=0.3)
            assert float(await it.playerctl("volume")) == 0.3
            await it.playerctl("loop", "Playlist")
            await it.until(repeat="playlist")
            await it.playerctl("shuffle", "On")
            await it.until(shuffle=True)
            await it.playerctl("pause")
            await it.until(status="paused")
            await it.playerctl("stop")
            await it.until(status="stopped")

    run(body(), 60)


def test_the_properties_are_as_mpris_wants_them(run: Run, make_song: MakeSong, music: Path) -> None:
    async def body() -> None:
        _three(make_song)
        async with desk(music, 3) as it:
            (root,) = await it.ask(PROPERTIES, "GetAll", "s", "org.mpris.MediaPlayer2")
            assert (root["Identity"], root["CanQuit"], root["CanRaise"]) == ("Pillion", False, False)
            assert "audio/flac" in root["SupportedMimeTypes"]
            await it.ask("org.mpris.MediaPlayer2", "Quit")
            before = await it.properties()
            assert (before["PlaybackStatus"], before["CanControl"], before["MinimumRate"]) == ("Stopped", True, 1.0)
            seen: list[dict[str, Any]] = []
            jumps: list[int] = []
            it.stranger.on_signal(PROPERTIES, "PropertiesChanged", lambda _, args: seen.append(args[1]), path=PATH)
            it.stranger.on_signal(PLAYER, "Seeked", lambda _, args: jumps.append(args[0]), path=PATH)
            await it.ask(PLAYER, "Play")
            await until(lambda: any(change.get("PlaybackStatus") == "Playing" for change in seen))
            values = await it.properties()
            metadata = values["Metadata"]
            assert metadata["mpris:trackid"].startswith("/org/pillion/track/")
            assert metadata["mpris:length"] == pytest.approx(25_000_000, abs=100_000)
            assert metadata["xesam:artist"] == ["The Testers"]
            assert metadata["xesam:trackNumber"] == 1
            assert metadata["xesam:url"] == (music / "1.flac").as_uri()
            assert metadata["mpris:artUrl"].startswith("file://")
            assert values["CanSeek"]
            track = metadata["mpris:trackid"]
            await it.ask(PLAYER, "SetPosition", "ox", "/org/pillion/track/another", 20_000_000)
            await it.ask(PLAYER, "SetPosition", "ox", track, 99_000_000)
            await it.ask(PLAYER, "SetPosition", "ox", track, 12_000_000)
            await until(lambda: jumps)
            assert jumps == [12_000_000], "another track's or an impossible position is ignored"
            await it.ask(PLAYER, "Seek", "x", -60_000_000)
            await until(lambda: len(jumps) == 2)
            assert jumps[1] == 0
            await it.ask(PLAYER, "Seek", "x", 60_000_000)
            await it.until(title="Song 2", status="playing")
            await it.ask(PROPERTIES, "Set", "ssv", PLAYER, "Volume", -3.0)
            await it.until(volume=0.0)
            for name, value in [("LoopStatus", "Forever"), ("Rate", 2.0), ("CanPlay", False)]:
                with pytest.raises(ServiceError):
                    await it.ask(PROPERTIES, "Set", "ssv", PLAYER, name, value)
            assert not any("Position" in change for change in seen), "the position is never announced"

    run(body(), 60)


def test_a_file_named_over_mpris_is_played(run: Run, make_song: MakeSong, music: Path, tmp_path: Path) -> None:
    async def body() -> None:
        path = make_song("mp3", "a b ü.mp3", seconds=10, folder="elsewhere", title="Opened")
        async with desk(music) as it:
            await it.ask(PLAYER, "OpenUri", "s", path.as_uri())
            await it.until(status="playing", title="Opened")
            for uri in ("http://example.org/a.mp3", (tmp_path / "none.mp3").as_uri(), "file://far/a.mp3"):
                with pytest.raises(ServiceError):
                    await it.ask(PLAYER, "OpenUri", "s", uri)
            assert it.states[-1]["status"] == "playing"

    run(body())


def test_a_second_pillion_on_the_bus_has_a_name_of_its_own(run: Run, music: Path) -> None:
    async def body() -> None:
        async with private_bus() as address:
            other, server = await Bus.connect(address), await Bus.connect(address)
            await other.request_name(OURS)
            async with hosted(server, [MediaService({"sources": str(music)})]):
                assert f"{OURS}.instance{os.getpid()}" in await other.names()
            await other.close()
            await server.close()

    run(body())


def test_somebody_elses_player_is_shown_and_driven(run: Run, make_song: MakeSong, music: Path) -> None:
    async def body() -> None:
        _three(make_song)
        async with desk(music, 3) as it, FakeMprisPlayer(it.address) as fake:
            await it.until_players("Pillion", "Elsewhere")
            await it.call("Play")
            await it.until(status="playing", player="pillion")
            fake.play("Far Away")
            state = await it.until(status="playing", player=fake.name, title="Far Away", artist="Somebody Else")
            assert (state["volume"], state["length_us"]) == (0.5, 200_000_000)
            players = {player["id"]: player for player in await it.call("Players")}
            assert players[fake.name]["active"]
            await until(lambda: fake.calls == [] and it.states)
            await it.call("Pause")
            await it.until(status="paused", player=fake.name)
            await it.call("PlayPause")
            await it.until(status="playing")
            await it.call("SetVolume", 0.7)
            await it.until(volume=0.7)
            await it.call("SetPosition", 90_000_000)
            await until(lambda: it.states[-1]["position_us"] >= 90_000_000)
            await it.call("Next")
            assert [call[0] for call in fake.calls] == ["Pause", "PlayPause", "SetVolume", "SetPosition", "Next"]
            own = {player["id"]: player["status"] for player in await it.call("Players")}
            assert own["pillion"] == "paused", "two players at once help nobody"
            await it.call("SelectPlayer", "pillion")
            await it.until(player="pillion", status="paused")
            await it.call("Play")
            await it.until(player="pillion", status="playing")

    run(body(), 60)


def test_a_player_that_was_there_first_is_found(run: Run, music: Path) -> None:
    async def body() -> None:
        async with private_bus() as address, FakeMprisPlayer(address, "early") as fake:
            fake.state.art = "file:///tmp/a.png"
            fake.state.position_us = 40_000_000
            fake.play()
            server, client = await Bus.connect(address), await Bus.connect(address)
            link = BusLink(client, address)
            async with hosted(server, [MediaService({"sources": str(music)})]):
                it = Desk(address, link, server)
                await it.until_players("Pillion", "Early")
                state = await it.call("NowPlaying")
                assert (state["player"], state["status"], state["art"]) == (fake.name, "playing", "file:///tmp/a.png")
                assert state["position_us"] == 40_000_000
                fake.jump(77_000_000)
                await until(lambda: it.states and it.states[-1]["position_us"] == 77_000_000)
            await link.close()
            await server.close()

    run(body())


def test_a_player_that_is_killed_is_gone_at_once(run: Run, music: Path) -> None:
    async def body() -> None:
        async with desk(music) as it:
            command = [sys.executable, "-m", "tests.fakes.mpris_player", it.address, "doomed"]
            process = await asyncio.create_subprocess_exec(*command, cwd=ROOT)
            await it.until(player="org.mpris.MediaPlayer2.doomed", status="playing")
            process.send_signal(signal.SIGKILL)
            await process.wait()
            await it.until(player="pillion", status="stopped")
            assert [player["id"] for player in await it.call("Players")] == ["pillion"]

    run(body())


def test_a_player_that_talks_nonsense_does_no_harm(run: Run, music: Path) -> None:
    async def body() -> None:
        async with desk(music) as it, FakeMprisPlayer(it.address, "odd") as fake:
            nonsense: dict[str, Any] = {
                "mpris:length": "long",
                "xesam:title": 7,
                "xesam:artist": "one",
                "mpris:trackid": 1,
            }
            fake.say("Metadata", {**nonsense, "mpris:artUrl": "https://example.org/x.png"})
            fake.say("PlaybackStatus", "Playing")
            state = await it.until(player=fake.name, status="playing")
            await until(lambda: it.states[-1]["artist"] == "one")
            state = it.states[-1]
            assert (state["length_us"], state["title"], state["art"], state["track"]) == (0, "", "", "")
            fake.say("PlaybackStatus", "Dancing")
            await it.until(player=fake.name, status="stopped")
            fake.say("CanControl", False)
            await it.until(can_play=False, can_volume=False, can_seek=False)
            with pytest.raises(ServiceError, match="cannot jump"):
                await it.call("SetPosition", 5)

    run(body())
