"""What a mapping can say, on message descriptions of real cars and, where there is one, on their recorded drives.

The oracle is cantools on the same frames. No file of opendbc has floats, or a selector behind a selector: those two are tried
on texts of our own, with frames that cantools made.
"""

from __future__ import annotations

import logging
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import cantools
import pytest

from backends.vehicle.dbc import Database, load_database, parse_dbc
from backends.vehicle.mapping import parse_mapping
from backends.vehicle.ports import Frame
from backends.vehicle.profile import BusSpec, Profile
from backends.vehicle.replay import read_log
from tests.fakes.vehicle import BenchVehicle

SPEED = "Vehicle.Speed"
HONDA = "data/dbc/opendbc_honda_crv_touring_2016_can_generated.dbc"
PASSAT = "data/dbc/opendbc_vw_pq.dbc"


@pytest.fixture(autouse=True)
def quiet_cantools() -> None:
    logging.getLogger("cantools").setLevel(logging.CRITICAL)


@cache
def honda_frames(shared: Path) -> list[tuple[float, Frame]]:
    return [(f.time_s, (f.key, f.data)) for f in read_log(shared / "data/logs/honda_civic_gen8_drive_0_71kmh.log")]


@cache
def passat_frames(shared: Path) -> list[Frame]:
    return [(f.key, f.data) for f in read_log(shared / "data/logs/vw_passat_b6_pq_idle_vinmasked.log")]


@cache
def honda_oracle(shared: Path) -> Any:
    """cantools cannot read the comments that this file makes on signals without naming them."""
    lines = (shared / HONDA).read_text(encoding="utf-8").splitlines()
    nameless = re.compile(r'CM_ SG_ \d+ "')
    return cantools.database.load_string(
        "\n".join(line for line in lines if not nameless.match(line)), "dbc", strict=False
    )


def opendbc(name: str) -> Database:
    spec = find_spec("opendbc")
    if spec is None or not spec.submodule_search_locations:
        pytest.skip("the opendbc package (extra 'makes') is not installed")
    return load_database(Path(spec.submodule_search_locations[0]) / "dbc" / name)


def bench(databases: dict[str, Database], mapping: str) -> BenchVehicle:
    buses = {name: BusSpec(name, "virtual", name) for name in databases}
    return BenchVehicle(
        Profile("test", Path("test.toml"), "test.yaml", buses), databases, parse_mapping(mapping, Path("test.yaml"))
    )


def numbers(signals: dict[str, str]) -> str:
    """A mapping of paths of our own onto signals, one rule each."""
    return "".join(
        f"Vehicle.Private.Test.{name}:\n  datatype: double\n  dbc2vss: {{{rule}}}\n" for name, rule in signals.items()
    )


def test_vehicle_multiplexed_signals_of_a_passat(shared: Path) -> None:
    """Motor_5 says something else in each of four frames, Bremse_2 in each of two: as cantools reads them."""
    theirs = cantools.database.load_file(str(shared / PASSAT), strict=False)
    messages = {"Motor_5": 0x480, "Bremse_2": 0x5A0, "Kombi_3": 0x520}
    last: dict[str, float] = {}
    frames = passat_frames(shared)
    for name, key in messages.items():
        for _, data in (frame for frame in frames if frame[0] == key):
            decoded = theirs.get_message_by_name(name).decode(data, decode_choices=False)
            last |= {f"{name}.{signal}": float(value) for signal, value in decoded.items()}
    database = load_database(shared / PASSAT)
    muxed = [
        (message.name, signal.name)
        for message in database.messages
        for signal in message.signals
        if signal.conditions and f"{message.name}.{signal.name}" in last
    ]
    assert len({message for message, _ in muxed}) >= 2
    assert len(muxed) >= 8
    car = bench(
        {"main": database},
        numbers(
            {f"S{index}": f"signal: {signal}, message: {message}" for index, (message, signal) in enumerate(muxed)}
        ),
    )
    assert car.vehicle.problems == []
    car.feed(*frames)
    found = {f"{m}.{s}": car.value(f"Vehicle.Private.Test.S{index}") for index, (m, s) in enumerate(muxed)}
    assert found == pytest.approx({name: last[name] for name in found})


