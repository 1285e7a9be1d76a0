"""What the driver may do now. The vehicle service decides; without its word the strictest set holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.clients.vehicle import VehicleClient
from ui.preferences import Preferences
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.units import base_language

__all__ = ["RULES", "STRICTEST", "RestrictionsViewModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

STRICTEST: Mapping[str, Any] = {
    "state": "moving",
    "known": False,
    "video": False,
    "keyboard": False,
    "dialpad": False,
    "setup": False,
    "message_text": False,
    "filter": False,
    "scrolling_text": False,
    "max_list_items": 21,
    "max_depth": 3,
    "max_string": 80,
    "max_string_cjk": 31,
    "max_tabs": 4,
}

RULES: Mapping[str, tuple[str, ...]] = {
    "none": ("parked", "idling", "moving"),
    "standing": ("parked", "idling"),
    "setup": ("parked",),
}
"""In which states of the car what has the rule may be used; setup also needs the service's word."""


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class RestrictionsViewModel(QObject):
    """True is allowed; a limit of 0 is none."""

    changed = Signal()

    def __init__(self, client: VehicleClient, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._preferences = preferences
        self._rules: Mapping[str, Any] = STRICTEST
        client.restrictions_changed.connect(self._update)
        client.state_changed.connect(self._update)
        self._update()

    @Property(str, notify=changed)
    def state(self) -> str:
        """parked, idling or moving."""
        return str(self._rules["state"])

    @Property(bool, notify=changed)
    def known(self) -> bool:
        """False while speed or gear is unknown."""
        return bool(self._rules["known"])

    @Property(bool, notify=changed)
    def video(self) -> bool:
        return bool(self._rules["video"])

    @Property(bool, notify=changed)
    def keyboard(self) -> bool:
        return bool(self._rules["keyboard"])

    @Property(bool, notify=changed)
    def dialpad(self) -> bool:
        return bool(self._rules["dialpad"])

    @Property(bool, notify=changed)
    def setup(self) -> bool:
        return bool(self._rules["setup"])

    @Property(bool, notify=changed)
    def messageText(self) -> bool:
        return bool(self._rules["message_text"])

    @Property(bool, notify=changed)
    def filter(self) -> bool:
        return bool(self._rules["filter"])

    @Property(bool, notify=changed)
    def scrollingText(self) -> bool:
        return bool(self._rules["scrolling_text"])

    @Property(int, notify=changed)
    def maxListItems(self) -> int:
        return int(self._rules["max_list_items"])

    @Property(int, notify=changed)
    def maxDepth(self) -> int:
        return int(self._rules["max_depth"])

    @Property(int, notify=changed)
    def maxString(self) -> int:
        """Characters of a text; fewer in a script whose characters say more."""
        cjk = base_language(self._preferences.language) == "zh"
        return int(self._rules["max_string_cjk" if cjk else "max_string"])

    @Property(int, notify=changed)
    def maxTabs(self) -> int:
        return int(self._rules["max_tabs"])

    @Slot(str, result=bool)
    def allows(self, rule: str) -> bool:
        """Whether what has the rule may be used now; a rule nobody knows is the strictest."""
        if self.state not in RULES.get(rule, RULES["setup"]):
            return False
        return rule in ("none", "standing") or self.setup

    @Slot(str, result=str)
    def reason(self, rule: str) -> str:
        """Why what has the rule waits, and for what, in a sentence; empty when it does not."""
        if self.allows(rule):
            return ""
        if rule == "standing":
            return QCoreApplication.translate("Restrictions", "Available when the car stands still.")
        return QCoreApplication.translate("Restrictions", "Available when parked.")

    def retranslate(self) -> None:
        """The length of a text that may be read depends on the language."""
        self.changed.emit()

    def _update(self) -> None:
        told = self._client.restrictions if self._client.ready else {}
        # A key that an older service does not tell is as strict as can be.
        rules = {**STRICTEST, **told} if told else STRICTEST
        if rules != self._rules:
            self._rules = rules
            self.changed.emit()
