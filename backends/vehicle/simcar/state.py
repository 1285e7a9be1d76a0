"""Everything the simulated car knows of itself, by short names that the control channel uses too."""

from __future__ import annotations

from collections.abc import Mapping

from backends.vehicle.defs import GEAR_DRIVE, GEAR_NEUTRAL, GEAR_PARK, GEAR_REVERSE

__all__ = ["ALIASES", "GEARS", "CarState", "Value"]

Value = bool | int | float | str

GEARS = {"P": 0, "R": 1, "N": 2, "D": 3}
_VSS_GEARS = {GEAR_PARK: "P", GEAR_REVERSE: "R", GEAR_NEUTRAL: "N", GEAR_DRIVE: "D"}

_DEFAULTS: dict[str, Value] = {
    "speed_kph": 0.0, "acceleration": 0.0, "gear": "P", "parking_brake": True, "ignition": "ON", "brake_pedal": 0.0,
    "accelerator": 0.0, "motor_rpm": 0.0, "motor_kw": 0.0, "motor_nm": 0.0, "steering_deg": 0.0, "yaw_rate": 0.0,
    "indicator.left": False, "indicator.right": False, "hazard": False, "low_beam": False, "high_beam": False, "fog.front": False,
    "fog.rear": False, "position_light": False, "dome": False, "night": False, "light_switch": "AUTO", "wipers": "OFF",
    "rain": 0.0, "ambient": 70.0, "hood": False, "trunk": False, "trunk_locked": True,
    "belt.driver": True, "belt.passenger": True,
    "seat.driver": "OCCUPIED", "seat.passenger": "EMPTY", "sunroof": 0.0,
    "soc": 78.0, "soh": 97.0, "pack_v": 385.0, "pack_a": 0.0, "pack_c": 24.0, "energy_kwh": 58.5, "range_km": 362.0,
    "charging": False, "cable": False, "flap": False, "charge_limit": 80.0, "charge_min": 0.0,
    "odometer_m": 12_345_600.0, "consumption": 16.2, "trip_m": 0.0, "service_km": 17_600.0, "service_days": 312.0,
    "board_v": 12.6, "washer_low": False, "tyre.front_target_kpa": 250.0, "tyre.rear_target_kpa": 270.0,
    "outside_c": 11.5, "cabin_c": 20.0, "humidity": 55.0,
    "climate.power": True, "climate.ac": True, "climate.recirculation": False, "climate.front_defrost": False,
    "climate.rear_defrost": False, "climate.auto": True, "climate.dual": False, "climate.max_defrost": False,
    "climate.temp_driver": 21.0, "climate.temp_passenger": 21.0, "climate.fan_driver": 40.0, "climate.fan_passenger": 40.0,
    "climate.air_driver": "MIDDLE", "climate.air_passenger": "MIDDLE", "seat.heat_driver": 0.0, "seat.heat_passenger": 0.0,
    **{f"tyre.{wheel}_kpa": kpa for wheel, kpa in (("fl", 252.0), ("fr", 251.0), ("rl", 272.0), ("rr", 271.0))},
    **{f"tyre.{wheel}_c": 22.0 for wheel in ("fl", "fr", "rl", "rr")},
    **{f"door.{place}": False for place in ("fl", "fr", "rl", "rr")},
    **{f"lock.{place}": True for place in ("fl", "fr", "rl", "rr")},
    **{f"window.{place}": 0.0 for place in ("fl", "fr", "rl", "rr")},
    **{f"parking.{end}_{side}": 5.1 for end in ("rear", "front") for side in ("left", "center", "right")},
}  # fmt: skip


