"""The light inside that is there for its own sake: one colour and brightness for both sides, or each its own."""

from __future__ import annotations

import math
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.qt import Property, QmlUncreatable
from ui.viewmodels.actuator import Actuator
from ui.viewmodels.actuators import ActuatorsViewModel
from ui.viewmodels.lists import RowModel

__all__ = ["PALETTE", "AmbientViewModel", "ColourModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

PALETTE = ("#FFB46B", "#FF7A45", "#FF4D6D", "#C65BFF", "#6C7BFF", "#2FA8FF", "#2BD9C5", "#6BE38A", "#FFFFFF")
"""What the car is asked for, from warm to white; no red: in a cabin it says danger."""
_SIDES = ("driver", "passenger")


def _names() -> tuple[str, ...]:
    say = QCoreApplication.translate
    return (
        say("Ambient", "Amber"),
        say("Ambient", "Sunset"),
        say("Ambient", "Coral"),
        say("Ambient", "Violet"),
        say("Ambient", "Indigo"),
        say("Ambient", "Sky"),
        say("Ambient", "Lagoon"),
        say("Ambient", "Meadow"),
        say("Ambient", "White"),
    )


@QmlElement
@QmlUncreatable("a property of AmbientViewModel")
class ColourModel(RowModel):
    """Colours to choose from, with a name each."""

    ROLES: ClassVar[tuple[str, ...]] = ("colour", "name")


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class AmbientViewModel(QObject):
    """``zone`` is whose light is set: both, driver or passenger; what is shown of both is the driver's."""

    changed = Signal()

    def __init__(self, actuators: ActuatorsViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone = "both"
        self._on = {side: actuators.at(f"lights.ambient.on.{side}") for side in _SIDES}
        self._brightness = {side: actuators.at(f"lights.ambient.brightness.{side}") for side in _SIDES}
        self._colour = {side: actuators.at(f"lights.ambient.colour.{side}") for side in _SIDES}
        self._palette = ColourModel(self)
        for part in (self._on, self._brightness, self._colour):
            for actuator in part.values():
                actuator.changed.connect(self.changed)
                actuator.described.connect(self.changed)
        self.retranslate()

    @Property(bool, notify=changed)
    def served(self) -> bool:
        """This car has it on one side at least."""
        return any(actuator.served for actuator in self._on.values())

    @Property(bool, notify=changed)
    def zones(self) -> bool:
        """Each side can have its own."""
        return all(actuator.served for actuator in self._on.values())

    @Property(bool, notify=changed)
    def usable(self) -> bool:
        return any(actuator.usable for actuator in self._on.values())

    @Property(str, notify=changed)
    def zone(self) -> str:
        return self._zone

    @Property(bool, notify=changed)
    def on(self) -> bool:
        return any(self._on[side].on for side in self._sides())

    @Property(bool, notify=changed)
    def pending(self) -> bool:
        parts = (self._on, self._brightness, self._colour)
        return any(part[side].pending for part in parts for side in self._sides())

    @Property(float, notify=changed)
    def brightness(self) -> float:
        """Percent asked for while pending; 0 when unknown."""
        value = self._brightness[self._sides()[0]].askedReal
        return 0.0 if math.isnan(value) else value

    @Property(str, notify=changed)
    def colour(self) -> str:
        """#RRGGBB asked for while pending, in capitals; empty when unknown."""
        return str(self._colour[self._sides()[0]].askedText).upper()

    @Property(ColourModel, constant=True)
    def palette(self) -> ColourModel:
        return self._palette

    @Slot(str)
    def chooseZone(self, zone: str) -> None:
        """Whose light is shown and set; nothing is asked of the car."""
        if zone in ("both", *_SIDES) and zone != self._zone:
            self._zone = zone
            self.changed.emit()

    @Slot(bool)
    def requestOn(self, on: bool) -> None:
        for actuator in self._chosen(self._on):
            actuator.requestOn(on)

    @Slot(float)
    def requestBrightness(self, percent: float) -> None:
        for actuator in self._chosen(self._brightness):
            actuator.requestReal(percent)

    @Slot(str)
    def requestColour(self, colour: str) -> None:
        for actuator in self._chosen(self._colour):
            actuator.requestText(colour)

    def retranslate(self) -> None:
        """Colours have names."""
        rows = [{"colour": colour, "name": name} for colour, name in zip(PALETTE, _names(), strict=True)]
        self._palette.update_rows(rows)

    def _sides(self) -> tuple[str, ...]:
        return _SIDES if self._zone == "both" else (self._zone,)

    def _chosen(self, part: dict[str, Actuator]) -> list[Actuator]:
        return [part[side] for side in self._sides() if part[side].writable]