NESTED = """BO_ 1 DEEP: 8 X
 SG_ Page M : 0|4@1+ (1,0) [0|0] "" X
 SG_ Part m1M : 4|4@1+ (1,0) [0|0] "" X
 SG_ Wide m2 : 8|16@1- (0.5,0) [0|0] "" X
 SG_ Inner m1 : 8|8@1+ (1,-40) [0|0] "" X
 SG_ Other m1 : 8|16@1+ (0.1,0) [0|0] "" X
SG_MUL_VAL_ 1 Part Page 1-1;
SG_MUL_VAL_ 1 Wide Page 2-2, 5-9;
SG_MUL_VAL_ 1 Inner Part 0-3;
SG_MUL_VAL_ 1 Other Part 4-4, 8-15;
"""


def test_vehicle_selectors_behind_selectors_and_ranges_of_them() -> None:
    theirs = cantools.database.load_string('VERSION ""\nBU_: X\n' + NESTED, "dbc").messages[0]
    names = ("Wide", "Inner", "Other")
    car = bench({"main": parse_dbc(NESTED, Path("x.dbc"))}, numbers({name: f"signal: {name}" for name in names}))
    wanted: dict[str, float] = {}
    for page in range(16):
        for part in range(16):
            data = bytes([page | part << 4, (page * 16 + part) & 0xFF, part, 0, 0, 0, 0, 0])
            car.feed((1, data))
            try:
                decoded = theirs.decode(data)
            except cantools.database.DecodeError:
                continue  # a page or part that nobody described
            wanted |= {name: float(decoded[name]) for name in names if name in decoded}
            assert {name: car.value(f"Vehicle.Private.Test.{name}") for name in wanted} == pytest.approx(wanted)
    assert set(wanted) == set(names)


def test_vehicle_arithmetic_over_the_four_wheels_of_a_honda(shared: Path) -> None:
    """Their mean is the speed that the gearbox measures, over the whole drive."""
    wheels = (
        "signals: {a: WHEEL_SPEED_FL, b: WHEEL_SPEED_FR, c: WHEEL_SPEED_RL, d: WHEEL_SPEED_RR}, message: WHEEL_SPEEDS"
    )
    car = bench(
        {"main": load_database(shared / HONDA)},
        numbers(
            {
                "Wheels": wheels + ', transform: {math: "(a + b + c + d) / 4"}',
                "Box": "signal: XMISSION_SPEED, message: ENGINE_DATA",
            }
        ),
    )
    assert car.vehicle.problems == []
    pairs = []
    for _, frame in honda_frames(shared):
        car.feed(frame)
        wheels_kph, box_kph = car.value("Vehicle.Private.Test.Wheels"), car.value("Vehicle.Private.Test.Box")
        if frame[0] == 0x1D0 and box_kph:
            pairs.append((wheels_kph, box_kph))
    assert len(pairs) > 600
    assert max(kph for _, kph in pairs) > 71
    mean_x, mean_y = (sum(pair[i] for pair in pairs) / len(pairs) for i in (0, 1))
    covariance = sum((x - mean_x) * (y - mean_y) for x, y in pairs)
    spread = (sum((x - mean_x) ** 2 for x, _ in pairs) * sum((y - mean_y) ** 2 for _, y in pairs)) ** 0.5
    assert covariance / spread > 0.999


