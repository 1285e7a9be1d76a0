"""Now playing, the players and the library."""

from __future__ import annotations

import time
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.clients.media import MediaClient
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.base import ServiceViewModel, words
from ui.viewmodels.library import LibraryBrowser, LibraryModel
from ui.viewmodels.lists import RowModel
from ui.viewmodels.restrictions import RestrictionsViewModel
from ui.viewmodels.units import duration_text

__all__ = ["MediaViewModel", "PlayerModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_REPEATS = ("none", "track", "playlist")


@QmlElement
@QmlUncreatable("a property of MediaViewModel")
class PlayerModel(RowModel):
    """Players on the bus, the own one first."""

    ROLES: ClassVar[tuple[str, ...]] = ("playerId", "name", "active")


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class MediaViewModel(ServiceViewModel):
    """The position ticks once a second, and only while something plays and somebody looks."""

    nowChanged = Signal()
    positionChanged = Signal()
    nodeChanged = Signal()

    def __init__(self, client: MediaClient, rules: RestrictionsViewModel, parent: QObject | None = None) -> None:
        super().__init__(client, parent)
        self._media = client
        self._looked_at = False
        self._frozen = False
        self._players = PlayerModel(self)
        self._library = LibraryModel(self)
        self._browser = LibraryBrowser(client, rules, self._library)
        self._browser.changed.connect(self.nodeChanged.emit)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.positionChanged.emit)
        client.now_changed.connect(self._on_now)
        client.players_changed.connect(self._on_players)

    # -- now playing ----------------------------------------------------------------------------------------------------

    @Property(bool, notify=nowChanged)
    def hasTrack(self) -> bool:
        return bool(self._text("title") or self._text("track"))

    @Property(str, notify=nowChanged)
    def title(self) -> str:
        return self._text("title")

    @Property(str, notify=nowChanged)
    def artist(self) -> str:
        return self._text("artist")

    @Property(str, notify=nowChanged)
    def album(self) -> str:
        return self._text("album")

    @Property(str, notify=nowChanged)
    def art(self) -> str:
        """URL of the cover; empty when there is none."""
        return self._text("art")

    @Property(str, notify=nowChanged)
    def status(self) -> str:
        """playing, paused or stopped."""
        return self._text("status") or "stopped"

    @Property(bool, notify=nowChanged)
    def playing(self) -> bool:
        return self._text("status") == "playing"

    @Property(int, notify=nowChanged)
    def durationMs(self) -> int:
        """-1 when unknown."""
        return self._duration()

    @Property(str, notify=nowChanged)
    def durationText(self) -> str:
        return duration_text(self._duration())

    @Property(int, notify=positionChanged)
    def positionMs(self) -> int:
        return self._position()

    @Property(str, notify=positionChanged)
    def positionText(self) -> str:
        return duration_text(self._position())

    @Property(float, notify=positionChanged)
    def progress(self) -> float:
        """0..1."""
        duration = self._duration()
        return self._position() / duration if duration > 0 else 0.0

    @Property(float, notify=nowChanged)
    def volume(self) -> float:
        """0..1."""
        return float(self._media.now.get("volume", 0.0))

    @Property(bool, notify=nowChanged)
    def canVolume(self) -> bool:
        return self._flag("can_volume")

    @Property(bool, notify=nowChanged)
    def shuffle(self) -> bool:
        return self._flag("shuffle")

    @Property(str, notify=nowChanged)
    def repeat(self) -> str:
        """none, track or playlist."""
        return self._text("repeat") or "none"

    @Property(bool, notify=nowChanged)
    def canNext(self) -> bool:
        return self._flag("can_next")

    @Property(bool, notify=nowChanged)
    def canPrevious(self) -> bool:
        return self._flag("can_previous")

    @Property(bool, notify=nowChanged)
    def canSeek(self) -> bool:
        return self._flag("can_seek")

    @Property(bool, notify=nowChanged)
    def silent(self) -> bool:
        """There is no sound device: it plays, nobody hears it."""
        return self._flag("silent")

    @Property(str, notify=nowChanged)
    def playerName(self) -> str:
        return self._text("player_name")

    @Slot()
    def playPause(self) -> None:
        self._media.request("PlayPause")

    @Slot()
    def next(self) -> None:
        self._media.request("Next")

    @Slot()
    def previous(self) -> None:
        self._media.request("Previous")

    @Slot(float)
    def seek(self, fraction: float) -> None:
        """0..1 of the track."""
        if (duration := self._duration()) > 0:
            self._media.request("SetPosition", int(max(0.0, min(1.0, fraction)) * duration * 1000))

    @Slot(float)
    def requestVolume(self, volume: float) -> None:
        """0..1."""
        self._media.request("SetVolume", max(0.0, min(1.0, volume)))

    @Slot(bool)
    def requestShuffle(self, on: bool) -> None:
        self._media.request("SetShuffle", on)

    @Slot(str)
    def requestRepeat(self, repeat: str) -> None:
        """none, track or playlist."""
        if repeat in _REPEATS:
            self._media.request("SetRepeat", repeat)

    # -- players and library --------------------------------------------------------------------------------------------

    @Property(PlayerModel, constant=True)
    def players(self) -> PlayerModel:
        return self._players

    @Property(LibraryModel, constant=True)
    def library(self) -> LibraryModel:
        return self._library

    @Property(str, notify=nodeChanged)
    def node(self) -> str:
        """queue, albums, artists, songs, album:<id> or artist:<id>."""
        return self._browser.node

    @Property(str, notify=nodeChanged)
    def nodeTitle(self) -> str:
        return self._browser.title or self._root_title(self._browser.node)

    @Property(int, notify=nodeChanged)
    def total(self) -> int:
        """Items in the node; the list may show fewer while driving."""
        return self._browser.total

    @Property(bool, notify=nodeChanged)
    def listCut(self) -> bool:
        """Shortened, because the car moves."""
        return self._browser.cut

    @Property(bool, notify=nodeChanged)
    def canBrowseUp(self) -> bool:
        return self._browser.can_go_up

    @Slot(str)
    def selectPlayer(self, player: str) -> None:
        self._media.request("SelectPlayer", player)

    @Slot(str)
    def browse(self, node: str) -> None:
        """Show a node; one inside another keeps the way back."""
        self._browser.open(node)

    @Slot()
    def browseUp(self) -> None:
        self._browser.up()

    @Slot(str)
    def playItem(self, item: str) -> None:
        self._media.request("PlayItem", self._browser.node, item)

    def set_shown(self, shown: bool) -> None:
        """Somebody can see the position."""
        self._looked_at = shown
        self._pace()

    def freeze(self, frozen: bool) -> None:
        """Let the position stand where the service last reported it: pictures are the same in every run."""
        self._frozen = frozen
        self.positionChanged.emit()

    def retranslate(self) -> None:
        super().retranslate()
        self.nodeChanged.emit()
        self.nowChanged.emit()

    def _problem(self) -> str:
        return super()._problem() or words(self._text("problem"))

    def _text(self, key: str) -> str:
        return str(self._media.now.get(key, ""))

    def _flag(self, key: str) -> bool:
        return bool(self._media.now.get(key, False))

    def _duration(self) -> int:
        length_us = int(self._media.now.get("length_us", 0))
        return length_us // 1000 if length_us > 0 else -1

    def _position(self) -> int:
        now = self._media.now
        position_s = int(now.get("position_us", 0)) / 1e6
        if now.get("status") == "playing" and "position_time" in now and not self._frozen:
            # The service's clock is ours: CLOCK_MONOTONIC is one for the machine.
            position_s += max(0.0, time.monotonic() - float(now["position_time"])) * float(now.get("rate", 1.0))
        position = max(0, int(position_s) * 1000 if self._frozen else round(position_s * 1000))
        duration = self._duration()
        return min(position, duration) if duration > 0 else position

    def _root_title(self, node: str) -> str:
        match node:
            case "queue":
                return QCoreApplication.translate("Media", "Queue")
            case "albums":
                return QCoreApplication.translate("Media", "Albums")
            case "artists":
                return QCoreApplication.translate("Media", "Artists")
            case "songs":
                return QCoreApplication.translate("Media", "Songs")
            case _:
                return ""

    def _on_now(self) -> None:
        self._pace()
        self.nowChanged.emit()
        self.positionChanged.emit()
        self.refresh_available()

    def _pace(self) -> None:
        ticking = self._looked_at and self._text("status") == "playing" and not self._frozen
        if ticking and not self._timer.isActive():
            self.positionChanged.emit()
            self._timer.start()
        elif not ticking:
            self._timer.stop()

    def _on_players(self) -> None:
        self._players.update_rows(
            [
                {"playerId": player.get("id", ""), "name": player.get("name", ""), "active": bool(player.get("active"))}
                for player in self._media.players
            ]
        )
