"""The car as its drawing shows it: what is open, lit, locked and plugged in."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from ui.clients.vehicle import VehicleClient
from ui.preferences import Preferences
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.vehicle_facts import Body

__all__ = ["CarViewModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("a property of VehicleViewModel")
class CarViewModel(QObject):
    """Sides are those of the car as seen from its seats, whichever side the driver sits on."""

    changed = Signal()

    def __init__(self, client: VehicleClient, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vehicle = client
        self._preferences = preferences
        self._body = Body()

    @Property(bool, notify=changed)
    def doorFrontLeft(self) -> bool:
        """Open."""
        return self._body.front_left

    @Property(bool, notify=changed)
    def doorFrontRight(self) -> bool:
        """Open."""
        return self._body.front_right

    @Property(bool, notify=changed)
    def doorRearLeft(self) -> bool:
        """Open."""
        return self._body.rear_left

    @Property(bool, notify=changed)
    def doorRearRight(self) -> bool:
        """Open."""
        return self._body.rear_right

    @Property(bool, notify=changed)
    def hood(self) -> bool:
        """Open."""
        return self._body.hood

    @Property(bool, notify=changed)
    def trunk(self) -> bool:
        """Open."""
        return self._body.trunk

    @Property(bool, notify=changed)
    def locked(self) -> bool:
        """Every door that reports its lock is locked."""
        return self._body.locked

    @Property(bool, notify=changed)
    def lowBeam(self) -> bool:
        return self._body.low_beam

    @Property(bool, notify=changed)
    def highBeam(self) -> bool:
        return self._body.high_beam

    @Property(bool, notify=changed)
    def brakeLight(self) -> bool:
        return self._body.brake_light

    @Property(bool, notify=changed)
    def leftIndicator(self) -> bool:
        return self._body.left_indicator

    @Property(bool, notify=changed)
    def rightIndicator(self) -> bool:
        return self._body.right_indicator

    @Property(bool, notify=changed)
    def windowFrontLeft(self) -> bool:
        """Not shut."""
        return self._body.window_front_left

    @Property(bool, notify=changed)
    def windowFrontRight(self) -> bool:
        """Not shut."""
        return self._body.window_front_right

    @Property(bool, notify=changed)
    def windowRearLeft(self) -> bool:
        """Not shut."""
        return self._body.window_rear_left

    @Property(bool, notify=changed)
    def windowRearRight(self) -> bool:
        """Not shut."""
        return self._body.window_rear_right

    @Property(bool, notify=changed)
    def frunk(self) -> bool:
        """Open."""
        return self._body.frunk

    @Property(bool, notify=changed)
    def flap(self) -> bool:
        """The charge port is open."""
        return self._body.flap

    @Property(bool, notify=changed)
    def cable(self) -> bool:
        """Plugged in."""
        return self._body.cable

    @Property(bool, notify=changed)
    def charging(self) -> bool:
        """Energy comes in."""
        return self._body.charging

    @property
    def facts(self) -> Body:
        """For Python."""
        return self._body

    def update(self) -> None:
        """Look again."""
        body = Body.of(self._vehicle, self._preferences.text("display.drive_side"))
        if body != self._body:
            self._body = body
            self.changed.emit()
