"""``pillion profile check``: what is wrong is found, what is right is left alone."""

from __future__ import annotations

import json
import shutil
import struct
from pathlib import Path

import pytest

from backends.vehicle.check import Report, check_profile
from backends.vehicle.check.commands import profile
from backends.vehicle.check.evidence import assign
from backends.vehicle.check.report import group_of
from backends.vehicle.dbc import load_database
from backends.vehicle.profile import load_profile
from backends.vehicle.replay import LogFrame
from backends.vehicle.units import bounds, mismatch
from tests.fakes.traffic import demo_frames, write_candump

HONDA = "data/logs/honda_civic_gen8_drive_0_71kmh.log"
PASSAT = "data/logs/vw_passat_b6_pq_idle_vinmasked.log"

DBC = """BO_ 256 DRIVE: 8 X
 SG_ Speed : 0|16@1+ (0.01,0) [0|600] "km/h" X
 SG_ Rpm : 16|16@1+ (0.25,0) [0|9000] "rpm" X
 SG_ Gear : 32|4@1+ (1,0) [0|15] "" X
 SG_ Door : 36|1@1+ (1,0) [0|1] "" X
 SG_ Temp : 40|8@1+ (1,-40) [0|215] "C" X
 SG_ Count : 48|4@1+ (1,0) [0|15] "" X
 SG_ Check : 56|8@1+ (1,0) [0|255] "" X
BO_ 512 WHEEL_SPEEDS: 8 X
 SG_ FL : 0|16@1+ (0.01,0) [0|600] "km/h" X
 SG_ FR : 16|16@1+ (0.01,0) [0|600] "km/h" X
 SG_ RL : 32|16@1+ (0.01,0) [0|600] "km/h" X
 SG_ RR : 48|16@1+ (0.01,0) [0|600] "km/h" X
BO_ 768 COMFORT_REQ: 2 X
 SG_ Fan : 0|8@1+ (1,0) [0|255] "" X
BO_ 784 STEERING_REQ: 2 X
 SG_ SteerTorque : 0|8@1+ (1,0) [0|255] "" X
VAL_ 256 Gear 0 "P" 1 "R" 2 "N" 3 "D" 15 "SNA" ;
"""
GEARS = "transform: {mapping: [{from: P, to: 126}, {from: R, to: -1}, {from: N, to: 0}, {from: D, to: 127}]}"
GOOD = f"""Vehicle.Speed:
  dbc2vss: {{signal: Speed}}
Vehicle.Powertrain.Transmission.SelectedGear:
  dbc2vss: {{signal: Gear, sna: [SNA], {GEARS}}}
"""


@pytest.fixture
def make(tmp_path: Path):  # type: ignore[no-untyped-def]
    """A profile of these texts."""

    def _make(mapping: str = GOOD, more: str = "", dbc: str = DBC) -> Path:
        folder = tmp_path / "car"
        folder.mkdir(exist_ok=True)
        (folder / "car.dbc").write_text(dbc)
        (folder / "mapping.yaml").write_text(mapping)
        (folder / "profile.toml").write_text(
            'mapping = "mapping.yaml"\n[bus.main]\ninterface = "socketcan"\nchannel = "can0"\ndbc = "car.dbc"\n' + more
        )
        return folder

    return _make


def wrongs(report: Report) -> list[str]:
    return [str(finding) for finding in report.findings if finding.wrong]


def drive(
    speed: list[float], *, gear: int = 3, wheels: float = 1.0, door: list[int] | None = None, rpm: float = 2000
) -> list[LogFrame]:
    """A DRIVE and a WHEEL_SPEEDS frame every 20 ms."""
    frames = []
    for index, kph in enumerate(speed):
        flags = gear | (door[index] if door else 0) << 4
        body = struct.pack("<HHBBBB", round(kph * 100), round(rpm * 4), flags, 60, index % 16, 0)
        frames.append(LogFrame(index * 0.02, "can0", 256, body))
        frames.append(
            LogFrame(index * 0.02 + 0.001, "can0", 512, struct.pack("<HHHH", *[round(kph * wheels * 100)] * 4))
        )
    return frames


RAMP = [min(90.0, index * 0.2) for index in range(600)]


