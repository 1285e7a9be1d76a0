"""What every view-model of a service shares: whether the service is there, and what to say when it is not."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtQml import QmlElement

from backends.interfaces import LinkState, ServiceError
from ui.clients.base import ServiceClient
from ui.qt import Property, QmlUncreatable
from ui.said_names import take_apart

__all__ = ["ServiceViewModel", "sentence", "words"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


def words(text: str) -> str:
    """A sentence a service or a client said in English, in the driver's language where the catalogue has it."""
    said = QCoreApplication.translate("Services", text) if text else ""
    listed, name = take_apart(text) if said == text else ("", "")
    return QCoreApplication.translate("Services", listed).replace("%1", name) if listed else said


def sentence(error: ServiceError) -> str:
    """What to tell the driver about a request that failed."""
    match error.name:
        case "Timeout":
            return QCoreApplication.translate("Services", "There was no answer. Try again.")
        case "BusOff":
            return QCoreApplication.translate("Services", "The vehicle does not answer.")
        case "Gone":
            return QCoreApplication.translate("Services", "Not running right now. It comes back by itself.")
        case _:
            return words(error.text)


@QmlElement
@QmlUncreatable("a base of view-models")
class ServiceViewModel(QObject):
    """Shows whether the service behind it is there."""

    availableChanged = Signal()

    def __init__(self, client: ServiceClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._shown = (False, "")
        client.state_changed.connect(self.refresh_available)

    @Property(bool, notify=availableChanged)
    def available(self) -> bool:
        """What this shows can be trusted and asked for."""
        return self._is_available()

    @Property(str, notify=availableChanged)
    def problem(self) -> str:
        """A sentence while it is not available, else empty."""
        return self._problem()

    def _is_available(self) -> bool:
        return self._client.ready

    def _problem(self) -> str:
        match self._client.state:
            case LinkState.READY:
                return ""
            case LinkState.CONNECTING:
                return QCoreApplication.translate("Services", "Starting…")
            case LinkState.DEGRADED:
                return QCoreApplication.translate("Services", "It does not answer. Trying again.")
            case LinkState.OFFLINE:
                return QCoreApplication.translate("Services", "Not running right now. It comes back by itself.")

    def refresh_available(self) -> None:
        """Announce a changed availability or problem; also after a change of language."""
        shown = (self._is_available(), self._problem())
        if shown != self._shown:
            self._shown = shown
            self.availableChanged.emit()

    def retranslate(self) -> None:
        """The language or the units changed: every text may read differently now."""
        self.refresh_available()