def test_vehicle_codes_for_not_available_of_a_tesla() -> None:
    database = opendbc("tesla_model3_vehicle.dbc")
    message = database.message("DI_systemStatus")
    assert message is not None
    signal = message.signal("DI_accelPedalPos")
    assert signal is not None
    car = bench(
        {"main": database},
        "Vehicle.Chassis.Accelerator.PedalPosition:\n  dbc2vss: {signal: DI_accelPedalPos, sna: [SNA]}\n",
    )
    path = "Vehicle.Chassis.Accelerator.PedalPosition"
    seen = []
    for raw in (100, 255, 50):
        data = bytearray(message.length)
        data[signal.start // 8] = raw
        car.feed((message.key, bytes(data)))
        seen.append((car.value(path), car.quality(path)))
    assert seen == [(40, "valid"), (None, "not_available"), (20, "valid")]


def test_vehicle_codes_for_not_available_of_a_passat(shared: Path) -> None:
    """Kombi_2's oil temperature is 0 where there is no sensor; what the car says is told as it is."""
    database = load_database(shared / PASSAT)
    signal = database.message("Kombi_2").signal("Oeltemperatur_4_1")  # type: ignore[union-attr]
    theirs = cantools.database.load_file(str(shared / PASSAT), strict=False).get_message_by_name("Kombi_2")
    path = "Vehicle.Powertrain.CombustionEngine.EngineOil.Temperature"
    car = bench(
        {"main": database}, f"{path}:\n  dbc2vss: {{signal: Oeltemperatur_4_1, message: Kombi_2, sna: [0, 255]}}\n"
    )
    qualities: set[str] = set()
    for key, data in passat_frames(shared):
        car.feed((key, data))
        if key == theirs.frame_id:
            raw = theirs.decode(data, decode_choices=False, scaling=False)["Oeltemperatur_4_1"]
            assert (car.quality(path) == "not_available") == (raw in (0, 255))
            if raw not in (0, 255):
                assert car.value(path) == pytest.approx(raw * signal.scale + signal.offset)  # type: ignore[union-attr]
            qualities.add(car.quality(path))
    assert qualities


def test_vehicle_names_that_several_messages_share(shared: Path) -> None:
    """A Honda has each wheel's speed in two messages: one must be named, and each then gives its own."""
    database = load_database(shared / HONDA)
    unsaid = bench(
        {"main": database},
        numbers({"Wheel": "signal: WHEEL_SPEED_FL"})
        + f"{SPEED}:\n  dbc2vss: {{signal: XMISSION_SPEED, message: ENGINE_DATA}}\n",
    )
    assert "in several messages (WHEEL_SPEEDS, ROUGH_WHEEL_SPEED)" in str(unsaid.vehicle.problems[0])
    car = bench(
        {"main": database},
        numbers(
            {
                name: f"signal: WHEEL_SPEED_FL, message: {message}"
                for name, message in (("Fine", "WHEEL_SPEEDS"), ("Rough", "ROUGH_WHEEL_SPEED"))
            }
        ),
    )
    theirs = honda_oracle(shared)
    wanted = {}
    for name, message, key in (("Fine", "WHEEL_SPEEDS", 0x1D0), ("Rough", "ROUGH_WHEEL_SPEED", 0x255)):
        data = bytes(range(17, 25))
        car.feed((key, data))
        wanted[name] = float(
            theirs.get_message_by_name(message).decode(data[: theirs.get_message_by_name(message).length])[
                "WHEEL_SPEED_FL"
            ]
        )
    assert wanted["Fine"] != wanted["Rough"]
    assert {name: car.value(f"Vehicle.Private.Test.{name}") for name in wanted} == pytest.approx(wanted)


def test_vehicle_last_value_of_a_real_drive_is_published_in_the_end(shared: Path) -> None:
    """interval_ms on a speed that comes a hundred times a second: one change in 250 ms, and the last one after the last frame."""
    car = bench(
        {"main": load_database(shared / HONDA)},
        f"{SPEED}:\n  dbc2vss: {{signal: XMISSION_SPEED, message: ENGINE_DATA, interval_ms: 250}}\n",
    )
    car.vehicle.publisher.subscribe("me", [SPEED])
    began = car.now
    for time_s, frame in honda_frames(shared):
        if frame[0] == 0x158:
            car.advance(began + time_s - car.now)
            car.feed(frame)
    final = car.value(SPEED)
    car.advance(0.24)  # before the value grows stale
    published = car.changes()
    assert published[-1] == (SPEED, final, "valid")
    assert 50 < len(published) <= 20.6 / 0.25 + 2


@pytest.mark.parametrize(
    ("message", "signal"),
    [
        ("VEHICLE_DYNAMICS", "LONG_ACCEL"),  # signed, across bytes, the high one first
        ("STEERING_SENSORS", "STEER_ANGLE"),
        ("STEERING_SENSORS", "STEER_ANGLE_RATE"),
        ("ENGINE_DATA", "XMISSION_SPEED"),
        ("POWERTRAIN_DATA", "ENGINE_RPM"),
        ("POWERTRAIN_DATA", "PEDAL_GAS"),
        ("WHEEL_SPEEDS", "WHEEL_SPEED_FR"),  # begins within a byte
    ],
)
def test_vehicle_big_endian_and_signed_signals_of_a_honda(shared: Path, message: str, signal: str) -> None:
    database = load_database(shared / HONDA)
    theirs = honda_oracle(shared).get_message_by_name(message)
    car = bench({"main": database}, numbers({"Value": f"signal: {signal}, message: {message}"}))
    assert not database.message(message).signal(signal).little_endian  # type: ignore[union-attr]
    values = set()
    key = theirs.frame_id
    driven = [data for _, (found, data) in honda_frames(shared) if found == key and len(data) >= theirs.length]
    # The drive is of an older model, which has not all of them: the rest is tried on payloads.
    payloads = [(number * 0x9E3779B97F4A7C15 & 2**64 - 1).to_bytes(8, "big") for number in range(300)]
    for data in (*driven, *payloads):
        car.feed((key, data[: theirs.length]))
        wanted = float(theirs.decode(data[: theirs.length], decode_choices=False)[signal])
        assert car.value("Vehicle.Private.Test.Value") == pytest.approx(wanted, abs=1e-9)
        values.add(wanted)
    assert len(values) > 100


@pytest.mark.parametrize(("bits", "kind"), [(32, 1), (64, 2)])
@pytest.mark.parametrize("order", [0, 1])
def test_vehicle_float_signals(bits: int, kind: int, order: int) -> None:
    start = 0 if order else 7
    text = f'BO_ 1 M: 8 X\n SG_ F : {start}|{bits}@{order}- (1,0) [0|0] "" X\nSIG_VALTYPE_ 1 F : {kind} ;\n'
    theirs = cantools.database.load_string('VERSION ""\nBU_: X\n' + text, "dbc").messages[0]
    car = bench({"main": parse_dbc(text, Path("x.dbc"))}, numbers({"F": "signal: F"}))
    for value in (0.0, -1.5, 3.25e-7, 123456.75, -(2.0**100)):
        car.feed((1, theirs.encode({"F": value})))
        assert car.value("Vehicle.Private.Test.F") == pytest.approx(value, rel=1e-6)
    car.feed((1, theirs.encode({"F": float("nan")})))
    assert (car.value("Vehicle.Private.Test.F"), car.quality("Vehicle.Private.Test.F")) == (None, "invalid")


def test_vehicle_one_description_on_two_buses(shared: Path) -> None:
    """Honda's cars repeat messages on a second bus: a rule says which bus it means, and without it that is asked for."""
    database = load_database(shared / HONDA)
    rule = "signal: XMISSION_SPEED, message: ENGINE_DATA"
    unsaid = bench(
        {"pt": database, "radar": database}, numbers({"A": rule}) + f"{SPEED}:\n  dbc2vss: {{{rule}, bus: pt}}\n"
    )
    assert "say which with message: or bus:" in str(unsaid.vehicle.problems[0])
    car = bench(
        {"pt": database, "radar": database}, numbers({"Pt": f"{rule}, bus: pt", "Radar": f"{rule}, bus: radar"})
    )
    assert car.vehicle.problems == []
    theirs = honda_oracle(shared).get_message_by_name("ENGINE_DATA")
    frames = [data for _, (key, data) in honda_frames(shared) if key == 0x158]
    early, late = frames[0], frames[-1]
    car.feed((0x158, early), bus="pt")
    car.feed((0x158, late), bus="radar")
    wanted = [float(theirs.decode(data)["XMISSION_SPEED"]) for data in (early, late)]
    assert wanted[0] != wanted[1]
    assert [car.value("Vehicle.Private.Test.Pt"), car.value("Vehicle.Private.Test.Radar")] == pytest.approx(wanted)
