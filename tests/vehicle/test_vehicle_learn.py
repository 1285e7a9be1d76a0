"""Learning from recordings: against rules that are known beforehand, real drives, and what tells nothing."""

from __future__ import annotations

import json
import random
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backends.vehicle.dbc import Database, load_database, parse_dbc
from backends.vehicle.e2e import E2E
from backends.vehicle.learn import find_check, find_counter, propose, read_traffic, survey
from backends.vehicle.learn.commands import learn
from backends.vehicle.learn.gears import gear_of, gear_table
from backends.vehicle.learn.names import TOPICS, words
from backends.vehicle.learn.survey import MessageFound, survey_message
from backends.vehicle.learn.traffic import Stream
from backends.vehicle.mapping import read_mapping
from backends.vehicle.profile import load_profile
from backends.vehicle.replay import LogFrame, summarise
from tests.fakes.traffic import demo_frames, protected_frames, traffic, write_candump

HONDA = "data/logs/honda_civic_gen8_drive_0_71kmh.log"
HONDA_DBC = "data/dbc/opendbc_honda_crv_touring_2016_can_generated.dbc"
PASSAT = "data/logs/vw_passat_b6_pq_idle_vinmasked.log"
PASSAT_DBC = "data/dbc/opendbc_vw_pq.dbc"
IDS = (0x82, 0xB7, 0x0E, 0xEE, 0x7F, 0x1A, 0x50, 0x39, 0xBE, 0xF0, 0x7E, 0xC2, 0x34, 0x7F, 0x06, 0x6E)


def stream_of(rows: list[bytes], key: int = 0x123) -> Stream:
    data = np.frombuffer(b"".join(rows), np.uint8).reshape(len(rows), -1)
    return Stream(key, np.arange(len(rows)) * 0.02, data)


def learnt(frames: list[LogFrame]) -> MessageFound:
    (found,) = survey(traffic(frames))
    return found


@given(width=st.integers(2, 8), data=st.data(), step=st.sampled_from([1, 1, 1, 3, -1]), seed=st.integers(0, 999))
@settings(max_examples=40)
def test_vehicle_learn_finds_any_counter_among_noise(width: int, data: Any, step: int, seed: int) -> None:
    shift = data.draw(st.integers(0, 8 - width))
    byte = data.draw(st.integers(0, 7))
    chance = random.Random(seed)
    rows = []
    for index in range(4 << width if width > 6 else 260):
        row = bytearray(chance.randbytes(8))
        mask = ((1 << width) - 1) << shift
        row[byte] = row[byte] & ~mask & 0xFF | index * step % (1 << width) << shift
        rows.append(bytes(row))
    found = find_counter(stream_of(rows))
    assert found is not None
    assert (found.byte, found.shift, found.width) == (byte, shift, width)
    assert found.step % (1 << width) == step % (1 << width)
    assert found.sure > 0.9


def test_vehicle_learn_counter_that_skips_its_last_value() -> None:
    """AUTOSAR's profile 1 counts 0 to 14."""
    chance = random.Random(1)
    found = find_counter(stream_of([bytes([chance.randrange(256), index % 15]) for index in range(200)]))
    assert found is not None
    assert (found.byte, found.width, found.first, found.last, found.share) == (1, 4, 0, 14, 1.0)


def test_vehicle_learn_counter_that_has_not_come_round_yet() -> None:
    """Two minutes of a message sent once a second: a byte that counts gets no further than 120."""
    chance = random.Random(4)
    found = find_counter(stream_of([bytes([chance.randrange(256), index + 3]) for index in range(120)]))
    assert found is not None
    assert (found.byte, found.shift, found.width, found.rollovers) == (1, 0, 8, 0)
    assert found.sure < 1


def test_vehicle_learn_profile_5_in_a_short_recording() -> None:
    _, frames = protected_frames(PROTECTED["p05"][0], 0x321, 16, (16, 8), (0, 16), count=120)
    found = learnt(frames)
    assert found.e2e is not None
    assert (found.e2e.profile, found.e2e.data_id) == ("p05", 0x1234)