def test_vehicle_check_of_a_sound_profile(make, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    report = check_profile(load_profile(str(make())), write_candump(tmp_path / "x.log", drive(RAMP)))
    assert wrongs(report) == []
    assert report.coverage()["motion"] == (1, 5)
    assert any("follows 4 wheels: r = 1.0000, ratio 1.000" in str(finding) for finding in report.findings)
    assert report.evidence is not None
    speed = report.evidence.paths["Vehicle.Speed"]
    assert (speed.frames, speed.quality, speed.last) == (600, 1.0, 90.0)


@pytest.mark.parametrize(
    ("mapping", "told"),
    [
        (GOOD.replace("signal: Speed", "signal: Sped"), "mapping.yaml:2: Vehicle.Speed: car.dbc has no signal Sped; did you"),
        (GOOD.replace("Vehicle.Speed:", "Vehicle.Spede:"), "the path is not known"),
        (GOOD.replace("{from: R, to: -1}, ", ""), r"no value becomes reverse \(-1\)"),
        (GOOD.replace("{from: P, to: 126}, ", ""), r"no value becomes park \(126\)"),
        (GOOD + "Vehicle.Exterior.AirTemperature:\n  dbc2vss: {signal: Temp, transform: {maths: x}}\n", "transform needs"),
        (GOOD.replace("signal: Speed", "signal: Speed, e2e: {profile: toyota, crc: Count}"), "one whole byte"),
        (GOOD.replace("signal: Speed", "signal: Speed, e2e: {profile: md5, crc: Check}"), "'md5' is unknown"),
    ],
)  # fmt: skip
def test_vehicle_check_tells_file_line_and_cure(make, mapping: str, told: str) -> None:  # type: ignore[no-untyped-def]
    import re

    found = wrongs(check_profile(load_profile(str(make(mapping)))))
    assert len(found) == 1
    assert re.search(told, found[0]), found[0]


@pytest.mark.parametrize(
    ("unit", "cure"),
    [("mph", "x * 1.609344"), ("m/s", "x * 3.6"), ("Unit_KiloMeterPerHour", ""), ("kph", ""), ("Khp", "")],
)
def test_vehicle_check_knows_units(make, unit: str, cure: str) -> None:  # type: ignore[no-untyped-def]
    found = wrongs(check_profile(load_profile(str(make(dbc=DBC.replace('"km/h"', f'"{unit}"', 1))))))
    assert bool(found) is bool(cure)
    assert all(cure in each for each in found)


def test_vehicle_check_units_and_bounds() -> None:
    assert mismatch("kPa", "psi") == 'add transform: {math: "x * 6.894757"}'
    assert mismatch("Celsius", "deg") == ""
    assert mismatch("km/h", "Celsius") == "they do not go together"
    assert bounds("Vehicle.Powertrain.CombustionEngine.Speed", "rpm") == (0, 9000)
    assert bounds("Vehicle.Unknown", "") is None
    assert group_of("Vehicle.Cabin.Door.Row1.DriverSide.IsOpen") == "doors"


def test_vehicle_check_of_what_may_be_sent(make) -> None:  # type: ignore[no-untyped-def]
    allow = """writable = true
[bus.main.write.COMFORT_REQ.signals]
Fan = { min = 0, max = 300 }
[bus.main.write.STEERING_REQ.signals]
SteerTorque = { min = 0, max = 1 }
[bus.main.write.NOTHING.signals]
X = { min = 0, max = 1 }
"""
    found = "\n".join(wrongs(check_profile(load_profile(str(make(more=allow))))))
    assert "COMFORT_REQ.Fan holds 0 to 255, not 0 to 300" in found
    assert "STEERING_REQ carries" in found
    assert "never sends it" in found
    assert "no message NOTHING" in found


def test_vehicle_check_of_attributes_and_what_is_missing(make) -> None:  # type: ignore[no-untyped-def]
    more = '[attributes]\n"Vehicle.Powertrain.Type" = "STEAM"\n"Vehicle.Nope" = 1\n'
    mapping = "Vehicle.Exterior.AirTemperature:\n  dbc2vss: {signal: Temp}\n"
    report = check_profile(load_profile(str(make(mapping, more))))
    assert len(wrongs(report)) == 2
    notes = [str(finding) for finding in report.findings if not finding.wrong]
    assert sum("will count as moving" in note for note in notes) == 2


def test_vehicle_check_without_its_description(make) -> None:  # type: ignore[no-untyped-def]
    folder = make()
    (folder / "car.dbc").unlink()
    report = check_profile(load_profile(str(folder)))
    assert len(wrongs(report)) == 1
    assert "No such file" in wrongs(report)[0]


def test_vehicle_check_finds_a_speed_in_the_wrong_unit(make, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """The signal says km/h and is miles: only the wheels can tell."""
    log = write_candump(tmp_path / "x.log", drive([kph / 1.609344 for kph in RAMP], wheels=1.609344))
    (found,) = wrongs(check_profile(load_profile(str(make())), log))
    assert "the wheels turn 1.609 times as fast: is it in miles an hour?" in found


def test_vehicle_check_finds_a_signal_that_is_no_speed(make, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    mapping = GOOD.replace("signal: Speed", "signal: Count")
    found = "\n".join(
        wrongs(check_profile(load_profile(str(make(mapping))), write_candump(tmp_path / "x.log", drive(RAMP))))
    )
    assert "it does not follow the wheels" in found
    assert "it jumps" in found


def test_vehicle_check_finds_park_while_driving(make, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    log = write_candump(tmp_path / "x.log", drive(RAMP, gear=0))
    assert any(
        "it says park while the car drives 90 km/h" in each
        for each in wrongs(check_profile(load_profile(str(make())), log))
    )


def test_vehicle_check_finds_what_cannot_be(make, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    mapping = GOOD + (
        "Vehicle.Powertrain.CombustionEngine.Speed:\n  dbc2vss: {signal: Rpm}\n"
        "Vehicle.Exterior.AirTemperature:\n  dbc2vss: {signal: Temp, transform: {math: 'x * 10'}}\n"
        "Vehicle.Cabin.Door.Row1.DriverSide.IsOpen:\n  dbc2vss: {signal: Door}\n"
    )
    log = write_candump(tmp_path / "x.log", drive(RAMP, door=[i // 5 % 2 for i in range(600)], rpm=12000))
    found = "\n".join(wrongs(check_profile(load_profile(str(make(mapping))), log)))
    assert "12000 to 12000 rpm cannot be" in found
    assert "200 to 200 Celsius cannot be" in found
    assert "Vehicle.Cabin.Door.Row1.DriverSide.IsOpen: it changes 9.9 times a second" in found


def test_vehicle_check_finds_a_wrong_check_value(make, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    mapping = GOOD.replace("signal: Speed", "signal: Speed, e2e: {profile: xor, counter: Count, crc: Check}")
    found = wrongs(check_profile(load_profile(str(make(mapping))), write_candump(tmp_path / "x.log", drive(RAMP))))
    assert any("have a wrong check value: this car uses another algorithm" in each for each in found)


def test_vehicle_check_finds_another_car(make, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    log = write_candump(tmp_path / "x.log", [LogFrame(i / 10, "can0", 0x7A0 + i % 3, bytes(8)) for i in range(50)])
    report = check_profile(load_profile(str(make())), log)
    assert any("it is another car, or another bus" in each for each in wrongs(report))
    assert report.evidence is not None
    assert len(report.evidence.unknown) == 3


def test_vehicle_check_assigns_channels_by_name_or_by_what_they_carry() -> None:
    demo = load_profile("demo")
    databases = {bus: load_database(demo.dbc_file(bus)) for bus in demo.buses}
    frames = demo_frames(3)
    assert assign(frames, databases) == {bus: bus for bus in demo.buses}
    renamed = {"main": "can7", "comfort": "can2"}
    moved = [LogFrame(f.time_s, renamed[f.channel], f.key, f.data) for f in frames]
    assert assign(moved, databases) == {"can7": "main", "can2": "comfort"}


def test_vehicle_check_leaves_out_channels_that_are_another_bus(make, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """Identifiers of two buses coincide; lengths and names tell them apart."""
    strange = [LogFrame(i * 0.05, "can1", 256, bytes([255] * 3)) for i in range(200)]
    frames = sorted([*drive(RAMP), *strange], key=lambda frame: frame.time_s)
    report = check_profile(load_profile(str(make())), write_candump(tmp_path / "x.log", frames))
    assert wrongs(report) == []
    assert report.evidence is not None
    assert report.evidence.channels == {"can0": "main", "can1": None}
    assert report.evidence.paths["Vehicle.Speed"].frames == 600


def test_vehicle_check_of_the_demo_car_with_its_drive(tmp_path: Path) -> None:
    report = check_profile(load_profile("demo"), write_candump(tmp_path / "demo.log", demo_frames(40)))
    assert wrongs(report) == []
    assert report.evidence is not None
    seen = [path for path, figures in report.evidence.paths.items() if figures.frames]
    assert len(seen) > 150
    assert all(bad == 0 for _, bad in report.evidence.protected.values())
    assert "Vehicle.Cabin.HVAC.Station.Row1.Driver.Temperature" in report.writable


def test_vehicle_check_of_real_drives(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("opendbc", reason="the makes' descriptions come from opendbc (extra 'makes')")
    assert profile(["check", "honda_civic", "--log", str(shared / HONDA), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["sound"] is True
    assert told["log"]["paths"]["Vehicle.Speed"]["max"] == 71.34
    assert told["log"]["unknown_frames"] > 10_000
    assert told["took_s"] < 10
    assert profile(["check", "vw_pq", "--log", str(shared / PASSAT)]) == 0
    printed = capsys.readouterr().out
    assert "Nothing is wrong." in printed
    assert "9 identifiers (6 % of the frames) are not described" in printed
    assert profile(["check", "mazda", "--log", str(shared / HONDA)]) == 1
    assert "Something is wrong" in capsys.readouterr().out


def test_vehicle_check_command_fails_kindly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert profile(["check", "nothing_like_it"]) == 1
    assert "there is no vehicle profile nothing_like_it" in capsys.readouterr().err
    assert profile(["check", "demo", "--log", str(tmp_path / "gone.log")]) == 1
    assert "there is no such file" in capsys.readouterr().err
    assert profile([]) == 2
    assert profile(["check"]) == 2
    assert profile(["--help"]) == 0


def test_vehicle_profile_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert profile(["list", "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["demo"]["writable"] is True
    assert facts["tesla_model3"]["buses"].keys() == {"party", "vehicle"}
    assert not facts["tesla_model3"]["writable"]
    assert profile(["list"]) == 0
    assert "Volkswagen MQB" in capsys.readouterr().out


def test_vehicle_profile_new_makes_one_that_checks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(load_profile("demo").dbc_file("main"), tmp_path / "car.dbc")
    log = write_candump(tmp_path / "drive.log", [frame for frame in demo_frames(30) if frame.channel == "main"])
    assert profile(["new", "mine", "--dbc", "car.dbc", "--log", str(log)]) == 0
    assert "pillion profile check mine" in capsys.readouterr().out
    assert profile(["check", "./mine", "--log", str(log)]) == 0
    assert load_profile("./mine").title == "mine"
    assert profile(["new", "mine", "--dbc", "car.dbc"]) == 1
    assert "already holds a profile" in capsys.readouterr().err
    assert profile(["new", "named", "--dbc", "car.dbc"]) == 0  # names alone
    assert profile(["check", "./named"]) == 0


def test_vehicle_check_finds_values_that_do_not_fit_their_signal(make) -> None:  # type: ignore[no-untyped-def]
    """Four in two bits would be taken for zero."""
    mapping = GOOD + (
        "Vehicle.Body.Windshield.Front.Wiping.Mode:\n"
        '  dbc2vss: {signal: Door, transform: {mapping: [{from: 0, to: "OFF"}, {from: 4, to: FAST}]}}\n'
    )
    (found,) = wrongs(check_profile(load_profile(str(make(mapping)))))
    assert "4 does not fit in the 1 bits of Door" in found


def test_vehicle_check_of_hard_keys(make) -> None:  # type: ignore[no-untyped-def]
    more = '[keys.volume_up]\nmessage = "DRIVE"\nsignal = "Nope"\n[keys.fly]\nmessage = "DRIVE"\nsignal = "Door"\n'
    found = wrongs(check_profile(load_profile(str(make(more=more)))))
    assert len(found) == 2
    assert "keys.volume_up" in found[0]
