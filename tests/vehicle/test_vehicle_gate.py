"""What stands between a request and the bus: shares of its time, the last look, conditions, ids of driving, the log."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.core.errors import OutOfRange, Refused, ServiceFault
from backends.vehicle.busload import BUS_SHARE, BusShare, RateLimit, frame_bits
from backends.vehicle.dbc import load_database, parse_dbc
from backends.vehicle.gate import Denied, Gate
from backends.vehicle.profile import BusSpec, Profile, SignalAllow, WriteAllow
from backends.vehicle.safety import forbidden_id, forbidden_message, forbidden_path, standstill_only
from backends.vehicle.writelog import KEPT, KEPT_REFUSED, WriteLog
from backends.vehicle.writeplan import WriteTarget
from backends.vehicle.writewhen import check_form, stricter, unmet
from tests.fakes.vehicle import BenchVehicle

FAN = "Vehicle.Cabin.HVAC.Station.Row1.Driver.FanSpeed"
REAR_FAN = "Vehicle.Cabin.HVAC.Station.Row2.Driver.FanSpeed"
TRUNK = "Vehicle.Body.Trunk.Rear.IsOpen"
SPEED = "Vehicle.Speed"

DBC = """
BO_ 100 BODY_CMD: 8 X
 SG_ FanReq : 0|8@1+ (1,0) [0|255] "" X
 SG_ TrunkReq : 8|2@1+ (1,0) [0|3] "" X
 SG_ Other : 16|8@1+ (1,0) [0|255] "" X
BO_ 101 STATUS: 8 X
 SG_ Fan : 0|8@1+ (1,0) [0|255] "" X
 SG_ TrunkOpen : 8|1@1+ (1,0) [0|1] "" X
 SG_ Kph : 16|16@1+ (0.1,0) [0|300] "" X
BA_DEF_ BO_ "GenMsgCycleTime" INT 0 65535;
BA_ "GenMsgCycleTime" BO_ 100 200;
BA_ "GenMsgCycleTime" BO_ 101 100;
"""
MAPPING = f"""
{FAN}: {{dbc2vss: {{signal: Fan}}, vss2dbc: {{signal: FanReq}}}}
{TRUNK}: {{dbc2vss: {{signal: TrunkOpen}}, vss2dbc: {{signal: TrunkReq, when: {{speed_max: 5}}}}}}
{SPEED}: {{dbc2vss: {{signal: Kph}}}}
"""


def car(bitrate: int = 500_000, buses: tuple[str, ...] = ("main",), **allow: Any) -> BenchVehicle:
    signals = {"FanReq": SignalAllow(0, 100, 1), "TrunkReq": SignalAllow(0, 1, 1)}
    writes = {"BODY_CMD": WriteAllow("BODY_CMD", signals, **{"min_interval_s": 0.0, **allow})}
    specs = {name: BusSpec(name, "virtual", name, {"bitrate": bitrate}, writable=True, writes=writes) for name in buses}
    rules = (
        MAPPING
        if len(buses) == 1
        else MAPPING.replace("signal: ", "bus: main, signal: ")
        + (f"{REAR_FAN}: {{dbc2vss: {{bus: side, signal: Fan}}, vss2dbc: {{bus: side, signal: FanReq}}}}\n")
    )
    database = parse_dbc(DBC, Path("test.dbc"))
    vehicle = BenchVehicle(Profile("t", Path("t.toml"), "t.yaml", specs), dict.fromkeys(buses, database), rules)
    for bus in buses:
        show(vehicle, bus=bus)
    return vehicle


def show(vehicle: BenchVehicle, kph: float = 0.0, fan: int = 0, other: int = 7, bus: str = "main") -> None:
    """The car's own two frames."""
    body = bytes((255, 3, other, 0, 0, 0, 0, 0))
    vehicle.feed((100, body), (101, bytes((fan, 0)) + round(kph * 10).to_bytes(2, "little") + bytes(4)), bus=bus)


def ask(vehicle: BenchVehicle, path: str, value: Any) -> int:
    number = vehicle.vehicle.writer.request(path, value, ":1.5", True, vehicle.now).number
    vehicle.vehicle.tick(vehicle.now)
    return number


