"""Hard keys: on a bus and as input devices, from the profile and taught."""

from __future__ import annotations

import asyncio
import json
import os
import random
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backends.core.errors import NotFound
from backends.vehicle.dbc import parse_dbc
from backends.vehicle.keys.bindings import Binding, CanKey, CanKnob, EvdevKey, EvdevKnob, KeyStore, profile_keys
from backends.vehicle.keys.evdev import EV_KEY, EV_REL
from backends.vehicle.keys.hardkeys import HardKeys
from backends.vehicle.keys.learner import LISTEN_S, TIMEOUT_S, Learner, Step
from backends.vehicle.ports import Frame
from backends.vehicle.profile import BusSpec, Profile
from tests.fakes.host import until

DBC = """VERSION ""
BO_ 1440 WHEEL: 4 CAR
 SG_ VolumeUp : 0|1@1+ (1,0) [0|1] "" X
 SG_ Mode : 4|3@1+ (1,0) [0|7] "" X
 SG_ Knob : 8|4@1+ (1,0) [0|15] "" X
 SG_ Big : 23|4@0+ (1,0) [0|15] "" X
"""


class Wheel:
    """A car's traffic with keys in it: a counter, a check byte, a drifting sensor, and the buttons of a wheel."""

    def __init__(self) -> None:
        self.now = 10.0
        self.mode = 0
        self.knob = 14
        self._count = 0
        self._random = random.Random(7)

    def frames(self) -> list[Frame]:
        self._count += 1
        count = self._count % 16
        busy = bytes([self._count * 37 % 256, count, self._random.randrange(256), 0])
        wheel = bytes([count, self.mode << 4 | 0x01, self.knob % 16, 0x80])
        return [(0x100, busy), (0x5A0, wheel), (0x8000_0001 + count % 2, b"\x00\xff")]

    def run(self, learner: Learner, seconds: float) -> None:
        for _ in range(round(seconds / 0.05)):
            self.now += 0.05
            learner.feed("main", self.frames(), self.now)


def test_a_key_is_found_among_counters_and_check_bytes() -> None:
    wheel = Wheel()
    learner = Learner(False, wheel.now)
    wheel.run(learner, LISTEN_S + 0.2)
    assert learner.step is Step.PRESS
    wheel.mode = 5
    wheel.run(learner, 0.3)
    wheel.mode = 0
    wheel.run(learner, 0.3)
    assert learner.step is Step.AGAIN
    wheel.mode = 5
    wheel.run(learner, 0.2)
    wheel.mode = 0
    wheel.run(learner, 0.1)
    assert learner.step is Step.DONE
    assert learner.binding == CanKey("main", 0x5A0, 0x5000, 0x5000)


def test_two_different_keys_are_not_one() -> None:
    wheel = Wheel()
    learner = Learner(False, wheel.now)
    wheel.run(learner, LISTEN_S + 0.2)
    for mode in (5, 2, 4):
        wheel.mode = mode
        wheel.run(learner, 0.2)
        wheel.mode = 0
        wheel.run(learner, 0.2)
    assert learner.step is Step.AGAIN
    assert learner.binding is None


def test_a_key_whose_message_comes_only_while_it_is_pressed() -> None:
    wheel = Wheel()
    learner = Learner(False, wheel.now)
    wheel.run(learner, LISTEN_S + 0.2)
    for _ in range(2):
        learner.feed("main", [(0x321, b"\x20")], wheel.now)
        wheel.run(learner, 0.2)
        learner.feed("main", [(0x321, b"\x00")], wheel.now)
    assert learner.binding == CanKey("main", 0x321, 0x20, 0x20)


@pytest.mark.parametrize("direction", [1, -1])
def test_a_knob_is_found_in_either_direction_and_across_its_end(direction: int) -> None:
    wheel = Wheel()
    learner = Learner(True, wheel.now)
    wheel.run(learner, LISTEN_S + 0.2)
    for _ in range(5):
        wheel.knob += direction
        wheel.run(learner, 0.1)
    assert learner.step is Step.DONE
    found = learner.binding
    assert isinstance(found, CanKnob)
    assert found.key == 0x5A0
    before = found.position(wheel.frames()[1][1])
    wheel.knob += direction * 2
    assert found.turned(before, found.position(wheel.frames()[1][1])) == 2


def test_nobody_presses_and_the_lesson_ends() -> None:
    wheel = Wheel()
    learner = Learner(False, wheel.now)
    wheel.run(learner, LISTEN_S + 0.2)
    wheel.run(learner, TIMEOUT_S + 0.2)
    assert learner.step is Step.FAILED
    silent = Learner(False, 0.0)
    assert silent.tick(LISTEN_S)
    assert silent.tick(LISTEN_S + TIMEOUT_S)
    assert silent.step is Step.FAILED


