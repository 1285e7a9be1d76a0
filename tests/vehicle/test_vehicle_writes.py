"""Requests to the car: what may be sent, in which form, how often, and how it is known that the car has done it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backends.core.errors import BusOff, OutOfRange, ReadOnly, Refused, ServiceFault
from backends.vehicle.catalogue import catalogue
from backends.vehicle.dbc import decode, load_database, parse_dbc
from backends.vehicle.profile import BusSpec, Profile, SignalAllow, WriteAllow, load_profile
from backends.vehicle.safety import forbidden_message, forbidden_path
from tests.fakes.vehicle import BenchVehicle, DemoBench

TEMP = "Vehicle.Cabin.HVAC.Station.Row1.Driver.Temperature"
FAN = "Vehicle.Cabin.HVAC.Station.Row1.Driver.FanSpeed"
AC = "Vehicle.Cabin.HVAC.IsAirConditioningActive"
TRUNK = "Vehicle.Body.Trunk.Rear.IsOpen"
LOCK = "Vehicle.Cabin.Door.Row1.DriverSide.IsLocked"
DEMO = load_database(load_profile("demo").dbc_file("main"))
NOTHING = {"TempDriverReq": 47.5, "FanDriverReq": 127, "ACReq": 3}


def bench() -> DemoBench:
    car = DemoBench()
    car.drive(1.5)
    return car


def ask(car: BenchVehicle, path: str, value: Any, *, bus_up: bool = True) -> int:
    number = car.vehicle.writer.request(path, value, ":1.5", bus_up, car.now).number
    car.vehicle.tick(car.now)
    return number


def states(car: BenchVehicle, number: int) -> list[str]:
    return [state for found, _, _, state, _ in car.outcomes if found == number]


def test_vehicle_write_is_pending_until_the_car_shows_it() -> None:
    car = bench()
    number = ask(car, TEMP, 22.5)
    assert car.value(TEMP) == 21.0  # what the car reports is the value, not what was asked for
    assert states(car, number) == ["pending"]
    car.drive(0.15)
    assert states(car, number) == ["pending"]
    car.drive(0.5)
    assert states(car, number) == ["pending", "confirmed"]
    assert car.value(TEMP) == 22.5
    entry = car.vehicle.writer.log[-1]
    assert (entry["sender"], entry["path"], entry["target"], entry["result"]) == (":1.5", TEMP, 22.5, "confirmed")
    assert entry["frame"].startswith("320#")


def test_vehicle_write_asks_for_nothing_else_and_is_sealed() -> None:
    car = bench()
    template = car.vehicle.writer._channels["main", 0x320].template
    assert template is not None
    ask(car, TEMP, 22.5)
    ((_, key, data),) = car.sent
    message = DEMO.by_key[key]
    values = decode(message, data)
    assert values["TempDriverReq"] == 22.5
    assert {name: values[name] for name in NOTHING if name != "TempDriverReq"} == {"FanDriverReq": 127, "ACReq": 3}
    guard = car.guards["CLIMATE_CMD"]
    assert guard.sound(data)
    assert guard.count(data) == (guard.count(template) + 1) % 16


def test_vehicle_write_starts_from_the_last_received_frame_never_from_zeros() -> None:
    car = DemoBench()
    frames = [(0x0A0, bytes(8))]
    car.feed(*frames)
    car.advance(0.1)
    with pytest.raises(Refused):
        ask(car, TEMP, 22)
    assert car.sent == []


def test_vehicle_write_fails_when_the_car_stays_silent() -> None:
    car = bench()
    car.car.fault("refuse_writes", on=True)
    number = ask(car, TEMP, 22.5)
    car.drive(0.9)
    assert states(car, number) == ["pending"]
    car.drive(0.2)
    assert states(car, number) == ["pending", "failed"]
    assert car.outcomes[-1][4] == "The car did not answer within 1 s"
    late = bench()
    late.car.fault("late_writes", on=True)
    number = ask(late, LOCK, False)
    late.drive(1.9)
    assert states(late, number) == ["pending"]
    late.drive(0.2)
    assert states(late, number) == ["pending", "failed"]
    late.drive(12)
    assert (late.value(LOCK), states(late, number)) == (
        False,
        ["pending", "failed"],
    )  # the value follows the car all the same


def test_vehicle_newest_target_wins_and_nothing_queues() -> None:
    car = bench()
    numbers = [ask(car, TEMP, 18 + step * 0.5) for step in range(10)]
    car.drive(1)
    assert [states(car, number)[-1] for number in numbers] == ["failed"] * 9 + ["confirmed"]
    assert car.value(TEMP) == 22.5
    assert 4 <= len(car.sent) <= 5  # a burst of three, then the newest after the interval
    assert decode(DEMO.by_key[0x320], car.sent[-1][2])["TempDriverReq"] == 22.5


def test_vehicle_requests_to_one_message_travel_together() -> None:
    car = bench()
    for path, value in ((TEMP, 24), (FAN, 70), (AC, False)):
        ask(car, path, value)
    car.drive(1)
    assert (car.value(TEMP), car.value(FAN), car.value(AC)) == (24, 70, False)
    assert [state for *_, state, _ in car.outcomes if state != "pending"] == ["confirmed"] * 3


def test_vehicle_own_echo_is_no_answer() -> None:
    """A car that shows the request frame's id but not the status: only status counts."""
    car = bench()
    car.car.fault("refuse_writes", on=True)
    number = ask(car, TEMP, 22.5)
    echo = car.sent[-1]
    for _ in range(5):
        car.advance(0.1)
        car.feed((echo[1], echo[2]))
    car.drive(0.8)
    assert states(car, number) == ["pending", "failed"]


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (TEMP, 15.5, "takes 16 to 28 Celsius"),
        (TEMP, 28.5, "takes 16 to 28 Celsius"),
        (TEMP, 22.3, "goes in steps of 0.5 Celsius"),
        (TEMP, float("nan"), "cannot be nan"),
        (TEMP, "warm", "cannot be 'warm'. It is a float"),
        (FAN, 101, "cannot be 101"),
        (FAN, -1, "cannot be -1"),
        (AC, "on", "cannot be 'on'"),
        ("Vehicle.Cabin.HVAC.Station.Row1.Driver.AirDistribution", "SIDEWAYS", "It takes UP, MIDDLE, DOWN"),
    ],
)
def test_vehicle_write_out_of_range(path: str, value: Any, told: str) -> None:
    car = bench()
    with pytest.raises(OutOfRange, match=told.replace(".", r"\.")):
        ask(car, path, value)
    assert car.sent == []
    assert car.vehicle.writer.log[-1]["result"].startswith("refused: ")


