"""All that the display can show and set of the car, by name."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from ui.clients.vehicle import Target, VehicleClient
from ui.preferences import Preferences
from ui.qt import QmlUncreatable
from ui.viewmodels.actuator import Actuator
from ui.viewmodels.controls import CONTROLS
from ui.viewmodels.refusals import kindly
from ui.viewmodels.restrictions import RestrictionsViewModel

__all__ = ["ActuatorsViewModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_KEYS = {control.path: key for key, control in CONTROLS.items()}


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class ActuatorsViewModel(QObject):
    """Hands out actuators by name; each is made when it is first asked for."""

    def __init__(
        self,
        client: VehicleClient,
        restrictions: RestrictionsViewModel,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._client = client
        self._restrictions = restrictions
        self._preferences = preferences
        self._made: dict[str, Actuator] = {}
        self._by_path: dict[str, Actuator] = {}
        client.follow((control.path for control in CONTROLS.values()), self._on_changed)
        client.described.connect(self._on_described)
        client.state_changed.connect(self._on_link)
        client.bus_changed.connect(self._on_link)
        client.target_changed.connect(self._on_target)

    @Slot(str, result=QObject)
    def of(self, key: str) -> QObject:
        """By its name in the table of controls; in QML: ``of("climate.power") as Actuator``."""
        return self.at(key)

    def at(self, key: str) -> Actuator:
        """The same for Python."""
        made = self._made.get(key)
        if made is None:
            control = CONTROLS[key]
            made = self._made[key] = self._by_path[control.path] = Actuator(
                key, control, self._client, self._restrictions, self._preferences, self
            )
        return made

    def retranslate(self) -> None:
        """Sentences read differently now."""
        for actuator in self._made.values():
            actuator.changed.emit()

    def _on_changed(self, paths: frozenset[str]) -> None:
        for path in paths & self._by_path.keys():
            self._by_path[path].changed.emit()

    def _on_described(self) -> None:
        for actuator in self._made.values():
            actuator.described.emit()
            actuator.changed.emit()

    def _on_link(self) -> None:
        for actuator in self._made.values():
            if self._client.ready:
                actuator.changed.emit()
            else:
                actuator.on_lost()

    def _on_target(self, path: str, target: Target) -> None:
        if (actuator := self._by_path.get(path)) is not None:
            actuator.on_target(target)
        if target.state == "failed" and path in _KEYS and (text := kindly(target.reason, self._preferences.units)):
            self._client.notice.emit("warning", f"{_KEYS[path]}.failed", text)
