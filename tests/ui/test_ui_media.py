"""Now playing and the library against a small real service: position, pages, cuts while driving, coming back."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from backends.core.errors import NotFound
from backends.core.service import Service
from tests.fakes.host import local_link, until
from ui.viewmodels.shell import ShellViewModel

Run = Callable[..., Any]


class Player(Service):
    """A player with 150 songs and two albums."""

    NAME = "media"

    def __init__(self) -> None:
        super().__init__()
        self.state: dict[str, Any] = {
            "player": "own",
            "status": "paused",
            "title": "Night Ferry",
            "track": "s3",
            "length_us": 200_000_000,
            "position_us": 50_000_000,
            "position_time": time.monotonic(),
            "rate": 1.0,
            "volume": 0.5,
        }
        self.asked: list[tuple[str, int, int]] = []
        self.calls: list[tuple[Any, ...]] = []

    async def start(self) -> None:
        self.set_property("Scanning", False)
        self.set_property("Ready", True)

    def now_playing(self) -> dict[str, Any]:
        return self.state

    def players(self) -> list[dict[str, Any]]:
        return [{"id": "own", "name": "Pillion", "status": "paused", "active": True}]

    def browse(self, node: str, offset: int, limit: int) -> tuple[list[dict[str, Any]], int]:
        self.asked.append((node, offset, limit))
        if node == "album:gone":
            raise NotFound("That album is gone.")
        total = 150 if node == "songs" else 2
        kind = "song" if node == "songs" else "album"
        rows = range(offset, min(total, offset + limit))
        return [{"id": f"{node}{n}", "kind": kind, "title": f"Title {n}", "length_us": 61_000_000} for n in rows], total

    def set_position(self, position_us: int) -> None:
        self.calls.append(("position", position_us))

    def play_item(self, node: str, item: str) -> None:
        self.calls.append(("play", node, item))

    def tell(self, **changes: Any) -> None:
        self.state |= changes
        self.emit("NowPlayingChanged", changes)


class Rules(Service):
    """A vehicle that only says what a driver may do."""

    NAME = "vehicle"

    def limit(self, items: int) -> None:
        state = {"state": "moving" if items else "parked", "known": True, "max_list_items": items}
        self.set_property("Restrictions", state)

    async def start(self) -> None:
        self.limit(0)
        self.set_property("BusState", "up")
        self.set_property("Profile", "")
        self.set_property("Ready", True)

    def describe(self, _paths: list[str]) -> dict[str, Any]:
        return {}

    def subscribe(self, _paths: list[str]) -> tuple[int, dict[str, Any]]:
        return 1, {}

    def keys(self) -> list[dict[str, Any]]:
        return []


@pytest.fixture
def stage(run: Run, application: Any) -> Callable[..., None]:
    """Runs a body with a shell, a player and the rules."""

    def play(body: Callable[[ShellViewModel, Player, Rules], Any]) -> None:
        async def main() -> None:
            player, rules = Player(), Rules()
            async with local_link({"media": player, "vehicle": rules}) as link:
                shell = ShellViewModel()
                shell.clients.media.attach(link)
                shell.clients.vehicle.attach(link)
                await until(lambda: shell.media.available and shell.restrictions.state == "parked")
                await body(shell, player, rules)
                await shell.clients.detach()

        run(main())

    return play


def test_position_stands_while_paused_and_runs_while_playing(stage: Callable[..., None]) -> None:
    async def body(shell: ShellViewModel, player: Player, _rules: Rules) -> None:
        media = shell.media
        assert (media.positionText, media.durationText, media.progress) == ("0:50", "3:20", 0.25)
        player.tell(status="playing", position_us=60_000_000, position_time=time.monotonic() - 5)
        await until(lambda: media.playing)
        assert 65.0 <= media.positionMs / 1000 < 66.0
        # Never past the end, whatever the clock says.
        player.tell(position_time=time.monotonic() - 5000)
        await until(lambda: media.progress == 1.0)
        media.seek(0.5)
        await until(lambda: player.calls)
        assert player.calls == [("position", 100_000_000)]

    stage(body)


def test_it_ticks_only_while_it_plays_and_somebody_looks(stage: Callable[..., None]) -> None:
    async def body(shell: ShellViewModel, player: Player, _rules: Rules) -> None:
        timer = shell.media._timer
        assert not timer.isActive()
        player.tell(status="playing")
        await until(timer.isActive)
        shell.requestPage("vehicle")
        assert not timer.isActive()
        shell.requestPage("media")
        assert timer.isActive()
        shell.set_window_shown(False)
        assert not timer.isActive()

    stage(body)


def test_a_long_list_comes_page_by_page(stage: Callable[..., None]) -> None:
    async def body(shell: ShellViewModel, player: Player, _rules: Rules) -> None:
        media, library = shell.media, shell.media.library
        media.browse("songs")
        await until(lambda: library.count == 60)
        assert media.total == 150
        root = library.index(-1)
        for count in (120, 150):
            assert library.canFetchMore(root)
            library.fetchMore(root)
            await until(lambda count=count: library.count == count)
        assert not library.canFetchMore(root)
        assert [asked[1:] for asked in player.asked if asked[0] == "songs"] == [(0, 60), (60, 60), (120, 60)]

    stage(body)


def test_while_driving_the_list_is_cut_and_says_so(stage: Callable[..., None]) -> None:
    async def body(shell: ShellViewModel, _player: Player, rules: Rules) -> None:
        media, library = shell.media, shell.media.library
        media.browse("songs")
        await until(lambda: library.count == 60)
        rules.limit(21)
        await until(lambda: library.count == 21)
        assert media.listCut
        assert not library.canFetchMore(library.index(-1))
        media.browse("albums")
        await until(lambda: library.count == 2)
        assert not media.listCut
        media.browse("songs")
        await until(lambda: library.count == 21)
        rules.limit(0)
        await until(lambda: not media.listCut)
        assert library.canFetchMore(library.index(-1))

    stage(body)


def test_into_an_album_and_back(stage: Callable[..., None]) -> None:
    async def body(shell: ShellViewModel, player: Player, _rules: Rules) -> None:
        media = shell.media
        await until(lambda: media.library.count == 2)
        media.browse("album:albums1")
        assert (media.node, media.nodeTitle, media.canBrowseUp) == ("album:albums1", "Title 1", True)
        await until(lambda: media.library.count == 2)
        media.playItem("x")
        await until(lambda: player.calls)
        assert player.calls == [("play", "album:albums1", "x")]
        media.browseUp()
        assert (media.node, media.nodeTitle, media.canBrowseUp) == ("albums", "Albums", False)

    stage(body)


def test_an_album_that_is_gone_is_a_sentence(stage: Callable[..., None]) -> None:
    async def body(shell: ShellViewModel, _player: Player, _rules: Rules) -> None:
        shell.media.browse("album:gone")
        await until(lambda: shell.notices.visible)
        assert shell.notices.text == "That album is gone."
        assert shell.media.library.count == 0

    stage(body)


def test_another_song_marks_another_row(stage: Callable[..., None]) -> None:
    async def body(shell: ShellViewModel, player: Player, _rules: Rules) -> None:
        shell.media.browse("songs")
        await until(lambda: shell.media.library.count == 60)
        before = len(player.asked)
        player.tell(track="s4")
        await until(lambda: len(player.asked) > before)
        assert player.asked[-1] == ("songs", 0, 60)

    stage(body)