def test_vehicle_write_conditions() -> None:
    car = bench()
    car.car.state.pin({"ignition": "OFF"})
    car.drive(0.2)
    with pytest.raises(Refused, match="The ignition must be ACC or ON or START"):
        ask(car, TEMP, 22)
    car.car.state.pin({"ignition": "ON", "gear": "D", "speed_kph": 30})
    car.drive(0.2)
    ask(car, TEMP, 22)
    with pytest.raises(Refused, match="Only below 5 km/h"):
        ask(car, TRUNK, True)
    car.car.fault("silence", on=True)
    car.car.state.pin({"speed_kph": 0})
    car.drive(0.6)
    with pytest.raises(Refused, match="Only below 5 km/h"):  # a speed that is not known is not low
        ask(car, TRUNK, True)
    with pytest.raises(BusOff):
        ask(car, LOCK, True, bus_up=False)


def test_vehicle_rate_stays_below_twenty_a_second() -> None:
    car = bench()
    seats = [f"Vehicle.Cabin.Seat.Row1.{side}.HeatingCooling" for side in ("DriverSide", "PassengerSide")]
    doors = [
        f"Vehicle.Cabin.Door.{row}.{side}.IsLocked"
        for row in ("Row1", "Row2")
        for side in ("DriverSide", "PassengerSide")
    ]
    for step in range(400):
        for path, value in ((TEMP, 18 + step % 10), (seats[step % 2], step % 100), (doors[step % 4], step % 8 < 4)):
            ask(car, path, value)
        if step % 5 == 0:
            car.drive(0.05)
        car.advance(0.002)
    assert len(car.sent_at) > 60
    for index, moment in enumerate(car.sent_at):
        assert sum(1 for other in car.sent_at[index:] if other < moment + 1 - 1e-6) <= 20