def test_vehicle_learn_counter_of_two_bytes_either_way_round() -> None:
    for order in ("little", "big"):
        rows = [b"\x55" + (250 + index).to_bytes(2, order) + b"\x00" for index in range(1200)]  # type: ignore[arg-type]
        found = find_counter(stream_of(rows))
        assert found is not None
        assert (found.byte, found.width, found.little_endian) == (1, 16, order == "little")


def test_vehicle_learn_lost_frames_do_not_hide_a_counter() -> None:
    rows = [bytes([index % 16, (7 * index) % 251]) for index in range(400) if index % 37]
    found = find_counter(stream_of(rows))
    assert found is not None
    assert (found.byte, found.shift, found.width) == (0, 0, 4)
    assert 0.9 < found.share < 1


PROTECTED = {
    "p01": (E2E("p01", (), "Count", "Check", 0x5A, "low"), 0x2B1, 8, (8, 4), (0, 8)),
    "p02": (E2E("p02", IDS, "Count", "Check"), 0x0A0, 8, (8, 4), (0, 8)),
    "p02 of 6 bytes": (E2E("p22", IDS, "Count", "Check"), 0x0A0, 6, (8, 4), (0, 8)),
    "p02 with one id": (E2E("vw", (0xAA,) * 16, "Count", "Check"), 0x101, 8, (8, 4), (0, 8)),
    "p05": (E2E("p05", (), "Count", "Check", 0x1234), 0x321, 16, (16, 8), (0, 16)),
    "honda": (E2E("honda", (), "Count", "Check"), 0x158, 8, (60, 2), (56, 4)),
    "psa": (E2E("psa", (), "Count", "Check", 0xB), 0x305, 8, (60, 4), (56, 4)),
    "toyota": (E2E("toyota", (), "Count", "Check"), 0x2E4, 8, (1, 6), (56, 8)),
    "subaru": (E2E("subaru", (), "Count", "Check"), 0x119, 8, (8, 4), (0, 8)),
    "tesla": (E2E("tesla", (), "Count", "Check"), 0x129, 8, (8, 4), (0, 8)),
    "xor": (E2E("xor", (), "Count", "Check"), 0x4A8, 8, (52, 4), (56, 8)),
    "minus": (E2E("minus", (), "Count", "Check", 0x7F), 0x0C2, 8, (44, 4), (56, 8)),
    "crc8": (E2E("crc8", (), "Count", "Check", 0x33, "0x31"), 0x2C1, 8, (52, 4), (56, 8)),
    "crc8 reflected": (E2E("crc8", (), "Count", "Check", 0x33, "0x9br"), 0x2C2, 8, (52, 4), (0, 8)),
    "chrysler": (E2E("chrysler", (), "Count", "Check"), 0x220, 8, (52, 4), (56, 8)),
    "hyundai_canfd": (E2E("hyundai_canfd", (), "Count", "Check"), 0x1A0, 32, (16, 8), (0, 16)),
}


@pytest.mark.parametrize("name", PROTECTED)
def test_vehicle_learn_recovers_a_known_protection(name: str) -> None:
    """Sealed by what writes to cars, found by arithmetic that shares no code with it."""
    e2e, key, length, counter, check = PROTECTED[name]
    _, frames = protected_frames(e2e, key, length, counter, check)
    found = learnt(frames)
    assert found.counter is not None
    assert (found.counter.start, found.counter.width) == counter
    assert found.check is not None
    assert (found.check.start, found.check.width) == check
    assert found.check.sure >= 0.8
    assert found.e2e is not None
    aliases = {
        "p22": "p02",
        "vw": "p02",
        "tesla": "subaru",
    }  # Subaru's and Tesla's sums are one where the check is first
    assert found.e2e.profile == aliases.get(e2e.profile, e2e.profile)
    if e2e.profile in ("p01", "p05", "psa", "minus", "crc8"):
        assert found.e2e.data_id == e2e.data_id
    assert e2e.profile != "crc8" or found.e2e.mode == e2e.mode
    if e2e.id_list:
        assert found.e2e.id_list == e2e.id_list


@pytest.mark.parametrize("polynomial", [0x07, 0x1D, 0x2F, 0x31, 0x9B, 0xD5])
def test_vehicle_learn_finds_any_polynomial(polynomial: int) -> None:
    chance = random.Random(polynomial)
    rows = []
    for _ in range(120):
        payload = chance.randbytes(7)
        crc = 0x5A
        for byte in payload:
            crc ^= byte
            for _ in range(8):
                crc = (crc << 1 ^ polynomial) & 0xFF if crc & 0x80 else crc << 1
        rows.append(payload + bytes([crc ^ 0x33]))
    found = find_check(stream_of(rows), None)
    assert found is not None
    assert (found.kind, found.start, found.polynomial, found.sure) == ("crc8", 56, polynomial, 1.0)


