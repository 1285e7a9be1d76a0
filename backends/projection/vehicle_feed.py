"""The vehicle as phones are told it: values by VSS path as they change, at most ten times a second. What is not known is None.

Nothing is followed but the driving restrictions while there is no phone that wants to know: a subscription costs both sides.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from typing import Any

from backends.interfaces import Link, ServiceError, Unsubscribe
from backends.interfaces.night import AMBIENT_LIGHT, NIGHT_MODE, NIGHT_SENSOR
from backends.projection.tasks import Tasks

__all__ = ["DRIVE_STATE", "INTERVAL_S", "PATHS", "WAITING_INTERVAL_S", "VehicleFeed"]

INTERVAL_S = 0.1
WAITING_INTERVAL_S = 2.0
"""While phones are known and none is connected: so that the first thing one is told is true."""
DRIVE_STATE = "Pillion.DriveState"
"""Beside the paths: parked, idling or moving as the vehicle service decides it; None: not known, which is no "parked"."""

_POWER = "Vehicle.Powertrain"
_LIGHTS = "Vehicle.Body.Lights"
_PLACE = "Vehicle.CurrentLocation"
_SIDES = ("Left", "Right")
PATHS = (
    "Vehicle.Speed",
    "Vehicle.TraveledDistance",
    f"{_POWER}.Transmission.SelectedGear",
    f"{_POWER}.Transmission.CurrentGear",
    "Vehicle.Chassis.ParkingBrake.IsEngaged",
    f"{_POWER}.CombustionEngine.Speed",
    f"{_POWER}.Type",
    f"{_POWER}.Range",
    f"{_POWER}.FuelSystem.RelativeLevel",
    f"{_POWER}.FuelSystem.AbsoluteLevel",
    f"{_POWER}.FuelSystem.TankCapacity",
    f"{_POWER}.FuelSystem.IsFuelLevelLow",
    f"{_POWER}.FuelSystem.Range",
    f"{_POWER}.TractionBattery.StateOfCharge.Displayed",
    f"{_POWER}.TractionBattery.StateOfCharge.CurrentEnergy",
    f"{_POWER}.TractionBattery.Range",
    f"{_POWER}.TractionBattery.Charging.IsCharging",
    *(f"{_PLACE}.{word}" for word in ("Latitude", "Longitude", "Altitude", "Heading", "HorizontalAccuracy")),
    *(f"Vehicle.AngularVelocity.{axis}" for axis in ("Roll", "Pitch", "Yaw")),
    *(f"Vehicle.Acceleration.{axis}" for axis in ("Longitudinal", "Lateral", "Vertical")),
    *(f"Vehicle.Cabin.Door.Row{row}.{side}Side.IsOpen" for row in (1, 2) for side in ("Driver", "Passenger")),
    "Vehicle.Body.Hood.IsOpen",
    "Vehicle.Body.Trunk.Rear.IsOpen",
    *(f"{_LIGHTS}.Beam.{beam}.IsOn" for beam in ("Low", "High")),
    *(f"{_LIGHTS}.DirectionIndicator.{side}.IsSignaling" for side in _SIDES),
    f"{_LIGHTS}.Hazard.IsSignaling",
    f"{_LIGHTS}.Parking.IsOn",
    *(f"Vehicle.Chassis.Axle.Row{row}.Wheel.{side}.Tire.Pressure" for row in (1, 2) for side in _SIDES),
    "Vehicle.Exterior.AirTemperature",
    "Vehicle.VehicleIdentification.Brand",
    "Vehicle.VehicleIdentification.Model",
    NIGHT_MODE,
    NIGHT_SENSOR,
    AMBIENT_LIGHT,
)
_KNOWN = frozenset(PATHS)
_logger = logging.getLogger(__name__)


class VehicleFeed:
    """Follows Vehicle1. ``passed`` takes what changed; ``restricted`` the property Restrictions, None when nobody says."""

    def __init__(self, link: Link, passed: Callable[[dict[str, Any]], None], restricted: Callable[[Any], None]) -> None:
        self._link = link
        self._passed = passed
        self._restricted = restricted
        self._undo: list[Unsubscribe] = []
        self._tasks = Tasks()
        self._reading: asyncio.Task[None] | None = None
        self._subscription: int | None = None
        self._told: dict[str, Any] = {}
        self._waiting: dict[str, Any] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._interval_s: float | None = None
        self._there = False
        self._unhear: Unsubscribe | None = None

    def start(self) -> None:
        """Follow the vehicle, whenever it is there."""
        self._undo = [
            self._link.on_signal("vehicle", "PropertiesChanged", self._properties),
            self._link.on_presence("vehicle", self._present),
        ]

    async def stop(self) -> None:
        """Follow it no more."""
        for undo in self._undo:
            undo()
        self._undo = []
        if self._unhear is not None:
            self._unhear()
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        await self._tasks.close()

    def follow(self, interval_s: float | None) -> None:
        """How often values are wanted, s; None: not at all."""
        before, self._interval_s = self._interval_s, interval_s
        if before is not None and interval_s is not None and interval_s < before and self._timer is not None:
            self._timer.cancel()
            self._send()
        if before is None and interval_s is not None:
            self._unhear = self._link.on_signal("vehicle", "Changed", self._changed)
            if self._there:
                self._read_again()
        elif before is not None and interval_s is None:
            if self._unhear is not None:
                self._unhear()
                self._unhear = None
            self._take({path: None for path in self._told if path in _KNOWN})
            if self._there:
                self._read_again()

    def _present(self, present: bool) -> None:
        self._there = present
        if present:
            self._subscription = None
            self._read_again()
        else:
            self._lose()

    def _read_again(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._tasks.start(self._read(), "vehicle")

    async def _read(self) -> None:
        """Its rules first, then its values."""
        try:
            async with asyncio.timeout(5):
                properties = await self._link.properties("vehicle")
        except (ServiceError, TimeoutError):
            self._lose()
            return
        self._restrict(properties.get("Restrictions"))
        try:
            async with asyncio.timeout(5):
                if self._interval_s is None:
                    if self._subscription is not None:
                        number, self._subscription = self._subscription, None
                        await self._link.call("vehicle", "Unsubscribe", number)
                    return
                served = await self._link.call("vehicle", "Describe", [])
                before = self._subscription
                self._subscription, samples = await self._link.call(
                    "vehicle", "Subscribe", sorted(_KNOWN & set(served))
                )
                if before is not None:
                    await self._link.call("vehicle", "Unsubscribe", before)
        except (ServiceError, TimeoutError) as error:
            _logger.info("no values of the vehicle error=%s", error)
            return
        gone = {path: None for path in self._told if path in _KNOWN and path not in samples}
        self._take(gone | {path: _sure(one.get("value"), one.get("quality")) for path, one in samples.items()})

    def _changed(self, _lane: str, changes: list[tuple[str, Any, str, float]]) -> None:
        self._take({path: _sure(value, quality) for path, value, quality, _ in changes if path in _KNOWN})

    def _properties(self, values: Mapping[str, Any]) -> None:
        if "Restrictions" in values:
            self._restrict(values["Restrictions"])
        if "Profile" in values:
            self._read_again()  # another car, so to speak

    def _restrict(self, restrictions: Any) -> None:
        self._restricted(restrictions)
        given = restrictions if isinstance(restrictions, Mapping) else {}
        state = given.get("state")
        known = given.get("known") is True and state in ("parked", "idling", "moving")
        self._take({DRIVE_STATE: state if known else None})

    def _lose(self) -> None:
        self._subscription = None
        self._restricted(None)
        self._take(dict.fromkeys(self._told))

    def _take(self, values: Mapping[str, Any]) -> None:
        self._waiting.update(values)
        if self._timer is None:
            self._send()

    def _send(self) -> None:
        """Pass on what differs; the next goes no sooner than the interval from now."""
        self._timer = None
        news = {path: value for path, value in self._waiting.items() if self._told.get(path) != value}
        self._waiting.clear()
        if news:
            self._told.update(news)
            wait_s = WAITING_INTERVAL_S if self._interval_s is None else self._interval_s
            self._timer = asyncio.get_running_loop().call_later(wait_s, self._send)
            self._passed(news)


def _sure(value: Any, quality: Any) -> Any:
    return value if quality == "valid" and isinstance(value, bool | int | float | str) else None
