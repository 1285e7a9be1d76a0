"""The phones on the car's screen as players: what they tell of their songs, and their keys to drive them."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from typing import Any

from backends.core.errors import Failed, Offline, Refused
from backends.interfaces import Link, ServiceError, Unsubscribe
from backends.media.domain import PlayerState, Repeat, Status

__all__ = ["PREFIX", "PhonePlayer", "PhonePlayers"]

PREFIX = "phone:"
_log = logging.getLogger(__name__)


class PhonePlayer:
    """Implements `Player` for one phone's session; its ``name`` is `PREFIX` and the session's id."""

    def __init__(self, link: Link, session: str) -> None:
        self._link = link
        self._session = session
        self._song: dict[str, Any] = {}
        self.name = PREFIX + session

    def update(self, song: Mapping[str, Any]) -> None:
        """As the phone last said."""
        self._song = dict(song)

    def state(self) -> PlayerState:
        song = self._song
        status = _text(song, "status")
        art = _text(song, "art")
        title = _text(song, "title")
        when = song.get("position_time")
        return PlayerState(
            player=self.name,
            player_name=_text(song, "app") or _text(song, "source") or self.name,
            status=Status(status) if status in {one.value for one in Status} else Status.STOPPED,
            title=title,
            artist=_text(song, "artist"),
            album=_text(song, "album"),
            art=art if art.startswith("file://") else "",
            # A phone names no tracks: this tells one song from the next.
            track="\x1f".join((title, _text(song, "artist"), _text(song, "album"))) if title else "",
            length_us=_count(song, "duration_us"),
            position_us=_count(song, "position_us"),
            position_time=float(when) if isinstance(when, int | float) else time.monotonic(),
            can_next=True,
            can_previous=True,
            can_play=True,
            can_pause=True,
        )

    async def play(self) -> None:
        await self._key("play")

    async def pause(self) -> None:
        await self._key("pause")

    async def play_pause(self) -> None:
        await self._key("play_pause")

    async def stop(self) -> None:
        await self._key("stop")

    async def next(self) -> None:
        await self._key("next")

    async def previous(self) -> None:
        await self._key("previous")

    async def set_position(self, position_us: int) -> None:
        raise self._cannot()

    async def set_volume(self, volume: float) -> None:
        raise self._cannot()

    async def set_shuffle(self, shuffle: bool) -> None:
        raise self._cannot()

    async def set_repeat(self, repeat: Repeat) -> None:
        raise self._cannot()

    def _cannot(self) -> Refused:
        return Refused("The phone decides that by itself.")

    async def _key(self, key: str) -> None:
        try:
            await self._link.call("projection", "Key", self._session, key, "click")
        except ServiceError as error:
            if error.name in {"Gone", "Timeout", "Offline", "NotFound"}:
                raise Offline("The phone does not answer") from error
            raise Failed(error.text) from error


class PhonePlayers:
    """All phones that tell of songs. ``changed`` is called with one that changed, ``listed`` when the set did."""

    def __init__(self, link: Link, changed: Callable[[PhonePlayer], None], listed: Callable[[], None]) -> None:
        self._link = link
        self._changed = changed
        self._listed = listed
        self._undo: list[Unsubscribe] = []
        self._reading: asyncio.Task[None] | None = None
        self.by_name: dict[str, PhonePlayer] = {}

    def start(self) -> None:
        """Follow the projection service."""
        self._undo = [
            self._link.on_signal("projection", "NowPlayingChanged", self._said),
            self._link.on_presence("projection", self._present),
        ]

    async def stop(self) -> None:
        """Follow it no more."""
        for undo in self._undo:
            undo()
        self._undo = []
        if self._reading is not None:
            self._reading.cancel()
            await asyncio.gather(self._reading, return_exceptions=True)

    def _present(self, present: bool) -> None:
        if present:
            self._reading = asyncio.get_running_loop().create_task(self._read())
        elif self.by_name:
            self.by_name.clear()
            self._listed()

    async def _read(self) -> None:
        try:
            songs = await self._link.call("projection", "NowPlaying")
        except ServiceError as error:
            _log.info("phones not read error=%s", error)
            return
        for song in songs:
            self._said(song)

    def _said(self, song: Mapping[str, Any]) -> None:
        session = str(song.get("session", ""))
        player = self.by_name.get(PREFIX + session)
        if song.get("gone") is True:
            if player is not None:
                del self.by_name[player.name]
                self._listed()
            return
        if player is None:
            player = self.by_name[PREFIX + session] = PhonePlayer(self._link, session)
            self._listed()
        player.update(song)
        self._changed(player)


def _text(song: Mapping[str, Any], key: str) -> str:
    value = song.get(key)
    return value if isinstance(value, str) else ""


def _count(song: Mapping[str, Any], key: str) -> int:
    value = song.get(key)
    return max(0, value) if isinstance(value, int) and not isinstance(value, bool) else 0