def test_vehicle_learn_a_broken_frame_now_and_then_does_not_hide_a_check() -> None:
    _, frames = protected_frames(PROTECTED["toyota"][0], 0x2E4, 8, (1, 6), (56, 8), count=400)
    for index in range(5, 400, 80):
        frames[index] = LogFrame(frames[index].time_s, "can0", 0x2E4, bytes(8))
    found = learnt(frames)
    assert found.check is not None
    assert (found.check.kind, found.check.start) == ("sum", 56)
    assert found.check.share < 1


def rest(_: random.Random, data: bytearray) -> None:
    """Content that never changes."""


def test_vehicle_learn_content_that_rests_is_not_sure_but_its_ids_are_read() -> None:
    e2e, key, length, counter, check = PROTECTED["p02"]
    _, frames = protected_frames(e2e, key, length, counter, check, content=rest)
    found = learnt(frames)
    assert found.check is not None
    assert found.check.sure < 0.5
    assert found.check.ids == IDS


def test_vehicle_learn_what_other_messages_of_the_car_use_makes_it_likelier() -> None:
    e2e, _, length, counter, check = PROTECTED["p02"]
    frames = [
        frame
        for key, content in ((0x0A0, None), (0x0A8, None), (0x130, rest))
        for frame in protected_frames(e2e, key, length, counter, check, content=content, seed=key)[1]
    ]
    found = {each.stream.key: each for each in survey(traffic(frames))}
    assert found[0x130].check is not None
    assert found[0x130].check.sure == 0.6


def test_vehicle_learn_garbage_gives_nothing() -> None:
    chance = random.Random(5)
    for length in (1, 2, 8, 64):
        found = learnt([LogFrame(i * 0.01, "", 0x77, chance.randbytes(length)) for i in range(500)])
        assert (found.counter, found.check, found.mux, found.e2e) == (None, None, None, None)


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_vehicle_learn_a_few_frames_prove_nothing(count: int) -> None:
    _, frames = protected_frames(PROTECTED["honda"][0], 0x158, 8, (60, 2), (56, 4), count=count)
    found = learnt(frames)
    assert found.counter is None
    assert found.check is None


def test_vehicle_learn_lengths_that_differ_and_empty_frames() -> None:
    frames = [LogFrame(i * 0.1, "", 0x77, bytes([i % 16]) if i % 5 else b"") for i in range(100)]
    found = learnt(frames)
    assert (found.stream.length, found.stream.count, found.stream.odd) == (1, 80, 20)
    assert learnt([LogFrame(i * 0.1, "", 0x78, b"") for i in range(30)]).moving == 0


def test_vehicle_learn_selector() -> None:
    """Three pages in turn with content of their own; a cycle that selects is no counter."""
    pages = {0: b"\x10\x20\x30", 1: b"\xff\x00\x07", 2: b"\x03\x99\x42"}
    rows = []
    chance = random.Random(2)
    for index in range(90):
        page = index % 3
        body = bytearray(pages[page])
        body[0] ^= chance.randrange(2)
        rows.append(bytes([page]) + bytes(body))
    found = learnt([LogFrame(i * 0.05, "", 0x555, row) for i, row in enumerate(rows)])
    assert found.mux is not None
    assert (found.mux.start, found.mux.values) == (0, (0, 1, 2))
    assert found.counter is None


def test_vehicle_learn_numbers_of_unknown_messages_and_their_sign() -> None:
    rows = [int(3000 * np.sin(index / 40)).to_bytes(2, "big", signed=True) + b"\0\0" for index in range(600)]
    found = learnt([LogFrame(i * 0.01, "", 0x600, row) for i, row in enumerate(rows)])
    (number,) = found.numbers
    assert (number.byte, number.little_endian, number.signed) == (0, False, True)
    database = parse_dbc('BO_ 1536 M: 4 X\n SG_ Wrong : 7|16@0+ (1,0) [0|0] "" X\n', Path("x.dbc"))
    told = survey_message(found.stream, database.messages[0])
    assert told.signed == ("Wrong",)


