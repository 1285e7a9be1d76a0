"""Recordings: the three real ones, every format python-can writes, and files that were cut."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import can
import pytest

from backends.vehicle import commands
from backends.vehicle.bench import can_decode, demo_traffic
from backends.vehicle.dbc import EXTENDED
from backends.vehicle.errors import LogError, Problem
from backends.vehicle.profile import load_profile, vehicles_dir
from backends.vehicle.replay import ReplayFeed, best_profile, read_log, summarise
from backends.vehicle.vehicle import SPEED
from ui.commands import replay as replay_command

HONDA = "data/logs/honda_civic_gen8_drive_0_71kmh.log"
HONDA_DBC = "data/dbc/opendbc_honda_crv_touring_2016_can_generated.dbc"
RPM = "Vehicle.Powertrain.CombustionEngine.Speed"


def honda_arguments(shared: Path, log: Path | None = None) -> list[str]:
    mapping = vehicles_dir() / "honda_civic" / "mapping.yaml"
    return [str(log or shared / HONDA), "--dbc", str(shared / HONDA_DBC), "--mapping", str(mapping)]


def write_log(path: Path, count: int = 20) -> list[tuple[int, bytes]]:
    """A recording as another program would write it."""
    frames = [(0x100 + i % 3 if i % 4 else 0x1234567 | EXTENDED, bytes([i] * (i % 8 + 1))) for i in range(count)]
    with can.Logger(path) as logger:
        for index, (key, data) in enumerate(frames):
            message = can.Message(
                timestamp=1700000000 + index / 100,
                arbitration_id=key & 0x1FFFFFFF,
                is_extended_id=bool(key & EXTENDED),
                data=data,
                channel=0,
            )
            logger(message)
    return frames


def test_vehicle_honda_drive_has_the_figures_of_its_description(
    shared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.replay_headless([*honda_arguments(shared), "--speed", "max", "--json"]) == 0
    paths = json.loads(capsys.readouterr().out)
    assert paths[SPEED] == {"count": 2064, "changes": 1353, "min": 0.0, "max": 71.34, "first": 0.0, "last": 13.54}
    assert (paths[RPM]["min"], paths[RPM]["max"], paths[RPM]["count"]) == (797.0, 3322.0, 2064)
    assert paths["Vehicle.IsMoving"] == {
        "count": 2064,
        "changes": 2,
        "min": False,
        "max": True,
        "first": False,
        "last": True,
    }


def test_vehicle_passat_idles(shared: Path) -> None:
    profile = load_profile("vw_pq")
    summary = summarise(
        shared / "data/logs/vw_passat_b6_pq_idle_vinmasked.log", shared / "data/dbc/opendbc_vw_pq.dbc", None, profile
    )
    assert summary.problems == []
    assert 743 <= summary.paths[RPM]["min"] <= summary.paths[RPM]["max"] <= 762.5
    assert summary.paths[SPEED]["max"] == 0
    assert summary.paths["Vehicle.Powertrain.Transmission.SelectedGear"]["last"] == 126


def test_vehicle_recording_alone_finds_its_profile(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("opendbc", reason="the other makes' descriptions come from opendbc (extra 'makes')")
    assert commands.replay_headless([str(shared / HONDA), "--json"]) == 0
    told = capsys.readouterr()
    assert "read as Honda Civic / CR-V (profile honda_civic)" in told.err
    assert json.loads(told.out)[SPEED]["max"] == 71.34


def test_vehicle_recording_of_an_unknown_car_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "strange.log"
    path.write_text("".join(f"({i}.0) can0 {0x700 + i:03X}#00\n" for i in range(50)))
    assert commands.replay_headless([str(path)]) == 1
    assert (
        "no shipped vehicle profile understands it; name one with --dbc FILE and --mapping FILE"
        in capsys.readouterr().err
    )


def test_vehicle_mf4_sample(shared: Path) -> None:
    pytest.importorskip("asammdf", reason="reading MF4 needs asammdf (extra 'mf4')")
    frames = list(read_log(shared / "data/logs/css_j1939_sample.MF4"))
    assert (len(frames), {frame.channel for frame in frames}) == (1815, {"1", "2"})
    assert frames[0] == (0.0, "1", 0x0CF00300 | EXTENDED, bytes.fromhex("fffe00ffffff00ff"))
    assert [frame.time_s for frame in frames] == sorted(frame.time_s for frame in frames)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # asammdf 8.8 leaves a damaged file open
def test_vehicle_cut_mf4_is_told(shared: Path, tmp_path: Path) -> None:
    pytest.importorskip("asammdf", reason="reading MF4 needs asammdf (extra 'mf4')")
    whole = (shared / "data/logs/css_j1939_sample.MF4").read_bytes()
    path = tmp_path / "cut.mf4"
    for size in (8, 100, 3000):
        path.write_bytes(whole[:size])
        with pytest.raises(LogError, match=r"cut\.mf4: frame 1: the recording is cut or damaged"):
            list(read_log(path))
    path.write_bytes(whole[: len(whole) // 2])
    frames = list(read_log(path))
    assert 100 < len(frames) < 1815
    assert frames[:100] == list(read_log(shared / "data/logs/css_j1939_sample.MF4"))[:100]


def test_vehicle_mf4_without_its_package_is_told(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("can.io.mf4.asammdf", None)
    with pytest.raises(LogError, match=r"css_j1939_sample\.MF4: .*pip install 'pillion\[mf4\]'"):
        list(read_log(shared / "data/logs/css_j1939_sample.MF4"))


def test_vehicle_best_profile_is_found(shared: Path) -> None:
    pytest.importorskip("opendbc", reason="the other makes' descriptions come from opendbc (extra 'makes')")
    assert best_profile(shared / "data/logs/vw_passat_b6_pq_idle_vinmasked.log").name == "vw_pq"
    assert best_profile(shared / HONDA, shared / HONDA_DBC).name == "honda_civic"
    assert best_profile(shared / HONDA).name == "honda_civic"


@pytest.mark.parametrize("suffix", [".log", ".asc", ".blf", ".csv", ".trc"])
def test_vehicle_formats_give_the_same_frames(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"drive{suffix}"
    frames = write_log(path)
    found = list(read_log(path))
    assert [(frame.key, frame.data) for frame in found] == frames
    assert found[0].time_s == 0
    assert found[-1].time_s == pytest.approx(0.19, abs=0.002)


PRINTED = """ (1700000000.000100)  can0  123   [3]  01 02 03
 (1700000000.000200)  can0  1ABCDEF0   [8]  00 11 22 33 44 55 66 77
 (1700000000.000300)  can0  124   [0]  remote request
  can0  124   [1]  FF