def test_vehicle_bus_loss_fails_what_is_pending_and_nothing_comes_back() -> None:
    car = bench()
    first = ask(car, TEMP, 22.5)
    car.vehicle.bus_lost("main", "The vehicle's bus is away", car.now)
    assert states(car, first) == ["pending", "failed"]
    sent = len(car.sent)
    car.advance(3)
    assert len(car.sent) == sent
    with pytest.raises(Refused):  # the frame to start from is gone with the bus
        ask(car, TEMP, 22.5)
    car.drive(1.2)
    car.bus_fails = True
    second = ask(car, TEMP, 23)
    assert states(car, second) == ["pending", "failed"]
    assert "bus is off" in car.outcomes[-1][4]


# -- what is never written ---------------------------------------------------------------------------------------------

EVIL_DBC = """BO_ 10 STEERING_CONTROL: 8 X
 SG_ Wish : 0|8@1+ (1,0) [0|0] "" X
BO_ 11 COMFORT: 8 X
 SG_ Wish2 : 0|8@1+ (1,0) [0|0] "" X
 SG_ BrakeRequest : 8|8@1+ (1,0) [0|0] "" X
BO_ 12 BODY: 8 X
 SG_ Wish3 : 0|8@1+ (1,0) [0|0] "" X
BO_ 13 PCM_GAS: 8 X
 SG_ Wish4 : 0|8@1+ (1,0) [0|0] "" X
BO_ 14 Getriebe_9: 8 X
 SG_ Wish5 : 0|8@1+ (1,0) [0|0] "" X
"""
EVIL_MAPPING = """
Vehicle.Cabin.HVAC.Station.Row1.Driver.FanSpeed: {vss2dbc: {signal: Wish}}
Vehicle.Cabin.HVAC.Station.Row1.Passenger.FanSpeed: {vss2dbc: {signal: Wish2}}
Vehicle.Chassis.ParkingBrake.IsEngaged: {vss2dbc: {signal: Wish3}}
Vehicle.Cabin.HVAC.Station.Row2.Driver.FanSpeed: {vss2dbc: {signal: Wish4}}
Vehicle.Cabin.Seat.Row1.DriverSide.HeatingCooling: {vss2dbc: {signal: Wish5}}
Vehicle.Powertrain.Transmission.SelectedGear: {vss2dbc: {signal: Wish3}}
Vehicle.ADAS.CruiseControl.SpeedSet: {vss2dbc: {signal: Wish3}}
Vehicle.Cabin.Sunroof.Shade.Position: {vss2dbc: {signal: Wish3}}
"""


def evil() -> BenchVehicle:
    database = parse_dbc(EVIL_DBC, Path("evil.dbc"))
    allow = {
        m.name: WriteAllow(m.name, {s.name: SignalAllow(0, 255) for s in m.signals}, min_interval_s=0)
        for m in database.messages
    }
    bus = BusSpec("main", "virtual", "test", writable=True, writes=allow)
    profile = Profile("evil", Path("evil.toml"), "evil.yaml", {"main": bus})
    return BenchVehicle(profile, {"main": database}, EVIL_MAPPING)