@settings(max_examples=60)
@given(traffic=st.lists(st.tuples(st.integers(0, 7), st.binary(max_size=8)), max_size=300), knob=st.booleans())
def test_no_traffic_breaks_the_learner(traffic: list[tuple[int, bytes]], knob: bool) -> None:
    learner = Learner(knob, 0.0)
    for index, frame in enumerate(traffic):
        learner.feed("main", [frame], index * 0.1)
    if learner.step is Step.DONE:
        assert learner.binding is not None
        assert learner.binding.mask > 0


@given(low=st.integers(0, 40), width=st.integers(1, 8), before=st.integers(0, 255), steps=st.integers(-3, 3))
def test_a_knob_takes_the_shorter_way_round(low: int, width: int, before: int, steps: int) -> None:
    size = 1 << width
    if abs(steps) * 2 >= size:
        return
    knob = CanKnob("main", 1, (size - 1) << low)
    assert knob.turned(before % size, (before + steps) % size) == steps


def _profile(keys: dict[str, Any]) -> Profile:
    return Profile("test", Path("test.toml"), "x", {"main": BusSpec("main", "virtual", "t")}, keys=keys)


def test_the_profile_names_keys_by_their_signals() -> None:
    databases = {"main": parse_dbc(DBC, Path("x.dbc"))}
    keys = {
        "volume_up": {"message": "WHEEL", "signal": "VolumeUp"},
        "next": {"message": "WHEEL", "signal": "Mode", "value": 5},
        "back": {"message": "WHEEL", "signal": "Big", "value": 9, "bus": "main"},
        "turn": {"message": "WHEEL", "signal": "Knob"},
    }
    found, problems = profile_keys(_profile(keys), databases)
    assert problems == []
    assert found["volume_up"] == CanKey("main", 1440, 1, 1)
    assert found["next"] == CanKey("main", 1440, 0x70, 0x50)
    assert found["back"] == CanKey("main", 1440, 0xF0_0000, 0x90_0000)
    assert found["turn"] == CanKnob("main", 1440, 0xF00)


@pytest.mark.parametrize(
    ("action", "facts", "told"),
    [
        ("warp", {"message": "WHEEL", "signal": "Mode"}, "keys.warp: unknown"),
        ("next", {"message": "WHEEL", "signal": "Nope"}, "needs the message and the signal"),
        ("next", {"message": "WHEEL", "signal": "Mode", "value": 9}, "0 to 7"),
        ("next", {"message": "WHEEL", "signal": "Mode", "colour": 1}, "colour is unknown"),
        ("next", {"message": "WHEEL", "signal": "Mode", "bus": "other"}, "no bus other"),
    ],
)
def test_a_wrong_key_of_a_profile_is_told(action: str, facts: dict[str, Any], told: str) -> None:
    keys = {action: facts, "mute": {"message": "WHEEL", "signal": "VolumeUp"}}
    found, problems = profile_keys(_profile(keys), {"main": parse_dbc(DBC, Path("x.dbc"))})
    assert list(found) == ["mute"]
    assert told in str(problems[0])


class Bench:
    """Keys in a loop, and what they said."""

    def __init__(self, folder: Path, fixed: dict[str, Binding] | None = None) -> None:
        self.file = folder / "keys.json"
        self.input = folder / "input"
        self.input.mkdir(exist_ok=True)
        self.pressed: list[tuple[str, str, int]] = []
        self.told: list[tuple[str, Step]] = []
        self.keys = HardKeys(
            fixed or {},
            KeyStore(self.file),
            lambda *event: self.pressed.append(event),
            lambda *step: self.told.append(step),
            self.input,
        )

    def device(self, name: str) -> int:
        """A device as the kernel has them: a file that gives input events. Returns where to write them."""
        path = self.input / name
        os.mkfifo(path)
        return os.open(path, os.O_RDWR | os.O_NONBLOCK)

    @staticmethod
    def event(handle: int, kind: int, code: int, value: int) -> None:
        os.write(handle, struct.pack("@llHHi", 1, 2, kind, code, value) + struct.pack("@llHHi", 1, 2, 0, 0, 0))


@asynccontextmanager
async def _bench(folder: Path, fixed: dict[str, Binding] | None = None) -> AsyncIterator[Bench]:
    bench = Bench(folder, fixed)
    await bench.keys.start()
    try:
        yield bench
    finally:
        bench.keys.stop()


