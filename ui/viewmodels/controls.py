"""What of the vehicle the display can show and set by one name: the path, and what must hold before a driver may touch it.

Names are ``section.thing``; a thing that exists on both sides ends in ``.driver`` and ``.passenger``, as VSS counts them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

__all__ = ["CONTROLS", "Control"]

_SIDES = {"driver": "DriverSide", "passenger": "PassengerSide"}
_STATIONS = {"driver": "Driver", "passenger": "Passenger"}


@dataclass(frozen=True, slots=True)
class Control:
    """``rule``: see `ui.viewmodels.restrictions.RULES`. ``levels``: steps that a percentage is shown in; 0: as it is.
    ``inverted``: on means that the path is false."""

    path: str
    rule: str = "none"
    levels: int = 0
    inverted: bool = False


def _climate() -> Iterator[tuple[str, Control]]:
    hvac, private = "Vehicle.Cabin.HVAC", "Vehicle.Private.Hvac"
    yield "climate.power", Control(f"{private}.PowerOn")
    yield "climate.auto", Control(f"{private}.AutoOn")
    # AAOS counts the other way round: dual on is sync off.
    yield "climate.sync", Control(f"{private}.DualOn", inverted=True)
    yield "climate.cooling", Control(f"{hvac}.IsAirConditioningActive")
    yield "climate.recirculation", Control(f"{hvac}.IsRecirculationActive")
    yield "climate.recirculation.auto", Control(f"{private}.AutoRecirculationOn")
    yield "climate.defrost.max", Control(f"{private}.MaxDefrostOn")
    yield "climate.defrost.front", Control(f"{hvac}.IsFrontDefrosterActive")
    yield "climate.defrost.rear", Control(f"{hvac}.IsRearDefrosterActive")
    yield "climate.windscreen.heat", Control("Vehicle.Body.Windshield.Front.IsHeatingOn")
    yield "climate.wheel.heat", Control("Vehicle.Chassis.SteeringWheel.HeatingCooling", levels=3)
    yield "climate.inside", Control(f"{hvac}.AmbientAirTemperature")
    yield "climate.rear.power", Control(f"{private}.RearOn")
    yield "climate.schedule.on", Control(f"{private}.Schedule.IsOn", rule="setup")
    yield "climate.schedule.time", Control(f"{private}.Schedule.Time", rule="setup")
    yield "climate.schedule.days", Control(f"{private}.Schedule.Days", rule="setup")
    for side, station in _STATIONS.items():
        for row, name in ((1, ""), (2, "rear.")):
            zone = f"{hvac}.Station.Row{row}.{station}"
            yield f"climate.{name}temperature.{side}", Control(f"{zone}.Temperature")
            yield f"climate.{name}fan.{side}", Control(f"{zone}.FanSpeed", levels=7)
        yield f"climate.air.{side}", Control(f"{private}.Row1.{station}.FanDirection")


def _seats() -> Iterator[tuple[str, Control]]:
    for side, words in _SIDES.items():
        for row, name in ((1, ""), (2, "rear.")):
            yield f"seats.{name}heat.{side}", Control(f"Vehicle.Cabin.Seat.Row{row}.{words}.HeatingCooling", levels=3)
            yield f"seats.{name}belt.{side}", Control(f"Vehicle.Cabin.Seat.Row{row}.{words}.IsBelted")
        seat, private = f"Vehicle.Cabin.Seat.Row1.{words}", f"Vehicle.Private.Seat.Row1.{words}"
        # The driver moves the own seat standing only; who sits beside may lie down at any time.
        rule = "standing" if side == "driver" else "none"
        yield f"seats.position.{side}", Control(f"{seat}.Position", rule)
        yield f"seats.height.{side}", Control(f"{seat}.Height", rule)
        yield f"seats.recline.{side}", Control(f"{seat}.Backrest.Recline", rule)
        yield f"seats.lumbar.{side}", Control(f"{seat}.Backrest.LumbarSupport")
        yield f"seats.massage.{side}", Control(f"{seat}.Massage.Level", levels=3)
        yield f"seats.memory.recall.{side}", Control(f"{private}.MemorySelect", rule)
        yield f"seats.memory.store.{side}", Control(f"{private}.MemorySet", "setup")


def _openings() -> Iterator[tuple[str, Control]]:
    for side, words in _SIDES.items():
        for row, name in ((1, "front"), (2, "rear")):
            door = f"Vehicle.Cabin.Door.Row{row}.{words}"
            yield f"openings.door.{name}.{side}", Control(f"{door}.IsOpen", "standing")
            yield f"openings.lock.{name}.{side}", Control(f"{door}.IsLocked")
            yield f"openings.window.{name}.{side}", Control(f"{door}.Window.Position")
        mirror = f"Vehicle.Body.Mirrors.{words}"
        yield f"openings.mirror.fold.{side}", Control(f"{mirror}.IsFolded", "standing")
        yield f"openings.mirror.heat.{side}", Control(f"{mirror}.IsHeatingOn")
        yield f"openings.mirror.pan.{side}", Control(f"{mirror}.Pan", "standing")
        yield f"openings.mirror.tilt.{side}", Control(f"{mirror}.Tilt", "standing")
    yield "openings.mirror.autofold", Control("Vehicle.Private.Mirrors.AutoFoldOn", "setup")
    yield "openings.mirror.autotilt", Control("Vehicle.Private.Mirrors.AutoTiltOn", "setup")
    yield "openings.childlock", Control("Vehicle.Cabin.Door.Row2.DriverSide.IsChildLockActive")
    yield "openings.windowlock", Control("Vehicle.Cabin.IsWindowChildLockEngaged")
    yield "openings.autolock", Control("Vehicle.Private.AutoLockOn", "setup")
    yield "openings.hood", Control("Vehicle.Body.Hood.IsOpen", "standing")
    yield "openings.trunk.rear", Control("Vehicle.Body.Trunk.Rear.IsOpen", "standing")
    yield "openings.lock.trunk", Control("Vehicle.Body.Trunk.Rear.IsLocked")
    yield "openings.trunk.front", Control("Vehicle.Body.Trunk.Front.IsOpen", "standing")
    yield "openings.sunroof", Control("Vehicle.Cabin.Sunroof.Position")
    yield "openings.sunroof.switch", Control("Vehicle.Cabin.Sunroof.Switch")
    yield "openings.sunroof.shade", Control("Vehicle.Cabin.Sunroof.Shade.Position")
    port = "Vehicle.Powertrain.TractionBattery.Charging.ChargingPort.AnyPosition"
    yield "openings.chargeport", Control(f"{port}.IsFlapOpen", "standing")
    yield "openings.cable", Control(f"{port}.IsChargingCableConnected")
    yield "openings.charging", Control("Vehicle.Powertrain.TractionBattery.Charging.IsCharging")


def _lights() -> Iterator[tuple[str, Control]]:
    lights, cabin = "Vehicle.Body.Lights", "Vehicle.Cabin.Light"
    yield "lights.switch", Control(f"{lights}.LightSwitch")
    yield "lights.highbeam.auto", Control("Vehicle.Private.Lights.AutoHighBeamOn")
    yield "lights.leavinghome", Control("Vehicle.Private.Lights.LeavingHomeSeconds", "setup")
    yield "lights.beam.low", Control(f"{lights}.Beam.Low.IsOn")
    yield "lights.beam.high", Control(f"{lights}.Beam.High.IsOn")
    yield "lights.fog.front", Control(f"{lights}.Fog.Front.IsOn")
    yield "lights.fog.rear", Control(f"{lights}.Fog.Rear.IsOn")
    yield "lights.hazard", Control(f"{lights}.Hazard.IsSignaling")
    yield "lights.dome", Control(f"{cabin}.IsDomeOn")
    for side, words in _SIDES.items():
        yield f"lights.reading.{side}", Control(f"{cabin}.Spotlight.Row1.{words}.IsLightOn")
        ambient = f"{cabin}.AmbientLight.Row1.{words}"
        yield f"lights.ambient.on.{side}", Control(f"{ambient}.IsLightOn")
        yield f"lights.ambient.brightness.{side}", Control(f"{ambient}.Intensity")
        yield f"lights.ambient.colour.{side}", Control(f"{ambient}.Color")


def _driving() -> Iterator[tuple[str, Control]]:
    adas = "Vehicle.Private.Adas"
    yield "driving.mode", Control("Vehicle.Private.DriveMode")
    yield "driving.regeneration", Control("Vehicle.Private.RegenerationLevel")
    yield "driving.assist.lane", Control("Vehicle.ADAS.LaneDepartureDetection.IsEnabled", "setup")
    yield "driving.assist.collision", Control(f"{adas}.ForwardCollisionWarningOn", "setup")
    yield "driving.assist.braking", Control(f"{adas}.EmergencyBrakingOn", "setup")
    yield "driving.assist.blindspot", Control(f"{adas}.BlindSpotWarningOn", "setup")
    yield "driving.assist.crosstraffic", Control(f"{adas}.CrossTrafficWarningOn", "setup")
    yield "driving.assist.attention", Control(f"{adas}.AttentionWarningOn", "setup")
    yield "driving.assist.speedlimit", Control(f"{adas}.SpeedLimitWarningOn")
    yield "driving.assist.parkingtones", Control(f"{adas}.ParkingTonesOn")
    yield "driving.assist.stability", Control("Vehicle.ADAS.ESC.IsEnabled", "setup")
    yield "driving.cruise", Control("Vehicle.ADAS.CruiseControl.IsActive")
    yield "driving.cruise.speed", Control("Vehicle.ADAS.CruiseControl.SpeedSet")
    yield "driving.cruise.gap", Control("Vehicle.ADAS.CruiseControl.AdaptiveIntervalSet")


def _energy() -> Iterator[tuple[str, Control]]:
    charging = "Vehicle.Powertrain.TractionBattery.Charging"
    yield "energy.charging.switch", Control(f"{charging}.StartStopCharging")
    yield "energy.charging.limit", Control(f"{charging}.ChargeLimit")
    yield "energy.charging.current", Control("Vehicle.Private.Charging.CurrentLimit", "setup")
    yield "energy.timer.mode", Control(f"{charging}.Timer.Mode", "setup")
    yield "energy.timer.time", Control(f"{charging}.Timer.Time", "setup")
    yield (
        "energy.conditioning",
        Control("Vehicle.Powertrain.TractionBattery.BatteryConditioning.RequestedMode"),
    )
    yield "energy.fuelflap", Control("Vehicle.Powertrain.FuelSystem.IsFuelPortFlapOpen", "standing")


CONTROLS: Mapping[str, Control] = dict(
    entry for part in (_climate, _seats, _openings, _lights, _driving, _energy) for entry in part()
)
