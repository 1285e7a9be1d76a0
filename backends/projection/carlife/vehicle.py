"""Vehicle data for a phone that subscribed to it: only what the car knows, at the pace it was asked for.

A value that is not known makes its message stay away. GPS alone has fields that must be there and that the car may not know
(satellites, errors): they are 0, which CarLife reads as unknown.
"""

from __future__ import annotations

import asyncio
import datetime
import math
from collections.abc import Callable, Mapping
from typing import Any, TypeGuard

from backends.projection.carlife.ids import Type, VehicleData
from backends.projection.carlife.messages import ACCELERATION_V1, GYROSCOPE_V1, encode

__all__ = ["VehicleFeed"]

_SPEED = "Vehicle.Speed"
_PLACE = "Vehicle.CurrentLocation."
_TURNING = ("Vehicle.AngularVelocity.Roll", "Vehicle.AngularVelocity.Pitch", "Vehicle.AngularVelocity.Yaw")
_PUSH = ("Vehicle.Acceleration.Longitudinal", "Vehicle.Acceleration.Lateral", "Vehicle.Acceleration.Vertical")
_GEAR = "Vehicle.Powertrain.Transmission.SelectedGear"
_FUEL = "Vehicle.Powertrain.FuelSystem.RelativeLevel"
_RANGES = ("Vehicle.Powertrain.Range", "Vehicle.Powertrain.FuelSystem.Range")
_FUEL_LOW = "Vehicle.Powertrain.FuelSystem.IsFuelLevelLow"
_NEEDED: Mapping[VehicleData, tuple[str, ...]] = {
    VehicleData.GPS: (_PLACE + "Latitude", _PLACE + "Longitude"),
    VehicleData.SPEED: (_SPEED,),
    VehicleData.GYROSCOPE: _TURNING[2:],
    VehicleData.ACCELERATION: _PUSH[:1],
    VehicleData.FUEL: (_FUEL,),
}
_TYPES = {
    VehicleData.GPS: Type.CAR_GPS,
    VehicleData.SPEED: Type.CAR_SPEED,
    VehicleData.GYROSCOPE: Type.CAR_GYROSCOPE,
    VehicleData.ACCELERATION: Type.CAR_ACCELERATION,
    VehicleData.GEAR: Type.CAR_GEAR,
    VehicleData.FUEL: Type.CAR_FUEL,
}
_USUAL_HZ = {VehicleData.GYROSCOPE: 10, VehicleData.ACCELERATION: 10}
HZ_MAX = 20
_KINDS = {int(kind): kind for kind in VehicleData}
_NEUTRAL, _PARK, _DRIVE, _REVERSE = 1, 2, 3, 5
_SINGLE_AXIS, _THREE_AXES = 0, 1
_GRAVITY, _G_UNITS = 9.8, 1024


