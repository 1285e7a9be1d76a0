"""Lists for QML that change by rows: a view keeps its place, its focus and its delegates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Signal
from PySide6.QtQml import QmlElement

from ui.qt import Property, QmlUncreatable

__all__ = ["Row", "RowModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

Row = Mapping[str, object]

# Qt::UserRole and DisplayRole by number: the first touch of the Qt namespace makes all its enums, a tenth of the start.
_FIRST_ROLE = 0x0100 + 1
_DISPLAY_ROLE = 0
_ROOT = QModelIndex()


@QmlElement
@QmlUncreatable("lists are properties of view-models")
class RowModel(QAbstractListModel):
    """Rows with one role a column; ROLES[0] tells a row from the others."""

    ROLES: ClassVar[tuple[str, ...]] = ("key",)

    countChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    @Property(int, notify=countChanged)
    def count(self) -> int:
        """Number of rows."""
        return len(self._rows)

    @property
    def rows(self) -> Sequence[Row]:
        """The rows as they stand, for Python."""
        return tuple(self._rows)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:
        return {_FIRST_ROLE + i: QByteArray(name.encode()) for i, name in enumerate(self.ROLES)}

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY_ROLE) -> object:
        column = role - _FIRST_ROLE
        if not index.isValid() or not 0 <= column < len(self.ROLES) or index.row() >= len(self._rows):
            return None
        return self._rows[index.row()].get(self.ROLES[column])

    def update_rows(self, rows: Sequence[Row]) -> None:
        """Become ``rows`` by the fewest removals, insertions, moves and changes that a list walk finds."""
        before = len(self._rows)
        wanted = _keys(rows, self.ROLES[0])
        keys = _keys(self._rows, self.ROLES[0])
        kept = set(wanted)
        for at in range(len(keys) - 1, -1, -1):
            if keys[at] not in kept:
                self._remove(at)
                del keys[at]
        for at, (key, row) in enumerate(zip(wanted, rows, strict=True)):
            if at < len(keys) and keys[at] == key:
                self._replace(at, row)
                continue
            try:
                origin = keys.index(key, at)
            except ValueError:
                self.beginInsertRows(_ROOT, at, at)
                self._rows.insert(at, dict(row))
                self.endInsertRows()
                keys.insert(at, key)
                continue
            self.beginMoveRows(_ROOT, origin, origin, _ROOT, at)
            self._rows.insert(at, self._rows.pop(origin))
            self.endMoveRows()
            keys.insert(at, keys.pop(origin))
            self._replace(at, row)
        if len(self._rows) != before:
            self.countChanged.emit()

    def append_rows(self, rows: Sequence[Row]) -> None:
        """Add rows at the end, as when a list is fetched page by page."""
        if not rows:
            return
        self.beginInsertRows(_ROOT, len(self._rows), len(self._rows) + len(rows) - 1)
        self._rows.extend(dict(row) for row in rows)
        self.endInsertRows()
        self.countChanged.emit()

    def _remove(self, at: int) -> None:
        self.beginRemoveRows(_ROOT, at, at)
        del self._rows[at]
        self.endRemoveRows()

    def _replace(self, at: int, row: Row) -> None:
        old = self._rows[at]
        roles = [_FIRST_ROLE + i for i, name in enumerate(self.ROLES) if old.get(name) != row.get(name)]
        if roles:
            self._rows[at] = dict(row)
            index = self.index(at)
            self.dataChanged.emit(index, index, roles)


def _keys(rows: Sequence[Row], role: str) -> list[tuple[object, int]]:
    """A queue may hold a song twice: the n-th of an id is a row of its own."""
    seen: Counter[object] = Counter()
    keys = []
    for row in rows:
        key = row.get(role)
        keys.append((key, seen[key]))
        seen[key] += 1
    return keys
