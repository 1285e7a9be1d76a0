"""The trip computer and the graphs: pure, with a clock by hand, and over a vehicle of its own."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.core.errors import NotFound
from backends.vehicle.catalogue import catalogue
from backends.vehicle.consumption import ChargingSeries, ConsumptionSeries, UsageMeter
from backends.vehicle.defs import Lane, Quality
from backends.vehicle.derived import PERIOD_S, Derived
from backends.vehicle.keeping import Keeper
from backends.vehicle.slots import SlotTable
from backends.vehicle.trips import Mileage, Trip
from tests.fakes.host import until

SPEED, ODOMETER = "Vehicle.Speed", "Vehicle.TraveledDistance"
IGNITION = "Vehicle.LowVoltageSystemState"
POWER = "Vehicle.Powertrain.TractionBattery.CurrentPower"
TRIP = "Vehicle.Private.Trip.A."


class Drive:
    """A table that is set by hand and what is derived from it."""

    def __init__(self, boot: str = "first", **values: Any) -> None:
        self.table, self.meta = SlotTable(), dict(catalogue())
        self.now, self.wall = 100.0, 1_700_000_000.0
        self.derived = Derived(self.table, self.meta, wall=lambda: self.wall, boot=boot)
        self.set({IGNITION: "ON", "Vehicle.Powertrain.Type": "ELECTRIC", **values})

    def set(self, values: dict[str, Any]) -> None:
        for path, value in values.items():
            self.table.slot(self.meta[path]).store(value, self.now)

    def lose(self, *paths: str) -> None:
        for path in paths:
            self.table.slot(self.meta[path]).degrade(Quality.STALE, self.now)

    def go(self, seconds: float) -> None:
        for _ in range(round(seconds / PERIOD_S)):
            self.now += PERIOD_S
            self.wall += PERIOD_S
            self.derived.run(self.now)

    def value(self, path: str) -> Any:
        slot = self.table.slots[path]
        return slot.value if slot.quality is Quality.VALID else slot.quality.value


def test_vehicle_trip_of_a_car_with_speed_and_power() -> None:
    drive = Drive()
    assert drive.value(TRIP + "Distance") == "never"
    drive.set({SPEED: 90.0, POWER: -18_000.0})
    drive.go(400)
    assert drive.value(TRIP + "Distance") == pytest.approx(10_000, rel=0.01)
    assert drive.value(TRIP + "Duration") == pytest.approx(400, abs=1)
    assert drive.value(TRIP + "AverageSpeed") == pytest.approx(90, rel=0.01)
    assert drive.value(TRIP + "AverageConsumption") == pytest.approx(20, rel=0.01)
    assert drive.meta[TRIP + "AverageConsumption"].unit == "kWh/100km"
    assert drive.value("Vehicle.TraveledDistanceSinceStart") == pytest.approx(10_000, rel=0.01)
    assert isinstance(drive.value("Vehicle.TraveledDistanceSinceStart"), int)
    assert drive.value("Vehicle.TripMeterReading") == drive.value("Vehicle.TraveledDistanceSinceStart")
    x_unit, y_unit, points = drive.derived.series("consumption")
    assert (x_unit, y_unit, len(points)) == ("km", "kWh/100km", 19)
    assert all(-10 < x < 0 and y == pytest.approx(20, rel=0.02) for x, y in points)
    assert [x for x, _ in points] == sorted(x for x, _ in points)


def test_vehicle_trip_reset_touches_only_its_own() -> None:
    drive = Drive(**{SPEED: 36.0})
    drive.go(100)
    drive.derived.reset_trip("A", drive.now)
    assert drive.value(TRIP + "Distance") == 0
    assert drive.value(TRIP + "AverageSpeed") == "not_available"  # an average of nothing is unknown, not zero
    assert drive.value("Vehicle.Private.Trip.B.Distance") == pytest.approx(1000, abs=5)
    drive.go(50)
    assert drive.value(TRIP + "Distance") == pytest.approx(500, abs=5)
    for name in ("C", "start", ""):
        with pytest.raises(NotFound):
            drive.derived.reset_trip(name, drive.now)
    with pytest.raises(NotFound):
        drive.derived.series("speed")


def test_vehicle_trip_of_a_fuel_car() -> None:
    moment = "Vehicle.Powertrain.FuelSystem.InstantConsumption"
    drive = Drive(**{"Vehicle.Powertrain.Type": "COMBUSTION", SPEED: 100.0, moment: 6.5})
    drive.go(120)
    assert drive.value(TRIP + "AverageConsumption") == pytest.approx(6.5)
    assert drive.meta[TRIP + "AverageConsumption"].unit == "l/100km"
    assert drive.derived.series("consumption")[1] == "l/100km"
    assert drive.value("Vehicle.Powertrain.FuelSystem.AverageConsumption") == pytest.approx(6.5)


def test_vehicle_trip_keeps_what_the_car_sends_itself() -> None:
    table, meta = SlotTable(), dict(catalogue())
    own = table.slot(meta["Vehicle.AverageSpeed"], Lane.DISPLAY)
    own.cells.append(table.cell("TRIP", 1.0))
    own.store(55.5, 1.0)
    derived = Derived(table, meta)
    table.slot(meta[SPEED]).store(100.0, 1.0)
    for step in range(40):
        derived.run(2 + step / 4)
    assert (own.value, own.lane) == (55.5, Lane.DISPLAY)


def test_vehicle_trip_time_stops_with_the_car() -> None:
    drive = Drive(**{SPEED: 0.0})
    drive.go(60)  # a traffic light: the car is on
    assert drive.value(TRIP + "Duration") == pytest.approx(60, abs=1)
    drive.set({IGNITION: "OFF"})
    drive.go(600)
    assert drive.value(TRIP + "Duration") == pytest.approx(60, abs=1)
    drive.set({IGNITION: "ON"})
    drive.go(10)
    assert drive.value("Vehicle.TripDuration") == pytest.approx(10, abs=1)  # a new start
    assert drive.value(TRIP + "Duration") == pytest.approx(70, abs=1)


def test_vehicle_trip_says_stale_while_nothing_tells_how_far() -> None:
    drive = Drive(**{SPEED: 50.0})
    drive.go(10)
    drive.lose(SPEED)
    drive.go(5)
    assert drive.value(TRIP + "Distance") == "stale"
    drive.set({SPEED: 50.0})
    drive.go(1)
    assert drive.value(TRIP + "Distance") == pytest.approx(50 / 3.6 * 11, abs=10)


def test_vehicle_trip_leaves_out_the_machines_sleep() -> None:
    drive = Drive(**{SPEED: 100.0})
    drive.go(10)
    drive.now += 3600
    drive.go(10)
    assert drive.value(TRIP + "Distance") == pytest.approx(100 / 3.6 * 20, abs=15)


# -- distance ----------------------------------------------------------------------------------------------------------


@given(
    st.lists(st.floats(0, 250), min_size=1, max_size=120),
    st.sampled_from([None, 1, 100, 1000, 1609]),
    st.floats(0.97, 1.03),
)
def test_vehicle_mileage_never_goes_back_and_meets_the_odometer(
    speeds: list[float], unit_m: int | None, wrong: float
) -> None:
    """Whatever the odometer counts in, and a speedometer that shows up to 3 % too much or too little."""
    mileage, true_m, told_m, start_m = Mileage(), 0.0, 0.0, 123_456_789.0
    for second, kph in enumerate(speeds):
        for quarter in range(4):
            true_m += kph / 3.6 * 0.25
            odometer = None if unit_m is None else (start_m + true_m) // unit_m * unit_m
            step = mileage.advance(kph * wrong, odometer, 100 + second + quarter / 4, 0.25)
            assert step >= 0
            told_m += step
    # Changes of speed are read between two samples: half a sample of the largest may be off.
    slack = 0.05 * true_m + 20 + (0 if unit_m is None else unit_m)
    assert told_m == pytest.approx(true_m, abs=slack)


@given(st.lists(st.one_of(st.none(), st.floats(-1e9, 1e9), st.sampled_from([0.0, 4294967295.0])), max_size=60))
def test_vehicle_mileage_of_a_mad_odometer_stays_sane(odometers: list[float | None]) -> None:
    mileage = Mileage()
    total = sum(mileage.advance(36.0, value, 100 + at, 1.0) for at, value in enumerate(odometers))
    assert 0 <= total <= 10 * len(odometers) + 2200 * len(odometers)


def test_vehicle_mileage_by_odometer_alone() -> None:
    mileage = Mileage()
    steps = [mileage.advance(None, 1000.0 + second * 10, second, 1.0) for second in range(11)]
    assert (steps[0], sum(steps)) == (0, 100)
    assert mileage.advance(None, 500.0, 12, 1.0) == 0  # another odometer
    assert mileage.advance(None, 510.0, 13, 1.0) == 10
    assert mileage.advance(None, None, 14, 1.0) == 0
    assert not mileage.known


# -- consumption -------------------------------------------------------------------------------------------------------


def test_vehicle_usage_picks_the_best_path() -> None:
    def used(kind: str | None, values: dict[str, float], later: dict[str, float] | None = None, **rest: Any) -> Any:
        meter = UsageMeter()
        meter.advance(kind, rest.get("charging", False), values.get, 0, 3600)
        result = meter.advance(kind, rest.get("charging", False), (later or values).get, 10_000, 3600)
        return result, meter.electric

    battery, fuel = "Vehicle.Powertrain.TractionBattery.", "Vehicle.Powertrain.FuelSystem."
    energy, motor = battery + "StateOfCharge.CurrentEnergy", "Vehicle.Powertrain.ElectricMotor.Power"
    assert used("ELECTRIC", {POWER: -2000.0, energy: 50.0}) == (2.0, True)
    assert used("ELECTRIC", {POWER: 2000.0}) == (-2.0, True)  # recuperation gives back
    assert used("ELECTRIC", {POWER: 7000.0}, charging=True) == (0.0, True)  # the grid's energy is not the road's
    assert used("ELECTRIC", {energy: 50.0}, {energy: 48.5}) == (1.5, True)
    assert used(None, {motor: 15.0}) == (15.0, True)
    assert used("COMBUSTION", {fuel + "ConsumptionSinceStart": 1.0}, {fuel + "ConsumptionSinceStart": 1.4}) == (
        pytest.approx(0.4), False,
    )  # fmt: skip
    assert used("HYBRID", {fuel + "InstantConsumption": 5.0, POWER: -9000.0}) == (0.5, False)
    assert used("COMBUSTION", {POWER: -9000.0}) == (None, False)
    assert used(None, {}) == (None, None)


def test_vehicle_consumption_graph_holds_fifty_kilometres() -> None:
    series = ConsumptionSeries()
    for step in range(8000):
        series.add(10.0, 0.0016 if step < 7000 else 0.0032)
        series.add(10.0, None)  # not known: not drawn as zero
    points = series.points()
    assert len(points) == 100
    assert (points[0][0], points[-1][0]) == (pytest.approx(-49.75), pytest.approx(-0.25))
    assert points[0][1] == pytest.approx(16)
    assert points[-1][1] == pytest.approx(32)
    again = ConsumptionSeries()
    again.restore(json.loads(json.dumps(series.state())))
    assert [y for _, y in again.points()] == pytest.approx([y for _, y in points])


def test_vehicle_charging_graph_begins_with_the_plug_and_stays_small() -> None:
    series = ChargingSeries()
    series.update(False, None, 0)
    for second in range(12 * 3600):
        series.update(True, 11.0 if second < 3600 else 7.0, 1000.0 + second)
    points = series.points()
    assert 300 < len(points) <= 721
    assert points[0] == (0.0, 11.0)
    assert points[-1][0] == pytest.approx(12 * 3600, abs=200)
    series.update(False, 0.0, 90_000.0)
    assert series.points() == points  # can be looked at until the next time
    series.update(None, 5.0, 90_010.0)
    series.update(True, 3.0, 90_020.0)
    assert series.points() == [(0.0, 3.0)]


def test_vehicle_charging_goes_on_after_a_restart_when_the_cable_stayed_in() -> None:
    series = ChargingSeries()
    for second in range(0, 100, 10):
        series.update(True, 11.0, 1000.0 + second)
    state = json.loads(json.dumps(series.state()))
    again = ChargingSeries()
    again.restore(state, gone_s=60)
    again.update(None, None, 5.0)
    again.update(True, 7.0, 10.0)
    assert again.points() == [*series.points(), (150.0, 7.0)]
    for gone_s, plugged in ((-5, True), (90_000, True), (60, False)):
        other = ChargingSeries()
        other.restore(state, gone_s)
        other.update(plugged, 7.0, 10.0)
        other.update(True, 7.0, 20.0)
        assert other.points()[0] == (0.0, 7.0)  # another session


# -- what is kept ------------------------------------------------------------------------------------------------------


def test_vehicle_trips_survive_a_restart(tmp_path: Path, run: Any) -> None:
    async def body() -> None:
        file = tmp_path / "derived.json"
        drive = Drive(**{SPEED: 72.0, POWER: -15_000.0})
        keeper = Keeper(drive.derived, file, period_s=0.02)
        keeper.load()
        keeper.start()
        drive.go(100)
        await until(lambda: file.exists() and not drive.derived.changed, what="written while running")
        drive.go(100)
        await keeper.stop()
        for boot, since_start in (("first", 4000), ("second", 0)):
            again = Drive(boot=boot)
            Keeper(again.derived, file).load()
            again.go(1)
            assert again.value(TRIP + "Distance") == "stale"  # the car has not said yet how far it is now
            again.set({SPEED: 0.0})
            again.go(1)
            assert again.value(TRIP + "Distance") == pytest.approx(4000, abs=20)
            assert again.value(TRIP + "AverageConsumption") == pytest.approx(20.8, abs=0.3)
            assert again.value("Vehicle.TraveledDistanceSinceStart") == pytest.approx(since_start, abs=20)
            assert len(again.derived.series("consumption")[2]) == 7

    run(body())


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b"null", b"{}", b'{"trips": {"A": {}}}', b"\xff\xfe", b'{"trips": 1, "boot": ""}', "half"],
)
def test_vehicle_state_nobody_can_read_is_set_aside(tmp_path: Path, data: Any) -> None:
    file = tmp_path / "derived.json"
    if data == "half":
        whole = json.dumps(Drive().derived.state()).encode()
        data = whole[: len(whole) // 2]
    file.write_bytes(data)
    drive = Drive(**{SPEED: 36.0})
    Keeper(drive.derived, file).load()
    drive.go(10)
    assert drive.value(TRIP + "Distance") == pytest.approx(100, abs=3)
    assert [path.name for path in tmp_path.iterdir()] == ["derived.json.bad-1"]


def test_vehicle_state_that_cannot_be_written_is_tried_again(tmp_path: Path, run: Any) -> None:
    async def body() -> None:
        folder = tmp_path / "state"
        folder.write_bytes(b"a file where a folder should be")
        drive = Drive(**{SPEED: 36.0})
        keeper = Keeper(drive.derived, folder / "derived.json", period_s=0.01)
        keeper.start()
        drive.go(10)
        await asyncio.sleep(0)
        folder.unlink()
        await until(lambda: (folder / "derived.json").exists(), what="written once there is room")
        await keeper.stop()

    run(body())


def test_vehicle_trip_state_is_checked() -> None:
    good = Trip(10.0, 5.0, 1.0, 10.0)
    assert Trip.from_state(good.state()) == good
    for wrong in ({}, {"distance_m": "x"}, {**good.state(), "distance_m": -1}, {**good.state(), "duration_s": 1e300}):
        with pytest.raises((ValueError, KeyError)):
            Trip.from_state(wrong)
