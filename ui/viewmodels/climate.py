"""Cabin climate: what the vehicle confirmed, what is asked for, and what it refused."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.clients.vehicle import Target, VehicleClient
from ui.preferences import Preferences
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.base import ServiceViewModel, words
from ui.viewmodels.paths import CLIMATE_PATHS, Climate

__all__ = ["FAN_LEVELS", "SEAT_LEVELS", "ClimateViewModel", "level_of", "next_seat_level", "percent_of"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

FAN_LEVELS = 7
SEAT_LEVELS = 3
_FAILURE_SHOWN_MS = 6000
_DEFAULTS = {"min": 16.0, "max": 28.0, "step": 0.5}


def level_of(percent: float, levels: int) -> int:
    """The step a percentage (-100..100) stands for; 0 when unknown."""
    return 0 if math.isnan(percent) else round(percent * levels / 100)


def percent_of(level: int, levels: int) -> int:
    """The percentage a step asks for."""
    return round(max(-levels, min(levels, level)) * 100 / levels)


def next_seat_level(level: int) -> int:
    """One tap after the other: off, heat 3, 2, 1, cool 3, 2, 1, off."""
    match level:
        case 0:
            return SEAT_LEVELS
        case 1:
            return -SEAT_LEVELS
        case _:
            return level - 1 if level > 0 else level + 1


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class ClimateViewModel(ServiceViewModel):
    """A text of a temperature shows the value asked for while it is pending; the number is what the vehicle confirmed."""

    changed = Signal()
    rangeChanged = Signal()
    failureChanged = Signal()

    def __init__(self, client: VehicleClient, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(client, parent)
        self._vehicle = client
        self._preferences = preferences
        self._pending: dict[str, Any] = {}
        self._failed: dict[str, str] = {}
        self._failure = ""
        self._clear = QTimer(self)
        self._clear.setSingleShot(True)
        self._clear.setInterval(_FAILURE_SHOWN_MS)
        self._clear.timeout.connect(self._forget_failure)
        client.follow(CLIMATE_PATHS, lambda _paths: self.changed.emit())
        client.described.connect(self.rangeChanged.emit)
        client.bus_changed.connect(self.refresh_available)
        client.state_changed.connect(self._on_link)
        client.target_changed.connect(self._on_target)

    # -- temperatures ---------------------------------------------------------------------------------------------------

    @Property(float, notify=changed)
    def driverTempC(self) -> float:
        """Confirmed, degrees Celsius; NaN when unknown."""
        return self._vehicle.number(Climate.DRIVER_TEMP)

    @Property(str, notify=changed)
    def driverTempText(self) -> str:
        return self._temp_text(Climate.DRIVER_TEMP)

    @Property(bool, notify=changed)
    def driverTempPending(self) -> bool:
        return Climate.DRIVER_TEMP in self._pending

    @Property(str, notify=changed)
    def driverTempFailed(self) -> str:
        """Why the last request failed; empty when it did not, and after a while."""
        return self._failed.get(Climate.DRIVER_TEMP, "")

    @Property(float, notify=changed)
    def passengerTempC(self) -> float:
        """Confirmed, degrees Celsius; NaN when unknown."""
        return self._vehicle.number(Climate.PASSENGER_TEMP)

    @Property(str, notify=changed)
    def passengerTempText(self) -> str:
        return self._temp_text(Climate.PASSENGER_TEMP)

    @Property(bool, notify=changed)
    def passengerTempPending(self) -> bool:
        return Climate.PASSENGER_TEMP in self._pending

    @Property(str, notify=changed)
    def passengerTempFailed(self) -> str:
        """Why the last request failed; empty when it did not, and after a while."""
        return self._failed.get(Climate.PASSENGER_TEMP, "")

    @Property(float, notify=rangeChanged)
    def minC(self) -> float:
        return self._limit("min")

    @Property(float, notify=rangeChanged)
    def maxC(self) -> float:
        return self._limit("max")

    @Property(float, notify=rangeChanged)
    def stepC(self) -> float:
        return self._limit("step")

    @Slot(float)
    def requestDriverTemp(self, celsius: float) -> None:
        self._ask_temp(Climate.DRIVER_TEMP, celsius)

    @Slot(float)
    def requestPassengerTemp(self, celsius: float) -> None:
        self._ask_temp(Climate.PASSENGER_TEMP, celsius)

    @Slot(int)
    def stepDriverTemp(self, direction: int) -> None:
        """One step up or down from what is asked for, or else from what is."""
        self._step_temp(Climate.DRIVER_TEMP, direction)

    @Slot(int)
    def stepPassengerTemp(self, direction: int) -> None:
        """One step up or down from what is asked for, or else from what is."""
        self._step_temp(Climate.PASSENGER_TEMP, direction)

    # -- air ------------------------------------------------------------------------------------------------------------

    @Property(int, notify=changed)
    def fan(self) -> int:
        """0..7; while pending the level asked for."""
        return level_of(self._asked_number(Climate.FAN), FAN_LEVELS)

    @Property(bool, notify=changed)
    def fanPending(self) -> bool:
        return Climate.FAN in self._pending

    @Property(bool, notify=changed)
    def auto(self) -> bool:
        return self._vehicle.flag(Climate.AUTO)

    @Property(bool, notify=changed)
    def autoPending(self) -> bool:
        return Climate.AUTO in self._pending

    @Property(bool, notify=changed)
    def ac(self) -> bool:
        return self._vehicle.flag(Climate.AC)

    @Property(bool, notify=changed)
    def acPending(self) -> bool:
        return Climate.AC in self._pending

    @Property(bool, notify=changed)
    def recirculation(self) -> bool:
        return self._vehicle.flag(Climate.RECIRCULATION)

    @Property(bool, notify=changed)
    def recirculationPending(self) -> bool:
        return Climate.RECIRCULATION in self._pending

    @Property(bool, notify=changed)
    def frontDefrost(self) -> bool:
        return self._vehicle.flag(Climate.FRONT_DEFROST)

    @Property(bool, notify=changed)
    def frontDefrostPending(self) -> bool:
        return Climate.FRONT_DEFROST in self._pending

    @Property(bool, notify=changed)
    def rearDefrost(self) -> bool:
        return self._vehicle.flag(Climate.REAR_DEFROST)

    @Property(bool, notify=changed)
    def rearDefrostPending(self) -> bool:
        return Climate.REAR_DEFROST in self._pending

    @Property(bool, notify=changed)
    def sync(self) -> bool:
        return self._vehicle.value(Climate.DUAL) is False

    @Property(bool, notify=changed)
    def syncPending(self) -> bool:
        return Climate.DUAL in self._pending

    @Property(bool, notify=changed)
    def power(self) -> bool:
        return self._vehicle.flag(Climate.POWER)

    @Property(bool, notify=changed)
    def powerPending(self) -> bool:
        return Climate.POWER in self._pending

    @Slot(int)
    def requestFan(self, level: int) -> None:
        """0..7."""
        self._vehicle.ask(Climate.FAN, percent_of(max(0, level), FAN_LEVELS))

    @Slot(bool)
    def requestAuto(self, on: bool) -> None:
        self._vehicle.ask(Climate.AUTO, on)

    @Slot(bool)
    def requestAc(self, on: bool) -> None:
        self._vehicle.ask(Climate.AC, on)

    @Slot(bool)
    def requestRecirculation(self, on: bool) -> None:
        self._vehicle.ask(Climate.RECIRCULATION, on)

    @Slot(bool)
    def requestFrontDefrost(self, on: bool) -> None:
        self._vehicle.ask(Climate.FRONT_DEFROST, on)

    @Slot(bool)
    def requestRearDefrost(self, on: bool) -> None:
        self._vehicle.ask(Climate.REAR_DEFROST, on)

    @Slot(bool)
    def requestSync(self, on: bool) -> None:
        self._vehicle.ask(Climate.DUAL, not on)

    @Slot(bool)
    def requestPower(self, on: bool) -> None:
        self._vehicle.ask(Climate.POWER, on)

    # -- seats ----------------------------------------------------------------------------------------------------------

    @Property(int, notify=changed)
    def driverSeat(self) -> int:
        """-3 (ventilation) .. 3 (heat); while pending the level asked for."""
        return level_of(self._asked_number(Climate.DRIVER_SEAT), SEAT_LEVELS)

    @Property(bool, notify=changed)
    def driverSeatPending(self) -> bool:
        return Climate.DRIVER_SEAT in self._pending

    @Property(int, notify=changed)
    def passengerSeat(self) -> int:
        """-3 (ventilation) .. 3 (heat); while pending the level asked for."""
        return level_of(self._asked_number(Climate.PASSENGER_SEAT), SEAT_LEVELS)

    @Property(bool, notify=changed)
    def passengerSeatPending(self) -> bool:
        return Climate.PASSENGER_SEAT in self._pending

    @Slot(int)
    def requestDriverSeat(self, level: int) -> None:
        self._vehicle.ask(Climate.DRIVER_SEAT, percent_of(level, SEAT_LEVELS))

    @Slot(int)
    def requestPassengerSeat(self, level: int) -> None:
        self._vehicle.ask(Climate.PASSENGER_SEAT, percent_of(level, SEAT_LEVELS))

    @Slot()
    def cycleDriverSeat(self) -> None:
        """The next level after the one shown."""
        self.requestDriverSeat(next_seat_level(level_of(self._asked_number(Climate.DRIVER_SEAT), SEAT_LEVELS)))

    @Slot()
    def cyclePassengerSeat(self) -> None:
        """The next level after the one shown."""
        self.requestPassengerSeat(next_seat_level(level_of(self._asked_number(Climate.PASSENGER_SEAT), SEAT_LEVELS)))

    # -- what went wrong ------------------------------------------------------------------------------------------------

    @Property(str, notify=failureChanged)
    def failure(self) -> str:
        """The last failure in a sentence; empty after a few seconds."""
        return self._failure

    def retranslate(self) -> None:
        super().retranslate()
        self.changed.emit()

    def _is_available(self) -> bool:
        return self._vehicle.ready and self._vehicle.bus_state == "up"

    def _limit(self, name: str) -> float:
        return float(self._vehicle.metadata.get(Climate.DRIVER_TEMP, {}).get(name, _DEFAULTS[name]))

    def _asked_number(self, path: str) -> float:
        if path in self._pending:
            return float(self._pending[path])
        return self._vehicle.number(path)

    def _temp_text(self, path: str) -> str:
        return self._preferences.units.degrees(self._asked_number(path), 1)

    def _ask_temp(self, path: str, celsius: float) -> None:
        low, high, step = self._limit("min"), self._limit("max"), self._limit("step")
        if math.isfinite(celsius):
            self._vehicle.ask(path, max(low, min(high, round(celsius / step) * step)))

    def _step_temp(self, path: str, direction: int) -> None:
        now = self._asked_number(path)
        # From an unknown temperature a step leads to the middle, never to an extreme.
        start = (self._limit("min") + self._limit("max")) / 2 if math.isnan(now) else now
        self._ask_temp(path, start + direction * self._limit("step"))

    def _on_target(self, path: str, target: Target) -> None:
        if path not in CLIMATE_PATHS:
            return
        self._failed.pop(path, None)
        if target.state == "pending":
            self._pending[path] = target.value
        else:
            self._pending.pop(path, None)
        if target.state == "failed":
            self._failed[path] = words(target.reason)
            self._say(words(target.reason))
        self.changed.emit()

    def _on_link(self) -> None:
        if not self._vehicle.ready and self._pending:
            # Nobody will answer any more; the service forgets requests when it restarts.
            self._pending.clear()
            self.changed.emit()

    def _say(self, failure: str) -> None:
        self._failure = failure
        self.failureChanged.emit()
        self._clear.start()

    def _forget_failure(self) -> None:
        self._failed.clear()
        self._failure = ""
        self.failureChanged.emit()
        self.changed.emit()
