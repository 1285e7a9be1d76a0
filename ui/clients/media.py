"""What plays, the players and the library as the display sees them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from ui.clients.base import ServiceClient
from ui.clients.hook import Hook

__all__ = ["MediaClient"]


class MediaClient(ServiceClient):
    """The now-playing state is one dict of the keys that org.pillion.Media1 names."""

    SERVICE: ClassVar[str] = "media"

    def __init__(self) -> None:
        super().__init__()
        self.now: dict[str, Any] = {}
        self.players: Sequence[Mapping[str, Any]] = ()
        self.scanning = False
        self.now_changed: Hook[[]] = Hook()
        self.players_changed: Hook[[]] = Hook()
        self.library_changed: Hook[[]] = Hook()

    def _signals(self) -> dict[str, Callable[..., None]]:
        return {
            **super()._signals(),
            "NowPlayingChanged": self._on_now,
            "PlayersChanged": self._on_players,
            "LibraryChanged": self.library_changed.emit,
        }

    async def _snapshot(self, properties: dict[str, Any]) -> None:
        self._properties_changed(properties)
        # Each answer is taken before the next is waited for: what changes meanwhile is newer than it.
        self._become(await self.call("NowPlaying"))
        self._take_players(await self.call("Players"))
        self.library_changed.emit()

    def _lost(self) -> None:
        self._become({})
        self._take_players(())

    def _properties_changed(self, properties: dict[str, Any]) -> None:
        if "Scanning" in properties:
            self.scanning = bool(properties["Scanning"])

    def _on_now(self, state: dict[str, Any]) -> None:
        self._become({**self.now, **state})

    def _on_players(self) -> None:
        self.request("Players", done=self._take_players)

    def _become(self, now: dict[str, Any]) -> None:
        if now != self.now:
            self.now = now
            self.now_changed.emit()

    def _take_players(self, players: Sequence[Mapping[str, Any]]) -> None:
        if list(players) != list(self.players):
            self.players = tuple(players)
            self.players_changed.emit()
