"""CarLife, when things go wrong: each fault of a phone has its words, and none costs more than that one connection."""

from __future__ import annotations

import asyncio
import gc
import os
import time
import tracemalloc
from typing import Any

import pytest

from backends.projection.carlife import link as link_module
from backends.projection.errors import LinkLost, PeerFault, ProjectionError, TooSlow
from tests.fakes.carlife import PLAIN, linked, simulated, wifi
from tests.fakes.host import until


def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """The waits of a link, at a tenth."""
    for name in ("SILENT_S", "VERSION_S", "PICTURE_S", "BEAT_S"):
        monkeypatch.setattr(link_module, name, getattr(link_module, name) / 10)


async def outcome(fault: str, *, wait_for: str = "end") -> ProjectionError | None:
    """What a fault does to a link."""
    async with simulated() as phone:
        phone.faults.set(fault)
        async with linked(wifi(phone)) as car:
            if wait_for == "picture":
                await car.until(lambda ear: ear.keys)
                return None
            return await car.ended()


@pytest.mark.parametrize("at", [0, 1, 7, 8, 9, 11, 12, 13, 40, 41, 100, 160])
def test_closed_at_any_byte(run: Any, at: int) -> None:
    error = run(outcome(f"close-at={at}"))
    assert isinstance(error, LinkLost)
    assert error.text == "The phone closed the connection."


@pytest.mark.parametrize("channel", ["video", "media"])
def test_closed_in_the_middle_of_what_flows(run: Any, channel: str) -> None:
    async def body() -> None:
        async with simulated() as phone:
            phone.faults.set(f"on={channel}")
            phone.faults.set("close-at=5000")
            phone.state.music.set_playing(True)
            async with linked(wifi(phone)) as car:
                error = await car.ended()
                assert isinstance(error, LinkLost)
                assert "closed the connection" in error.text

    run(body())


def test_silent_before_the_version(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    hurry(monkeypatch)
    error = run(outcome("stall-at=0"))
    assert isinstance(error, TooSlow)
    assert "CarLife does not answer. Open CarLife on the phone" in error.text


def test_silent_before_the_picture(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    hurry(monkeypatch)
    monkeypatch.setattr(link_module, "SILENT_S", 60.0)

    async def body() -> None:
        async with simulated() as phone, linked(wifi(phone)) as car:
            phone.manners.answers = False
            error = await car.ended()
            assert isinstance(error, TooSlow)
            assert "did not start its picture" in error.text

    run(body())


def test_silent_later(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    hurry(monkeypatch)

    async def body() -> None:
        async with simulated() as phone, linked(wifi(phone)) as car:
            await car.until(lambda ear: ear.keys)
            phone.faults.set("stall-at=1")
            await phone.command("foreground", {})
            error = await car.ended()
            assert isinstance(error, LinkLost)
            assert "has said nothing" in error.text

    run(body())


@pytest.mark.parametrize(
    ("fault", "kind", "words"),
    [
        ("refuse", LinkLost, "closed the connection"),
        ("garbage", PeerFault, "CarLife does not send"),
        ("corrupt-at=4", PeerFault, "CarLife does not send"),
        ("corrupt-at=8", PeerFault, "CarLife does not send"),
        ("flood", PeerFault, "floods the car"),
    ],
)
def test_nonsense_is_named(run: Any, fault: str, kind: type[ProjectionError], words: str) -> None:
    error = run(outcome(fault))
    assert isinstance(error, kind)
    assert words in error.text


def test_one_wrong_byte_anywhere_ends_one_link_or_nothing(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    hurry(monkeypatch)

    async def one(at: int) -> None:
        async with simulated() as phone:
            phone.faults.set(f"corrupt-at={at}")
            async with linked(wifi(phone)) as car:
                await until(lambda: car.task.done() or car.ear.keys > 0)
                if car.task.done():
                    await car.ended()

    async def body() -> None:
        for at in range(0, 200, 7):
            await one(at)

    run(body())


def test_half_speed_is_slower_and_works(run: Any) -> None:
    assert run(outcome("slow=150000", wait_for="picture")) is None


def test_a_phone_that_is_not_there(run: Any) -> None:
    async def body() -> None:
        async with simulated() as phone:
            way = wifi(phone)
            await phone.vanish()
            async with linked(way) as car:
                error = await car.ended()
                assert isinstance(error, LinkLost)
                assert "No CarLife answers there. Open CarLife on the phone" in error.text

    run(body())


def test_a_phone_that_takes_nothing(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backends.projection.carlife.transport.UNSENT_MAX", 200_000)

    async def body() -> None:
        async with simulated() as phone, linked(wifi(phone)) as car:
            await car.until(lambda ear: ear.ready)
            await phone.command("listen", {})
            await car.until(lambda ear: ear.microphone)
            assert phone.session is not None
            for task in list(phone.session._tasks):
                task.cancel()  # it reads no more
            await asyncio.sleep(0)
            deadline = time.monotonic() + 10
            while not car.task.done() and time.monotonic() < deadline:
                car.link.microphone(bytes(200_000), 0)
                await asyncio.sleep(0.001)
            error = await car.ended()
            assert isinstance(error, TooSlow)
            assert "stopped taking" in error.text

    run(body())


def test_reconnecting_leaves_nothing_behind(run: Any) -> None:
    async def once(phone: Any) -> None:
        async with linked(wifi(phone), PLAIN, (320, 240)) as car:
            await car.until(lambda ear: ear.keys)
        await until(lambda: phone.session is None)

    async def body() -> tuple[int, int]:
        async with simulated() as phone:
            for _ in range(10):
                await once(phone)
            gc.collect()
            files = len(os.listdir("/proc/self/fd"))
            tracemalloc.start()
            for _ in range(10):
                await once(phone)
            gc.collect()
            before = tracemalloc.get_traced_memory()[0]
            for _ in range(30):
                await once(phone)
            gc.collect()
            grown = tracemalloc.get_traced_memory()[0] - before
            tracemalloc.stop()
            return grown, len(os.listdir("/proc/self/fd")) - files

    grown, files = run(body())
    assert files <= 0
    assert grown < 30 * 2048, f"{grown} bytes more after 30 connections"
