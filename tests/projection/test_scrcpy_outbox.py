"""Fingers and the queue to the phone: what waits is bounded, and the phone's idea of who touches stays true."""

from __future__ import annotations

import asyncio
import struct
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from backends.projection.scrcpy.outbox import PENDING_MAX, Fingers, Outbox

SIZE = (1280, 720)
TOUCH = struct.Struct(">BBqiiHHHII")
places = st.floats(allow_nan=True, allow_infinity=True)
touches = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3), places, places, places), max_size=30)


@given(touches)
def test_a_phone_never_sees_an_impossible_touch(steps: list[tuple[int, int, float, float, float]]) -> None:
    """The rule of Android: down, moves, up; never twice down, never a move or an up of a finger that is not down."""
    fingers = Fingers()
    down: set[int] = set()
    for phase, pointer, x, y, pressure in steps:
        for message, _ in fingers.touch(phase, pointer, x, y, pressure, SIZE):
            kind, action, who, px, py, width, height, force, _, _ = TOUCH.unpack(message)
            assert (kind, width, height) == (2, *SIZE)
            assert -1 <= px < 1280
            assert -1 <= py < 720
            if action == 0:
                assert who not in down
                assert (px >= 0, py >= 0) == (True, True)
                down.add(who)
            else:
                assert who in down
            if action == 1:
                assert force == 0
                down.discard(who)
    assert sorted(down) == sorted(fingers.down)


def test_a_cancelled_touch_is_lifted_outside() -> None:
    fingers = Fingers()
    fingers.touch(0, 1, 0.5, 0.5, 1.0, SIZE)
    events = [TOUCH.unpack(message)[1:5] for message, _ in fingers.touch(3, 1, 0.5, 0.5, 1.0, SIZE)]
    assert events == [(2, 1, -1, -1), (1, 1, -1, -1)]
    assert fingers.touch(3, 1, 0.5, 0.5, 1.0, SIZE) == []


def test_moves_that_wait_are_replaced_but_never_overtake(run: Any) -> None:
    async def body() -> None:
        box = Outbox()
        for message, kind in (
            (b"down ", None), (b"a1 ", "a"), (b"b1 ", "b"), (b"a2 ", "a"), (b"up ", None), (b"a3 ", "a"), (b"a4 ", "a"),
        ):  # fmt: skip
            assert box.put(message, kind)
        assert await box.take() == b"down a2 b1 up a4 "
        waiting = asyncio.create_task(box.take())
        await asyncio.sleep(0)
        assert not waiting.done()
        box.put(b"more")
        assert await waiting == b"more"

    run(body())


@given(st.lists(st.tuples(st.sampled_from([None, "a", "b"]), st.integers(1, PENDING_MAX)), max_size=20))
def test_what_waits_is_bounded(messages: list[tuple[str | None, int]]) -> None:
    async def body() -> None:
        box = Outbox()
        taken = [box.put(bytes(size), kind) for kind, size in messages]
        if any(taken):
            assert 0 < len(await box.take()) <= PENDING_MAX

    asyncio.run(body())
