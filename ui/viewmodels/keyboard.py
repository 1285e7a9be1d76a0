"""The car's own keyboard: rows of keys for the driver's language, letters or digits and signs."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.qt import Property, QmlUncreatable
from ui.viewmodels.lists import Row, RowModel

__all__ = ["KeyboardViewModel", "LetterModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

ROWS = 3
_LETTERS = {
    "en": ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
    "de": ("qwertzuiop", "asdfghjklö", "yxcvbnmäü"),
    "ar": ("ضصثقفغعهخح", "شسيبلاتنمك", "ئءؤرىةوزظط"),
}
_MORE = {"ar": ("جدذ\u0622\u0623\u0625،؟!", "شسيبلاتنمك", "ئءؤرىةوزظط")}
_SIGNS = ("1234567890", "-/:;()@&€#", ".,?!'\"+*%")


@QmlElement
@QmlUncreatable("a property of KeyboardViewModel")
class LetterModel(RowModel):
    """Keys of one row; ``letter`` is what a key types."""

    ROLES: ClassVar[tuple[str, ...]] = ("place", "letter")


@QmlElement
@QmlUncreatable("a property of ProjectionViewModel")
class KeyboardViewModel(QObject):
    """``layout`` is letters or signs; a touched shift is good for one letter."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = "en"
        self._signs = False
        self._shift = False
        self._rows = [LetterModel(self) for _ in range(ROWS)]
        self._update()

    @Property(LetterModel, constant=True)
    def first(self) -> LetterModel:
        return self._rows[0]

    @Property(LetterModel, constant=True)
    def second(self) -> LetterModel:
        return self._rows[1]

    @Property(LetterModel, constant=True)
    def third(self) -> LetterModel:
        return self._rows[2]

    @Property(bool, notify=changed)
    def signs(self) -> bool:
        return self._signs

    @Property(bool, notify=changed)
    def shift(self) -> bool:
        return self._shift

    @Property(bool, notify=changed)
    def cased(self) -> bool:
        """There are capital letters."""
        return not self._signs and self._language != "ar"

    @Slot(str)
    def use(self, language: str) -> None:
        """A language as the settings know it; those without letters of their own get Latin ones."""
        self._language = language if language in _LETTERS else "en"
        self._update()

    @Slot()
    def toggleSigns(self) -> None:
        self._signs = not self._signs
        self._shift = False
        self._update()

    @Slot()
    def toggleShift(self) -> None:
        self._shift = not self._shift
        self._update()

    @Slot()
    def typed(self) -> None:
        """A letter was typed: shift was for it alone."""
        if self._shift:
            self.toggleShift()

    def _update(self) -> None:
        rows: tuple[str, ...]
        if self._signs:
            rows = _SIGNS
        elif self._shift:
            rows = _MORE.get(self._language) or tuple(row.upper() for row in _LETTERS[self._language])
        else:
            rows = _LETTERS[self._language]
        for number, (model, letters) in enumerate(zip(self._rows, rows, strict=True)):
            keys: list[Row] = [{"place": f"{number}.{n}", "letter": letter} for n, letter in enumerate(letters)]
            model.update_rows(keys)
        self.changed.emit()
