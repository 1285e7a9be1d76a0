"""One trouble code in full, with what was so when it appeared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.clients.diagnostics import DiagnosticsClient
from ui.preferences import Preferences
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.diagnostics_facts import code_row, frame_rows
from ui.viewmodels.lists import RowModel

__all__ = ["CodeViewModel", "LiveModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("a property of view-models")
class LiveModel(RowModel):
    """Values with their units."""

    ROLES: ClassVar[tuple[str, ...]] = ("key", "name", "value", "unit", "known")


@QmlElement
@QmlUncreatable("a property of DiagnosticsViewModel")
class CodeViewModel(QObject):
    """The code that was opened; nothing while none is."""

    changed = Signal()

    def __init__(self, client: DiagnosticsClient, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._preferences = preferences
        self._key = ""
        self._frame = LiveModel(self)
        client.found.connect(self.refresh)

    @Property(bool, notify=changed)
    def opened(self) -> bool:
        return bool(self._key)

    @Property(str, notify=changed)
    def text(self) -> str:
        return self._said("text")

    @Property(str, notify=changed)
    def advice(self) -> str:
        """What to do."""
        return self._said("advice")

    @Property(str, notify=changed)
    def symbol(self) -> str:
        return self._said("symbol")

    @Property(str, notify=changed)
    def colour(self) -> str:
        """red, amber or blue."""
        return self._said("colour")

    @Property(str, notify=changed)
    def facts(self) -> str:
        """Code, how sure, and who says so."""
        return "  ·  ".join(text for role in ("code", "statesText", "unitName") if (text := self._said(role)))

    @Property(LiveModel, constant=True)
    def frame(self) -> LiveModel:
        """What was so when it appeared."""
        return self._frame

    @Slot(str)
    def open(self, key: str) -> None:
        """Show a code of the list."""
        self._key = key
        self._frame.update_rows([])
        code = self._code()
        if code is not None and code["frame"]:
            self._client.request("FreezeFrame", code["unit"], code["code"], done=self._on_frame, failed=lambda _: None)
        self.changed.emit()

    @Slot()
    def close(self) -> None:
        """Back to the list."""
        if self._key:
            self._key = ""
            self.changed.emit()

    def refresh(self) -> None:
        """The codes or the language changed."""
        if self._key and self._code() is None:
            self._key = ""
        self.changed.emit()

    def _code(self) -> Mapping[str, Any] | None:
        return next((c for c in self._client.codes if f"{c['unit']}:{c['code']}" == self._key), None)

    def _said(self, role: str) -> str:
        code = self._code()
        return str(code_row(code)[role]) if code is not None else ""

    def _on_frame(self, values: Sequence[Mapping[str, Any]]) -> None:
        self._frame.update_rows(frame_rows(self._preferences.units, values))
