"""The car itself: motion, energy, tyres; its body is drawn from `ui.viewmodels.car`."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtQml import QmlElement

from ui.clients.vehicle import VehicleClient
from ui.preferences import Preferences
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.base import ServiceViewModel
from ui.viewmodels.car import CarViewModel
from ui.viewmodels.lists import RowModel
from ui.viewmodels.paths import BODY_PATHS, ENERGY_PATHS, ENVIRONMENT_PATHS, MOTION_PATHS
from ui.viewmodels.vehicle_facts import Energy, Environment, Motion, tyre_rows

__all__ = ["TyreModel", "VehicleViewModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("a property of VehicleViewModel")
class TyreModel(RowModel):
    """Front left, front right, rear left, rear right."""

    ROLES: ClassVar[tuple[str, ...]] = ("position", "pressureText", "unit", "low", "known")


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class VehicleViewModel(ServiceViewModel):
    """Sides are those of the car as seen from its seats, whichever side the driver sits on."""

    motionChanged = Signal()
    energyChanged = Signal()
    environmentChanged = Signal()

    def __init__(self, client: VehicleClient, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(client, parent)
        self._vehicle = client
        self._preferences = preferences
        self._body = CarViewModel(client, preferences, self)
        self._motion = Motion()
        self._energy = Energy()
        self._environment = Environment()
        self._tyres = TyreModel(self)
        client.follow(MOTION_PATHS, lambda _paths: self._update_motion())
        client.follow(ENERGY_PATHS, lambda _paths: self._update_energy())
        client.follow(BODY_PATHS, lambda _paths: self._update_body())
        client.follow(ENVIRONMENT_PATHS, lambda _paths: self._update_environment())
        client.described.connect(self._update_energy)
        client.bus_changed.connect(self.refresh_available)
        self._update_all()

    @Property(str, notify=ServiceViewModel.availableChanged)
    def busState(self) -> str:
        """down, up, silent or bus_off."""
        return self._vehicle.bus_state

    @Property(float, notify=motionChanged)
    def speedKph(self) -> float:
        """Speed over ground, km/h, never negative; NaN when unknown or stale."""
        return self._motion.speed_kph

    @Property(str, notify=motionChanged)
    def speedText(self) -> str:
        return self._motion.speed_text

    @Property(str, notify=motionChanged)
    def speedUnit(self) -> str:
        return self._motion.speed_unit

    @Property(str, notify=motionChanged)
    def gear(self) -> str:
        """P, R, N, D or a dash."""
        return self._motion.gear

    @Property(bool, notify=motionChanged)
    def moving(self) -> bool:
        return self._motion.moving

    @Property(bool, notify=motionChanged)
    def reverse(self) -> bool:
        return self._motion.reverse

    @Property(bool, notify=motionChanged)
    def parkingBrake(self) -> bool:
        return self._motion.parking_brake

    @Property(str, notify=energyChanged)
    def rangeText(self) -> str:
        return self._energy.range_text

    @Property(str, notify=energyChanged)
    def rangeUnit(self) -> str:
        return self._energy.range_unit

    @Property(bool, notify=energyChanged)
    def electric(self) -> bool:
        """Runs on a traction battery; else on fuel."""
        return self._energy.electric

    @Property(float, notify=energyChanged)
    def energyPercent(self) -> float:
        """Charge or fuel, 0..100; NaN when unknown."""
        return self._energy.percent

    @Property(str, notify=energyChanged)
    def energyText(self) -> str:
        return self._energy.energy_text

    @Property(str, notify=energyChanged)
    def consumptionText(self) -> str:
        """With its unit; empty when the car does not say."""
        return self._energy.consumption_text

    @Property(CarViewModel, constant=True)
    def body(self) -> CarViewModel:
        return self._body

    @Property(TyreModel, constant=True)
    def tyres(self) -> TyreModel:
        return self._tyres

    @Property(str, notify=environmentChanged)
    def odometerText(self) -> str:
        return self._environment.odometer_text

    @Property(float, notify=environmentChanged)
    def outsideC(self) -> float:
        """Degrees Celsius; NaN when unknown."""
        return self._environment.outside_c

    @Property(float, notify=environmentChanged)
    def insideC(self) -> float:
        """Degrees Celsius; NaN when unknown."""
        return self._environment.inside_c

    def retranslate(self) -> None:
        super().retranslate()
        self._update_all()

    def _is_available(self) -> bool:
        return self._vehicle.ready and self._vehicle.bus_state == "up"

    def _problem(self) -> str:
        if not self._vehicle.ready:
            return super()._problem()
        match self._vehicle.bus_state:
            case "up":
                return ""
            case "silent":
                return QCoreApplication.translate("Services", "The vehicle is silent. Waiting for it.")
            case "bus_off":
                return QCoreApplication.translate("Services", "The vehicle's network is disturbed. Trying again.")
            case _:
                return QCoreApplication.translate("Services", "Not connected to the vehicle.")

    def _update_all(self) -> None:
        self._update_motion()
        self._update_energy()
        self._update_body()
        self._update_environment()

    def _update_motion(self) -> None:
        motion = Motion.of(self._vehicle, self._preferences.units)
        if repr(motion) != repr(self._motion):  # NaN differs from itself, its text does not
            self._motion = motion
            self.motionChanged.emit()

    def _update_energy(self) -> None:
        energy = Energy.of(self._vehicle, self._preferences.units, self._vehicle.served)
        if repr(energy) != repr(self._energy):
            self._energy = energy
            self.energyChanged.emit()

    def _update_body(self) -> None:
        self._tyres.update_rows(tyre_rows(self._vehicle, self._preferences.units))
        self._body.update()

    def _update_environment(self) -> None:
        environment = Environment.of(self._vehicle, self._preferences.units)
        if repr(environment) != repr(self._environment):
            self._environment = environment
            self.environmentChanged.emit()
