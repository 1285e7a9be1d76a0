"""Cabin climate as the bar that is always there shows it; the rest of it are actuators."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.clients.vehicle import VehicleClient
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.actuators import ActuatorsViewModel
from ui.viewmodels.base import ServiceViewModel

__all__ = ["ClimateViewModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_SHOWN = (
    "climate.temperature.driver",
    "climate.temperature.passenger",
    "climate.cooling",
    "seats.heat.driver",
)


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class ClimateViewModel(ServiceViewModel):
    """A text of a temperature shows the value asked for while it is pending; the number is what the vehicle confirmed."""

    changed = Signal()

    def __init__(self, client: VehicleClient, actuators: ActuatorsViewModel, parent: QObject | None = None) -> None:
        super().__init__(client, parent)
        self._vehicle = client
        self._driver, self._passenger, self._cooling, self._seat = (actuators.at(key) for key in _SHOWN)
        for actuator in (self._driver, self._passenger, self._cooling, self._seat):
            actuator.changed.connect(self.changed)
        client.bus_changed.connect(self.refresh_available)

    @Property(float, notify=changed)
    def driverTempC(self) -> float:
        """Confirmed, degrees Celsius; NaN when unknown."""
        return self._driver.real

    @Property(str, notify=changed)
    def driverTempText(self) -> str:
        return self._driver.shown

    @Property(bool, notify=changed)
    def driverTempPending(self) -> bool:
        return self._driver.pending

    @Property(str, notify=changed)
    def driverTempFailed(self) -> str:
        """Why the last request failed; empty when it did not, and after a while."""
        return self._driver.problem

    @Property(str, notify=changed)
    def passengerTempText(self) -> str:
        return self._passenger.shown

    @Property(bool, notify=changed)
    def ac(self) -> bool:
        return self._cooling.on

    @Property(int, notify=changed)
    def driverSeat(self) -> int:
        """-3 (ventilation) .. 3 (heat); while pending the level asked for."""
        return self._seat.level

    @Slot(float)
    def requestDriverTemp(self, celsius: float) -> None:
        self._driver.requestReal(celsius)

    @Slot(int)
    def stepDriverTemp(self, direction: int) -> None:
        """One step up or down from what is asked for, or else from what is."""
        self._driver.stepBy(direction)

    def _is_available(self) -> bool:
        return self._vehicle.ready and self._vehicle.bus_state == "up"
