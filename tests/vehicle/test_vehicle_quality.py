"""Values and how far they may be trusted, with time and frames by hand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backends.vehicle.dbc import parse_dbc
from backends.vehicle.defs import Lane
from backends.vehicle.vehicle import GEAR, REVERSE_VIEW, SPEED
from tests.fakes.vehicle import BenchVehicle, DemoBench

DBC = """BO_ 256 MOTION: 8 X
 SG_ Speed : 7|16@0+ (0.01,0) [0|0] "km/h" X
 SG_ Counter : 56|4@1+ (1,0) [0|0] "" X
BO_ 257 EVENT: 2 X
 SG_ Rain : 0|8@1+ (0.5,0) [0|0] "%" X
BO_ 258 MUXED: 3 X
 SG_ Which M : 0|2@1+ (1,0) [0|0] "" X
 SG_ Left m0 : 8|8@1+ (1,0) [0|0] "kPa" X
 SG_ Right m1 : 8|8@1+ (1,0) [0|0] "kPa" X
 SG_ Common : 16|8@1+ (1,0) [0|0] "" X
BA_ "GenMsgCycleTime" BO_ 256 50;
"""
LEFT = "Vehicle.Chassis.Axle.Row1.Wheel.Left.Tire.Pressure"
RIGHT = "Vehicle.Chassis.Axle.Row1.Wheel.Right.Tire.Pressure"
RAIN = "Vehicle.Body.Raindetection.Intensity"
COMMON = "Vehicle.Powertrain.CombustionEngine.TPS"
MAPPING = f"""
{SPEED}:
  dbc2vss: {{signal: Speed, sna: 0xFFFF}}
{RAIN}:
  dbc2vss: {{signal: Rain, deadband: 2}}
{LEFT}:
  dbc2vss: {{signal: Left, lane: slow}}
{RIGHT}:
  dbc2vss: {{signal: Right}}
{COMMON}:
  dbc2vss: {{signal: Common}}
