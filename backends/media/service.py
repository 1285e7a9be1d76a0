"""The media service: what plays, whoever plays it, on org.pillion.Media1; and our own player as an MPRIS player.

Options: ``sources`` (folders, os.pathsep between; default: the setting media.sources and USB sticks), ``demo`` (1:
music made by Pillion itself), ``index`` and ``art`` (where the library and the covers are kept).
"""

import asyncio
import logging
import os
from collections.abc import Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from backends.core.errors import Invalid, NotFound, ServiceFault
from backends.core.service import Service
from backends.core.store import cache_dir, state_dir
from backends.interfaces import ServiceError
from backends.media.attention import Attention
from backends.media.domain import OWN_PLAYER, Player, PlayerState, Repeat, Status, news
from backends.media.library import Library, song_item
from backends.media.local import LocalPlayer
from backends.media.mpris import MprisExport
from backends.media.peers import Peer, Peers
from backends.media.phones import PhonePlayer, PhonePlayers
from backends.media.preferences import Preferences, as_sources
from backends.media.shelf import Shelf

__all__ = ["MediaService"]

_MOST_ITEMS = 500
_log = logging.getLogger(__name__)


class MediaService(Service):
    """One player counts: the one that began to play last, or the one that was selected."""

    NAME: ClassVar[str] = "media"

    def __init__(self, options: dict[str, Any] | None = None) -> None:
        super().__init__(options)
        self._active = OWN_PLAYER
        self._fixed = False
        """The options name the folders: then the settings neither say nor learn them."""
        self._told: PlayerState | None = None
        self._telling = False
        self._playing: set[str] = set()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._mpris: MprisExport | None = None
        self._peers: Peers | None = None
        self._phones: PhonePlayers | None = None
        self._preferences: Preferences | None = None
        self._attention: Attention | None = None
        self.set_property("Scanning", False)

    async def start(self) -> None:
        self._local = LocalPlayer(self._on_local, self._on_notice, self._on_seeked, self._on_louder)
        index = Path(self.options.get("index", state_dir() / "media" / "library.json"))
        art = Path(self.options.get("art", cache_dir() / "art"))
        self._shelf = Shelf(index, art, self._on_library, lambda busy: self.set_property("Scanning", busy))
        sources = await self._first_sources()
        self._fixed = sources is not None
        await self._shelf.start(sources or [], usb=sources is None)
        if self.bus is not None:
            self._mpris = MprisExport(self.bus, self._local, self._open_path)
            await self._mpris.start()
            self._peers = Peers(self.bus, self._on_peer, self._on_players)
            await self._peers.start()
        if self.link is not None:
            follow = self._shelf.set_sources if sources is None else lambda _sources: None
            self._preferences = Preferences(self.link, self._local.take_volume, follow)
            self._preferences.start()
            self._phones = PhonePlayers(self.link, self._on_peer, self._on_players)
            self._phones.start()
            self._attention = Attention(self.link, self, self._preferences.take_volume)
            self._attention.start()
        self.set_property("Ready", True)

    async def stop(self) -> None:
        self.set_property("Ready", False)
        for part in (self._attention, self._preferences, self._phones, self._peers, self._mpris):
            if part is not None:
                await part.stop()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._shelf.stop()
        await self._local.close()

    async def _first_sources(self) -> list[Path] | None:
        """The folders the options name; None: follow the settings and USB sticks."""
        if str(self.options.get("demo", "0")) == "1":
            folder = state_dir() / "demo-music"
            self._spawn(self._make_demo(folder))
            return [folder]
        given = self.options.get("sources")
        return as_sources(str(given).replace(os.pathsep, "\n")) if given is not None else None

    async def _make_demo(self, folder: Path) -> None:
        from backends.media.demo import start_demo

        try:
            process = start_demo(folder)
            if process is None:
                return
            try:
                made = await asyncio.to_thread(process.wait) == 0
            finally:
                process.kill()  # nobody waits for it any more
        except OSError as error:
            _log.warning("demo music not started error=%s", error)
            made = False
        if made:
            self._shelf.rescan()
        else:
            self.emit("Notice", "warning", "no-demo", "The music of the desk could not be made.")

    async def invoke(self, member: str, args: tuple[Any, ...]) -> tuple[Any, ...]:
        """The interface's Stop ends the music, not the service."""
        if member == "Stop":
            self._quiet()
            await self._player().stop()
            return ()
        return await super().invoke(member, args)

    # -- what plays
    # ------------------------------------------------------------------------------------------------------

    def now_playing(self) -> dict[str, Any]:
        return self._state().as_wire()

    def players(self) -> list[dict[str, Any]]:
        active = self._player().state().player
        states = [player.state() for player in self._all().values()]
        return [
            {"id": s.player, "name": s.player_name, "status": s.status.value, "active": s.player == active}
            for s in states
        ]

    def select_player(self, player: str) -> None:
        if player not in self._all():
            raise NotFound(f"There is no player {player!r:.80}")
        self._activate(player)

    async def play(self) -> None:
        await self._player().play()

    async def pause(self) -> None:
        self._quiet()
        await self._player().pause()

    async def play_pause(self) -> None:
        await self._player().play_pause()

    async def next(self) -> None:
        await self._player().next()

    async def previous(self) -> None:
        await self._player().previous()

    async def set_position(self, position_us: int) -> None:
        await self._player().set_position(position_us)

    async def set_volume(self, volume: float) -> None:
        player = self._player()
        # What a phone plays comes out of the same loudspeaker as our own music, at the same volume.
        await (self._local if isinstance(player, PhonePlayer) else player).set_volume(volume)

    async def set_shuffle(self, shuffle: bool) -> None:
        await self._player().set_shuffle(shuffle)

    async def set_repeat(self, repeat: str) -> None:
        try:
            chosen = Repeat(repeat)
        except ValueError:
            raise Invalid(f"Repeat is none, track or playlist, not {repeat!r:.40}") from None
        await self._player().set_repeat(chosen)

    # -- the library
    # -----------------------------------------------------------------------------------------------------

    def browse(self, node: str, offset: int, limit: int) -> tuple[list[dict[str, Any]], int]:
        library = self._local.library
        if node == "queue":
            queued = self._local.queue.songs
            items = [song_item(library.songs[song]) for song in queued if song in library.songs]
        else:
            items = library.browse(node)
        page = items[offset : offset + min(limit, _MOST_ITEMS)]
        song = self._local.song
        if song is not None and self._local.state().status is not Status.STOPPED:
            current = {"song": song.id, "album": song.album_id, "artist": song.artist_id}
            for item in page:
                item["playing"] = current[item["kind"]] == item["id"]
        return page, len(items)

    async def play_item(self, node: str, item: str) -> None:
        library = self._local.library
        if node == "queue":
            await self._local.jump(item)
        elif node in {"albums", "artists"}:
            groups = library.groups(node)
            if item not in groups:
                raise NotFound(f"The library has no {node.removesuffix('s')} {item!r:.80}")
            await self._local.play_songs([song.id for song in groups[item]], None)
        else:
            songs = [song.id for song in library.songs_of(node)]
            if item not in songs:
                raise NotFound(f"There is no such song in {node!r:.80}")
            await self._local.play_songs(songs, item)
        self._activate(OWN_PLAYER)

    async def add_source(self, path: str) -> None:
        source = Path(path).expanduser()
        if not source.is_absolute() or not await asyncio.to_thread(source.exists):
            raise NotFound(f"There is no folder or file {path!r:.200}")
        if source in self._shelf.sources:
            self._shelf.rescan()
            return
        sources = [*self._shelf.sources, source]
        self._shelf.set_sources(sources)
        if self._preferences is None or self._fixed:
            return
        try:
            await self._preferences.keep_sources(sources)
        except ServiceError as error:
            _log.info("sources not kept error=%s", error)
            text = f"{source.name} is in the library, but is not remembered: {error.text}"
            self.emit("Notice", "warning", "not-remembered", text)

    async def _open_path(self, path: Path) -> None:
        """Play a file somebody names over MPRIS: the library must know it first. Raises NotFound."""
        if not await asyncio.to_thread(path.is_file):
            raise NotFound(f"There is no file {path.name!r:.80}")
        song = await self._shelf.add_file(path)
        await self._local.play_songs([song.id], song.id)
        self._activate(OWN_PLAYER)

    # -- what happens
    # ----------------------------------------------------------------------------------------------------

    def _all(self) -> dict[str, Player]:
        others = [part.by_name for part in (self._peers, self._phones) if part is not None]
        return {OWN_PLAYER: self._local, **{name: player for found in others for name, player in found.items()}}

    def _player(self) -> Player:
        return self._all().get(self._active, self._local)

    def _state(self) -> PlayerState:
        """Of the player that counts."""
        player = self._player()
        state = player.state()
        if isinstance(player, PhonePlayer):
            return replace(state, volume=self._local.state().volume, can_volume=True)
        return state

    def _spawn(self, work: Coroutine[Any, Any, Any]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _activate(self, player: str) -> None:
        if player != self._active:
            self._active = player
            self.emit("PlayersChanged")
        self._tell_soon()

    def _on_local(self) -> None:
        if self._mpris is not None:
            self._mpris.show(self._local.state())
        self._began(OWN_PLAYER, self._local)
        self._tell_soon()

    def _on_peer(self, peer: Peer | PhonePlayer) -> None:
        self._began(peer.name, peer)
        self._tell_soon()

    def _began(self, name: str, player: Player) -> None:
        """Whoever begins to play counts from now on; our own music makes room for somebody else's."""
        playing = player.state().status is Status.PLAYING
        if playing == (name in self._playing):
            return
        self._playing ^= {name}
        self.emit("PlayersChanged")
        if self._attention is not None and not isinstance(player, PhonePlayer):
            self._attention.turned(name, playing)
        if playing:
            self._activate(name)
            if name != OWN_PLAYER and OWN_PLAYER in self._playing:
                self._spawn(self._local.pause())

    def _on_players(self) -> None:
        for name in self._playing - self._all().keys():
            if self._attention is not None:
                self._attention.turned(name, False)
        self._playing &= self._all().keys()
        if self._active not in self._all():
            self._active = next(iter(sorted(self._playing)), OWN_PLAYER)
        self.emit("PlayersChanged")
        self._tell_soon()

    def _on_notice(self, severity: str, code: str, text: str) -> None:
        self.emit("Notice", severity, code, text)

    def _on_seeked(self, position_us: int) -> None:
        if self._mpris is not None:
            self._mpris.seeked(position_us)

    def _on_library(self, library: Library) -> None:
        self._local.take_library(library)
        self.emit("LibraryChanged")

    def _on_louder(self, volume: float) -> None:
        if self._preferences is not None:
            self._preferences.keep_volume(volume)
        if self._attention is not None:
            self._attention.set_volume(volume)

    # -- making room for others --------------------------------------------------------------------------------------

    async def hold(self, name: str) -> None:
        """Somebody else is to be heard."""
        if (player := self._all().get(name)) is not None:
            await self._quietly(player.pause())

    async def go_on(self, name: str) -> None:
        """Nobody else is any more."""
        if (player := self._all().get(name)) is not None:
            await self._quietly(player.play())

    def soften(self, factor: float) -> None:
        """Our own music at this much of its loudness."""
        self._local.soften(factor)

    async def _quietly(self, asked: Coroutine[Any, Any, None]) -> None:
        try:
            await asked
        except ServiceFault as error:
            _log.info("player does not make room error=%s", error)

    def _quiet(self) -> None:
        if self._attention is not None:
            self._attention.forget()

    def _tell_soon(self) -> None:
        """Once for everything that changes in this turn of the loop."""
        if not self._telling:
            self._telling = True
            asyncio.get_running_loop().call_soon(self._tell)

    def _tell(self) -> None:
        self._telling = False
        state = self._state()
        if news(self._told, state):
            self._told = state
            self.emit("NowPlayingChanged", state.as_wire())
