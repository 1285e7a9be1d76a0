"""Walking through the music library: one node at a time, fetched page by page, cut short while the car moves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Signal
from PySide6.QtQml import QmlElement

from backends.interfaces import ServiceError
from ui.clients.hook import Hook
from ui.clients.media import MediaClient
from ui.qt import QmlUncreatable
from ui.viewmodels.lists import Row, RowModel
from ui.viewmodels.restrictions import RestrictionsViewModel
from ui.viewmodels.units import duration_text

__all__ = ["LibraryBrowser", "LibraryModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_PAGE = 60
_ROOTS = ("queue", "albums", "artists", "songs")


@QmlElement
@QmlUncreatable("a property of MediaViewModel")
class LibraryModel(RowModel):
    """One node of the library; it asks for more as the view does."""

    ROLES: ClassVar[tuple[str, ...]] = ("itemId", "kind", "title", "subtitle", "art", "durationText", "playing")

    moreWanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.complete = True
        self._asked = False

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        return not parent.isValid() and not self.complete and not self._asked

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.moreWanted.emit()

    def settle(self, *, complete: bool) -> None:
        """What was asked for is here, or will not come."""
        self.complete = complete
        self._asked = False


class LibraryBrowser:
    """Where one is in the library, and the way back. ``changed``: node, title, total or cut."""

    def __init__(self, client: MediaClient, rules: RestrictionsViewModel, model: LibraryModel) -> None:
        self._client = client
        self._rules = rules
        self._model = model
        self.node = "albums"
        self.title = ""
        self.total = 0
        self.changed: Hook[[]] = Hook()
        self._trail: list[tuple[str, str]] = []
        self._asked_at = 0
        self._limit = rules.maxListItems
        self._track = ""
        model.moreWanted.connect(lambda: self._fetch(len(model.rows), _PAGE))
        client.library_changed.connect(self._refetch)
        client.now_changed.connect(self._on_now)
        rules.changed.connect(self._on_rules)

    @property
    def can_go_up(self) -> bool:
        """This node was reached from another one."""
        return bool(self._trail)

    @property
    def cut(self) -> bool:
        """Shortened, because the car moves."""
        return bool(self._limit) and self.total > len(self._model.rows) >= self._limit

    def open(self, node: str) -> None:
        """Show a node; one inside another keeps the way back."""
        if node in _ROOTS:
            self._trail.clear()
            self.title = ""
        else:
            self._trail.append((self.node, self.title))
            item = node.partition(":")[2]
            titles = [str(row["title"]) for row in self._model.rows if row["itemId"] in (item, node)]
            self.title = titles[0] if titles else ""
        self._go(node)

    def up(self) -> None:
        """Back to where this node was opened from."""
        if self._trail:
            node, self.title = self._trail.pop()
            self._go(node)

    def _go(self, node: str) -> None:
        self.node = node
        self.total = 0
        self._model.settle(complete=True)
        self._model.update_rows([])
        self.changed.emit()
        self._fetch(0, _PAGE)

    def _on_now(self) -> None:
        track = str(self._client.now.get("track", ""))
        if track != self._track:
            # Another row is the one that plays.
            self._track = track
            if self._client.ready:
                self._refetch()

    def _refetch(self) -> None:
        self._fetch(0, max(_PAGE, len(self._model.rows)))

    def _fetch(self, offset: int, count: int) -> None:
        room = self._limit - offset if self._limit else count
        if room <= 0:
            self._model.settle(complete=True)
            return
        self._asked_at += 1
        asked = self._asked_at

        def take(answer: tuple[Sequence[Mapping[str, Any]], int]) -> None:
            if asked == self._asked_at:
                self._take(offset, *answer)

        def failed(error: ServiceError) -> None:
            if asked == self._asked_at:
                self._model.settle(complete=False)
                self._client.refused.emit(error)

        self._client.request("Browse", self.node, offset, min(count, room), done=take, failed=failed)

    def _take(self, offset: int, items: Sequence[Mapping[str, Any]], total: int) -> None:
        rows = [_row(item) for item in items]
        if offset == 0:
            self._model.update_rows(rows)
        else:
            self._model.append_rows(rows)
        shown = len(self._model.rows)
        self._model.settle(complete=not rows or shown >= total or bool(self._limit and shown >= self._limit))
        self.total = total
        self.changed.emit()

    def _on_rules(self) -> None:
        limit = self._rules.maxListItems
        if limit == self._limit:
            return
        self._limit = limit
        if limit:
            self._model.update_rows(self._model.rows[:limit])
            self._model.settle(complete=True)
        else:
            self._model.settle(complete=len(self._model.rows) >= self.total)
        self.changed.emit()


def _row(item: Mapping[str, Any]) -> Row:
    length_us = int(item.get("length_us", 0))
    return {
        "itemId": item.get("id", ""),
        "kind": item.get("kind", "song"),
        "title": item.get("title", ""),
        "subtitle": item.get("subtitle", ""),
        "art": item.get("art", ""),
        "durationText": duration_text(length_us // 1000) if length_us > 0 else "",
        "playing": bool(item.get("playing")),
    }