def test_vehicle_learn_demo_car(tmp_path: Path) -> None:
    """The data ids of our own car's mapping come out of nothing but its frames."""
    demo = load_profile("demo")
    database = load_database(demo.dbc_file("main"))
    recorded = read_traffic(write_candump(tmp_path / "demo.log", demo_frames(40)), "main")
    found = {each.message.name: each for each in survey(recorded, database) if each.message is not None}
    written = {
        rule.message or signal: rule.e2e for rule in read_mapping(demo.mapping_file).reads for _, signal in rule.signals
    }
    for name, signal in (("MOTION", "Speed"), ("DRIVE", "Gear")):
        expected = written[signal]
        check = found[name].check
        assert expected is not None
        assert check is not None
        assert check.sure == 1.0
        assert check.ids == expected.id_list
    assert found["TYRES"].counter is None
    best = {each.path: each for each in propose(database, recorded)}
    assert best["Vehicle.Speed"].signal.name == "Speed"
    assert best["Vehicle.Powertrain.Transmission.SelectedGear"].table["P"] == 126
    assert best["Vehicle.Speed"].sure > 0.8


def test_vehicle_learn_honda_agrees_with_opendbc(shared: Path) -> None:
    """Every counter and check value that opendbc's description has on this car, and 13 messages that it does not know."""
    database = load_database(shared / HONDA_DBC)
    found = survey(read_traffic(shared / HONDA), database)
    described = [each for each in found if each.message is not None]
    assert len(found) == 23
    assert len(described) == 10
    for each in described:
        assert each.message is not None
        if each.stream.length != each.message.length:
            continue  # this older car uses the id for something else
        counter, check = each.message.signal("COUNTER"), each.message.signal("CHECKSUM")
        assert check is not None
        assert each.check is not None, each.message.name
        assert (each.check.start, each.check.width) == (min(check.bits), 4)
        assert each.check.sure >= 0.8
        assert each.e2e is not None
        assert each.e2e.profile == "honda"
        if each.counter is not None:
            assert counter is not None
            assert (each.counter.start, each.counter.width) == (min(counter.bits), counter.length)
        else:
            assert each.message.name == "WHEEL_SPEEDS"  # this older car sends none there
    assert sum(each.e2e is not None for each in found) == 22


def test_vehicle_learn_honda_checks_are_those_of_opendbcs_code(shared: Path) -> None:
    try:
        honda = import_module("opendbc.car.honda.hondacan")
    except ImportError as error:
        pytest.skip(f"opendbc's car code cannot be imported: {error}")
    for each in survey(read_traffic(shared / HONDA)):
        if each.e2e is None or each.check is None or each.check.start != 8 * each.stream.length - 8:
            continue
        for row in each.stream.data[:50]:
            assert int(row[-1]) & 15 == honda.honda_checksum(each.stream.key, None, bytearray(row.tobytes()))


def test_vehicle_learn_honda_signals(shared: Path) -> None:
    database = load_database(shared / HONDA_DBC)
    best = {each.path: each for each in propose(database, read_traffic(shared / HONDA))}
    speed = best["Vehicle.Speed"]
    assert (speed.message.name, speed.signal.name, speed.sure) == ("ENGINE_DATA", "XMISSION_SPEED", 1.0)
    assert any("follows the wheels (r = 0.999" in reason for reason in speed.reasons)
    rpm = best["Vehicle.Powertrain.CombustionEngine.Speed"]
    assert rpm.signal.name == "ENGINE_RPM"
    assert rpm.sure > 0.9
    assert best["Vehicle.Cabin.Door.Row1.DriverSide.IsOpen"].sure < 0.5  # its message is not in the recording


def test_vehicle_learn_passat(shared: Path) -> None:
    database = load_database(shared / PASSAT_DBC)
    recorded = read_traffic(shared / PASSAT)
    found = {each.message.name: each for each in survey(recorded, database) if each.message is not None}
    for name in ("Motor_5", "Motor_6", "Bremse_5", "EPB_1"):
        each = found[name]
        assert each.e2e is not None
        assert each.e2e.profile == "xor"
    best = {each.path: each for each in propose(database, recorded)}
    assert best["Vehicle.Powertrain.Transmission.SelectedGear"].signal.name == "GE1_Wahl_Pos"
    assert best["Vehicle.Powertrain.CombustionEngine.Speed"].signal.name == "Motordrehzahl"


