"""SAE J1939: messages are told by their parameter group, whoever sends them."""

from __future__ import annotations

from pathlib import Path

import pytest

from backends.vehicle.dbc import EXTENDED, parse_dbc
from backends.vehicle.dbc.model import group_key
from backends.vehicle.defs import GEAR_PARK
from backends.vehicle.profile import load_profile
from backends.vehicle.replay import best_profile, summarise
from backends.vehicle.vehicle import GEAR, SPEED
from tests.fakes.vehicle import BenchVehicle

NAME = Path("truck.dbc")
EEC1, PDU1, PLAIN = 0x0CF004FE | EXTENDED, 0x18EA00FE | EXTENDED, 0x123
MESSAGES = f"""BO_ {EEC1} EEC1: 8 X
 SG_ EngineSpeed : 24|16@1+ (0.125,0) [0|8031.875] "rpm" X
BO_ {PDU1} Request: 3 X
BO_ {PLAIN} Plain: 8 X
"""


@pytest.mark.parametrize(
    ("attributes", "told"),
    [
        ("", []),
        ('BA_ "ProtocolType" "J1939";', ["EEC1", "Request"]),
        ('BA_DEF_DEF_  "VFrameFormat" "J1939PG";', ["EEC1", "Request"]),
        (f'BA_ "VFrameFormat" BO_ {EEC1} 3;', ["EEC1"]),
        (f'BA_ "ProtocolType" "J1939";\nBA_ "VFrameFormat" BO_ {EEC1} 1;', ["Request"]),
    ],
)
def test_j1939_is_read_from_a_description(attributes: str, told: list[str]) -> None:
    database = parse_dbc(MESSAGES + attributes, NAME)
    assert [message.name for message in database.messages if message.j1939] == told
    assert database.problems == []


def test_j1939_groups_leave_out_priority_and_addresses() -> None:
    assert group_key(0x0CF00400 | EXTENDED) == group_key(EEC1) == 0x00F00400 | EXTENDED
    assert group_key(0x18EA2103 | EXTENDED) == group_key(PDU1), "a group with a receiver"
    assert group_key(0x0CF00300 | EXTENDED) != group_key(EEC1)
    assert group_key(0x1DF00400 | EXTENDED) != group_key(EEC1), "another data page"


def test_j1939_recording_of_a_truck_finds_the_profile_and_plays(shared: Path) -> None:
    pytest.importorskip("asammdf", reason="reading MF4 needs asammdf (extra 'mf4')")
    log = shared / "data/logs/css_j1939_sample.MF4"
    profile = best_profile(log)
    assert profile.name == "j1939"
    summary = summarise(log, profile=profile)
    assert (summary.frames, summary.problems, summary.cut) == (1815, [], "")
    engine = "Vehicle.Powertrain.CombustionEngine"
    assert (summary.paths[f"{engine}.Speed"]["count"], summary.paths[f"{engine}.Speed"]["max"]) == (577, 0.0)
    assert [summary.paths[f"{engine}.EngineCoolant.Temperature"][key] for key in ("min", "max")] == [85.0, 86.0]
    assert summary.paths[f"{engine}.EngineOil.Temperature"]["max"] == 96.0, "its error codes are no temperatures"
    speed = summary.paths["Vehicle.Speed"]
    assert (speed["count"], speed["max"]) == (184, 0.0), "another control unit sends it than the description names"


def test_j1939_recording_plays_with_a_description_of_other_senders(shared: Path) -> None:
    pytest.importorskip("asammdf", reason="reading MF4 needs asammdf (extra 'mf4')")
    log, dbc = shared / "data/logs/css_j1939_sample.MF4", shared / "data/dbc/css_sae_j1939_demo.dbc"
    summary = summarise(log, dbc, load_profile("j1939").mapping_file)
    assert {path: found["count"] for path, found in summary.paths.items()} == {
        "Vehicle.IsMoving": 184,
        "Vehicle.Speed": 184,
        "Vehicle.Powertrain.CombustionEngine.IsRunning": 577,
        "Vehicle.Powertrain.CombustionEngine.Speed": 577,
    }


def test_j1939_frames_of_any_sender_reach_the_vehicle() -> None:
    bench = BenchVehicle(load_profile("j1939"))
    for number, key in enumerate((0x18FEF100, 0x18FEF147, 0x0CFEF127, 0x18FEF147)):
        bench.advance(0.1)
        raw = (100 + number) * 256
        bench.feed((key | EXTENDED, b"\xff" + raw.to_bytes(2, "little") + b"\xff" * 5))
        assert bench.value(SPEED) == 100 + number
    bench.feed((0x18FEF200 | EXTENDED, bytes(8)), (0x0FEF100 & 0x7FF, bytes(8)))
    assert bench.value(SPEED) == 103
    assert bench.vehicle.heard("main") is None, "a kernel cannot filter by group"


def test_j1939_keys_are_remembered_within_bounds() -> None:
    bench = BenchVehicle(load_profile("j1939"))
    handlers = bench.vehicle._handlers["main"]
    for number in range(20_000):
        bench.feed((0x18000000 + number | EXTENDED, bytes(8)))
    assert len(handlers._extended) <= 8192
    bench.feed((0x18FEF1AA | EXTENDED, b"\xff\x00\x32" + b"\xff" * 5))
    assert bench.value(SPEED) == 50


def test_j1939_gears_are_numbered_as_vss_numbers_them() -> None:
    bench = BenchVehicle(load_profile("j1939"))
    for raw, gear in ((125, 0), (126, 1), (136, 11), (124, -1), (251, GEAR_PARK)):
        bench.advance(0.1)
        bench.feed((0x18F00503 | EXTENDED, bytes([raw, 0, 0, raw, 0, 0, 0, 0])))
        assert (bench.value(GEAR), bench.quality(GEAR)) == (gear, "valid")
    bench.feed((0x18F00503 | EXTENDED, b"\xff" * 8))
    assert bench.quality(GEAR) == "not_available"