def last(vehicle: BenchVehicle, number: int) -> tuple[str, str]:
    return [(state, why) for found, _, _, state, why in vehicle.outcomes if found == number][-1]


# -- how much a frame takes --------------------------------------------------------------------------------------------


def classic_bits(key: int, extended: bool, data: bytes) -> int:
    """A frame bit by bit, with its CRC-15 and its real stuff bits, by ISO 11898-1: an independent count."""

    def number(value: int, width: int) -> list[int]:
        return [value >> bit & 1 for bit in range(width - 1, -1, -1)]

    identifier = [*number(key >> 18, 11), 1, 1, *number(key & 0x3FFFF, 18)] if extended else number(key, 11)
    bits = [0, *identifier, 0, 0, 0]
    bits += [*number(len(data), 4), *(bit for byte in data for bit in number(byte, 8))]
    crc = 0
    for bit in bits:
        crc = ((crc << 1) ^ (0x4599 if bit ^ (crc >> 14) else 0)) & 0x7FFF
    bits += number(crc, 15)
    stuffed, run, before = 0, 0, None
    for bit in bits:
        run = run + 1 if bit == before else 1
        before = bit
        if run == 5:
            stuffed, before, run = stuffed + 1, 1 - bit, 1
    return len(bits) + stuffed + 10 + 3


@given(st.integers(0, 0x1FFFFFFF), st.booleans(), st.binary(max_size=8))
def test_vehicle_frame_bits_are_never_counted_too_few(key: int, extended: bool, data: bytes) -> None:
    real = classic_bits(key if extended else key & 0x7FF, extended, data)
    assert real <= frame_bits(len(data), extended=extended) <= real * 1.35


def test_vehicle_frame_bits_of_the_books() -> None:
    """Worst cases as published (Davis et al., Controller Area Network schedulability analysis): 135 bits, 160 with 29-bit ids."""
    assert frame_bits(8) == 135
    assert frame_bits(8, extended=True) == 160
    assert frame_bits(0) == 55
    assert frame_bits(64, fd=True) > 64 * 8 + 64 * 8 // 5
    assert frame_bits(13, fd=True) == frame_bits(16, fd=True)


@given(st.integers(10_000, 1_000_000), st.lists(st.tuples(st.integers(50, 800), st.floats(0, 0.3)), max_size=80))
def test_vehicle_bus_share_holds_in_every_second(bitrate: int, frames: list[tuple[int, float]]) -> None:
    share, now, sent = BusShare(bitrate), 100.0, list[tuple[float, float]]()
    for bits, wait in frames:
        now += wait
        free_at = share.free_at(bits, now)
        if free_at is None:
            assert bits / bitrate > BUS_SHARE
            continue
        assert free_at >= now
        now = free_at
        assert share.free_at(bits, now) == pytest.approx(now)
        share.count(bits, now)
        sent.append((now, bits / bitrate))
    for at, _ in sent:
        assert sum(cost for when, cost in sent if at <= when < at + 1 - 1e-6) <= BUS_SHARE + 1e-9


def test_vehicle_rate_limit_holds_in_every_second() -> None:
    limit, now, sent = RateLimit(), 0.0, list[float]()
    for _ in range(200):
        now = limit.free_at(now)
        limit.count(now)
        sent.append(now)
        now += random.Random(len(sent)).random() * 0.05
    assert all(later - earlier >= 1 - 1e-9 for earlier, later in zip(sent, sent[20:], strict=False))


def test_vehicle_a_slow_bus_is_written_less() -> None:
    for bitrate, most in ((500_000, 20), (33_333, 12), (10_000, 3)):
        vehicle = car(bitrate)
        for step in range(400):
            ask(vehicle, FAN, step % 100)
            vehicle.advance(0.01)
            if step % 10 == 0:
                show(vehicle)
        seconds = [sum(1 for at in vehicle.sent_at if start <= at < start + 1 - 1e-6) for start in vehicle.sent_at]
        assert max(seconds) == most
    vehicle = car(1000)
    assert last(vehicle, ask(vehicle, FAN, 5)) == ("failed", "The bus is too slow for this")
    assert vehicle.sent == []


