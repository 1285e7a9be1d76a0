"""Somebody else's music player: an MPRIS player on a connection of its own, as an object or as a process that can be killed.

`FakeMprisPlayer.state` is what it would show, its verbs are what its user would do, `calls` is what others asked of it.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
from dataclasses import dataclass, field
from typing import Any

from backends.core.bus import Bus
from backends.core.service import Exported
from backends.core.spec import parse_spec
from backends.core.wire import Typed
from backends.interfaces import interface_xml

__all__ = ["FakeMprisPlayer"]

_ROOT = "org.mpris.MediaPlayer2"
_PLAYER = "org.mpris.MediaPlayer2.Player"
_PATH = "/org/mpris/MediaPlayer2"


@dataclass
class _State:
    status: str = "Stopped"
    title: str = "Far Away"
    artist: str = "Somebody Else"
    track: str = "/somebody/else/track/1"
    length_us: int = 200_000_000
    position_us: int = 0
    volume: float = 0.5
    art: str = ""
    extra: dict[str, Any] = field(default_factory=dict)


class _Player(Exported):
    def __init__(self, fake: FakeMprisPlayer) -> None:
        super().__init__(parse_spec(interface_xml(_ROOT), _PLAYER))
        self._fake = fake

    @property
    def properties(self) -> dict[str, Any]:
        return {**self._properties, "Position": self._fake.state.position_us}

    async def invoke(self, member: str, args: tuple[Any, ...]) -> tuple[Any, ...]:
        self._fake.asked(member, args)
        return ()

    async def write_property(self, name: str, value: Any) -> None:
        self._fake.asked("Set" + name, (value,))


class FakeMprisPlayer:
    """One player with the name org.mpris.MediaPlayer2.<word>; ``async with`` puts it on the bus."""

    def __init__(self, address: str, word: str = "elsewhere") -> None:
        self.name = f"{_ROOT}.{word}"
        self.state = _State()
        self.calls: list[tuple[str, tuple[Any, ...]]] = []
        self._address = address
        self._root = Exported(parse_spec(interface_xml(_ROOT), _ROOT))
        self._player = _Player(self)
        values = {"CanQuit": False, "CanRaise": False, "HasTrackList": False, "Identity": word.title()}
        for key, value in {**values, "SupportedUriSchemes": [], "SupportedMimeTypes": []}.items():
            self._root.set_property(key, value)
        self._show()

    async def __aenter__(self) -> FakeMprisPlayer:
        self._bus = await Bus.connect(self._address)
        self._bus.export(_PATH, self._root)
        self._bus.export(_PATH, self._player)
        await self._bus.request_name(self.name)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._bus.close()

    # -- what its user does --------------------------------------------------------------------------------------------

    def play(self, title: str | None = None) -> None:
        """Begin to play, another song if named."""
        if title is not None:
            self.state.title, self.state.track = title, f"/somebody/else/track/{len(title)}"
        self.state.status = "Playing"
        self._show()

    def pause(self) -> None:
        """Hold."""
        self.state.status = "Paused"
        self._show()

    def jump(self, position_us: int) -> None:
        """Jump within the song, as announced by Seeked."""
        self.state.position_us = position_us
        self._player.emit("Seeked", position_us)

    def say(self, name: str, value: Any) -> None:
        """Announce any property, sensible or not."""
        self._player.set_property(name, value)

    # -- what others ask -----------------------------------------------------------------------------------------------

    def asked(self, member: str, args: tuple[Any, ...]) -> None:
        """Do as a player does."""
        self.calls.append((member, args))
        match member, args:
            case ("Play", _):
                self.play()
            case ("Pause", _):
                self.pause()
            case ("PlayPause", _):
                self.pause() if self.state.status == "Playing" else self.play()
            case ("SetVolume", (volume,)):
                self.state.volume = volume
                self._show()
            case ("SetPosition", (_track, position)):
                self.jump(position)

    def _show(self) -> None:
        state = self.state
        metadata: dict[str, Any] = {
            "mpris:trackid": Typed("o", state.track),
            "mpris:length": Typed("x", state.length_us),
            "xesam:title": state.title,
            "xesam:artist": Typed("as", [state.artist]),
            **({"mpris:artUrl": state.art} if state.art else {}),
        }
        values = {"PlaybackStatus": state.status, "Metadata": metadata, "Volume": state.volume, "Rate": 1.0}
        can = dict.fromkeys(("CanGoNext", "CanGoPrevious", "CanPlay", "CanPause", "CanSeek", "CanControl"), True)
        for name, value in {**values, **can, "LoopStatus": "None", "Shuffle": False, **state.extra}.items():
            self._player.set_property(name, value)


async def _main(address: str, word: str) -> None:
    async with FakeMprisPlayer(address, word) as player:
        player.play()
        await asyncio.Event().wait()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address")
    parser.add_argument("word")
    arguments = parser.parse_args()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_main(arguments.address, arguments.word))