def test_press_hold_release_and_turn(run: Any, tmp_path: Path) -> None:
    fixed: dict[str, Binding] = {"next": CanKey("main", 5, 0x0F, 3), "turn": CanKnob("main", 5, 0xF00)}

    async def body() -> None:
        async with _bench(tmp_path, fixed) as bench:
            bench.keys.feed("main", [(5, b"\x00\x0e")], 1.0)
            bench.keys.feed("comfort", [(5, b"\x03\x0e")], 1.0)
            assert bench.pressed == []
            bench.keys.feed("main", [(5, b"\x03\x0e"), (5, b"\x03\x0f"), (5, b"\x03\x01")], 1.0)
            assert bench.pressed == [("next", "press", 0), ("turn", "turn", 1), ("turn", "turn", 2)]
            await until(lambda: ("next", "hold", 0) in bench.pressed, what="hold")
            # The message stops while the key is down: it is let go, not stuck.
            await until(lambda: ("next", "release", 0) in bench.pressed, what="release")

    run(body())


def test_a_key_of_a_device_is_taught_kept_and_forgotten(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with _bench(tmp_path, {"mute": CanKey("main", 5, 1, 1)}) as bench:
            handle = bench.device("event3")
            bench.keys.teach("mute", asyncio.get_running_loop().time() - LISTEN_S)
            await until(lambda: ("mute", Step.PRESS) in bench.told, what="the question")
            bench.event(handle, EV_KEY, 0x14A, 1)  # a finger on the screen
            bench.event(handle, EV_KEY, 113, 1)
            await until(lambda: ("mute", Step.DONE) in bench.told, what="the key")
            assert json.loads(bench.file.read_bytes())["mute"]["code"] == 113
            bench.event(handle, EV_KEY, 113, 0)
            bench.event(handle, EV_KEY, 113, 1)
            bench.event(handle, EV_KEY, 113, 2)
            bench.event(handle, EV_KEY, 113, 0)
            await until(lambda: len(bench.pressed) >= 2, what="the press")
            assert bench.pressed == [("mute", "press", 0), ("mute", "release", 0)]
        async with _bench(tmp_path, {"mute": CanKey("main", 5, 1, 1)}) as again:
            row = next(row for row in again.keys.table if row["action"] == "mute")
            assert (row["source"], row["taught"]) == ("evdev", True)
            await again.keys.forget("mute")
            row = next(row for row in again.keys.table if row["action"] == "mute")
            assert (row["source"], row["taught"]) == ("can", False)
            with pytest.raises(NotFound):
                await again.keys.forget("mute")
        os.close(handle)

    run(body())


def test_a_knob_of_a_device_and_a_device_that_goes(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with _bench(tmp_path) as bench:
            handle = bench.device("event0")
            bench.keys.teach("turn", asyncio.get_running_loop().time() - LISTEN_S)
            await until(lambda: ("turn", Step.PRESS) in bench.told, what="the question")
            bench.event(handle, EV_REL, 7, -1)
            await until(lambda: ("turn", Step.DONE) in bench.told, what="the knob")
            bench.event(handle, EV_REL, 7, -2)
            await until(lambda: bool(bench.pressed), what="the turn")
            assert bench.pressed == [("turn", "turn", 2)]
            os.write(handle, b"\x01\x02")  # half an event
            (bench.input / "event0").unlink()
            os.close(handle)

    run(body())


def test_one_key_has_one_meaning_and_a_new_lesson_ends_the_old(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with _bench(tmp_path) as bench:
            handle = bench.device("event0")
            loop = asyncio.get_running_loop()
            for action in ("next", "previous"):
                bench.keys.teach("home", loop.time())
                bench.keys.teach(action, loop.time() - LISTEN_S)
                await until(lambda a=action: (a, Step.PRESS) in bench.told, what="the question")
                bench.event(handle, EV_KEY, 163, 1)
                await until(lambda a=action: (a, Step.DONE) in bench.told, what="the key")
            assert ("home", Step.STOPPED) in bench.told
            assert [row["action"] for row in bench.keys.table if row["taught"]] == ["previous"]
            bench.keys.teach("home", loop.time())
            bench.keys.teach("", loop.time())
            assert bench.told[-1] == ("home", Step.STOPPED)
            with pytest.raises(NotFound):
                bench.keys.teach("warp", 0.0)
            os.close(handle)

    run(body())


@pytest.mark.parametrize("content", [b"{", b"[1]", b'{"mute": {"kind": "CanKey"}}', b'{"mute": {"kind": "os.system"}}'])
def test_a_broken_file_is_set_aside(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "keys.json"
    file.write_bytes(content)
    assert KeyStore(file).load() == {}
    assert not file.exists()
    assert (tmp_path / "keys.json.bad-1").read_bytes() == content


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    store = KeyStore(tmp_path / "deep" / "keys.json")
    bindings: dict[str, Binding] = {
        "mute": CanKey("main", 1, 2, 2),
        "turn": CanKnob("main", 1, 0xF0, -1),
        "next": EvdevKey("Wheel", 163),
        "back": EvdevKnob("Dial", 7, -1),
    }
    store.save(bindings)
    assert store.load() == bindings