class VehicleFeed:
    """``send`` takes a type and its payload. ``old`` phones get the first form of rotation and acceleration."""

    def __init__(self, send: Callable[[Type, bytes], None], now: Callable[[], datetime.datetime] | None = None) -> None:
        self.old = True
        self._send = send
        self._now = now or (lambda: datetime.datetime.now(datetime.UTC))
        self._values: dict[str, Any] = {}
        self._wanted: dict[VehicleData, float] = {}
        self._timers: dict[VehicleData, asyncio.TimerHandle] = {}

    def update(self, values: Mapping[str, Any]) -> None:
        """What changed; None: not known any more."""
        self._values.update(values)

    def offer(self) -> list[dict[str, Any]]:
        """Every kind, and whether the car can tell it now."""
        return [
            {"module": int(kind), "supported": self._known(kind), "frequency": _USUAL_HZ.get(kind, 1)}
            for kind in VehicleData
        ]

    def start(self, number: int, hertz: int) -> None:
        """The phone wants a kind; one we do not know is left out."""
        if (kind := _KINDS.get(number)) is not None:
            self._wanted[kind] = 1 / min(HZ_MAX, hertz if hertz > 0 else _USUAL_HZ.get(kind, 1))
            if kind not in self._timers:
                self._tick(kind)

    def stop(self, number: int) -> None:
        """No more of it."""
        if (kind := _KINDS.get(number)) is not None:
            self._wanted.pop(kind, None)
            if timer := self._timers.pop(kind, None):
                timer.cancel()

    def close(self) -> None:
        """No more of anything."""
        for kind in VehicleData:
            self.stop(kind)

    @property
    def running(self) -> list[str]:
        """Names of what is being told."""
        return [kind.name.lower() for kind in self._wanted]

    def message(self, kind: VehicleData) -> bytes | None:
        """The payload now; None when the car does not know."""
        if not self._known(kind):
            return None
        match kind:
            case VehicleData.GPS:
                return encode(Type.CAR_GPS, self._position())
            case VehicleData.SPEED:
                return encode(Type.CAR_SPEED, {"speed_kph": round(abs(self._number(_SPEED)))})
            case VehicleData.GYROSCOPE:
                return self._rotation([self._number(path) for path in _TURNING])
            case VehicleData.ACCELERATION:
                return self._acceleration([self._number(path) for path in _PUSH])
            case VehicleData.GEAR:
                return encode(Type.CAR_GEAR, {"gear": _gear(self._values[_GEAR])})
            case VehicleData.FUEL:
                return self._fuel()

    def _tick(self, kind: VehicleData) -> None:
        self._timers.pop(kind, None)
        if kind in self._wanted:
            if (payload := self.message(kind)) is not None:
                self._send(_TYPES[kind], payload)
            self._timers[kind] = asyncio.get_running_loop().call_later(self._wanted[kind], self._tick, kind)

    def _known(self, kind: VehicleData) -> bool:
        if kind is VehicleData.GEAR:
            return _gear(self._values.get(_GEAR)) is not None
        return all(_is_number(self._values.get(path)) for path in _NEEDED[kind])

    def _number(self, path: str) -> float:
        value = self._values.get(path)
        return float(value) if _is_number(value) else 0.0

    def _position(self) -> dict[str, Any]:
        now = self._now()
        speed, heading = abs(self._number(_SPEED)), self._number(_PLACE + "Heading") % 360
        north = east = 0.0
        if _is_number(self._values.get(_PLACE + "Heading")):
            north, east = (speed / 3.6 * turn(math.radians(heading)) for turn in (math.cos, math.sin))
        return {
            "antenna_state": 0, "signal_quality": 0,
            "latitude_udeg": round(self._number(_PLACE + "Latitude") * 1e6),
            "longitude_udeg": round(self._number(_PLACE + "Longitude") * 1e6),
            "height_dm": round(self._number(_PLACE + "Altitude") * 10),
            "speed_ckph": round(speed * 100), "heading_ddeg": round(heading * 10),
            "year": now.year, "month": now.month, "day": now.day,
            "hour": now.hour, "minute": now.minute, "second": now.second,
            "fix": 1, "hdop_d": 0, "pdop_d": 0, "vdop_d": 0, "satellites_used": 0, "satellites_visible": 0,
            "horizontal_error": 0, "vertical_error": 0,
            "north_cmps": round(north * 100), "east_cmps": round(east * 100), "up_cmps": 0,
        }  # fmt: skip

    def _rotation(self, axes: list[float]) -> bytes:
        x, y, z = axes
        if self.old:
            return GYROSCOPE_V1.encode({"samples": 1, "x": round(x), "y": round(y), "z": round(z)})
        single = not all(_is_number(self._values.get(path)) for path in _TURNING)
        kind = _SINGLE_AXIS if single else _THREE_AXES
        return encode(Type.CAR_GYROSCOPE, {"kind": kind, "x": x, "y": y, "z": z})

    def _acceleration(self, axes: list[float]) -> bytes:
        x, y, z = axes
        if self.old:
            counts = {name: round(axis / _GRAVITY * _G_UNITS) for name, axis in zip("xyz", axes, strict=True)}
            return ACCELERATION_V1.encode({"samples": 1, **counts})
        return encode(Type.CAR_ACCELERATION, {"x": x, "y": y, "z": z})

    def _fuel(self) -> bytes:
        metres = next((self._values[path] for path in _RANGES if _is_number(self._values.get(path))), 0)
        low = self._values.get(_FUEL_LOW)
        values = {"level": round(self._number(_FUEL)), "range_km": round(metres / 1000)}
        return encode(Type.CAR_FUEL, values | ({"low": low} if isinstance(low, bool) else {}))


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _gear(value: object) -> int | None:
    """VSS counts gears (0 neutral, negative reverse, 126 park, 127 drive); some cars tell a letter."""
    if isinstance(value, str):
        return {"P": _PARK, "R": _REVERSE, "N": _NEUTRAL, "D": _DRIVE}.get(value[:1].upper())
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    return {0: _NEUTRAL, 126: _PARK}.get(int(value), _REVERSE if value < 0 else _DRIVE)
