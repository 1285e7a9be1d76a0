"""What the driver may do: the table, the state machine, and that whatever is not known is taken for the worst."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.vehicle.defs import GEAR_DRIVE, GEAR_NEUTRAL, GEAR_PARK, GEAR_REVERSE, Quality
from backends.vehicle.restrictions import DriveState, Reading, Restrictor, restrictions
from tests.fakes.vehicle import BenchVehicle

NEVER = Reading(None, Quality.NEVER)


def sure(value: Any) -> Reading:
    return Reading(value, Quality.VALID)


def test_vehicle_restrictions_table() -> None:
    words = ("video", "keyboard", "dialpad", "setup", "message_text", "filter", "scrolling_text")
    limits = ("max_list_items", "max_depth", "max_string", "max_string_cjk", "max_tabs")
    parked, idling, moving = (restrictions(state, known=True) for state in DriveState)
    assert [parked[word] for word in words] == [True] * 7
    assert [idling[word] for word in words] == [False, True, True, False, True, True, True]
    assert [moving[word] for word in words] == [False] * 7
    assert [parked[limit] for limit in limits] == [idling[limit] for limit in limits] == [0] * 5
    assert [moving[limit] for limit in limits] == [21, 3, 80, 31, 4]


def test_vehicle_restrictions_start_with_the_strictest() -> None:
    machine = Restrictor()
    assert (machine.state, machine.known) == (DriveState.MOVING, False)
    machine.update(NEVER, NEVER, NEVER, 0)
    assert (machine.state, machine.known) == (DriveState.MOVING, False)


def test_vehicle_restrictions_of_a_short_trip() -> None:
    machine = Restrictor()
    machine.update(sure(0.0), sure(GEAR_PARK), sure(True), 0)
    assert machine.state is DriveState.PARKED  # P holds the car: no waiting
    machine.update(sure(0.0), sure(GEAR_DRIVE), sure(False), 1)
    assert machine.state is DriveState.IDLING  # it has stood for a second
    machine.update(sure(4.0), sure(GEAR_DRIVE), sure(False), 2)
    assert machine.state is DriveState.MOVING
    machine.update(sure(0.0), sure(GEAR_DRIVE), sure(False), 10)
    assert (machine.state, machine.due) == (DriveState.MOVING, 11)  # stop and go stays restricted for a second
    machine.update(sure(0.0), sure(GEAR_DRIVE), sure(False), 11)
    assert (machine.state, machine.due) == (DriveState.IDLING, None)
    machine.update(sure(-3.0), sure(GEAR_REVERSE), sure(False), 12)
    assert machine.state is DriveState.MOVING


def test_vehicle_restrictions_of_a_manual_car() -> None:
    machine = Restrictor(manual=True)
    machine.update(sure(0.0), NEVER, sure(True), 0)
    assert machine.state is DriveState.MOVING
    machine.update(sure(0.0), NEVER, sure(True), 1)
    assert (machine.state, machine.known) == (DriveState.PARKED, True)
    machine.update(sure(0.0), NEVER, sure(False), 2)
    assert machine.state is DriveState.IDLING


@pytest.mark.parametrize("quality", [quality for quality in Quality if quality is not Quality.VALID])
@pytest.mark.parametrize("which", ["speed", "gear"])
def test_vehicle_restrictions_fail_closed(quality: Quality, which: str) -> None:
    machine = Restrictor()
    readings = {"speed": sure(0.0), "gear": sure(GEAR_PARK)}
    readings[which] = Reading(readings[which].value, quality)  # even a stale value that says parked
    for now in (0, 5):
        machine.update(readings["speed"], readings["gear"], sure(True), now)
        assert (machine.state, machine.known) == (DriveState.MOVING, False)


readings = st.tuples(
    st.sampled_from([0.0, 0.2, 0.5, 30.0, -4.0, "fast", True, None]),
    st.sampled_from([GEAR_PARK, GEAR_DRIVE, GEAR_NEUTRAL, GEAR_REVERSE, 1, None]),
    st.booleans(),
    st.sampled_from(list(Quality)),
    st.sampled_from(list(Quality)),
    st.floats(0.01, 3),
)


@given(st.lists(readings, max_size=25))
def test_vehicle_restrictions_never_allow_more_than_is_known(steps: list[Any]) -> None:
    machine, now, standing = Restrictor(), 0.0, None
    for speed, gear, brake, speed_quality, gear_quality, wait in steps:
        now += wait
        machine.update(Reading(speed, speed_quality), Reading(gear, gear_quality), sure(brake), now)
        stands = speed_quality is Quality.VALID and isinstance(speed, int | float) and abs(speed) <= 0.3
        standing = (now if standing is None else standing) if stands else None
        if machine.state is not DriveState.MOVING:
            assert standing is not None
            assert gear_quality is Quality.VALID
            assert gear is not None
            assert machine.known
        if machine.state is DriveState.IDLING:
            assert now - standing >= 1
        if machine.state is DriveState.PARKED:
            assert gear == GEAR_PARK
        assert machine.due is None or machine.due > now


# -- with frames: how soon, and how long ---------------------------------------------------------------------------------

DBC = """
BO_ 1 MOTION: 2 X
 SG_ Kph : 0|16@1+ (0.1,0) [0|300] "" X
