"""The hard keys of the car: what each does, and teaching them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.clients.vehicle import VehicleClient
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.base import ServiceViewModel
from ui.viewmodels.lists import Row, RowModel

__all__ = ["KeyModel", "KeysViewModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_VOLUME_SHOWN_MS = 2000
_TITLES = {
    "volume_up": QT_TRANSLATE_NOOP("Keys", "Louder"),
    "volume_down": QT_TRANSLATE_NOOP("Keys", "Quieter"),
    "mute": QT_TRANSLATE_NOOP("Keys", "Mute"),
    "play_pause": QT_TRANSLATE_NOOP("Keys", "Play or pause"),
    "next": QT_TRANSLATE_NOOP("Keys", "Next title"),
    "previous": QT_TRANSLATE_NOOP("Keys", "Previous title"),
    "home": QT_TRANSLATE_NOOP("Keys", "Home"),
    "back": QT_TRANSLATE_NOOP("Keys", "Back"),
    "turn": QT_TRANSLATE_NOOP("Keys", "Knob, turned"),
    "select": QT_TRANSLATE_NOOP("Keys", "Knob, pressed"),
    "up": QT_TRANSLATE_NOOP("Keys", "Up"),
    "down": QT_TRANSLATE_NOOP("Keys", "Down"),
    "left": QT_TRANSLATE_NOOP("Keys", "Left"),
    "right": QT_TRANSLATE_NOOP("Keys", "Right"),
    "projection": QT_TRANSLATE_NOOP("Keys", "Phone"),
    "media": QT_TRANSLATE_NOOP("Keys", "Media"),
    "vehicle": QT_TRANSLATE_NOOP("Keys", "Vehicle"),
    "camera": QT_TRANSLATE_NOOP("Keys", "Camera"),
    "call": QT_TRANSLATE_NOOP("Keys", "Take a call"),
    "hangup": QT_TRANSLATE_NOOP("Keys", "End a call"),
    "voice": QT_TRANSLATE_NOOP("Keys", "The phone's assistant"),
}
_ICONS = {
    "volume_up": "volume-2",
    "volume_down": "volume-1",
    "mute": "volume-x",
    "play_pause": "play",
    "next": "skip-forward",
    "previous": "skip-back",
    "home": "house",
    "back": "chevron-left",
    "turn": "rotate-cw",
    "select": "circle-dot",
    "up": "chevron-up",
    "down": "chevron-down",
    "left": "chevron-left",
    "right": "chevron-right",
    "projection": "smartphone",
    "media": "music-2",
    "vehicle": "car",
    "camera": "camera",
    "call": "phone",
    "hangup": "phone-off",
    "voice": "message-circle",
}
_LESSONS = {
    "listen": QT_TRANSLATE_NOOP("Keys", "One moment. Do not press any key yet."),
    "press": QT_TRANSLATE_NOOP("Keys", "Press the key now."),
    "again": QT_TRANSLATE_NOOP("Keys", "Press the same key once more."),
    "done": QT_TRANSLATE_NOOP("Keys", "The key is learnt."),
    "failed": QT_TRANSLATE_NOOP("Keys", "No key was noticed. Try again, or choose another key."),
}
_TURN_NOW = QT_TRANSLATE_NOOP("Keys", "Turn the knob to the right, five clicks.")


@QmlElement
@QmlUncreatable("a property of KeysViewModel")
class KeyModel(RowModel):
    """Every action that a key may have. source: can, evdev or nothing."""

    ROLES: ClassVar[tuple[str, ...]] = ("action", "title", "iconName", "detail", "taught", "known")


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class KeysViewModel(ServiceViewModel):
    """Rows of keys, and the lesson that runs."""

    lessonChanged = Signal()
    volumeChanged = Signal()

    def __init__(self, client: VehicleClient, parent: QObject | None = None) -> None:
        super().__init__(client, parent)
        self._vehicle = client
        self._table: Sequence[Mapping[str, Any]] = ()
        self._keys = KeyModel(self)
        self._action = ""
        self._step = ""
        self._volume = 0.0
        self._banner = QTimer(self)
        self._banner.setSingleShot(True)
        self._banner.setInterval(_VOLUME_SHOWN_MS)
        self._banner.timeout.connect(self.volumeChanged)
        client.state_changed.connect(self._ask)
        client.key_taught.connect(self._on_step)
        self._ask()

    @Property(KeyModel, constant=True)
    def keys(self) -> KeyModel:
        return self._keys

    @Property(bool, notify=lessonChanged)
    def teaching(self) -> bool:
        """A lesson runs, or its result waits to be read."""
        return bool(self._action)

    @Property(bool, notify=lessonChanged)
    def waiting(self) -> bool:
        """The car is being listened to."""
        return self._step in ("listen", "press", "again")

    @Property(str, notify=lessonChanged)
    def lessonTitle(self) -> str:
        return self._title(self._action) if self._action else ""

    @Property(str, notify=lessonChanged)
    def lessonText(self) -> str:
        """What to do now."""
        text = _TURN_NOW if self._action == "turn" and self._step == "press" else _LESSONS.get(self._step, "")
        return QCoreApplication.translate("Keys", str(text)) if text else ""

    @Property(bool, notify=lessonChanged)
    def failed(self) -> bool:
        return self._step == "failed"

    @Property(bool, notify=lessonChanged)
    def done(self) -> bool:
        return self._step == "done"

    @Property(bool, notify=volumeChanged)
    def volumeShown(self) -> bool:
        """A key has just changed the volume."""
        return self._banner.isActive()

    @Property(float, notify=volumeChanged)
    def volume(self) -> float:
        """What it was changed to, 0..1."""
        return self._volume

    def show_volume(self, volume: float) -> None:
        """A key changed the volume: show it for a moment."""
        self._volume = volume
        self._banner.start()
        self.volumeChanged.emit()

    @Slot(str)
    def teach(self, action: str) -> None:
        """Begin a lesson; an empty action ends it."""
        if not action and self._step not in ("listen", "press", "again"):
            self._become("", "")
            return
        self._vehicle.request("TeachKey", action)

    @Slot(str)
    def forget(self, action: str) -> None:
        """Forget what was taught for an action."""
        self._vehicle.request("ForgetKey", action, done=lambda _result: self._ask())

    def retranslate(self) -> None:
        super().retranslate()
        self._show()
        self.lessonChanged.emit()

    def _ask(self) -> None:
        if self._vehicle.ready:
            self._vehicle.request("Keys", done=self._take)
        elif self._action:
            self._become("", "")

    def _take(self, table: Sequence[Mapping[str, Any]]) -> None:
        self._table = table
        self._show()

    def _show(self) -> None:
        rows: list[Row] = [
            {
                "action": str(row["action"]),
                "title": self._title(str(row["action"])),
                "iconName": _ICONS.get(str(row["action"]), "circle-dot"),
                "detail": self._source(row),
                "taught": bool(row["taught"]),
                "known": bool(row["source"]),
            }
            for row in self._table
        ]
        self._keys.update_rows(rows)

    @staticmethod
    def _title(action: str) -> str:
        return QCoreApplication.translate("Keys", str(_TITLES.get(action, action)))

    @staticmethod
    def _source(row: Mapping[str, Any]) -> str:
        match (row["source"], bool(row["taught"])):
            case ("", _):
                return QCoreApplication.translate("Keys", "No key")
            case (_, False):
                return QCoreApplication.translate("Keys", "As the car has it")
            case ("can", _):
                return QCoreApplication.translate("Keys", "Learnt, a key of the car")
            case _:
                return QCoreApplication.translate("Keys", "Learnt, %1").replace(
                    "%1", str(row["detail"]).rpartition(" ")[0]
                )

    def _on_step(self, action: str, step: str) -> None:
        if step == "stopped":
            if action == self._action:
                self._become("", "")
            return
        self._become(action, step)
        if step == "done":
            self._ask()

    def _become(self, action: str, step: str) -> None:
        self._action, self._step = action, step
        self.lessonChanged.emit()