# -- the last look -----------------------------------------------------------------------------------------------------


@given(st.binary(max_size=9), st.binary(max_size=9))
def test_vehicle_gate_lets_only_listed_bits_change(template: bytes, data: bytes) -> None:
    message = parse_dbc(DBC, Path("t")).message("BODY_CMD")
    assert message is not None
    target = WriteTarget("main", message, WriteAllow("BODY_CMD", {"FanReq": SignalAllow(0, 1)}), None)
    gate = Gate([target], {})
    right = len(data) == len(template) == 8 and data[1:] == template[1:]
    try:
        gate.check(target, template, data, 1.0)
    except Denied:
        assert not right
    else:
        assert right
    foreign = WriteTarget("other", message, target.allow, None)
    with pytest.raises(Denied, match="is not listed"):
        gate.check(foreign, bytes(8), bytes(8), 1.0)


def test_vehicle_gate_counts_for_itself() -> None:
    message = parse_dbc(DBC, Path("t")).message("BODY_CMD")
    assert message is not None
    target = WriteTarget("main", message, WriteAllow("BODY_CMD", {"FanReq": SignalAllow(0, 1)}), None)
    gate = Gate([target], {})
    for _ in range(20):
        gate.check(target, bytes(8), bytes(8), 1.0)
        gate.count(target, 8, 1.0)
    with pytest.raises(Denied, match="too much for the bus"):
        gate.check(target, bytes(8), bytes(8), 1.5)
    gate.check(target, bytes(8), bytes(8), 2.0)


# -- conditions --------------------------------------------------------------------------------------------------------


def test_vehicle_conditions_are_asked_again_before_each_frame() -> None:
    """The boot may be opened at a stand. What waits, or travels along with another request, is not sent once the car moves."""
    vehicle = car(min_interval_s=0.5, burst=1)
    ask(vehicle, FAN, 10)
    trunk = ask(vehicle, TRUNK, True)  # has to wait half a second
    assert len(vehicle.sent) == 1
    show(vehicle, kph=30)
    vehicle.advance(1)
    assert last(vehicle, trunk) == ("failed", "Only below 5 km/h")
    assert all(data[1] & 3 == 3 for _, _, data in vehicle.sent)
    vehicle = car()
    trunk = ask(vehicle, TRUNK, True)
    assert vehicle.sent[-1][2][1] & 3 == 1
    show(vehicle, kph=30)
    vehicle.advance(0.1)
    ask(vehicle, FAN, 20)
    assert vehicle.sent[-1][2][1] & 3 == 3
    assert last(vehicle, trunk) == ("failed", "Only below 5 km/h")


