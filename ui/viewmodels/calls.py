"""The call of a phone that the driver has to know of, and what can be done with it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from backends.interfaces import ServiceError
from ui.clients.projection import ProjectionClient
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.units import duration_text

__all__ = ["CallsViewModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_FIRST = ("incoming", "dialing", "active", "held")
_TICK_MS = 1000


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class CallsViewModel(QObject):
    """One call at a time, the most pressing: who rings is before who talks."""

    changed = Signal()
    secondChanged = Signal()

    def __init__(
        self, client: ProjectionClient, now: Callable[[], float] = time.monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._projection = client
        self._now = now
        self._call: Mapping[str, Any] = {}
        self._hidden = False
        self._pending = False
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.secondChanged.emit)
        client.calls_changed.connect(self._update)
        self._update()

    @Property(bool, notify=changed)
    def active(self) -> bool:
        """There is a call, shown or not."""
        return bool(self._call)

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        """It lies over the pages."""
        return bool(self._call) and not self._hidden

    @Property(bool, notify=changed)
    def incoming(self) -> bool:
        return self._state() == "incoming"

    @Property(bool, notify=changed)
    def pending(self) -> bool:
        """Something was asked that the phone has not yet answered."""
        return self._pending

    @Property(str, notify=changed)
    def name(self) -> str:
        """Whoever it is: the name, else the number."""
        unknown = QCoreApplication.translate("Calls", "Unknown caller")
        return str(self._call.get("name", "")) or str(self._call.get("number", "")) or unknown

    @Property(str, notify=changed)
    def initials(self) -> str:
        """One or two letters; empty for a number."""
        words = str(self._call.get("name", "")).split()
        return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()

    @Property(str, notify=secondChanged)
    def stateText(self) -> str:
        """Incoming call, Calling…, On hold, or how long it lasts."""
        match self._state():
            case "incoming":
                return QCoreApplication.translate("Calls", "Incoming call")
            case "dialing":
                return QCoreApplication.translate("Calls", "Calling…")
            case "held":
                return QCoreApplication.translate("Calls", "On hold")
            case "active":
                since = self._call.get("since")
                known = isinstance(since, int | float) and since > 0
                text = duration_text(int(max(0.0, self._now() - float(since)) * 1000)) if known and since else ""
                return text or QCoreApplication.translate("Calls", "On the phone")
            case _:
                return ""

    @Slot()
    def accept(self) -> None:
        self._act("accept")

    @Slot()
    def take(self) -> None:
        """The phone key: accept what rings, else show the call that runs."""
        if self.incoming:
            self.accept()
        else:
            self.show()

    @Slot()
    def end(self) -> None:
        """Reject what rings, hang up what runs."""
        self._act("reject" if self.incoming else "hangup")

    @Slot()
    def hide(self) -> None:
        """Out of the way until it changes, or `show`."""
        self._hidden = True
        self.changed.emit()

    @Slot()
    def show(self) -> None:
        self._hidden = False
        self.changed.emit()

    def retranslate(self) -> None:
        """The language changed."""
        self.changed.emit()
        self.secondChanged.emit()

    def _state(self) -> str:
        return str(self._call.get("state", ""))

    def _act(self, action: str) -> None:
        if not self._call:
            return
        self._pending = True
        self.changed.emit()

        def answered(_: object) -> None:
            self._pending = False
            self.changed.emit()

        def refused(error: ServiceError) -> None:
            answered(None)
            self._projection.refused.emit(error)

        session, call = str(self._call.get("session", "")), str(self._call.get("id", ""))
        self._projection.request("CallAction", session, call, action, done=answered, failed=refused)

    def _update(self) -> None:
        calls = [call for call in self._projection.calls.values() if call.get("state") in _FIRST]
        call = min(calls, key=lambda call: _FIRST.index(str(call["state"])), default={})
        if call == self._call:
            return
        if call.get("id") != self._call.get("id") or call.get("state") != self._call.get("state"):
            self._hidden = False
        self._call = call
        if self._state() == "active":
            self._timer.start()
        else:
            self._timer.stop()
        self.changed.emit()
        self.secondChanged.emit()
