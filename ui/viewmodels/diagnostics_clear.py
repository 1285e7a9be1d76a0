"""Clearing trouble codes: ask the service for leave, let a person confirm, say what became of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from backends.interfaces import ServiceError
from ui.clients.diagnostics import DiagnosticsClient
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.base import sentence, words
from ui.viewmodels.restrictions import RestrictionsViewModel

__all__ = ["ClearCodesViewModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_SAID_MS = 8000


@QmlElement
@QmlUncreatable("a property of DiagnosticsViewModel")
class ClearCodesViewModel(QObject):
    """Only while parked; the service checks again at each step."""

    changed = Signal()

    def __init__(
        self, client: DiagnosticsClient, restrictions: RestrictionsViewModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._client = client
        self._restrictions = restrictions
        self._token = ""
        self._preparing = False
        self._said = ""
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_SAID_MS)
        self._quiet.timeout.connect(lambda: self._say(""))
        client.car_changed.connect(self.changed.emit)
        client.found.connect(self.changed.emit)
        client.cleared.connect(self._on_cleared)
        restrictions.changed.connect(self._on_restrictions)

    @Property(bool, notify=changed)
    def allowed(self) -> bool:
        """Parked, and something is there to clear."""
        client = self._client
        there = client.ready and client.car == "ready" and not client.busy and bool(client.codes)
        return there and self._parked()

    @Property(str, notify=changed)
    def why(self) -> str:
        """Why it waits; empty when it does not, or when nothing is there to clear."""
        if not self._client.codes or self._parked():
            return ""
        return QCoreApplication.translate("Diagnostics", "Codes can be cleared when parked.")

    @Property(bool, notify=changed)
    def asked(self) -> bool:
        """The service agreed; a person has to confirm."""
        return bool(self._token)

    @Property(bool, notify=changed)
    def pending(self) -> bool:
        """The service is being asked, or at it."""
        return self._preparing or self._client.busy == "clear"

    @Property(str, notify=changed)
    def said(self) -> str:
        """What became of it, for some seconds."""
        return self._said

    @Slot()
    def prepare(self) -> None:
        """First step: ask the service for leave."""
        if self._preparing:
            return
        self._preparing = True
        self._say("")
        self._client.request("PrepareClear", [], done=self._on_prepared, failed=self._on_refused)

    @Slot()
    def confirm(self) -> None:
        """Second step: a person said yes."""
        token, self._token = self._token, ""
        self.changed.emit()
        if token:
            self._client.request("Clear", token, failed=self._on_refused)

    @Slot()
    def abandon(self) -> None:
        """A person said no, or nothing in time."""
        if self._token:
            self._token = ""
            self.changed.emit()

    def _parked(self) -> bool:
        return self._restrictions.state == "parked" and self._restrictions.known

    def _on_restrictions(self) -> None:
        if not self._parked():
            self._token = ""
        self.changed.emit()

    def _on_prepared(self, answer: tuple[str, float]) -> None:
        self._preparing = False
        self._token, valid_s = answer
        token = self._token
        self._client.later(valid_s, lambda: self._expire(token))
        self.changed.emit()

    def _expire(self, token: str) -> None:
        if self._token == token:
            self.abandon()

    def _on_refused(self, error: ServiceError) -> None:
        self._preparing = False
        self._say(sentence(error))

    def _on_cleared(self, ok: bool, text: str) -> None:
        done = QCoreApplication.translate("Diagnostics", "Cleared. What was known is kept in the log.")
        self._say(done if ok else words(text))

    def _say(self, text: str) -> None:
        self._said = text
        if text:
            self._quiet.start()
        self.changed.emit()
