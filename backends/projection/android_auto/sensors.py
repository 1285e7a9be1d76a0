"""The vehicle's values as the phone's sensors. Pure. What is not known is None, and never made up."""

from __future__ import annotations

from backends.projection.android_auto import sensor_messages as told
from backends.projection.android_auto.car import Car
from backends.projection.android_auto.ids import SensorType
from backends.projection.android_auto.tables import Table
from backends.projection.domain import Rules

__all__ = ["FIELDS", "readings", "restrictions"]

FIELDS = {
    SensorType.LOCATION: "location",
    SensorType.SPEED: "speed",
    SensorType.RPM: "rpm",
    SensorType.ODOMETER: "odometer",
    SensorType.FUEL: "fuel",
    SensorType.PARKING_BRAKE: "parking_brake",
    SensorType.GEAR: "gear",
    SensorType.NIGHT: "night",
    SensorType.ENVIRONMENT: "environment",
    SensorType.DRIVING_STATUS: "driving",
    SensorType.DOORS: "doors",
    SensorType.LIGHTS: "lights",
    SensorType.TYRES: "tyres",
}
"""The field of a batch for each sensor that we have."""
_NO_VIDEO, _NO_KEYBOARD, _NO_CONFIG, _SHORT_MESSAGES = 1, 2, 8, 16
_KPH = 3.6
_PARK, _DRIVE, _REVERSE = 101, 100, 102
_VSS_PARK, _VSS_DRIVE = 126, 127
_LOW_PERCENT = 10


def readings(car: Car) -> dict[SensorType, Table | None]:
    """One for each of `FIELDS`."""
    return {
        SensorType.LOCATION: _location(car),
        SensorType.SPEED: _speed(car),
        SensorType.RPM: _rpm(car),
        SensorType.ODOMETER: _odometer(car),
        SensorType.FUEL: _fuel(car),
        SensorType.PARKING_BRAKE: _brake(car),
        SensorType.GEAR: _gear(car),
        SensorType.NIGHT: told.Night(night=car.surroundings.night),
        SensorType.ENVIRONMENT: _environment(car),
        SensorType.DRIVING_STATUS: told.Driving(restrictions=restrictions(car.rules)),
        SensorType.DOORS: _doors(car),
        SensorType.LIGHTS: _lights(car),
        SensorType.TYRES: _tyres(car),
    }


def restrictions(rules: Rules) -> int:
    """Driving status: the voice is always allowed; what is unknown counts as driving, as it does in `Rules`."""
    bits = 0 if rules.video else _NO_VIDEO
    return bits | (0 if rules.keyboard else _NO_KEYBOARD | _NO_CONFIG | _SHORT_MESSAGES)


def _location(car: Car) -> told.Location | None:
    latitude = car.amount("Vehicle.CurrentLocation.Latitude")
    longitude = car.amount("Vehicle.CurrentLocation.Longitude")
    if latitude is None or longitude is None or not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return None
    accuracy = car.amount("Vehicle.CurrentLocation.HorizontalAccuracy")
    altitude = car.amount("Vehicle.CurrentLocation.Altitude")
    heading = car.amount("Vehicle.CurrentLocation.Heading")
    speed = car.amount("Vehicle.Speed")
    return told.Location(
        latitude_e7=round(latitude * 1e7),
        longitude_e7=round(longitude * 1e7),
        accuracy_e3_m=_scaled(accuracy, 1e3),
        altitude_e2_m=_scaled(altitude, 1e2),
        speed_e3_mps=_scaled(speed, 1e3 / _KPH),
        bearing_e6=_scaled(heading, 1e6),
    )


def _speed(car: Car) -> told.Speed | None:
    speed = car.amount("Vehicle.Speed")
    return None if speed is None else told.Speed(speed_e3_mps=_fits(speed * 1e3 / _KPH))


def _rpm(car: Car) -> told.Rpm | None:
    rpm = car.amount("Vehicle.Powertrain.CombustionEngine.Speed")
    return None if rpm is None else told.Rpm(rpm_e3=_fits(rpm * 1e3))


def _odometer(car: Car) -> told.Odometer | None:
    km = car.amount("Vehicle.TraveledDistance")
    return None if km is None else told.Odometer(total_e1_km=_fits(km * 10))


