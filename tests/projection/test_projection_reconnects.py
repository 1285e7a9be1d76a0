"""Many reconnects leave nothing behind: no descriptors, no tasks, no memory. ``PILLION_RECONNECTS`` makes it more of them."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import tracemalloc
from typing import Any

import pytest

from tests.fakes.host import until
from tests.fakes.mirror_protocol import FakeBackend, PhoneState, running_phones
from tests.fakes.projection import PARKED, StreamReader

COUNT = int(os.environ.get("PILLION_RECONNECTS", "100"))
WARM = 20
_logger = logging.getLogger(__name__)
SLACK = 40_000
"""Bytes made by the projection's own code that may be in flight. One leaked link would be more, times `COUNT`."""


class _Forgetful(StreamReader):
    """Counts what arrives and keeps none of it."""

    frames_seen = 0

    def arrived(self, packet: Any) -> None:
        self.frames_seen += packet.type == 3
        self.packets.clear()


def _held() -> tuple[int, int, int]:
    """Bytes, descriptors, tasks."""
    gc.collect()
    ours = tracemalloc.take_snapshot().filter_traces([tracemalloc.Filter(True, "*/backends/projection/*")])
    return sum(trace.size for trace in ours.traces), len(os.listdir("/proc/self/fd")), len(asyncio.all_tasks())


@pytest.mark.slow
def test_a_phone_that_comes_and_goes_leaves_nothing(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backends.projection.mirror.retries.LOST_STEPS_S", (0.0,))

    async def body() -> None:
        async with running_phones(PhoneState()) as (phone,):
            it = FakeBackend({}, lambda *_: None)
            await it.start()
            it.set_rules(PARKED)
            session = await it.open_app(await it.add_device(phone.address), "", 640, 360, 160)
            reader = _Forgetful(it.open_video(session))

            async def cycle() -> None:
                phone.say(sound=["media", 48000, 2])
                phone.say(microphone=16000)
                phone.tell("now_playing", {"title": "Song"})
                phone.tell("call", {"id": "1", "state": "active"})
                await until(lambda: it.session(session).microphone.wanted, what="what it tells")
                os.close(it.open_sound(session, "media"))
                os.close(it.open_microphone(session))
                seen = reader.frames_seen
                phone.drop()
                await until(lambda: reader.frames_seen > seen, what="a picture again")
                phone.state.told.clear()

            await until(lambda: reader.frames_seen, what="a picture")
            for _ in range(WARM):
                await cycle()
            tracemalloc.start()
            await cycle()
            before = _held()
            for _ in range(COUNT):
                await cycle()
            after = _held()
            tracemalloc.stop()
            _logger.info("reconnects=%d bytes held=%d", COUNT, after[0] - before[0])
            assert after[0] - before[0] < SLACK
            assert (abs(after[1] - before[1]) <= 3, abs(after[2] - before[2]) <= 3) == (True, True), (before, after)
            reader.close()
            await it.stop()

    run(body(), 600)