def _aliases() -> dict[str, str]:
    hvac = "Vehicle.Cabin.HVAC."
    names = {
        "Vehicle.Speed": "speed_kph",
        "Vehicle.Powertrain.Transmission.SelectedGear": "gear",
        "Vehicle.Chassis.ParkingBrake.IsEngaged": "parking_brake",
        "Vehicle.LowVoltageSystemState": "ignition",
        "Vehicle.Powertrain.TractionBattery.StateOfCharge.Displayed": "soc",
        "Vehicle.Exterior.AirTemperature": "outside_c",
        hvac + "AmbientAirTemperature": "cabin_c",
        "Vehicle.Exterior.LightIntensity": "ambient",
        "Vehicle.Private.NightMode": "night",
        "Vehicle.Body.Hood.IsOpen": "hood",
        "Vehicle.Body.Trunk.Rear.IsOpen": "trunk",
        "Vehicle.Body.Lights.DirectionIndicator.Left.IsSignaling": "indicator.left",
        "Vehicle.Body.Lights.DirectionIndicator.Right.IsSignaling": "indicator.right",
        "Vehicle.Body.Lights.Hazard.IsSignaling": "hazard",
        "Vehicle.Body.Lights.Beam.Low.IsOn": "low_beam",
        "Vehicle.Body.Lights.Beam.High.IsOn": "high_beam",
        "Vehicle.Powertrain.TractionBattery.Charging.IsCharging": "charging",
        "Vehicle.Cabin.Seat.Row1.DriverSide.IsBelted": "belt.driver",
        "Vehicle.Cabin.Seat.Row1.PassengerSide.IsBelted": "belt.passenger",
        "Vehicle.Private.Hvac.PowerOn": "climate.power",
        "Vehicle.Private.Hvac.AutoOn": "climate.auto",
        "Vehicle.Private.Hvac.DualOn": "climate.dual",
        hvac + "IsAirConditioningActive": "climate.ac",
        hvac + "IsRecirculationActive": "climate.recirculation",
        hvac + "IsFrontDefrosterActive": "climate.front_defrost",
        hvac + "IsRearDefrosterActive": "climate.rear_defrost",
        hvac + "Station.Row1.Driver.Temperature": "climate.temp_driver",
        hvac + "Station.Row1.Passenger.Temperature": "climate.temp_passenger",
        hvac + "Station.Row1.Driver.FanSpeed": "climate.fan_driver",
        hvac + "Station.Row1.Passenger.FanSpeed": "climate.fan_passenger",
        "Vehicle.Cabin.Seat.Row1.DriverSide.HeatingCooling": "seat.heat_driver",
        "Vehicle.Cabin.Seat.Row1.PassengerSide.HeatingCooling": "seat.heat_passenger",
    }
    for row, axle in (("Row1", "f"), ("Row2", "r")):
        for side, hand in (("DriverSide", "l"), ("PassengerSide", "r")):
            door = f"Vehicle.Cabin.Door.{row}.{side}."
            place = axle + hand
            names |= {
                door + "IsOpen": f"door.{place}",
                door + "IsLocked": f"lock.{place}",
                door + "Window.Position": f"window.{place}",
            }
        for side, hand in (("Left", "l"), ("Right", "r")):
            tyre = f"Vehicle.Chassis.Axle.{row}.Wheel.{side}.Tire."
            names |= {tyre + "Pressure": f"tyre.{axle}{hand}_kpa", tyre + "Temperature": f"tyre.{axle}{hand}_c"}
    for end in ("Rear", "Front"):
        for side in ("Left", "Center", "Right"):
            names[f"Vehicle.ADAS.ObstacleDetection.{end}.{side}.Distance"] = f"parking.{end.lower()}_{side.lower()}"
    return names


ALIASES = _aliases()
"""Paths of the vehicle tree that the control channel takes in place of short names."""


class CarState:
    """Values by name; ``version`` counts changes. What was set from outside is pinned: the model leaves it alone."""

    def __init__(self) -> None:
        self.values: dict[str, Value] = dict(_DEFAULTS)
        self.pinned: set[str] = set()
        self.version = 0

    def number(self, name: str) -> float:
        """A value as a number (true is 1). Raises KeyError for an unknown name."""
        value = self.values[name]
        assert not isinstance(value, str)
        return float(value)

    def update(self, **values: Value) -> None:
        """The model's own changes."""
        for name, value in values.items():
            if name not in self.pinned and self.values[name] != value:
                self.values[name] = value
                self.version += 1

    def put(self, name: str, value: Value) -> None:
        """A change by the car's own controls."""
        self.values[name] = value
        self.version += 1

    def pin(self, changes: Mapping[str, object]) -> None:
        """Set values from outside, by short name or path. Raises LookupError or ValueError; then nothing is changed."""
        checked: dict[str, Value] = {}
        for given, value in changes.items():
            name = ALIASES.get(given, given)
            if name not in self.values:
                raise LookupError(f"the car has no {given}")
            checked[name] = _fitted(name, value, self.values[name])
        self.values.update(checked)
        self.version += 1
        self.pinned.update(checked)

    def release(self, names: list[str]) -> None:
        """Give values back to the model; no names: all."""
        self.pinned -= {ALIASES.get(name, name) for name in names} if names else set(self.pinned)


def _fitted(name: str, value: object, old: Value) -> Value:
    if name == "gear":
        gear = _VSS_GEARS.get(value, value) if isinstance(value, int) else value
        if gear not in GEARS:
            raise ValueError(f"gear takes P, R, N or D, not {value!r}")
        return str(gear)
    if isinstance(old, bool):
        if not isinstance(value, bool | int):
            raise ValueError(f"{name} takes true or false, not {value!r}")
        return bool(value)
    if isinstance(old, str):
        return str(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{name} takes a number, not {value!r}")
    return float(value)