def _fuel(car: Car) -> told.Fuel | None:
    """The tank, or without one the battery."""
    level = car.amount("Vehicle.Powertrain.FuelSystem.RelativeLevel")
    metres = car.amount("Vehicle.Powertrain.FuelSystem.Range")
    low = car.truth("Vehicle.Powertrain.FuelSystem.IsFuelLevelLow")
    if level is None:
        level = car.amount("Vehicle.Powertrain.TractionBattery.StateOfCharge.Displayed")
        metres, low = car.amount("Vehicle.Powertrain.TractionBattery.Range"), None
    if level is None:
        return None
    metres = car.amount("Vehicle.Powertrain.Range") if metres is None else metres
    return told.Fuel(
        level_percent=min(100, max(0, round(level))),
        range_m=_scaled(metres, 1),
        low=low if low is not None else level < _LOW_PERCENT,
    )


def _brake(car: Car) -> told.ParkingBrake | None:
    engaged = car.truth("Vehicle.Chassis.ParkingBrake.IsEngaged")
    return None if engaged is None else told.ParkingBrake(engaged=engaged)


def _gear(car: Car) -> told.Gear | None:
    gear = car.amount("Vehicle.Powertrain.Transmission.SelectedGear")
    if gear is None:
        return None
    match round(gear):
        case 0:
            return told.Gear(gear=0)
        case number if 1 <= number <= 10:
            return told.Gear(gear=number)
        case number if number < 0:
            return told.Gear(gear=_REVERSE)
        case 126:
            return told.Gear(gear=_PARK)
        case 127:
            return told.Gear(gear=_DRIVE)
    return None


def _environment(car: Car) -> told.Environment | None:
    celsius = car.amount("Vehicle.Exterior.AirTemperature")
    return None if celsius is None else told.Environment(temperature_e3_c=_fits(celsius * 1e3))


def _doors(car: Car) -> told.Doors | None:
    sides = ("DriverSide", "PassengerSide") if car.surroundings.left_hand_drive else ("PassengerSide", "DriverSide")
    doors = [car.truth(f"Vehicle.Cabin.Door.Row{row}.{side}.IsOpen") for row in (1, 2) for side in sides]
    while doors and doors[-1] is None:
        doors.pop()
    hood = car.truth("Vehicle.Body.Hood.IsOpen")
    trunk = car.truth("Vehicle.Body.Trunk.Rear.IsOpen")
    if None in doors or (not doors and hood is None and trunk is None):
        return None
    return told.Doors(hood=hood, trunk=trunk, doors=tuple(int(bool(door)) for door in doors))


def _lights(car: Car) -> told.Lights | None:
    low, high = car.truth("Vehicle.Body.Lights.Beam.Low.IsOn"), car.truth("Vehicle.Body.Lights.Beam.High.IsOn")
    left = car.truth("Vehicle.Body.Lights.DirectionIndicator.Left.IsSignaling")
    right = car.truth("Vehicle.Body.Lights.DirectionIndicator.Right.IsSignaling")
    if low is None and high is None and left is None and right is None:
        return None
    head = None if low is None and high is None else 3 if high else 2 if low else 1
    turn = None if left is None and right is None else 1 if bool(left) == bool(right) else 2 if left else 3
    return told.Lights(head=head, turn=turn, hazard=car.truth("Vehicle.Body.Lights.Hazard.IsSignaling"))


def _tyres(car: Car) -> told.Tyres | None:
    wheels = [
        f"Vehicle.Chassis.Axle.Row{row}.Wheel.{side}.Tire.Pressure" for row in (1, 2) for side in ("Left", "Right")
    ]
    pressures = [car.amount(wheel) for wheel in wheels]
    known = [_fits(pressure * 100) for pressure in pressures if pressure is not None]
    return told.Tyres(pressures_e2_kpa=tuple(known)) if len(known) == len(wheels) else None


def _scaled(value: float | None, factor: float) -> int | None:
    return None if value is None else _fits(value * factor)


def _fits(value: float) -> int:
    """A whole number of 32 bits, whatever the bus claims."""
    return max(-(1 << 31), min((1 << 31) - 1, round(value)))