BO_ 2 GEARBOX: 1 X
 SG_ Gear : 0|8@1- (1,0) [-1|127] "" X
BA_DEF_ BO_ "GenMsgCycleTime" INT 0 65535;
BA_ "GenMsgCycleTime" BO_ 1 20;
BA_ "GenMsgCycleTime" BO_ 2 100;
"""
MAPPING = """
Vehicle.Speed: {dbc2vss: {signal: Kph}}
Vehicle.Powertrain.Transmission.SelectedGear: {dbc2vss: {signal: Gear}}
"""
step = st.tuples(
    st.sampled_from([0.0, 0.1, 0.2, 5.0, 60.0]),
    st.sampled_from([GEAR_PARK, GEAR_DRIVE, GEAR_REVERSE]),
    st.booleans(),
    st.booleans(),
    st.integers(1, 60),
)


@given(st.lists(step, max_size=20))
def test_vehicle_restrictions_over_a_bus_are_in_force_within_a_second(steps: list[Any]) -> None:
    """Each message may stop coming at any time. More is allowed only after it was true for long enough, less within a second."""
    car = BenchVehicle.of(DBC, MAPPING)
    since_speed = since_gear = 1e9
    last_kph: float | None = None
    last_gear: int | None = None
    standing_for = 0.0
    for kph, gear, speed_comes, gear_comes, ticks in steps:
        for _ in range(ticks):
            car.advance(0.02)
            since_speed, since_gear = since_speed + 0.02, since_gear + 0.02
            if speed_comes:
                car.feed((1, round(kph * 10).to_bytes(2, "little")))
                since_speed, last_kph = 0.0, kph
            if gear_comes:
                car.feed((2, gear.to_bytes(1, "little", signed=True)))
                since_gear, last_gear = 0.0, gear
            stands = last_kph is not None and last_kph <= 0.3 and since_speed < 0.3
            standing_for = standing_for + 0.02 if stands else 0.0
            told = car.restrictions[-1]
            unknown = last_kph is None or last_gear is None or since_speed > 0.5 or since_gear > 0.5
            if unknown or (last_kph or 0) > 0.3:
                assert told["state"] == "moving"  # at once for a value, half a second for a value that stays away
                assert not told["video"]
                assert not told["setup"]
            if unknown:
                assert told["known"] is False
            if told["state"] == "idling":
                assert standing_for >= 0.98
            if told["video"]:
                assert last_gear == GEAR_PARK
            if stands and last_gear == GEAR_PARK and since_gear < 0.2 and since_speed < 0.2 and standing_for > 0.1:
                assert told["state"] == "parked"


def test_vehicle_restrictions_do_not_flap_in_stop_and_go() -> None:
    car = BenchVehicle.of(DBC, MAPPING)
    for step in range(500):  # 0.4 s standing, 0.1 s creeping, again and again
        kph = 3.0 if step % 25 < 5 else 0.0
        car.feed((1, round(kph * 10).to_bytes(2, "little")), (2, bytes([GEAR_DRIVE])))
        car.advance(0.02)
    # One word is told at the start, one when speed and gear are known: nothing after that.
    assert [(told["state"], told["known"]) for told in car.restrictions] == [("moving", False), ("moving", True)]
