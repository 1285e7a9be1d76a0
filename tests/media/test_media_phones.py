"""A phone's song on the media page: told by the projection service, driven by the phone's keys."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from backends.core.errors import Offline
from backends.core.service import Service
from backends.interfaces import ServiceError
from backends.media.phones import PhonePlayer, PhonePlayers
from backends.media.service import MediaService
from tests.fakes.host import bus_link, local_link, until

pytestmark = pytest.mark.usefixtures("qapp")

SONG = {
    "session": "ab12", "device": "d", "source": "Ada's phone", "app": "Music", "title": "Song", "artist": "Her",
    "album": "Album", "art": "", "duration_us": 180_000_000, "position_us": 5_000_000, "position_time": 1.0,
    "status": "playing",
}  # fmt: skip


class Projection(Service):
    """As the media service meets it on the bus."""

    NAME = "projection"

    def __init__(self, *songs: dict[str, Any]) -> None:
        super().__init__()
        self.songs = list(songs)
        self.keys: list[tuple[str, str, str]] = []
        self.away = False

    def now_playing(self) -> list[dict[str, Any]]:
        return self.songs

    def key(self, session: str, key: str, action: str) -> None:
        if self.away:
            raise Offline("The phone is gone.")
        self.keys.append((session, key, action))


@asynccontextmanager
async def unit(tmp_path: Path, projection: Projection, way: Any = local_link) -> AsyncIterator[Any]:
    media = MediaService({"sources": "", "index": str(tmp_path / "index"), "art": str(tmp_path / "art")})
    async with way({"projection": projection, "media": media}) as link:
        yield link


@pytest.mark.parametrize("way", [local_link, bus_link])
def test_a_phones_song_is_what_plays_and_its_keys_drive_it(run: Any, tmp_path: Path, way: Any) -> None:
    async def body() -> None:
        projection = Projection(SONG)
        async with unit(tmp_path, projection, way) as link:
            told: list[dict[str, Any]] = []
            link.on_signal("media", "NowPlayingChanged", told.append)
            await until(lambda: told and told[-1]["title"] == "Song", what="the song")
            state = told[-1]
            assert (state["player"], state["player_name"], state["artist"]) == ("phone:ab12", "Music", "Her")
            assert (state["status"], state["length_us"], state["can_seek"]) == ("playing", 180_000_000, False)
            assert (state["can_next"], state["can_pause"]) == (True, True)
            (_, phone) = sorted(await link.call("media", "Players"), key=lambda one: one["active"])
            assert (phone["id"], phone["active"]) == ("phone:ab12", True)
            for member in ("Next", "Previous", "PlayPause", "Play", "Pause"):
                await link.call("media", member)
            assert [key for _, key, _ in projection.keys] == ["next", "previous", "play_pause", "play", "pause"]
            with pytest.raises(ServiceError, match="by itself"):
                await link.call("media", "SetPosition", 3)
            projection.away = True
            with pytest.raises(ServiceError, match="does not answer"):
                await link.call("media", "Next")
            projection.emit("NowPlayingChanged", {**SONG, "title": "Another", "status": "paused"})
            await until(lambda: told[-1]["title"] == "Another" and told[-1]["status"] == "paused", what="the next song")
            projection.emit("NowPlayingChanged", {"session": "ab12", "device": "d", "gone": True})
            await until(lambda: told[-1]["player"] == "pillion", what="our own player")
            assert [one["id"] for one in await link.call("media", "Players")] == ["pillion"]

    run(body())


def test_a_projection_service_that_leaves_takes_its_players(run: Any) -> None:
    async def body() -> None:
        changed: list[PhonePlayer] = []
        lists: list[list[str]] = []
        async with local_link({"projection": Projection({**SONG, "app": "", "status": 7, "art": "http://x"})}) as link:
            players = PhonePlayers(link, changed.append, lambda: lists.append(list(players.by_name)))
            players.start()
            await until(lambda: changed, what="a player")
            state = changed[0].state()
            assert (state.player_name, state.status.value, state.art) == ("Ada's phone", "stopped", "")
            await link.remove("projection")
            await until(lambda: lists == [["phone:ab12"], []], what="its end")
            await players.stop()

    run(body())
