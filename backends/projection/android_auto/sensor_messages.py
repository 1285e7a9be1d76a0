"""What the car tells about itself while it drives: the tables of the sensor channel. Scales are in the names."""

from __future__ import annotations

from backends.projection.android_auto.tables import Table, flag, inners, numbers, signed

__all__ = ["Batch", "Doors", "Driving", "Environment", "Fuel", "Gear", "Lights", "Location", "Night", "Odometer"]
__all__ += ["ParkingBrake", "Request", "Rpm", "Speed", "Tyres"]


class Request(Table):
    """The phone wants a sensor."""

    kind: int = signed(1, 0)
    period_ms: int | None = signed(2)


class Location(Table):
    latitude_e7: int = signed(2, 0)
    longitude_e7: int = signed(3, 0)
    accuracy_e3_m: int | None = signed(4)
    altitude_e2_m: int | None = signed(5)
    speed_e3_mps: int | None = signed(6)
    bearing_e6: int | None = signed(7)


class Speed(Table):
    speed_e3_mps: int = signed(1, 0)
    cruise: bool | None = flag(2)
    cruise_e3_mps: int | None = signed(4)


class Rpm(Table):
    rpm_e3: int = signed(1, 0)


class Odometer(Table):
    total_e1_km: int = signed(1, 0)
    trip_e1_km: int | None = signed(2)


class Fuel(Table):
    level_percent: int | None = signed(1)
    range_m: int | None = signed(2)
    low: bool | None = flag(3)


class ParkingBrake(Table):
    engaged: bool = flag(1, default=False)


class Gear(Table):
    gear: int = signed(1, 0)


class Night(Table):
    night: bool = flag(1, default=False)


class Environment(Table):
    temperature_e3_c: int | None = signed(1)


class Driving(Table):
    """Bits: 1 no video, 2 no keyboard, 4 no voice, 8 no configuration, 16 short messages."""

    restrictions: int = signed(1, 0)


class Doors(Table):
    hood: bool | None = flag(1)
    trunk: bool | None = flag(2)
    doors: tuple[int, ...] = numbers(3, packed=False)


class Lights(Table):
    """head 1 off, 2 on, 3 high; turn 1 none, 2 left, 3 right."""

    head: int | None = signed(1)
    turn: int | None = signed(2)
    hazard: bool | None = flag(3)


class Tyres(Table):
    pressures_e2_kpa: tuple[int, ...] = numbers(1, packed=False)


class Batch(Table):
    """Each field has the number of its sensor."""

    location: tuple[Location, ...] = inners(1, lambda: Location)
    speed: tuple[Speed, ...] = inners(3, lambda: Speed)
    rpm: tuple[Rpm, ...] = inners(4, lambda: Rpm)
    odometer: tuple[Odometer, ...] = inners(5, lambda: Odometer)
    fuel: tuple[Fuel, ...] = inners(6, lambda: Fuel)
    parking_brake: tuple[ParkingBrake, ...] = inners(7, lambda: ParkingBrake)
    gear: tuple[Gear, ...] = inners(8, lambda: Gear)
    night: tuple[Night, ...] = inners(10, lambda: Night)
    environment: tuple[Environment, ...] = inners(11, lambda: Environment)
    driving: tuple[Driving, ...] = inners(13, lambda: Driving)
    doors: tuple[Doors, ...] = inners(16, lambda: Doors)
    lights: tuple[Lights, ...] = inners(17, lambda: Lights)
    tyres: tuple[Tyres, ...] = inners(18, lambda: Tyres)
