"""The phones a car knows, as Settings shows them: adding one, letting it in, what it may set, and what was agreed with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from backends.interfaces import ServiceError
from ui.clients.projection import ProjectionClient
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.base import sentence, words
from ui.viewmodels.lists import Row, RowModel

__all__ = ["FactModel", "KindModel", "OptionModel", "PhoneModel", "PhonesViewModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_STATES: dict[str, object] = {
    "offline": QT_TRANSLATE_NOOP("Phones", "Not connected"),
    "connecting": QT_TRANSLATE_NOOP("Phones", "Connecting…"),
    "unauthorized": QT_TRANSLATE_NOOP("Phones", "Allow this car on the phone's screen."),
    "ready": QT_TRANSLATE_NOOP("Phones", "Connected"),
    "lost": QT_TRANSLATE_NOOP("Phones", "Phone lost. Looking for it."),
}
_PROMPTS: dict[str, object] = {
    "password": QT_TRANSLATE_NOOP("Phones", "Password"),
    "pairing_code": QT_TRANSLATE_NOOP("Phones", "Pairing code"),
}
_OPTIONS: dict[str, object] = {
    "wifi_band": QT_TRANSLATE_NOOP("Phones", "Wi-Fi band in GHz"),
    "microphone": QT_TRANSLATE_NOOP("Phones", "Microphone"),
    "audio": QT_TRANSLATE_NOOP("Phones", "Sound"),
    "drive": QT_TRANSLATE_NOOP("Phones", "Driver's side"),
    "name": QT_TRANSLATE_NOOP("Phones", "Name phones see"),
    "media_delay": QT_TRANSLATE_NOOP("Phones", "Delay of music in ms"),
    "fps": QT_TRANSLATE_NOOP("Phones", "Pictures a second"),
}
_CHOICES: dict[str, object] = {
    "car": QT_TRANSLATE_NOOP("Phones", "Car"),
    "dongle": QT_TRANSLATE_NOOP("Phones", "Dongle"),
    "box": QT_TRANSLATE_NOOP("Phones", "Dongle"),
    "phone": QT_TRANSLATE_NOOP("Phones", "Phone"),
    "left": QT_TRANSLATE_NOOP("Phones", "Left"),
    "right": QT_TRANSLATE_NOOP("Phones", "Right"),
}
_TO_BE_SET = ("settings", "choices")


@QmlElement
@QmlUncreatable("a property of PhonesViewModel")
class PhoneModel(RowModel):
    """Known phones."""

    ROLES: ClassVar[tuple[str, ...]] = ("deviceId", "name", "detail", "ready", "preferred")


@QmlElement
@QmlUncreatable("a property of PhonesViewModel")
class KindModel(RowModel):
    """Ways to bring a phone onto the screen that take an address; ``problem`` says why one cannot be had."""

    ROLES: ClassVar[tuple[str, ...]] = ("kind", "name", "hint", "available", "problem")


@QmlElement
@QmlUncreatable("a property of PhonesViewModel")
class OptionModel(RowModel):
    """What can be set of a phone; ``keys`` and ``names`` are its choices, empty for free text."""

    ROLES: ClassVar[tuple[str, ...]] = ("what", "title", "value", "keys", "names")


@QmlElement
@QmlUncreatable("a property of PhonesViewModel")
class FactModel(RowModel):
    """What was agreed with a phone; ``group`` stands in the first row of each group alone."""

    ROLES: ClassVar[tuple[str, ...]] = ("place", "group", "name", "value")


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class PhonesViewModel(QObject):
    """``view`` is list, phone or add."""

    changed = Signal()

    def __init__(self, client: ProjectionClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._projection = client
        self._view = "list"
        self._shown = ""
        self._met = ""
        self._kind = ""
        self._problem = ""
        self._pending = False
        self._phones = PhoneModel(self)
        self._kinds = KindModel(self)
        self._options = OptionModel(self)
        self._facts = FactModel(self)
        client.devices_changed.connect(self._update)
        client.kinds_changed.connect(self._update)
        client.state_changed.connect(self._update)
        self._update()

    @Property(str, notify=changed)
    def view(self) -> str:
        return self._view

    @Property(PhoneModel, constant=True)
    def phones(self) -> PhoneModel:
        return self._phones

    @Property(KindModel, constant=True)
    def kinds(self) -> KindModel:
        return self._kinds

    @Property(OptionModel, constant=True)
    def options(self) -> OptionModel:
        """Of the shown phone."""
        return self._options

    @Property(FactModel, constant=True)
    def facts(self) -> FactModel:
        """Of the shown phone."""
        return self._facts

    @Property(str, notify=changed)
    def kind(self) -> str:
        """Of the phone that is to be added."""
        return self._kind

    @Property(str, notify=changed)
    def hint(self) -> str:
        """What to type as an address."""
        return words(str(self._kind_facts().get("hint", "")))

    @Property(bool, notify=changed)
    def pending(self) -> bool:
        """Something was asked and is not answered yet."""
        return self._pending

    @Property(str, notify=changed)
    def problem(self) -> str:
        """Why the last wish was not met."""
        return self._problem

    @Property(str, notify=changed)
    def name(self) -> str:
        """Of the shown phone."""
        return str(self._device().get("name", ""))

    @Property(str, notify=changed)
    def kindName(self) -> str:
        """Of the shown phone."""
        return self._kind_name(str(self._device().get("kind", "")))

    @Property(str, notify=changed)
    def stateText(self) -> str:
        """Of the shown phone."""
        return _state_text(self._device())

    @Property(bool, notify=changed)
    def connected(self) -> bool:
        """Something of the shown phone runs: it can be let go."""
        return bool(self._device().get("connected", False))

    @Property(bool, notify=changed)
    def whole(self) -> bool:
        """The shown phone is connected as a whole, not app by app."""
        return "several" not in self._device().get("capabilities", ())

    @Property(bool, notify=changed)
    def preferred(self) -> bool:
        return bool(self._device().get("preferred", False))

    @Property(str, notify=changed)
    def prompt(self) -> str:
        """What the shown phone waits for and can be typed here; empty when nothing."""
        text = str(_PROMPTS.get(self._needs(), ""))
        return QCoreApplication.translate("Phones", text) if text else ""

    @Property(bool, notify=changed)
    def trustAsked(self) -> bool:
        """The shown phone shows who it is for the first time, or is another one than it was."""
        return self._needs() == "certificate"

    @Slot(str)
    def show(self, device: str) -> None:
        """The page of one phone."""
        self._view, self._shown, self._problem = "phone", device, ""
        self._options.update_rows([])
        self._facts.update_rows([])
        self._update()
        self.ask()

    @Slot()
    def back(self) -> None:
        self._view, self._shown, self._problem = "list", "", ""
        self.changed.emit()

    @Slot()
    def startAdding(self) -> None:
        self._view, self._problem = "add", ""
        self._kind = next((str(kind["id"]) for kind in self._addable() if kind.get("available")), "")
        self.changed.emit()

    @Slot(str)
    def chooseKind(self, kind: str) -> None:
        self._kind, self._problem = kind, ""
        self.changed.emit()

    @Slot(str)
    def add(self, address: str) -> None:
        """A phone of the chosen kind at this address."""

        def added(device: str) -> None:
            self._answered()
            self.show(device)
            # Whoever typed an address wants the phone now. One that is opened app by app needs nothing.
            self._projection.request("Connect", device, failed=lambda _error: None)

        self._ask("AddPhone", self._kind, address.strip(), {}, done=added)

    @Slot(str)
    def connectPhone(self, device: str) -> None:
        self._ask("Connect", device)

    @Slot()
    def connectShown(self) -> None:
        self._ask("Connect", self._shown)

    @Slot()
    def disconnectShown(self) -> None:
        self._ask("Disconnect", self._shown)

    @Slot(bool)
    def prefer(self, preferred: bool) -> None:
        """The shown phone comes first, or none does."""
        self._ask("SetPreferred", self._shown if preferred else "")

    @Slot()
    def forget(self) -> None:
        """The shown phone."""

        def done(_none: object) -> None:
            self._answered()
            self.back()

        self._ask("RemoveDevice", self._shown, done=done)

    @Slot(str)
    def provide(self, value: str) -> None:
        """What the shown phone waits for."""
        self._ask("Provide", self._shown, self._needs(), value)

    @Slot(str, str)
    def setOption(self, what: str, value: str) -> None:
        def done(_none: object) -> None:
            self._answered()
            self.ask()

        self._ask("Provide", self._shown, what, value, done=done)

    @Slot()
    def ask(self) -> None:
        """Read anew what was agreed with the shown phone."""
        device = self._shown
        if not device:
            return

        def told(rows: Sequence[tuple[str, str, str]]) -> None:
            if device == self._shown:
                self._options.update_rows(_options(rows))
                self._facts.update_rows(_facts(rows))

        self._projection.request("Report", device, done=told, failed=lambda _error: None)

    def retranslate(self) -> None:
        """The language changed."""
        self._update()
        self.ask()

    def _device(self) -> Mapping[str, Any]:
        return self._projection.devices.get(self._shown, {})

    def _needs(self) -> str:
        return str(self._device().get("needs", ""))

    def _addable(self) -> list[Mapping[str, Any]]:
        return [kind for kind in self._projection.kinds if kind.get("by_address")]

    def _kind_facts(self) -> Mapping[str, Any]:
        return next((kind for kind in self._projection.kinds if kind["id"] == self._kind), {})

    def _kind_name(self, kind: str) -> str:
        return next((words(str(facts.get("name", ""))) for facts in self._projection.kinds if facts["id"] == kind), "")

    def _ask(self, member: str, *args: Any, done: Any = None) -> None:
        self._pending, self._problem = True, ""
        self.changed.emit()

        def failed(error: ServiceError) -> None:
            self._problem = sentence(error)
            self._answered()

        self._projection.request(
            member, *args, done=done or (lambda _none: self._answered()), failed=failed, timeout_s=20.0
        )

    def _answered(self) -> None:
        self._pending = False
        self.changed.emit()

    def _update(self) -> None:
        devices = self._projection.devices
        # A phone that was just added may be told of a moment later; one that was there and is not any more was forgotten.
        if self._shown in devices:
            self._met = self._shown
        elif self._shown and self._shown == self._met and self._projection.ready and not self._pending:
            self._view, self._shown = "list", ""
        self._phones.update_rows([self._row(device, facts) for device, facts in devices.items()])
        self._kinds.update_rows(
            [
                {
                    "kind": str(kind["id"]),
                    "name": words(str(kind.get("name", ""))),
                    "hint": words(str(kind.get("hint", ""))),
                    "available": bool(kind.get("available")),
                    "problem": words(str(kind.get("problem", ""))),
                }
                for kind in self._addable()
            ]
        )
        self.changed.emit()
        if self._view == "phone":
            self.ask()

    def _row(self, device: str, facts: Mapping[str, Any]) -> Row:
        kind = self._kind_name(str(facts.get("kind", "")))
        return {
            "deviceId": device,
            "name": str(facts.get("name", "")) or kind or device,
            "detail": _state_text({"state": facts.get("state", "")}),
            "ready": facts.get("state") == "ready",
            "preferred": bool(facts.get("preferred", False)),
        }


def _state_text(device: Mapping[str, Any]) -> str:
    """How a phone stands, or what keeps it away."""
    if problem := str(device.get("problem", "")):
        return words(problem)
    text = str(_STATES.get(str(device.get("state", "")), ""))
    return QCoreApplication.translate("Phones", text) if text else ""


def _options(rows: Sequence[tuple[str, str, str]]) -> list[Row]:
    choices = {name: value for group, name, value in rows if group == "choices"}
    found: list[Row] = []
    for group, what, value in rows:
        if group != "settings":
            continue
        given = choices.get(what, "")
        keys = [key.strip() for key in given.split(",")] if "," in given else []
        names = [_said(_CHOICES, key) for key in keys]
        found.append({"what": what, "title": _said(_OPTIONS, what), "value": value, "keys": keys, "names": names})
    return found


def _facts(rows: Sequence[tuple[str, str, str]]) -> list[Row]:
    found: list[Row] = []
    before = ""
    for place, (group, name, value) in enumerate(row for row in rows if row[0] not in _TO_BE_SET):
        found.append({"place": place, "group": group if group != before else "", "name": name, "value": value})
        before = group
    return found


def _said(table: Mapping[str, object], key: str) -> str:
    """The word for a key; one that is not known stands for itself."""
    text = str(table.get(key, ""))
    return QCoreApplication.translate("Phones", text) if text else key
