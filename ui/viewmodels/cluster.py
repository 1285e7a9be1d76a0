"""What the instrument cluster shows beside the vehicle's own facts: dials with their scales, tell-tales, one line of warning."""

from __future__ import annotations

import math
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtQml import QmlElement

from ui.clients.vehicle import VehicleClient
from ui.preferences import Preferences
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.lists import Row, RowModel
from ui.viewmodels.paths import Path
from ui.viewmodels.units import DASH

__all__ = ["ClusterViewModel", "TellTaleModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

ENGINE_SPEED = "Vehicle.Powertrain.CombustionEngine.Speed"
MOTOR_POWER = "Vehicle.Powertrain.ElectricMotor.Power"
_TELLTALE = "Vehicle.Private.Telltale."
_LIGHTS = "Vehicle.Body.Lights."
# ISO 2575: red stop, amber soon, green or blue only tell what is on.
_TELLTALES = (
    (_TELLTALE + "Brakes", "brake", "red"),
    (_TELLTALE + "OilPressure", "oil-pressure", "red"),
    (_TELLTALE + "CoolantTemperature", "coolant-temperature", "red"),
    (_TELLTALE + "LowVoltageBattery", "battery", "red"),
    (_TELLTALE + "Airbag", "airbag", "red"),
    (_TELLTALE + "Steering", "steering", "red"),
    (_TELLTALE + "Powertrain", "powertrain", "amber"),
    (_TELLTALE + "CheckEngine", "engine", "amber"),
    ("Vehicle.ADAS.ABS.IsEngaged", "abs", "amber"),
    (_LIGHTS + "Fog.Rear.IsOn", "rear-fog", "amber"),
    (_LIGHTS + "Fog.Front.IsOn", "front-fog", "green"),
    (_LIGHTS + "Beam.Low.IsOn", "low-beam", "green"),
    (_LIGHTS + "Beam.High.IsOn", "high-beam", "blue"),
)
_PARKING_BRAKE = ("parking-brake", "red")
_BELT = "Vehicle.Cabin.Seat.Row1.DriverSide.IsBelted"
_PATHS = (
    Path.SPEED,
    ENGINE_SPEED,
    MOTOR_POWER,
    Path.PARKING_BRAKE,
    _BELT,
    "Vehicle.Private.Adas.SpeedLimit",
    *(path for path, _, _ in _TELLTALES),
)
_KPH_A_MILE = 1.609344
_MOST_KPH, _MOST_MPH = 220.0, 140.0
_MOST_RPM = 7000.0
_MOST_KW, _LEAST_KW = 200.0, -80.0
_TICK_KPH, _TICK_MPH, _TICK_RPM, _TICK_KW = 20, 20, 1000, 40


@QmlElement
@QmlUncreatable("a property of ClusterViewModel")
class TellTaleModel(RowModel):
    """Symbols of ISO 2575 that are lit; tone is red, amber, green or blue."""

    ROLES: ClassVar[tuple[str, ...]] = ("symbol", "tone", "title")


@QmlElement
@QmlUncreatable("created in Python and handed to the cluster's window")
class ClusterViewModel(QObject):
    """Dials go from 0 to 1; a car without a value shows an empty dial and a dash, never a zero."""

    dialsChanged = Signal()
    scalesChanged = Signal()

    def __init__(self, client: VehicleClient, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vehicle = client
        self._preferences = preferences
        self._telltales = TellTaleModel(self)
        self._shown: tuple[float, float, str, int] = (0.0, 0.0, DASH, 0)
        self._scales: tuple[bool, bool] = (False, False)
        client.follow(_PATHS, lambda _paths: self._update())
        client.described.connect(self._update)
        client.bus_changed.connect(self._update)
        self._update()

    @Property(float, notify=dialsChanged)
    def speed(self) -> float:
        """Where the speed stands on its dial, 0..1."""
        return self._shown[0]

    @Property(float, notify=dialsChanged)
    def power(self) -> float:
        """Where power or engine speed stands on its dial, 0..1."""
        return self._shown[1]

    @Property(str, notify=dialsChanged)
    def powerText(self) -> str:
        """kW, or revolutions in thousands."""
        return self._shown[2]

    @Property(int, notify=dialsChanged)
    def speedLimit(self) -> int:
        """What the last sign allowed, in the driver's unit; 0 when none is known."""
        return self._shown[3]

    @Property(float, notify=scalesChanged)
    def powerZero(self) -> float:
        """Where zero stands on the power dial: an electric car's has a part below it."""
        return 0.0 if self._scales[0] else -_LEAST_KW / (_MOST_KW - _LEAST_KW)

    @Property(str, notify=scalesChanged)
    def powerUnit(self) -> str:
        return "×1000 rpm" if self._scales[0] else "kW"

    @Property(list, notify=scalesChanged)
    def speedTicks(self) -> list[int]:
        """Numbers around the dial, evenly apart from its start to its end."""
        most, step = (_MOST_MPH, _TICK_MPH) if self._scales[1] else (_MOST_KPH, _TICK_KPH)
        return list(range(0, int(most) + 1, step))

    @Property(list, notify=scalesChanged)
    def powerTicks(self) -> list[int]:
        """Numbers around the dial, evenly apart from its start to its end."""
        if self._scales[0]:
            return [rpm // 1000 for rpm in range(0, int(_MOST_RPM) + 1, _TICK_RPM)]
        return list(range(int(_LEAST_KW), int(_MOST_KW) + 1, _TICK_KW))

    @Property(TellTaleModel, constant=True)
    def telltales(self) -> TellTaleModel:
        return self._telltales

    def retranslate(self) -> None:
        """Names and units may read differently now."""
        self._update()

    def _update(self) -> None:
        vehicle = self._vehicle
        miles = self._preferences.units.speed(0.0)[1] == "mph"
        engine = vehicle.served(ENGINE_SPEED) and not vehicle.served(MOTOR_POWER)
        if (engine, miles) != self._scales:
            self._scales = (engine, miles)
            self.scalesChanged.emit()
        kph = abs(vehicle.number(Path.SPEED, stale=False))
        most = _MOST_MPH * _KPH_A_MILE if miles else _MOST_KPH
        if engine:
            rpm = vehicle.number(ENGINE_SPEED, stale=False)
            power, text = _place(rpm, 0, _MOST_RPM), DASH if math.isnan(rpm) else f"{rpm / 1000:.1f}"
        else:
            watts = vehicle.number(MOTOR_POWER, stale=False)
            power, text = _place(watts, _LEAST_KW, _MOST_KW), DASH if math.isnan(watts) else f"{watts + 0.0:.0f}"
            if math.isnan(watts):
                power = self.powerZero
        limit = vehicle.number("Vehicle.Private.Adas.SpeedLimit", stale=False)
        shown = (
            _place(kph, 0, most),
            power,
            "0" if text == "-0" else text.replace("-", "−"),
            0 if math.isnan(limit) else round(limit / (_KPH_A_MILE if miles else 1)),
        )
        if shown != self._shown:
            self._shown = shown
            self.dialsChanged.emit()
        self._update_telltales()

    def _update_telltales(self) -> None:
        vehicle = self._vehicle
        lit = [(symbol, tone) for path, symbol, tone in _TELLTALES if vehicle.flag(path)]
        if vehicle.value(_BELT) is False:
            lit.insert(0, ("seat-belt", "red"))
        if vehicle.flag(Path.PARKING_BRAKE):
            lit.insert(0, _PARKING_BRAKE)
        rows: list[Row] = [{"symbol": symbol, "tone": tone, "title": self._name(symbol)} for symbol, tone in lit]
        self._telltales.update_rows(rows)

    @staticmethod
    def _name(symbol: str) -> str:
        match symbol:
            case "brake":
                return QCoreApplication.translate("TellTales", "Brakes")
            case "parking-brake":
                return QCoreApplication.translate("TellTales", "Parking brake")
            case "seat-belt":
                return QCoreApplication.translate("TellTales", "Seat belt")
            case "oil-pressure":
                return QCoreApplication.translate("TellTales", "Oil pressure")
            case "coolant-temperature":
                return QCoreApplication.translate("TellTales", "Coolant temperature")
            case "battery":
                return QCoreApplication.translate("TellTales", "Battery")
            case "airbag":
                return QCoreApplication.translate("TellTales", "Airbag")
            case "steering":
                return QCoreApplication.translate("TellTales", "Steering")
            case "powertrain":
                return QCoreApplication.translate("TellTales", "Drive")
            case "engine":
                return QCoreApplication.translate("TellTales", "Engine")
            case "abs":
                return QCoreApplication.translate("TellTales", "Anti-lock brakes")
            case "rear-fog":
                return QCoreApplication.translate("TellTales", "Rear fog lamp")
            case "front-fog":
                return QCoreApplication.translate("TellTales", "Front fog lamps")
            case "low-beam":
                return QCoreApplication.translate("TellTales", "Low beam")
            case _:
                return QCoreApplication.translate("TellTales", "High beam")


def _place(value: float, least: float, most: float) -> float:
    return 0.0 if math.isnan(value) else min(1.0, max(0.0, (value - least) / (most - least)))
