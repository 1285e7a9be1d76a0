"""Our own player as an MPRIS player, for playerctl, desktops, keyboards and phones."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from backends.core.bus import Bus, BusLost
from backends.core.errors import Invalid, Refused
from backends.core.service import Exported
from backends.core.spec import parse_spec
from backends.core.wire import Typed
from backends.interfaces import interface_xml
from backends.media.defs import (
    LOOP_WORDS,
    NO_TRACK,
    OUR_NAME,
    PATH,
    PLAYER,
    ROOT,
    STATUS_WORDS,
    TRACK_PREFIX,
)
from backends.media.domain import PlayerState
from backends.media.local import LocalPlayer

__all__ = ["MprisExport"]

_MIME_TYPES = ["audio/flac", "audio/mpeg", "audio/ogg", "audio/opus", "audio/aac", "audio/mp4", "audio/x-m4a"]


class _Root(Exported):
    def __init__(self) -> None:
        super().__init__(parse_spec(interface_xml(ROOT), ROOT))
        self._properties = {
            "CanQuit": False,
            "CanRaise": False,
            "HasTrackList": False,
            "Identity": "Pillion",
            "DesktopEntry": "pillion",
            "SupportedUriSchemes": ["file"],
            "SupportedMimeTypes": _MIME_TYPES,
        }

    async def invoke(self, member: str, args: tuple[Any, ...]) -> tuple[Any, ...]:
        return ()  # Raise and Quit have no effect when CanRaise and CanQuit are false


class _Player(Exported):
    """The Player interface over a `LocalPlayer`."""

    def __init__(self, player: LocalPlayer, open_path: Callable[[Path], Awaitable[None]]) -> None:
        super().__init__(parse_spec(interface_xml(ROOT), PLAYER))
        self._player = player
        self._open_path = open_path
        for name in ("next", "previous", "pause", "play_pause", "stop", "play"):
            setattr(self, name, getattr(player, name))
        self.show(player.state())

    @property
    def properties(self) -> Mapping[str, Any]:
        """With the position of this moment, which is asked for but never announced."""
        return {**self._properties, "Position": self._player.state().position_us}

    def show(self, state: PlayerState) -> None:
        """Announce what differs."""
        song = self._player.song
        metadata: dict[str, Any] = {"mpris:trackid": Typed("o", _track_path(state))}
        if song is not None:
            texts = {"xesam:title": state.title, "xesam:album": state.album, "mpris:artUrl": state.art}
            lists = {"xesam:artist": [state.artist], "xesam:albumArtist": [song.album_artist]}
            metadata |= {key: text for key, text in texts.items() if text}
            metadata |= {key: Typed("as", names) for key, names in lists.items() if names[0]}
            metadata |= {"xesam:trackNumber": song.track} if song.track else {}
            metadata |= {"mpris:length": Typed("x", state.length_us)} if state.length_us else {}
            metadata["xesam:url"] = Path(song.path).as_uri()
        values = {
            "PlaybackStatus": STATUS_WORDS[state.status],
            "LoopStatus": LOOP_WORDS[state.repeat],
            "Rate": 1.0,
            "Shuffle": state.shuffle,
            "Metadata": metadata,
            "Volume": state.volume,
            "MinimumRate": 1.0,
            "MaximumRate": 1.0,
            "CanGoNext": state.can_next,
            "CanGoPrevious": state.can_previous,
            "CanPlay": state.can_play,
            "CanPause": state.can_pause,
            "CanSeek": state.can_seek,
            "CanControl": True,
        }
        for name, value in values.items():
            self.set_property(name, value)

    async def seek(self, offset_us: int) -> None:
        """Relative; before the beginning is the beginning."""
        await self._player.set_position(max(0, self._player.state().position_us + offset_us))

    async def set_position(self, track: str, position_us: int) -> None:
        """Ignored when it is about another track or outside of it, so that a late call does no harm."""
        state = self._player.state()
        if track == _track_path(state) and 0 <= position_us <= state.length_us:
            await self._player.set_position(position_us)

    async def open_uri(self, uri: str) -> None:
        """Play a file. Raises Invalid for anything but a file URL."""
        parts = urlsplit(uri)
        if parts.scheme != "file" or parts.netloc not in {"", "localhost"}:
            raise Invalid("Only file URLs are played")
        await self._open_path(Path(unquote(parts.path)))

    async def write_volume(self, volume: float) -> None:
        """Below 0 is 0, as MPRIS has it; louder than full there is not."""
        await self._player.set_volume(min(1.0, max(0.0, float(volume))))

    async def write_shuffle(self, shuffle: bool) -> None:
        await self._player.set_shuffle(bool(shuffle))

    async def write_loop_status(self, word: str) -> None:
        for repeat, known in LOOP_WORDS.items():
            if known == word:
                await self._player.set_repeat(repeat)
                return
        raise Invalid(f"LoopStatus is None, Track or Playlist, not {word!r:.40}")

    async def write_rate(self, rate: float) -> None:
        if rate != 1.0:
            raise Refused("Music plays at its own pace")


def _track_path(state: PlayerState) -> str:
    return TRACK_PREFIX + state.track if state.track else NO_TRACK


class MprisExport:
    """Both interfaces on a bus, under org.mpris.MediaPlayer2.pillion, or .instance<pid> of it when that is taken."""

    def __init__(self, bus: Bus, player: LocalPlayer, open_path: Callable[[Path], Awaitable[None]]) -> None:
        self._bus = bus
        self._root = _Root()
        self._player = _Player(player, open_path)
        self._stops = [bus.export(PATH, self._root), bus.export(PATH, self._player)]
        self.name = OUR_NAME

    async def start(self) -> None:
        """Take the name."""
        try:
            await self._bus.request_name(self.name)
        except BusLost:
            self.name = f"{OUR_NAME}.instance{os.getpid()}"
            await self._bus.request_name(self.name)

    def show(self, state: PlayerState) -> None:
        """Our player changed."""
        self._player.show(state)

    def seeked(self, position_us: int) -> None:
        """Our player jumped."""
        self._player.emit("Seeked", position_us)

    async def stop(self) -> None:
        """Give the name back."""
        for stop in self._stops:
            stop()
        if self._bus.connected:
            await self._bus.release_name(self.name)
