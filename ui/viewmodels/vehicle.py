"""The car itself: motion, energy, body, tyres, warnings."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.clients.vehicle import Target, VehicleClient
from ui.preferences import Preferences
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.base import ServiceViewModel
from ui.viewmodels.lists import Row, RowModel
from ui.viewmodels.paths import BODY_PATHS, ENERGY_PATHS, ENVIRONMENT_PATHS, LOCK_PATHS, MOTION_PATHS
from ui.viewmodels.vehicle_facts import Body, Energy, Environment, Motion, tyre_rows

__all__ = ["NoticeModel", "TyreModel", "VehicleViewModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("a property of VehicleViewModel")
class TyreModel(RowModel):
    """Front left, front right, rear left, rear right."""

    ROLES: ClassVar[tuple[str, ...]] = ("position", "pressureText", "unit", "low", "known")


@QmlElement
@QmlUncreatable("a property of view-models")
class NoticeModel(RowModel):
    """Sentences for the driver; severity is info, warning or critical."""

    ROLES: ClassVar[tuple[str, ...]] = ("code", "severity", "text")


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class VehicleViewModel(ServiceViewModel):
    """Sides are those of the car as seen from its seats, whichever side the driver sits on."""

    motionChanged = Signal()
    energyChanged = Signal()
    bodyChanged = Signal()
    environmentChanged = Signal()
    lockPendingChanged = Signal()

    def __init__(self, client: VehicleClient, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(client, parent)
        self._vehicle = client
        self._preferences = preferences
        self._motion = Motion()
        self._energy = Energy()
        self._body = Body()
        self._environment = Environment()
        self._locking: set[str] = set()
        self._tyres = TyreModel(self)
        self._warnings = NoticeModel(self)
        client.follow(MOTION_PATHS, lambda _paths: self._update_motion())
        client.follow(ENERGY_PATHS, lambda _paths: self._update_energy())
        client.follow(BODY_PATHS, lambda _paths: self._update_body())
        client.follow(ENVIRONMENT_PATHS, lambda _paths: self._update_environment())
        client.described.connect(self._update_energy)
        client.bus_changed.connect(self.refresh_available)
        client.target_changed.connect(self._on_target)
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

    @Property(TyreModel, constant=True)
    def tyres(self) -> TyreModel:
        return self._tyres

    @Property(NoticeModel, constant=True)
    def warnings(self) -> NoticeModel:
        return self._warnings

    @Property(bool, notify=bodyChanged)
    def doorFrontLeft(self) -> bool:
        """Open."""
        return self._body.front_left

    @Property(bool, notify=bodyChanged)
    def doorFrontRight(self) -> bool:
        """Open."""
        return self._body.front_right

    @Property(bool, notify=bodyChanged)
    def doorRearLeft(self) -> bool:
        """Open."""
        return self._body.rear_left

    @Property(bool, notify=bodyChanged)
    def doorRearRight(self) -> bool:
        """Open."""
        return self._body.rear_right

    @Property(bool, notify=bodyChanged)
    def hood(self) -> bool:
        """Open."""
        return self._body.hood

    @Property(bool, notify=bodyChanged)
    def trunk(self) -> bool:
        """Open."""
        return self._body.trunk

    @Property(bool, notify=bodyChanged)
    def locked(self) -> bool:
        """Every door that reports its lock is locked."""
        return self._body.locked

    @Property(bool, notify=lockPendingChanged)
    def lockPending(self) -> bool:
        return bool(self._locking)

    @Property(bool, notify=bodyChanged)
    def lowBeam(self) -> bool:
        return self._body.low_beam

    @Property(bool, notify=bodyChanged)
    def highBeam(self) -> bool:
        return self._body.high_beam

    @Property(bool, notify=bodyChanged)
    def brakeLight(self) -> bool:
        return self._body.brake_light

    @Property(bool, notify=bodyChanged)
    def leftIndicator(self) -> bool:
        return self._body.left_indicator

    @Property(bool, notify=bodyChanged)
    def rightIndicator(self) -> bool:
        return self._body.right_indicator

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

    @Slot(bool)
    def requestLock(self, lock: bool) -> None:
        """Ask every door that can be asked to lock or unlock; lockPending until all have answered."""
        for path in LOCK_PATHS:
            if self._vehicle.metadata.get(path, {}).get("writable"):
                self._vehicle.ask(path, lock)

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
        self._update_warnings()

    def _update_motion(self) -> None:
        motion = Motion.of(self._vehicle, self._preferences.units)
        if repr(motion) != repr(self._motion):  # NaN differs from itself, its text does not
            started_or_stopped = motion.moving != self._motion.moving
            self._motion = motion
            self.motionChanged.emit()
            if started_or_stopped:
                self._update_warnings()

    def _update_energy(self) -> None:
        energy = Energy.of(self._vehicle, self._preferences.units, self._vehicle.served)
        if repr(energy) != repr(self._energy):
            self._energy = energy
            self.energyChanged.emit()

    def _update_body(self) -> None:
        body = Body.of(self._vehicle, self._preferences.text("display.drive_side"))
        self._tyres.update_rows(tyre_rows(self._vehicle, self._preferences.units))
        if body != self._body:
            self._body = body
            self.bodyChanged.emit()
        self._update_warnings()

    def _update_environment(self) -> None:
        environment = Environment.of(self._vehicle, self._preferences.units)
        if repr(environment) != repr(self._environment):
            self._environment = environment
            self.environmentChanged.emit()

    def _update_warnings(self) -> None:
        """What the driver should know, from the same facts that the drawing shows."""
        names = {
            "frontLeft": QCoreApplication.translate("Vehicle", "Front left tyre pressure is low."),
            "frontRight": QCoreApplication.translate("Vehicle", "Front right tyre pressure is low."),
            "rearLeft": QCoreApplication.translate("Vehicle", "Rear left tyre pressure is low."),
            "rearRight": QCoreApplication.translate("Vehicle", "Rear right tyre pressure is low."),
        }
        rows: list[Row] = [
            {"code": f"tyre.{row['position']}", "severity": "warning", "text": names[str(row["position"])]}
            for row in self._tyres.rows
            if row["low"]
        ]
        open_parts = {
            "door": self._body.front_left or self._body.front_right or self._body.rear_left or self._body.rear_right,
            "hood": self._body.hood,
            "trunk": self._body.trunk,
        }
        texts = {
            "door": QCoreApplication.translate("Vehicle", "A door is open."),
            "hood": QCoreApplication.translate("Vehicle", "The bonnet is open."),
            "trunk": QCoreApplication.translate("Vehicle", "The boot is open."),
        }
        severity = "critical" if self._motion.moving else "info"
        rows += [
            {"code": f"open.{part}", "severity": severity, "text": texts[part]}
            for part, is_open in open_parts.items()
            if is_open
        ]
        self._warnings.update_rows(rows)

    def _on_target(self, path: str, target: Target) -> None:
        if path not in LOCK_PATHS:
            return
        before = bool(self._locking)
        if target.state == "pending":
            self._locking.add(path)
        else:
            self._locking.discard(path)
        if bool(self._locking) != before:
            self.lockPendingChanged.emit()