def test_vehicle_learn_miles_and_wheels() -> None:
    """A speed in miles is converted; without any, the wheels' mean is the speed."""
    text = 'BO_ 256 WHEEL_SPEEDS: 8 X\n' + "".join(
        f' SG_ {name} : {16 * index}|16@1+ (0.01,0) [0|0] "kph" X\n' for index, name in enumerate(("FL", "FR", "RL", "RR"))
    )  # fmt: skip
    rng = random.Random(3)
    frames = []
    for index in range(200):
        kph = 40 + 30 * np.sin(index / 30)
        wheels = b"".join(int(100 * kph + rng.randrange(20)).to_bytes(2, "little") for _ in range(4))
        frames.append(LogFrame(index * 0.02, "", 256, wheels))
    best = propose(parse_dbc(text, Path("x.dbc")), traffic(frames))[0]
    assert (best.path, best.math) == ("Vehicle.Speed", "(a + b + c + d) / 4")
    miles = parse_dbc('BO_ 256 M: 8 X\n SG_ VEHICLE_SPEED : 0|16@1+ (0.01,0) [0|0] "mph" X\n', Path("x.dbc"))
    assert propose(miles, traffic(frames))[0].math == "x * 1.609344"


@pytest.mark.parametrize(
    ("label", "gear"),
    [
        ("P", 126), ("Park", 126), ("GEAR_P", 126), ("DI_GEAR_R", -1), ("Reverse", -1), ("N", 0), ("D", 127), ("drive", 127),
        ("S", 127), ("L", 1), ("DI_GEAR_SNA", None), ("Init", None), ("5", None), ("Fehler", None),
    ],
)  # fmt: skip
def test_vehicle_learn_gear_words(label: str, gear: int | None) -> None:
    assert gear_of(label) == gear


def test_vehicle_learn_gear_table_needs_park_and_reverse() -> None:
    assert gear_table({0: "P", 1: "R", 2: "N", 3: "D", 7: "SNA"}) == ({"P": 126, "R": -1, "N": 0, "D": 127}, ["SNA"])
    assert gear_table({0: "N", 1: "D"}) == ({}, [])


def test_vehicle_learn_topics_are_known_paths() -> None:
    from backends.vehicle.catalogue import catalogue

    assert {topic.path for topic in TOPICS} <= set(catalogue())
    assert words("VehicleSpeed_HS") == "vehicle speed hs"


