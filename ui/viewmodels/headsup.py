"""What the phone has to say, for a moment, at the top of the screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.clients.projection import ProjectionClient
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.restrictions import RestrictionsViewModel

__all__ = ["HeadsUpViewModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

SHOWN_MS = 8000
"""Long enough for a glance now and a tap after it."""
_MOST_ACTIONS = 2


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class HeadsUpViewModel(QObject):
    """One notification at a time, the newest. While the car moves its text is not shown, only whose it is."""

    changed = Signal()

    def __init__(
        self, client: ProjectionClient, rules: RestrictionsViewModel, *, lasting: bool, parent: QObject | None = None
    ) -> None:
        """``lasting``: it stays until it is dismissed; a test or a picture has time."""
        super().__init__(parent)
        self._projection = client
        self._rules = rules
        self._seen: dict[str, Mapping[str, Any]] = {}
        self._key = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._hide)
        self._lasting = lasting
        client.notifications_changed.connect(self._update)
        rules.changed.connect(self.changed.emit)
        self._seen = dict(client.notifications)

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        return bool(self._note())

    @Property(str, notify=changed)
    def app(self) -> str:
        return str(self._note().get("app", ""))

    @Property(str, notify=changed)
    def title(self) -> str:
        return str(self._note().get("title", "")) or self.app

    @Property(str, notify=changed)
    def text(self) -> str:
        """Empty while the car moves."""
        return str(self._note().get("text", "")) if self._rules.messageText else ""

    @Property(str, notify=changed)
    def icon(self) -> str:
        """A file URL, or empty."""
        return str(self._note().get("icon", ""))

    @Property(list, notify=changed)
    def actions(self) -> list[str]:
        """Words for buttons, as the phone gives them."""
        actions = self._note().get("actions", ())
        return [str(action) for action in actions][:_MOST_ACTIONS]

    @Slot(str)
    def act(self, action: str) -> None:
        """One of `actions`."""
        self._tell(action)
        self._hide()

    @Slot()
    def dismiss(self) -> None:
        """Seen: the phone takes it away as well."""
        self._tell("dismiss")
        self._hide()

    def _note(self) -> Mapping[str, Any]:
        return self._projection.notifications.get(self._key, {})

    def _tell(self, action: str) -> None:
        note = self._note()
        if note:
            session, known = str(note.get("session", "")), str(note.get("id", ""))
            # A phone that takes no answer has its notification all the same.
            quiet = (lambda _error: None) if action == "dismiss" else None
            self._projection.request("NotificationAction", session, known, action, "", failed=quiet)

    def _hide(self) -> None:
        self._timer.stop()
        if self._key:
            self._key = ""
            self.changed.emit()

    def _update(self) -> None:
        notes = self._projection.notifications
        news = [key for key, note in notes.items() if self._seen.get(key) != note]
        self._seen = dict(notes)
        if news:
            self._key = news[-1]
            if not self._lasting:
                self._timer.start()
        elif self._key and self._key not in notes:
            self._key = ""
            self._timer.stop()
        else:
            return
        self.changed.emit()