def test_vehicle_driving_is_never_written_whatever_the_profile_allows() -> None:
    car = evil()
    assert list(car.vehicle.plans) == ["Vehicle.Cabin.Sunroof.Shade.Position"]
    told = "\n".join(str(problem) for problem in car.vehicle.problems)
    for word in ("STEERING_CONTROL", "BrakeRequest", "ParkingBrake", "PCM_GAS", "Getriebe_9", "Transmission", "ADAS"):
        assert word in told
    assert told.count("it stays read-only") == 7


@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                [
                    *(line.split(":")[0] for line in EVIL_MAPPING.split()[::1] if line.startswith("Vehicle.")),
                    "Vehicle.Speed",
                ]
            ),
            st.one_of(st.integers(-300, 300), st.floats(), st.booleans(), st.text(max_size=4)),
        ),
        max_size=12,
    )
)
def test_vehicle_fuzzed_requests_send_only_what_is_allowed(requests: list[tuple[str, Any]]) -> None:
    car = evil()
    car.feed(*((key, bytes(8)) for key in (10, 11, 12, 13, 14)))
    for path, value in requests:
        with suppress(ServiceFault):
            ask(car, path, value)
        car.advance(0.05)
    assert {key for _, key, _ in car.sent} <= {12}


PATHS = sorted(path for path, meta in catalogue().items() if meta.kind == "actuator")


@given(
    st.lists(
        st.tuples(st.sampled_from(PATHS), st.one_of(st.integers(-1000, 1000), st.floats(), st.booleans())), max_size=10
    )
)
@settings(max_examples=12, deadline=None)
def test_vehicle_fuzzed_demo_requests_stay_within_the_profile(requests: list[tuple[str, Any]]) -> None:
    car = bench()
    for path, value in requests:
        try:
            ask(car, path, value)
        except ServiceFault:
            continue
        car.drive(0.1)
    profile = car.vehicle.profile
    described = {bus: load_database(profile.dbc_file(bus)) for bus in profile.buses}
    for bus, key, data in car.sent:
        message = described[bus].by_key[key]
        allow = profile.buses[bus].writes[message.name]
        assert car.guards[message.name].sound(data)
        idle = car.car._panels[message.name]._idle
        for name, physical in decode(message, data).items():
            if name in ("CRC", "Counter") or physical == decode(message, idle)[name]:
                continue
            limits = allow.signals[name]
            assert limits.minimum <= physical <= limits.maximum


def test_vehicle_read_only_bus_writes_nothing() -> None:
    profile = load_profile("demo")
    bus = replace(profile.buses["main"], writable=False)
    car = BenchVehicle(replace(profile, buses={"main": bus}))
    assert car.vehicle.plans == {}
    with pytest.raises(ReadOnly, match="cannot be set in this car"):
        ask(car, TEMP, 22)
    with pytest.raises(ReadOnly, match="belongs to driving the car"):
        ask(car, "Vehicle.Powertrain.Transmission.SelectedGear", 127)


@pytest.mark.parametrize(
    "name",
    ["STEERING_CONTROL", "HCA_01", "Lenkhilfe_3", "EPS_1", "BRAKE_COMMAND", "EBCMBrake", "Bremse_5", "AEB_1",
     "GAS_COMMAND", "ACC_06",
     "Motor_3", "GearShifter", "Getriebe_1", "EPB_01", "TransmissionReq", "ThrottleCmd", "LKAS_HUD", "CruiseButtons", "SCC11"],
)  # fmt: skip
def test_vehicle_names_of_driving_are_recognised(name: str) -> None:
    message = parse_dbc(f"BO_ 1 {name}: 8 X\n", Path("x")).messages[0]
    assert forbidden_message(message) is not None
    hidden = parse_dbc(f'BO_ 1 Body: 8 X\n SG_ {name} : 0|1@1+ (1,0) [0|0] "" X\n', Path("x")).messages[0]
    assert forbidden_message(hidden) is not None


def test_vehicle_comfort_is_not_taken_for_driving() -> None:
    for name in load_profile("demo").buses["main"].writes:
        message = DEMO.message(name)
        assert message is not None
        assert forbidden_message(message) is None
    assert forbidden_path(TEMP) is None