def test_vehicle_learn_writes_a_profile_that_loads(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    demo = load_profile("demo")
    log = write_candump(tmp_path / "demo.log", demo_frames(30))
    out = tmp_path / "mine"
    assert learn([str(log), "--dbc", str(demo.dbc_file("main")), "--channel", "main", "--out", str(out)]) == 0
    assert "pillion profile check" in capsys.readouterr().err
    profile = load_profile(str(out))
    summary = summarise(log, None, None, profile)
    assert summary.problems == []
    assert summary.paths["Vehicle.Speed"]["max"] > 10
    assert "e2e: *motion" in profile.mapping_file.read_text()
    assert profile.dbc_file("main").parent == out
    assert not any(bus.writable for bus in profile.buses.values())
    assert (
        learn([str(log), "--dbc", str(demo.dbc_file("main")), "--channel", "main", "--out", str(out)]) == 1
    )  # never over another
    assert "already holds a profile" in capsys.readouterr().err


def test_vehicle_learn_json_and_its_time(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert learn([str(shared / HONDA), "--dbc", str(shared / HONDA_DBC), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["frames"] == 21862
    assert told["took_s"] < 10  # 0.4 s on a quiet machine
    engine = next(each for each in told["messages"] if each["name"] == "ENGINE_DATA")
    assert engine["counter"]["width"] == 2
    assert engine["check"]["e2e"] == "honda"
    assert engine["period_ms"] == pytest.approx(10, abs=0.1)


@pytest.mark.parametrize("content", ["", "hello\n", "(1.0) can0 zzz\n"])
def test_vehicle_learn_no_recording_is_told(tmp_path: Path, content: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.log"
    path.write_text(content)
    assert learn([str(path)]) == 1
    assert str(path) in capsys.readouterr().err


def test_vehicle_learn_out_needs_a_description(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert learn([str(tmp_path / "x.log"), "--out", str(tmp_path / "y")]) == 2
    assert "--out needs --dbc" in capsys.readouterr().err


def test_vehicle_learn_nothing_worth_a_profile(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dbc = tmp_path / "x.dbc"
    dbc.write_text('BO_ 256 M: 8 X\n SG_ Thing : 0|16@1+ (1,0) [0|0] "" X\n')
    log = write_candump(tmp_path / "x.log", [LogFrame(i * 0.1, "can0", 256, bytes(8)) for i in range(20)])
    assert learn([str(log), "--dbc", str(dbc), "--out", str(tmp_path / "y")]) == 1
    assert "template" in capsys.readouterr().err
    assert not (tmp_path / "y").exists()


def test_vehicle_learn_one_channel_of_several(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    frames = [LogFrame(i * 0.1, f"can{i % 2}", 0x100 + i % 2, bytes([i])) for i in range(40)]
    log = write_candump(tmp_path / "x.log", frames)
    assert set(read_traffic(log, "can1").streams) == {0x101}
    assert learn([str(log)]) == 0
    assert "--channel NAME looks at one" in capsys.readouterr().out
    assert learn([str(log), "--channel", "can9"]) == 1
    assert "it has can0, can1" in capsys.readouterr().err


def test_vehicle_learn_database_without_a_recording() -> None:
    text = 'BO_ 256 Drive: 8 X\n SG_ VehicleSpeed : 0|16@1+ (0.01,0) [0|0] "km/h" X\n'
    best = propose(Database(Path("x.dbc"), parse_dbc(text, Path("x.dbc")).messages))
    assert best[0].path == "Vehicle.Speed"
    assert best[0].sure <= 0.7


def test_vehicle_learn_units_and_signs_of_german_descriptions() -> None:
    text = (
        'BO_ 134 LWI_01: 8 X\n SG_ LWI_Lenkradwinkel : 16|13@1+ (0.1,0) [0|800] "Unit_DegreOfArc" X\n'
        ' SG_ LWI_VZ_Lenkradwinkel : 29|1@1+ (1,0) [0|1] "" X\n SG_ LWI_VZ_Lenkradw_Geschw : 30|1@1+ (1,0) [0|1] "" X\n'
        'BO_ 253 ESP_21: 8 X\n SG_ ESP_v_Signal : 32|16@1+ (0.01,0) [0|655] "Unit_KiloMeterPerHour" X\n'
        'BO_ 300 TPMS: 8 X\n SG_ TirePressureFL : 0|8@1+ (1,0) [0|80] "psi" X\n'
    )
    best = {each.path: each for each in propose(parse_dbc(text, Path("x.dbc")))}
    angle = best["Vehicle.Chassis.SteeringWheel.Angle"]
    assert [signal.name for _, signal in angle.signals] == ["LWI_Lenkradwinkel", "LWI_VZ_Lenkradwinkel"]
    assert angle.math == "if(right, -angle, angle)"
    assert best["Vehicle.Speed"].signal.name == "ESP_v_Signal"
    assert best["Vehicle.Chassis.Axle.Row1.Wheel.Left.Tire.Pressure"].math == "x * 6.894757"


def test_vehicle_learn_unknown_numbers_that_move_like_known_ones(
    shared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Identifier 1DC, which the description lacks, turns out to carry the engine's speed."""
    assert learn([str(shared / HONDA), "--dbc", str(shared / HONDA_DBC)]) == 0
    assert "moves like Vehicle.Powertrain.CombustionEngine.Speed (r = 1.0000): × 1 +" in capsys.readouterr().out
    assert learn([str(shared / HONDA), "--dbc", str(shared / HONDA_DBC), "--json"]) == 0
    messages = {each["id"]: each for each in json.loads(capsys.readouterr().out)["messages"]}
    (number,) = messages["1DC"]["numbers"]
    assert number["alike"]["path"] == "Vehicle.Powertrain.CombustionEngine.Speed"
    assert number["alike"]["scale"] == pytest.approx(1, abs=0.01)