def test_vehicle_restriction_is_a_condition() -> None:
    sure: dict[str, Any] = {}
    assert unmet({"restriction": "setup"}, sure.get, lambda word: word != "setup") == "Only while the car is parked"
    assert unmet({"restriction": "setup"}, sure.get, lambda word: word == "setup") is None
    assert unmet({"restriction": "keyboard"}, sure.get, lambda _: False) == "Only while the car stands"
    vehicle = car(when={"restriction": "setup"})
    with pytest.raises(Refused, match="Only while the car is parked"):  # no gear is known: as if it moved
        ask(vehicle, FAN, 5)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ({"moon": 1}, "condition moon is unknown"),
        ({"ignition": "ON"}, "ignition takes a list"),
        ({"gear": []}, "gear takes a list"),
        ({"gear": ["X"]}, "not X"),
        ({"speed_max": -1}, "speed_max takes km/h"),
        ({"speed_max": True}, "speed_max takes km/h"),
        ({"speed_max": "5"}, "speed_max takes km/h"),
        ({"restriction": "filter"}, "restriction takes setup"),
    ],
)
def test_vehicle_conditions_that_mean_nothing_leave_the_path_read_only(when: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        check_form(when)
    vehicle = car(when=when)
    assert FAN not in vehicle.vehicle.plans
    assert TRUNK not in vehicle.vehicle.plans
    assert any(words.split()[-1] in str(problem) for problem in vehicle.vehicle.problems)


def test_vehicle_neither_profile_nor_mapping_loosens_the_other() -> None:
    assert (
        stricter({"speed_max": 5}, {"speed_max": 50})
        == stricter({"speed_max": 50}, {"speed_max": 5})
        == {"speed_max": 5}
    )
    assert stricter({"gear": ["P", "N"]}, {"gear": ["N", "D"]}) == {"gear": ["N"]}
    assert stricter({"restriction": "keyboard"}, {"restriction": "setup"}) == {"restriction": "setup"}
    assert stricter({"ignition": ["ON"]}, {"speed_max": 5}) == {"ignition": ["ON"], "speed_max": 5}
    with pytest.raises(ValueError, match="no gear meets"):
        stricter({"gear": ["P"]}, {"gear": ["D"]})
    vehicle = car(when={"speed_max": 50})  # the mapping says 5 for the boot
    show(vehicle, kph=20)
    ask(vehicle, FAN, 1)
    with pytest.raises(Refused, match="Only below 5 km/h"):
        ask(vehicle, TRUNK, True)


@pytest.mark.parametrize("allow", [{"min_interval_s": -1.0}])
def test_vehicle_limits_that_contradict_leave_the_path_read_only(allow: dict[str, Any]) -> None:
    assert car(**allow).vehicle.plans == {}


# -- what a frame starts from ------------------------------------------------------------------------------------------


def test_vehicle_nothing_starts_from_an_old_frame() -> None:
    vehicle = car()
    vehicle.advance(4.9)
    ask(vehicle, FAN, 10)
    assert len(vehicle.sent) == 1
    vehicle.advance(0.2)
    with pytest.raises(Refused, match="has not shown this control"):
        ask(vehicle, FAN, 20)
    show(vehicle, other=9)
    ask(vehicle, FAN, 20)
    assert vehicle.sent[-1][2][2] == 9


def test_vehicle_a_frame_of_the_wrong_length_is_no_start() -> None:
    vehicle = car()
    vehicle.advance(6)
    for data in (bytes(7), bytes(9), b""):
        vehicle.feed((100, data))
    with pytest.raises(Refused):
        ask(vehicle, FAN, 20)


@pytest.mark.parametrize("value", [True, False, 1e400, float("nan"), -(10**40), 10**400, "50", "x" * 100_000])
def test_vehicle_values_that_are_no_number_for_it_are_out_of_range(value: Any) -> None:
    vehicle = car()
    with pytest.raises(OutOfRange):
        ask(vehicle, FAN, value)
    assert vehicle.sent == []
    assert len(str(vehicle.vehicle.writer.log[-1]["target"])) <= 401


# -- two buses ---------------------------------------------------------------------------------------------------------


def test_vehicle_one_bus_lost_fails_only_its_own_requests() -> None:
    vehicle = car(buses=("main", "side"))
    first, second = ask(vehicle, FAN, 10), ask(vehicle, REAR_FAN, 20)
    assert [bus for bus, _, _ in vehicle.sent] == ["main", "side"]
    vehicle.vehicle.bus_lost("main", "The vehicle's bus is away", vehicle.now)
    assert last(vehicle, first) == ("failed", "The vehicle's bus is away")
    assert last(vehicle, second) == ("pending", "")
    vehicle.advance(0.1)
    show(vehicle, fan=20, bus="side")
    assert last(vehicle, second) == ("confirmed", "")
    with pytest.raises(Refused):  # its frame to start from went with it
        ask(vehicle, FAN, 10)
    ask(vehicle, REAR_FAN, 30)


# -- what is never sent ------------------------------------------------------------------------------------------------


def test_vehicle_messages_that_tell_of_driving_are_never_sent_whatever_their_names() -> None:
    dbc = DBC.replace("BODY_CMD", "MSG_A").replace("TrunkReq", "Signal_2")
    mapping = f"{FAN}: {{vss2dbc: {{signal: FanReq}}}}\n"
    mapping += "Vehicle.Chassis.SteeringWheel.Angle: {dbc2vss: {signal: Signal_2}}\n"
    writes = {"MSG_A": WriteAllow("MSG_A", {"FanReq": SignalAllow(0, 100, 1)})}
    profile = Profile(
        "t", Path("t.toml"), "t.yaml", {"main": BusSpec("main", "virtual", "x", writable=True, writes=writes)}
    )
    vehicle = BenchVehicle(profile, {"main": parse_dbc(dbc, Path("t.dbc"))}, mapping)
    assert vehicle.vehicle.plans == {}
    assert any("belongs to driving" in str(problem) for problem in vehicle.vehicle.problems)


def test_vehicle_settings_of_warnings_may_be_written_and_driving_may_not() -> None:
    for path in (
        "Vehicle.ADAS.LaneDepartureDetection.IsEnabled", "Vehicle.Private.Adas.ForwardCollisionWarningOn",
        "Vehicle.Private.Adas.BlindSpotWarningOn", "Vehicle.Private.Adas.ParkingTonesOn", "Vehicle.Private.DriveMode",
        "Vehicle.Private.RegenerationLevel", "Vehicle.Powertrain.Transmission.PerformanceMode",
        "Vehicle.Chassis.SteeringWheel.HeatingCooling",
    ):  # fmt: skip
        assert forbidden_path(path) is None, path
        assert not standstill_only(path), path
    for path in (
        "Vehicle.ADAS.CruiseControl.SpeedSet", "Vehicle.ADAS.CruiseControl.IsActive", "Vehicle.ADAS.ESC.IsEnabled",
        "Vehicle.Chassis.ParkingBrake.IsEngaged", "Vehicle.Chassis.ParkingBrake.IsAutoApplyEnabled",
        "Vehicle.Powertrain.Transmission.SelectedGear", "Vehicle.Powertrain.Transmission.IsParkLockEngaged",
        "Vehicle.Powertrain.Transmission.GearChangeMode", "Vehicle.Chassis.SteeringWheel.Angle",
        "Vehicle.ADAS.LaneDepartureDetection.IsEnabled.Extra", "Vehicle.LowVoltageSystemState",
    ):  # fmt: skip
        assert forbidden_path(path) is not None, path
    assert standstill_only("Vehicle.Private.Adas.EmergencyBrakingOn")


def test_vehicle_emergency_braking_is_set_at_a_stand_whatever_the_profile_says() -> None:
    path = "Vehicle.Private.Adas.EmergencyBrakingOn"
    writes = {"SETTINGS": WriteAllow("SETTINGS", {"AssistReq": SignalAllow(0, 1, 1)}, when={"speed_max": 100})}
    dbc = 'BO_ 5 SETTINGS: 1 X\n SG_ AssistReq : 0|2@1+ (1,0) [0|3] "" X\n'
    dbc += 'BO_ 6 V: 2 X\n SG_ Kph : 0|16@1+ (0.1,0) [0|300] "" X\n'
    mapping = f"{path}: {{vss2dbc: {{signal: AssistReq}}}}\n{SPEED}: {{dbc2vss: {{signal: Kph}}}}\n"
    profile = Profile(
        "t", Path("t.toml"), "t.yaml", {"main": BusSpec("main", "virtual", "x", writable=True, writes=writes)}
    )
    vehicle = BenchVehicle(profile, {"main": parse_dbc(dbc, Path("t.dbc"))}, mapping)
    vehicle.feed((5, b"\3"), (6, b"\x0a\0"))
    with pytest.raises(Refused, match="Only while the car stands"):
        ask(vehicle, path, False)
    vehicle.feed((6, b"\0\0"))
    ask(vehicle, path, False)
    assert vehicle.sent == [("main", 5, b"\0")]


@pytest.mark.parametrize(
    "name",
    ["CRZ_BTNS", "FCA11", "LFAHDA_MFC", "LateralMotionControl", "APS_eacMonitor", "ACCDATA", "ASCMLKASteeringCmd", "DAS_control",
     "LDW_02", "TSK_06", "SteeringWheelAngle", "LENKRADWINKEL", "PCS_HUD", "steering_wheel_torque_heat"],
)  # fmt: skip
def test_vehicle_more_names_of_driving_are_recognised(name: str) -> None:
    assert forbidden_message(parse_dbc(f"BO_ 1 {name}: 8 X\n", Path("x")).messages[0]) is not None


@pytest.mark.parametrize(
    "name",
    ["SteeringWheelHeatReq", "Lenkradheizung", "HEATED_STEERING_WHEEL", "AccessoryPower", "LaneWarnOnReq", "DriveModeReq",
     "RegenerationReq", "ParkingTonesOnReq", "SeatMemory", "MassageLevel", "AmbientColour", "WindowFL"],
)  # fmt: skip
def test_vehicle_comfort_names_are_not_taken_for_driving(name: str) -> None:
    dbc = f'BO_ 1 Body: 8 X\n SG_ {name} : 0|8@1+ (1,0) [0|1] "" X\n'
    assert forbidden_message(parse_dbc(dbc, Path("x")).messages[0]) is None


def test_vehicle_what_driver_assistance_sends_is_refused_in_every_opendbc_file() -> None:
    """Against the safety modes of the installed opendbc package, read anew: every message they may send, by name or by id."""
    opendbc = pytest.importorskip("opendbc")
    root = Path(opendbc.__file__).parent
    modes = {
        "gm": "gm_global", "volkswagen_mqb": "vw_mqb", "volkswagen_pq": "vw_pq", "volkswagen_mlb": "vw_mlb",
        "hyundai": "hyundai_kia", "mazda": "mazda", "ford": "ford_lincoln", "tesla": "tesla_model3", "psa": "psa",
        "rivian": "rivian", "chrysler": "chrysler",
    }  # fmt: skip
    checked = 0
    for mode, part in modes.items():
        source = "\n".join(
            (root / "safety" / "modes" / f"{name}.h").read_text()
            for name in (mode, f"{mode.split('_')[0]}_common")
            if (root / "safety" / "modes" / f"{name}.h").is_file()
        )
        names = dict(re.findall(r"#define\s+(\w+)\s+(0x[0-9A-Fa-f]+)", source))
        told = re.findall(r"\{\s*(\w+)\s*,\s*\w+\s*,\s*\d+\s*,\s*\.check_relay", source)
        ids = {int(names.get(word, word).rstrip("U"), 0) for word in told if names.get(word, word)[0].isdigit()}
        for file in (root / "dbc").glob(f"{part}*.dbc"):
            for message in load_database(file).messages:
                if message.arbitration_id in ids:
                    assert forbidden_message(message) or forbidden_id(file.name, message), f"{file.name} {message.name}"
                    checked += 1
    assert checked > 30


# -- the log -----------------------------------------------------------------------------------------------------------


def test_vehicle_write_log_is_not_washed_away_by_a_flood() -> None:
    vehicle = car()
    first = ask(vehicle, FAN, 42)
    vehicle.advance(0.05)
    show(vehicle, fan=42)
    assert last(vehicle, first)[0] == "confirmed"
    for step in range(3000):
        for path, value in ((FAN, step % 100), (FAN, 1000)):
            try:
                ask(vehicle, path, value)
            except ServiceFault:
                continue
    log = list(vehicle.vehicle.writer.log)
    assert len(log) < 100
    assert (log[0]["path"], log[0]["target"], log[0]["result"], log[0]["bus"]) == (FAN, 42, "confirmed", "main")
    assert log[0]["frame"].startswith("64#2A")
    assert sum(entry["count"] for entry in log) == 6001


def test_vehicle_write_log_is_a_ring() -> None:
    log = WriteLog()
    for number in range(KEPT + 50):
        log.refused(number, f":1.{number}", FAN, number, "no")
    assert (len(log), log[0]["time"]) == (KEPT_REFUSED, KEPT + 50 - KEPT_REFUSED)
    for number in range(KEPT + 50):
        log.accepted(1000 + number, ":1.1", FAN, number, "main", None)
    assert len(log) == KEPT + KEPT_REFUSED
    assert [entry["time"] for entry in log] == sorted(entry["time"] for entry in log)
