"""Sentences for the driver: one at a time, the gravest first, and a list of what was said."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from itertools import count
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.qt import Property, QmlUncreatable
from ui.viewmodels.base import words
from ui.viewmodels.lists import RowModel

__all__ = ["Notice", "NoticeModel", "NoticesViewModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_GRAVITY = {"critical": 2, "warning": 1}
# Long enough to be read in two glances of 2 s; a critical one stays until it is dismissed.
_SHOWN_MS = 5000
_KEPT = 50


@dataclass(frozen=True, slots=True)
class Notice:
    """severity: info, warning or critical; code tells the same thing said twice."""

    severity: str
    code: str
    text: str


@QmlElement
@QmlUncreatable("a property of view-models")
class NoticeModel(RowModel):
    """Sentences for the driver; severity is info, warning or critical."""

    ROLES: ClassVar[tuple[str, ...]] = ("code", "severity", "text")


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class NoticesViewModel(QObject):
    """The notice on the screen now, and the history behind it."""

    currentChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Notice] = []
        self._current: Notice | None = None
        self._history: deque[tuple[int, Notice]] = deque(maxlen=_KEPT)
        self._numbers = count()
        self._model = NoticeModel(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self.dismiss)

    @Property(bool, notify=currentChanged)
    def visible(self) -> bool:
        return self._current is not None

    @Property(str, notify=currentChanged)
    def text(self) -> str:
        return words(self._current.text) if self._current else ""

    @Property(str, notify=currentChanged)
    def severity(self) -> str:
        """info, warning or critical."""
        return self._current.severity if self._current else "info"

    @Property(bool, notify=currentChanged)
    def headsUp(self) -> bool:
        """Grave enough to be shown over everything but the rear view."""
        return self._current is not None and self._current.severity == "critical"

    @Property(NoticeModel, constant=True)
    def history(self) -> NoticeModel:
        """Newest first."""
        return self._model

    @Slot()
    def dismiss(self) -> None:
        """Done with this one; the next in line comes up."""
        self._timer.stop()
        self._current = None
        self._next()
        self.currentChanged.emit()

    @Slot()
    def clearHistory(self) -> None:
        self._history.clear()
        self._model.update_rows([])

    def say(self, severity: str, code: str, text: str) -> None:
        """Put a sentence up, or in line behind a graver one. The same code again replaces what it said before."""
        notice = Notice(severity if severity in ("info", "warning", "critical") else "info", code, text)
        self._history.appendleft((next(self._numbers), notice))
        self._model.update_rows(
            [
                {"code": f"{n}:{kept.code}", "severity": kept.severity, "text": words(kept.text)}
                for n, kept in self._history
            ]
        )
        self._waiting = [waiting for waiting in self._waiting if waiting.code != code]
        self._waiting.append(notice)
        if self._current is None or self._current.code == code or _grave(notice) > _grave(self._current):
            if self._current is not None and self._current.code != code:
                self._waiting.append(self._current)
            self._current = None
            self._next()
            self.currentChanged.emit()

    def withdraw(self, code: str) -> None:
        """What it said is no longer so."""
        self._waiting = [waiting for waiting in self._waiting if waiting.code != code]
        if self._current is not None and self._current.code == code:
            self.dismiss()

    def retranslate(self) -> None:
        """The language changed."""
        self.currentChanged.emit()

    def _next(self) -> None:
        if not self._waiting:
            return
        gravest = max(self._waiting, key=_grave)
        self._waiting.remove(gravest)
        self._current = gravest
        if gravest.severity != "critical":
            self._timer.start()


def _grave(notice: Notice) -> int:
    return _GRAVITY.get(notice.severity, 0)