"""


def motion(kph: float, counter: int = 0) -> tuple[int, bytes]:
    return 256, round(kph * 100).to_bytes(2, "big") + bytes(5) + bytes([counter])


def bench() -> BenchVehicle:
    return BenchVehicle.of(DBC, MAPPING)


def test_vehicle_value_is_stale_then_gone_then_back() -> None:
    car = bench()
    assert car.quality(SPEED) == "never"
    car.feed(motion(50))
    car.advance(0.24)
    assert (car.value(SPEED), car.quality(SPEED)) == (50, "valid")
    car.advance(0.02)  # 250 ms: more than three periods of 50
    assert (car.value(SPEED), car.quality(SPEED)) == (50, "stale")
    car.advance(0.73)
    assert car.quality(SPEED) == "stale"
    car.advance(0.02)  # a second
    assert (car.value(SPEED), car.quality(SPEED)) == (None, "not_available")
    car.feed(motion(50))  # the same bits as before must count
    assert (car.value(SPEED), car.quality(SPEED)) == (50, "valid")


def test_vehicle_repeated_frames_keep_a_value_fresh_and_are_no_change() -> None:
    car = bench()
    car.vehicle.publisher.subscribe("me", [SPEED])
    for counter in range(100):
        car.feed(motion(50, counter % 16))
        car.advance(0.05)
    assert car.quality(SPEED) == "valid"
    assert car.changes() == [(SPEED, 50.0, "valid")]


def test_vehicle_period_is_learnt_where_the_file_names_none() -> None:
    car = bench()
    for _ in range(12):
        car.feed((257, bytes([20, 0])))
        car.advance(0.5)
    car.advance(0.9)  # 1.4 s since the last: less than three periods
    assert car.quality(RAIN) == "valid"
    car.advance(0.2)
    assert car.quality(RAIN) == "stale"


def test_vehicle_not_available_code_and_short_frames() -> None:
    car = bench()
    car.feed(motion(20))
    car.feed((256, b"\xff\xff" + bytes(6)))
    assert (car.value(SPEED), car.quality(SPEED)) == (None, "not_available")
    car.feed(motion(30))
    car.feed((256, b"\x01"))  # too short to hold the signal: not taken for a new value
    assert car.value(SPEED) == 30


def test_vehicle_value_outside_the_paths_range_is_invalid() -> None:
    car = bench()
    car.feed((257, bytes([250, 0])))
    assert (car.value(RAIN), car.quality(RAIN)) == (None, "invalid")


def test_vehicle_deadband_holds_small_changes_back() -> None:
    car = bench()
    for raw, shown in ((20, 10), (22, 10), (24, 12), (22, 12), (20, 10)):
        car.feed((257, bytes([raw, 0])))
        assert car.value(RAIN) == shown


def test_vehicle_multiplexed_branches_are_apart_and_share_the_rest() -> None:
    car = bench()
    car.feed((258, bytes([0, 220, 1])))
    car.feed((258, bytes([1, 230, 2])))
    car.feed(
        (258, bytes([0, 220, 1]))
    )  # same bits as this branch's last frame, but the common signal was changed since
    assert (car.value(LEFT), car.value(RIGHT), car.value(COMMON)) == (220, 230, 1)
    car.feed((258, bytes([2, 9, 7])))
    assert (car.value(LEFT), car.value(COMMON)) == (220, 7)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 255), st.integers(0, 100)), min_size=1, max_size=30))
@settings(max_examples=40, deadline=None)
def test_vehicle_multiplexed_decoding_is_that_of_the_last_frames(frames: list[tuple[int, int, int]]) -> None:
    car = bench()
    for which, pressure, common in frames:
        car.feed((258, bytes([which, pressure, common])))
    expected = {which: pressure for which, pressure, _ in frames}
    assert car.vehicle.table.slots[LEFT].value == expected.get(0)
    assert car.vehicle.table.slots[RIGHT].value == expected.get(1)
    assert car.vehicle.table.slots[COMMON].value == frames[-1][2]


def test_vehicle_lanes_have_their_pace_and_only_followed_paths_travel() -> None:
    car = bench()
    car.feed(motion(1))
    car.advance(1)
    assert car.changes() == []  # nobody follows anything
    car.vehicle.publisher.subscribe("me", [SPEED, LEFT])
    for step in range(200):
        car.feed(motion(10 + step / 100), (258, bytes([0, step, 0])), (257, bytes([step, 0])))
        car.advance(0.005)
    by_lane = {lane: [changes for found, changes in car.emitted if found is lane] for lane in Lane}
    assert by_lane[Lane.NOW] == []
    assert 55 <= len(by_lane[Lane.DISPLAY]) <= 61  # a second at no more than 60
    assert len(by_lane[Lane.SLOW]) in (1, 2)
    assert {path for path, _, _ in car.changes()} == {SPEED, LEFT}
    car.advance(1)
    assert [(path, value) for path, value, _ in car.changes()][:2] == [
        (SPEED, 11.99),
        (LEFT, 199),
    ]  # the last is not lost


def test_vehicle_interval_sends_the_trailing_edge() -> None:
    car = BenchVehicle.of(DBC, f"{SPEED}:\n  dbc2vss: {{signal: Speed, interval_ms: 200}}\n")
    car.vehicle.publisher.subscribe("me", [SPEED])
    for kph in (1, 2, 3):
        car.feed(motion(kph))
        car.advance(0.02)
    assert [value for _, value, _ in car.changes()] == [1]
    car.advance(0.2)
    assert [value for _, value, _ in car.changes()] == [3]


def test_vehicle_congested_reader_gets_the_newest_later() -> None:
    car = bench()
    car.vehicle.publisher.subscribe("me", [SPEED])
    car.congested = True
    for kph in (1, 2, 3):
        car.feed(motion(kph))
        car.advance(0.05)
    assert car.changes() == []
    car.congested = False
    car.advance(0.05)
    assert [value for _, value, _ in car.changes()] == [3]


def test_vehicle_subscriptions_end_with_their_caller() -> None:
    car = bench()
    first = car.vehicle.publisher.subscribe(":1.1", [SPEED])
    car.vehicle.publisher.subscribe(":1.2", [SPEED])
    assert not car.vehicle.publisher.unsubscribe(first, ":1.2")  # not yours
    car.vehicle.publisher.drop(":1.2")
    car.feed(motion(5))
    assert len(car.changes()) == 1
    assert car.vehicle.publisher.unsubscribe(first, ":1.1")
    car.advance(1)
    car.changes()
    car.feed(motion(6))
    car.advance(1)
    assert car.changes() == []


def test_vehicle_bad_check_bytes_make_values_errors_until_frames_are_good_again() -> None:
    car = DemoBench()
    car.drive(1)
    assert (car.value(SPEED), car.quality(SPEED), car.quality(GEAR)) == (0, "valid", "valid")
    car.car.fault("bad_crc", on=True)
    car.drive(0.2)
    assert car.quality(SPEED) == "valid"  # a few are dropped
    car.drive(0.3)
    assert (car.value(SPEED), car.quality(SPEED)) == (None, "error")
    assert car.restrictions[-1]["state"] == "moving"
    car.car.fault("bad_crc", on=False)
    car.drive(1)
    assert (car.value(SPEED), car.quality(SPEED)) == (0, "valid")
    assert car.restrictions[-1]["state"] == "parked"


def test_vehicle_repeated_counter_is_no_news() -> None:
    car = DemoBench()
    car.drive(0.5)
    key = car.car._maker.outgoing["MOTION"].message.key
    frame = car.car._maker.outgoing["MOTION"].frame()
    seen: list[str] = []
    for _ in range(20):  # the sender hangs: always the same frame
        car.feed((key, frame))
        car.advance(0.05)
        seen.append(car.quality(SPEED))
    assert seen[-1] == "error"


def test_vehicle_unknown_speed_from_the_car_is_not_available() -> None:
    car = DemoBench()
    car.drive(1)
    car.car.fault("sna:Speed")
    car.drive(0.2)
    assert (car.value(SPEED), car.quality(SPEED)) == (None, "not_available")
    assert car.restrictions[-1] == {**car.restrictions[-1], "state": "moving", "known": False, "keyboard": False}


def test_vehicle_rear_view_comes_at_once_and_survives_shuffling() -> None:
    car = DemoBench()
    car.drive(1)
    assert car.value(REVERSE_VIEW) is False
    for gear, seconds, shown in (
        ("R", 0.1, True),
        ("N", 0.3, True),
        ("R", 0.2, True),
        ("D", 0.4, True),
        ("D", 0.3, False),
    ):
        car.car.state.pin({"gear": gear})
        car.drive(seconds)
        assert car.value(REVERSE_VIEW) is shown, gear


@pytest.mark.parametrize("path", [SPEED, GEAR])
def test_vehicle_silent_bus_ends_in_no_values(path: str) -> None:
    car = DemoBench()
    car.drive(1)
    car.car.fault("silence", on=True)
    car.drive(0.4)
    assert car.quality(path) == "stale"
    car.drive(2)
    assert (car.value(path), car.quality(path)) == (None, "not_available")
    car.drive(25)  # tyres may stay away longest
    assert car.vehicle.due is None  # nothing left to wait for: no timer runs on a silent bus
    valid = [slot.path for slot in car.vehicle.table.slots.values() if slot.quality.value == "valid" and slot.cells]
    assert valid == []


def test_vehicle_masked_bits_only() -> None:
    """The compiled function must not take a neighbour's bits for its own."""
    text = "BO_ 1 M: 8 X\n" + "".join(f' SG_ S{i} : {i * 5}|5@1+ (1,0) [0|0] "" X\n' for i in range(12))
    assert len(parse_dbc(text, __import__("pathlib").Path("x")).messages[0].signals) == 12
    paths = [f"Vehicle.Private.S{i}" for i in range(12)]
    car = BenchVehicle.of(
        text, "".join(f"{p}:\n  datatype: uint8\n  dbc2vss: {{signal: S{i}}}\n" for i, p in enumerate(paths))
    )
    for k in (0, 0xFFFF_FFFF_FFFF_FFFF, 0x0123_4567_89AB_CDEF):
        car.feed((1, k.to_bytes(8, "little")))
        assert [car.value(path) for path in paths] == [k >> i * 5 & 31 for i in range(12)]
