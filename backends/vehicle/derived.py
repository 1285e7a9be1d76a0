"""What the service computes from a vehicle's values, for any car: trips, graphs, warnings. No clock: time is given.

`run` is called at `due`: four times a second while frames come or something is under way, and not at all on a silent bus. It
reads the table and stores into it. What a car sends itself is never overwritten.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from backends.core.errors import NotFound
from backends.vehicle.catalogue import Meta
from backends.vehicle.consumption import ChargingSeries, ConsumptionSeries, UsageMeter
from backends.vehicle.defs import GEAR_PARK, Lane, Quality, Scalar
from backends.vehicle.slots import Slot, SlotTable
from backends.vehicle.trips import Mileage, Trip
from backends.vehicle.warning.rules import Rule, shipped_rules
from backends.vehicle.warning.watch import Watch

__all__ = ["PERIOD_S", "Derived"]

PERIOD_S = 0.25
_LONGEST_S = 2.0
"""A longer pause between two runs is not driving but a machine that slept: it is left out."""
_STANDING_KPH = 0.3

_SPEED = "Vehicle.Speed"
_ODOMETER = "Vehicle.TraveledDistance"
_IGNITION = "Vehicle.LowVoltageSystemState"
_GEAR = "Vehicle.Powertrain.Transmission.SelectedGear"
_TYPE = "Vehicle.Powertrain.Type"
_CHARGING = "Vehicle.Powertrain.TractionBattery.Charging."
_CABLE = _CHARGING + "ChargingPort.AnyPosition.IsChargingCableConnected"

_TRIPS = {
    "A": ("Vehicle.Private.Trip.A.Distance", "Vehicle.Private.Trip.A.Duration",
          "Vehicle.Private.Trip.A.AverageSpeed", "Vehicle.Private.Trip.A.AverageConsumption"),
    "B": ("Vehicle.Private.Trip.B.Distance", "Vehicle.Private.Trip.B.Duration",
          "Vehicle.Private.Trip.B.AverageSpeed", "Vehicle.Private.Trip.B.AverageConsumption"),
    "start": ("Vehicle.TraveledDistanceSinceStart", "Vehicle.TripDuration",
              "Vehicle.AverageSpeed", "Vehicle.Private.Trip.SinceStart.AverageConsumption"),
}  # fmt: skip
"""Distance, duration, average speed and average consumption of each trip."""
_METER = "Vehicle.TripMeterReading"
_AVERAGES = {
    True: "Vehicle.Private.TractionBattery.AverageConsumption",
    False: "Vehicle.Powertrain.FuelSystem.AverageConsumption",
}
"""Since the start, by whether the car is electric."""


class Derived:
    """``wall`` gives Unix time; ``boot`` names this start of the machine, by which a new drive is told from a restart."""

    def __init__(
        self,
        table: SlotTable,
        meta: dict[str, Meta],
        *,
        rules: tuple[Rule, ...] = (),
        off: tuple[str, ...] = (),
        wall: Callable[[], float] = time.time,
        boot: str = "",
    ) -> None:
        self._table, self._meta, self._wall, self._boot = table, meta, wall, boot
        self._trips = {name: Trip() for name in _TRIPS}
        self._mileage, self._usage = Mileage(), UsageMeter()
        self._consumption, self._charging = ConsumptionSeries(), ChargingSeries()
        self.watch = Watch((*shipped_rules(), *rules), table, off)
        self.data_away = False
        self.changed = False
        """Something worth keeping changed since somebody last set this to False."""
        self._own: dict[str, Slot] = {}
        for path in (*(path for paths in _TRIPS.values() for path in paths), _METER, *_AVERAGES.values()):
            slot = table.slot(meta[path], Lane.SLOW)
            if not slot.cells:  # what the car sends itself stays the car's
                slot.lane = Lane.SLOW
                self._own[path] = slot
        self.serves = frozenset(self._own) - set(_AVERAGES.values())
        """Paths that get a value here, though maybe later; which average there is the car's energy decides."""
        self._last: float | None = None
        self._on: bool | None = None
        self._told_unit = ""
        self.due: float | None = 0.0

    # -- time --------------------------------------------------------------------------------------------------------

    def wake(self, now: float) -> None:
        """Something came, or changed."""
        if self.due is None:
            self.due = now if self._last is None else max(now, self._last + PERIOD_S)

    def set_data_away(self, away: bool, now: float) -> None:
        """Whether any bus brings nothing."""
        self.data_away = away
        self.wake(now)

    def run(self, now: float) -> bool:
        """Go on. Returns whether the warnings changed."""
        seconds = 0.0 if self._last is None else now - self._last
        self._last = now
        self._drive(now, seconds if seconds <= _LONGEST_S else 0.0)
        told = self.watch.run(now, self._wall(), self.data_away)
        self.changed = self.changed or told
        self.due = now + PERIOD_S if self.watch.waiting else None
        return told

    def _drive(self, now: float, seconds: float) -> None:
        number = self._number
        speed = number(_SPEED)
        on = self._switched_on(speed)
        metres = self._mileage.advance(speed, number(_ODOMETER), now, seconds)
        charging = self._sure(_CHARGING + "IsCharging") is True
        used = self._usage.advance(self._sure(_TYPE), charging, number, metres, seconds)
        self._charge(charging, now)
        if on and self._on is False:
            self._trips["start"] = Trip()
        self._on = self._on if on is None else on
        if metres or on:
            self._consumption.add(metres, used)
            for trip in self._trips.values():
                trip.add(metres, seconds if on else 0.0, used)
            self.changed = True
        self._publish(now)

    def _switched_on(self, speed: float | None) -> bool | None:
        ignition = self._sure(_IGNITION)
        if ignition is not None:
            return ignition in ("ON", "START")
        gear = self._sure(_GEAR)
        if speed is None and gear is None:
            return None
        return (speed is not None and abs(speed) > _STANDING_KPH) or (gear is not None and gear != GEAR_PARK)

    def _charge(self, charging: bool, now: float) -> None:
        cable = self._sure(_CABLE)
        plugged = cable if isinstance(cable, bool) else charging or None
        kilowatts = self._number(_CHARGING + "AveragePower")
        if kilowatts is None:
            watts = self._number("Vehicle.Powertrain.TractionBattery.CurrentPower")
            kilowatts = None if watts is None else watts / 1000
        self._charging.update(plugged, kilowatts if charging else 0.0, now)

    def _publish(self, now: float) -> None:
        self._tell_unit()
        # Nothing tells how far: the sums may be short by now.
        quality = Quality.VALID if self._mileage.known or not self._on else Quality.STALE
        for name, paths in _TRIPS.items():
            trip = self._trips[name]
            values = (trip.distance_m, trip.duration_s, trip.average_kph, trip.average_consumption)
            for path, value, digits in zip(paths, values, (0, 0, 1, 1), strict=True):
                self._store(path, value, digits, quality, now)
        self._store(_METER, self._trips["A"].distance_m, 0, quality, now)
        if self._usage.electric is not None:
            self._store(_AVERAGES[self._usage.electric], self._trips["start"].average_consumption, 1, quality, now)

    def _store(self, path: str, value: float | None, digits: int, quality: Quality, now: float) -> None:
        slot = self._own.get(path)
        if slot is None:
            return
        if value is None:
            slot.degrade(Quality.NOT_AVAILABLE, now)
            return
        if quality is Quality.VALID or slot.value is None:
            whole = slot.meta.datatype.startswith(("uint", "int"))
            slot.store(int(value) if whole else round(value, digits), now)
        if quality is Quality.STALE:
            slot.degrade(quality, now)

    def _tell_unit(self) -> None:
        unit = self._usage.unit
        if unit != self._told_unit and self._usage.electric is not None:
            self._told_unit = unit
            for *_, path in _TRIPS.values():
                self._meta[path] = replace(self._meta[path], unit=unit)

    def _sure(self, path: str) -> Scalar | None:
        slot = self._table.slots.get(path)
        return slot.value if slot is not None and slot.quality is Quality.VALID else None

    def _number(self, path: str) -> float | None:
        value = self._sure(path)
        return None if value is None or isinstance(value, bool | str) else float(value)

    # -- questions ---------------------------------------------------------------------------------------------------

    def reset_trip(self, name: str, now: float) -> None:
        """Begin trip A or B anew. Raises NotFound."""
        if name not in ("A", "B"):
            raise NotFound(f"There is no trip {name}; there are A and B")
        self._trips[name] = Trip()
        self.changed = True
        self._publish(now)

    def series(self, name: str) -> tuple[str, str, list[tuple[float, float]]]:
        """(unit of x, unit of y, points) of a graph. Raises NotFound."""
        match name:
            case "consumption":
                return "km", self._usage.unit, self._consumption.points()
            case "charging":
                return "s", "kW", self._charging.points()
        raise NotFound(f"There is no series {name}; there are consumption and charging")

    # -- what is kept ------------------------------------------------------------------------------------------------

    def state(self) -> dict[str, Any]:
        """Plain data that `restore` takes."""
        return {
            "boot": self._boot,
            "saved": self._wall(),
            "electric": self._usage.electric,
            "trips": {name: trip.state() for name, trip in self._trips.items()},
            "consumption": self._consumption.state(),
            "charging": self._charging.state(),
            "warnings": {"current": self.watch.current, "history": list(self.watch.history)},
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on where an earlier run stopped. Raises ValueError, TypeError, KeyError or AttributeError for what is no state."""
        trips = {name: Trip.from_state(state["trips"][name]) for name in _TRIPS}
        if state["boot"] != self._boot:
            trips["start"] = Trip()
        warnings = state["warnings"]
        self.watch.restore(warnings["current"], warnings["history"], float(state["saved"]))
        self._consumption.restore(state["consumption"])
        self._charging.restore(state["charging"], self._wall() - float(state["saved"]))
        self._usage.electric = state["electric"] if isinstance(state["electric"], bool) else None
        self._trips = trips