"""


def test_vehicle_printed_candump(tmp_path: Path) -> None:
    path = tmp_path / "drive.log"
    path.write_text(PRINTED)
    assert [(frame.key, frame.data.hex()) for frame in read_log(path)] == [
        (0x123, "010203"), (0x1ABCDEF0 | EXTENDED, "0011223344556677"), (0x124, "ff"),
    ]  # fmt: skip


GVRET_TEXT = """Time Stamp,ID,Extended,Dir,Bus,LEN,D1,D2,D3,D4,D5,D6,D7,D8
166064000,0000021A,false,Rx,0,8,FE,36,12,FE,69,05,07,AD,
166065250,1ABCDEF0,true,Tx,1,3,00,1,FF,
something,else
166067250,000000C1,0,2,0
"""
CANHACKER_TEXT = """Time   ID     DLC Data                    Comment
59.998 18EA0003 8 BE FE 00 00 FF FF FF FF\x20
59,999 301      2 A6 07\x20
00.001 0C1      0
"""


@pytest.mark.parametrize("name", ["drive.csv", "drive.log"])
def test_vehicle_gvret_as_savvycan_writes_it(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(GVRET_TEXT)
    problems: list[Problem] = []
    assert list(read_log(path, problems)) == [
        (0.0, "0", 0x21A, bytes.fromhex("fe3612fe690507ad")),
        (pytest.approx(0.00125), "1", 0x1ABCDEF0 | EXTENDED, b"\x00\x01\xff"),
        (pytest.approx(0.00325), "2", 0xC1, b""),
    ]
    assert [(problem.line, str(path) in str(problem)) for problem in problems] == [(4, True)]


def test_vehicle_canhacker_trace_over_a_minute(tmp_path: Path) -> None:
    path = tmp_path / "drive.trc"
    path.write_text(CANHACKER_TEXT)
    assert [(frame.time_s, frame.key, frame.data.hex()) for frame in read_log(path)] == [
        (0.0, 0x18EA0003 | EXTENDED, "befe0000ffffffff"),
        (pytest.approx(0.001), 0x301, "a607"),
        (pytest.approx(0.003), 0xC1, ""),
    ]


@pytest.mark.parametrize("text", [GVRET_TEXT, CANHACKER_TEXT], ids=["gvret", "canhacker"])
def test_vehicle_text_cut_at_any_byte_plays_what_it_has(tmp_path: Path, text: str) -> None:
    path = tmp_path / "drive.txt"
    path.write_text(text)
    whole = list(read_log(path))
    for size in range(len(text)):
        path.write_text(text[:size])
        frames: list[Any] = []
        with suppress(LogError):
            frames.extend(read_log(path))
        # All but the last are certain; of a frame whose line is cut at a byte's end nothing tells that it is cut.
        assert [frame[1:] for frame in frames[:-1]] == [frame[1:] for frame in whole[: max(0, len(frames) - 1)]]


@pytest.mark.parametrize("back", [2, 3, 12, 20, 30])
def test_vehicle_cut_log_plays_what_it_has_and_says_where(
    shared: Path, tmp_path: Path, back: int, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = (shared / HONDA).read_bytes()
    lines = whole.splitlines(keepends=True)
    middle = b"".join(lines[:10_000])
    path = tmp_path / "cut.log"
    path.write_bytes(middle[:-back])
    assert commands.replay_headless([*honda_arguments(shared, path), "--json"]) == 1
    told = capsys.readouterr()
    assert (
        f"{path}:10000: the recording stops in the middle of a frame; the 9999 frames before it were played" in told.err
    )
    full = json.loads(told.out)
    path.write_bytes(b"".join(lines[:9999]))
    assert commands.replay_headless([*honda_arguments(shared, path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == full


def test_vehicle_log_without_its_last_line_end_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "whole.log"
    path.write_text("(1.0) can0 123#0102\n(1.1) can0 123#0304")
    assert [frame.data for frame in read_log(path)] == [b"\1\2", b"\3\4"]


@pytest.mark.parametrize("suffix", [".asc", ".blf", ".csv", ".trc"])
def test_vehicle_cut_logs_of_other_formats_never_raise_anything_else(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"drive{suffix}"
    write_log(path, 40)
    whole = path.read_bytes()
    for size in range(1, len(whole), max(1, len(whole) // 40)):
        path.write_bytes(whole[:size])
        told = str(path)
        try:
            list(read_log(path))
        except LogError as error:
            told = str(error)
        assert str(path) in told


def test_vehicle_garbage_lines_are_told_and_left_out(tmp_path: Path) -> None:
    path = tmp_path / "drive.log"
    path.write_text("(1.0) can0 123#01\nwhat\n(1.1) can0 123#0\n(1.2) can0 123#02\n")
    problems: list[Problem] = []
    assert [frame.data[0] for frame in read_log(path, problems)] == [1, 2]
    assert [problem.line for problem in problems] == [2, 3]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.log", b"hello\n", r"a\.log:1: not candump text"),
        ("a.log", b"", r"a\.log:1: not candump text"),
        ("a.pdf", b"x", r"a\.pdf: not a recording that can be read"),
        ("a.blf", b"x" * 200, r"a\.blf: frame 1: the recording is cut or damaged .* nothing in it could be played"),
        ("a.asc", b"date x\n", r"a\.asc"),
    ],
)
def test_vehicle_no_recording_is_told(tmp_path: Path, name: str, content: bytes, told: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(LogError, match=told):
        list(read_log(path))
    with pytest.raises(LogError, match="there is no such file"):
        list(read_log(tmp_path / "gone.log"))


def test_vehicle_replay_feed_keeps_the_recordings_time(tmp_path: Path, run: Any) -> None:
    path = tmp_path / "drive.log"
    write_log(path, 30)

    async def play(speed: float) -> tuple[int, float, list[str]]:
        import asyncio

        got: list[float] = []
        ended: list[str] = []
        done = asyncio.Event()

        def over(told: str) -> None:
            ended.append(told)
            done.set()

        loop = asyncio.get_running_loop()
        feed = ReplayFeed("main", path, speed=speed, ended=over)
        task = loop.create_task(feed.run(lambda _, frames: got.extend([loop.time()] * len(frames)), lambda *_: None))
        await done.wait()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        return len(got), got[-1] - got[0], ended

    count, took, ended = run(play(1))
    assert (count, ended) == (30, [""])
    assert 0.2 <= took <= 2  # 29 steps of 10 ms, less what goes together
    assert run(play(10))[1] < took / 2
    path.write_bytes(path.read_bytes()[:-3])
    count, _, (told,) = run(play(0))
    assert (count, "stops in the middle of a frame" in told) == (29, True)


@pytest.mark.slow
def test_vehicle_bench_figures_are_measured(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backends.vehicle.bench._LEAST_FRAMES", 20_000)
    figures = can_decode(["--log", *honda_arguments(shared)])
    assert figures["ratio"]["aim"] == ">= 7"
    assert figures["frames"]["value"] == 21862
    rate, theirs = figures["frames_per_s"]["value"], figures["cantools_frames_per_s"]["value"]
    assert figures["ratio"]["value"] == pytest.approx(rate / theirs, rel=0.01)
    assert figures["ratio"]["value"] > 3  # the aim is 7 on a quiet machine; this only holds that it is not lost


def test_vehicle_demo_traffic_is_bounded() -> None:
    """No more than 150 frames a second, so that a parked desk stays idle."""
    frames = demo_traffic(20)
    assert 60 * 20 <= len(frames) <= 150 * 20


def test_a_recording_nobody_can_play_ends_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    damaged = tmp_path / "damaged.blf"
    damaged.write_bytes(bytes(range(256)) * 8)
    empty = tmp_path / "empty.log"
    empty.touch()
    for log, words in (
        (damaged, "cut or damaged"),
        (empty, "not candump text"),
        (tmp_path / "none.log", "there is no"),
    ):
        assert replay_command.main([str(log), "--headless"]) == 2
        assert words in capsys.readouterr().err
