"""The vehicle's values, to the phone that asked for them: the current one at once, then what changes."""

from __future__ import annotations

import asyncio
from typing import Any, ClassVar

from backends.projection.android_auto.channels.base import Channel, Peer
from backends.projection.android_auto.description import SensorKind, SensorSource, Service
from backends.projection.android_auto.ids import Sensor, SensorType, Status
from backends.projection.android_auto.messages import StatusOnly
from backends.projection.android_auto.sensor_messages import Batch, Request
from backends.projection.android_auto.sensors import FIELDS, readings
from backends.projection.android_auto.tables import Table

__all__ = ["PACE_S", "Sensors"]

PACE_S = 0.1
"""What changes all the time is told this often; what concerns safety at once."""
_AT_ONCE = {SensorType.DRIVING_STATUS, SensorType.GEAR, SensorType.PARKING_BRAKE, SensorType.NIGHT}
_RAW_GPS, _FROM_SPEED = 256, 64
_UNLEADED, _ELECTRIC = 1, 10


class Sensors(Channel):
    """Announces what is known as the link begins; driving status and night always."""

    NAME: ClassVar[str] = "sensors"

    def __init__(self, peer: Peer, number: int) -> None:
        super().__init__(peer, number)
        self._offered = [kind for kind, value in readings(peer.car).items() if value is not None]
        self._told: dict[SensorType, Table | None] = {}
        self._pause: asyncio.TimerHandle | None = None
        self._batches = 0

    def service(self) -> Service:
        kinds = tuple(SensorKind(kind=kind) for kind in self._offered)
        fuels: tuple[int, ...] = ()
        if SensorType.FUEL in self._offered:
            tank = self.peer.car.amount("Vehicle.Powertrain.FuelSystem.RelativeLevel") is not None
            fuels = (_UNLEADED,) if tank else (_ELECTRIC,)
        location = _RAW_GPS if SensorType.LOCATION in self._offered else None
        return Service(id=self.number, sensor=SensorSource(sensors=kinds, location=location, fuels=fuels))

    def received(self, kind: int, body: bytes) -> bool:
        if kind != Sensor.REQUEST:
            return kind == Sensor.ERROR
        wanted = Request.decode(body).kind
        sensor = next((one for one in self._offered if one == wanted), None)
        self.send(Sensor.RESPONSE, StatusOnly(status=Status.INVALID_SENSOR if sensor is None else Status.OK))
        if sensor is not None:
            self._told[sensor] = None
            self._tell({sensor})
        return True

    def changed(self) -> None:
        """The car knows something new."""
        self._tell(_AT_ONCE)
        if self._pause is None and self._told:
            self._pause = self.peer.later(PACE_S, self._paced)

    def closed(self) -> None:
        super().closed()
        self._told.clear()
        if self._pause is not None:
            self._pause.cancel()
            self._pause = None

    def report(self) -> list[tuple[str, str]]:
        names = ", ".join(kind.name.lower() for kind in self._offered)
        wanted = ", ".join(kind.name.lower() for kind in self._told)
        return [("Sensors offered", names), ("Sensors wanted", wanted), ("Sensor messages", str(self._batches))]

    def _paced(self) -> None:
        self._pause = None
        self._tell(set(self._told))

    def _tell(self, kinds: set[SensorType]) -> None:
        now = readings(self.peer.car)
        news: dict[str, Any] = {}
        for kind in self._told:
            value = now[kind]
            if kind in kinds and value is not None and value != self._told[kind]:
                self._told[kind] = value
                news[FIELDS[kind]] = (value,)
        if news:
            self._batches += 1
            self.send(Sensor.BATCH, Batch(**news))
