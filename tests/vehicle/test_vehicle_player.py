"""A recording as the car's buses: its time, pause, going elsewhere, loops, marks, several buses, files that are cut or big."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.vehicle.errors import BusError
from backends.vehicle.ports import Frame
from backends.vehicle.profile import BusSpec
from backends.vehicle.replay import ReplayFeed, Routes, parse_routes
from backends.vehicle.replay.blocks import Block
from backends.vehicle.replay.spool import Spool
from tests.fakes.host import until

TWO = {"main": BusSpec("main", "socketcan", "can0"), "body": BusSpec("body", "socketcan", "can1")}


def write(path: Path, count: int, step_s: float = 0.01, channels: tuple[str, ...] = ("can0",)) -> Path:
    """Frame n is n bytes counted in its data, at n steps."""
    lines = (
        f"({1700000000 + n * step_s:.6f}) {channels[n % len(channels)]} {0x100 + n % 7:03X}#{n:08X}\n"
        for n in range(count)
    )
    path.write_text("".join(lines))
    return path


class Deck:
    """A feed that runs, and what it gave."""

    def __init__(self, path: Path, **options: Any) -> None:
        self.got: list[tuple[str, int]] = []
        self.states: list[dict[str, Any]] = []
        self.ends: list[str] = []
        self.feed = ReplayFeed("main", path, ended=self.ends.append, told=self.states.append, **options)

    def deliver(self, bus: str, frames: list[Frame]) -> None:
        self.got += [(bus, int.from_bytes(data, "big")) for _, data in frames]

    @property
    def numbers(self) -> list[int]:
        return [number for _, number in self.got]


@asynccontextmanager
async def playing(path: Path, **options: Any) -> AsyncIterator[Deck]:
    deck = Deck(path, **options)
    task = asyncio.get_running_loop().create_task(deck.feed.run(deck.deliver, lambda *_: None))
    try:
        yield deck
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def test_player_pauses_goes_elsewhere_and_ends(tmp_path: Path, run: Callable[..., Any]) -> None:
    path = write(tmp_path / "drive.log", 9000)  # 90 s

    async def body() -> None:
        async with playing(path) as deck:
            await until(lambda: len(deck.got) > 5)
            deck.feed.control("pause", 0)
            count = len(deck.got)
            assert deck.numbers == list(range(count))
            assert deck.states[-1]["paused"] is True
            deck.feed.control("seek", 80.0)
            await until(lambda: deck.feed.state["position_s"] == 80.0)
            assert len(deck.got) == count, "in pause nothing is played"
            deck.feed.control("speed", 100)
            deck.feed.control("play", 0)
            await until(lambda: deck.ends == [""])
            assert deck.numbers[count:] == list(range(8000, 9000))
            state = deck.states[-1]
            assert (state["position_s"], state["length_s"], state["paused"], state["read"]) == (
                89.99,
                89.99,
                True,
                True,
            )
            deck.feed.control("play", 0)  # from the beginning
            await until(lambda: deck.numbers[count + 1000 :][:3] == [0, 1, 2])
            deck.feed.control("seek", 1000.0)
            await until(lambda: len(deck.ends) == 2)
            with pytest.raises(BusError, match="takes no requests"):
                deck.feed.send(1, b"")

    run(body())


def test_player_seeks_back_while_it_plays(tmp_path: Path, run: Callable[..., Any]) -> None:
    path = write(tmp_path / "drive.log", 6000, 0.001)

    async def body() -> None:
        async with playing(path, speed=0) as deck:
            await until(lambda: len(deck.ends) == 1)
            assert deck.numbers == list(range(6000))
            deck.feed.control("speed", 50)
            deck.feed.control("seek", 4.5)
            await until(lambda: len(deck.got) > 6000 or deck.feed.state["position_s"] == 4.5)
            deck.feed.control("play", 0)
            await until(lambda: len(deck.ends) == 2)
            assert deck.numbers[6000:] == list(range(4500, 6000))

    run(body())


def test_player_loops_until_told_not_to(tmp_path: Path, run: Callable[..., Any]) -> None:
    path = write(tmp_path / "drive.log", 30, 0.001)

    async def body() -> None:
        async with playing(path, speed=10, loop=True) as deck:
            await until(lambda: len(deck.got) >= 120)
            assert deck.ends == []
            deck.feed.control("loop", 0)
            await until(lambda: deck.ends == [""])
            assert deck.numbers == list(range(30)) * (len(deck.got) // 30)

    run(body())


def test_player_keeps_marks_over_runs(tmp_path: Path, run: Callable[..., Any], private_state: Path) -> None:
    path = write(tmp_path / "drive.log", 300)

    async def body() -> None:
        async with playing(path) as deck:
            await until(lambda: deck.got != [])
            for mark in (2.5, 1.0, 2.5):
                deck.feed.control("mark", mark)
            assert deck.states[-1]["marks"] == [1.0, 2.5]
            deck.feed.control("unmark", 0.9)
            with pytest.raises(ValueError, match="no mark at this moment"):
                deck.feed.control("unmark", 0.9)
            kept = private_state / "vehicle/marks.json"
            await until(lambda: kept.exists() and json.loads(kept.read_text()) == {str(path): [2.5]})
        async with playing(path) as deck:
            await until(lambda: deck.feed.state["marks"] == [2.5])

    run(body())


def test_player_lives_with_marks_that_cannot_be_read(
    tmp_path: Path, run: Callable[..., Any], private_state: Path
) -> None:
    path = write(tmp_path / "drive.log", 300)
    (private_state / "vehicle").mkdir(parents=True)

    async def body() -> None:
        for damaged in ("{", "[1]", '{"a": 3}', '{"a": ["x"]}'):
            (private_state / "vehicle/marks.json").write_text(damaged)
            async with playing(path) as deck:
                await until(lambda: deck.got != [])
                assert deck.feed.state["marks"] == []

    run(body())


@pytest.mark.parametrize(
    ("action", "value", "told"),
    [
        ("eject", 0, "there is no eject; there are play"),
        ("speed", -1, "speed takes a factor from 0.1 to 1000, or 0"),
        ("speed", 0.01, "speed takes a factor"),
        ("speed", float("nan"), "speed takes a factor"),
        ("seek", -1, "seek takes seconds"),
        ("seek", float("nan"), "seek takes seconds"),
        ("mark", -1, "a mark is in seconds"),
    ],
)
def test_player_refuses_nonsense(tmp_path: Path, run: Callable[..., Any], action: str, value: float, told: str) -> None:
    path = write(tmp_path / "drive.log", 300)

    async def body() -> None:
        async with playing(path) as deck:
            await until(lambda: deck.got != [])
            with pytest.raises(ValueError, match=told):
                deck.feed.control(action, value)

    run(body())


def test_player_gives_channels_to_buses(tmp_path: Path, run: Callable[..., Any]) -> None:
    path = write(tmp_path / "drive.log", 90, 0.0001, ("can1", "can0", "can7"))

    async def body() -> None:
        async with playing(path, speed=0, routes=Routes(TWO)) as deck:
            await until(lambda: deck.ends == [""])
            assert set(deck.got) == {("body" if n % 3 == 0 else "main", n) for n in range(90) if n % 3 < 2}

    run(body())


def test_player_tells_that_a_recording_is_cut_once(tmp_path: Path, run: Callable[..., Any]) -> None:
    path = write(tmp_path / "drive.log", 30, 0.0001)
    path.write_bytes(path.read_bytes()[:-4])

    async def body() -> None:
        async with playing(path, speed=0, loop=True) as deck:
            await until(lambda: len(deck.got) > 100)
            assert len(deck.ends) == 1
            assert "drive.log:30: the recording stops in the middle of a frame" in deck.ends[0]

    run(body())


def test_player_says_why_nothing_is_played(tmp_path: Path, run: Callable[..., Any]) -> None:
    async def body() -> None:
        async with playing(tmp_path / "gone.log") as deck:
            await until(lambda: deck.ends != [])
            assert "there is no such file" in deck.ends[0]
            deck.feed.control("seek", 5)
            await until(lambda: deck.states[-1]["position_s"] == 0)
            assert deck.feed.state["paused"] is True

    run(body())


def test_routes_of_channels() -> None:
    plain = Routes(TWO)
    plain.settle(["10", "2"])
    assert [plain.bus(name) for name in ("2", "10", "3")] == ["main", "body", None]
    named = Routes(TWO)
    named.settle(["x", "body"])
    assert [named.bus(name) for name in ("x", "body")] == ["main", "body"]
    given_ = Routes(TWO, parse_routes("x=body, y=body"))
    given_.settle(["a", "x", "y"])
    assert [given_.bus(name) for name in ("x", "y", "a")] == ["body", "body", "main"]
    one = Routes({"main": TWO["main"]})
    one.settle(["a", "b"])
    assert one.bus("a") == one.bus("b") == "main"
    with pytest.raises(ValueError, match="no bus z; it has main, body"):
        Routes(TWO, {"a": "z"})
    with pytest.raises(ValueError, match="is not CHANNEL=BUS"):
        parse_routes("can0")


ROWS = st.lists(
    st.tuples(st.floats(0, 1e9), st.integers(0, 255), st.integers(0, 2**32 - 1), st.binary(max_size=64)),
    max_size=40,
)


@given(ROWS)
def test_block_gives_back_what_was_packed(rows: list[tuple[float, int, int, bytes]]) -> None:
    from array import array

    block = Block.pack(array("d", [row[0] for row in rows]), bytes(row[1] for row in rows), [row[2:] for row in rows])
    again = Block.from_bytes(block.to_bytes())
    assert list(block.rows()) == list(again.rows()) == rows
    assert list(again.rows(3, 7)) == rows[3:7]


def test_spool_finds_any_moment(tmp_path: Path) -> None:
    path = tmp_path / "drive.log"
    # Ten frames a moment, so that a moment lies across the blocks' borders.
    path.write_text("".join(f"({1000 + n // 10 * 0.01:.2f}) can0 123#{n:08X}\n" for n in range(10_003)))
    spool = Spool(path)
    spool.fill(lambda: None)
    assert len(spool) == 6
    for moment in (0.0, 0.001, 1.995, 2.0, 2.005, 7.77, 10.0):
        number, row = spool.find(moment)
        time_s, _, _, data = next(spool.block(number).rows(row))
        first = -(-round(moment * 1000) // 10) * 10
        assert (int.from_bytes(data, "big"), time_s) == (first, pytest.approx(first / 1000))
    assert spool.find(10.001) == (6, 0)
    assert list((tmp_path / "state/cache/replay").iterdir()) == [], "the scratch file has no name"
    spool.close()
