"""What the driver may do: the table, the state machine, and that whatever is not known is taken for the worst."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.vehicle.defs import GEAR_DRIVE, GEAR_NEUTRAL, GEAR_PARK, GEAR_REVERSE, Quality
from backends.vehicle.restrictions import DriveState, Reading, Restrictor, restrictions

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
