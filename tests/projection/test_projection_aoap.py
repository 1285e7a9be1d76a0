"""USB accessories, on pyusb's own code over a bus in memory."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from backends.projection import aoap
from backends.projection.aoap import Accessory, find_phones, open_accessory
from backends.projection.errors import LinkLost, TooSlow, Unsupported
from tests.fakes.host import until
from tests.fakes.usb_bus import FakeBus, FakePhone

CAR = Accessory("Android", "Example model", "A car", "1.0", "https://example.org", "1")


def test_what_may_be_a_phone_is_found_by_its_place(run: Any) -> None:
    bus = FakeBus()
    assert find_phones(bus) == []
    bus.plug(FakePhone(port=3))
    bus.plug(FakePhone(port=4)).accessory = True
    assert [(phone.location, phone.accessory) for phone in find_phones(bus)] == [("1-1.3", False), ("1-1.4", True)]


def test_a_phone_becomes_an_accessory_and_bytes_go_both_ways(run: Any) -> None:
    async def body() -> None:
        bus = FakeBus()
        phone = bus.plug(FakePhone())
        pipe = await open_accessory("1-1.3", CAR, bus)
        assert phone.strings == dict(
            enumerate(("Android", "Example model", "A car", "1.0", "https://example.org", "1"))
        )
        phone.to_car.put(b"hello")
        assert await pipe.read() == b"hello"
        pipe.write(b"x" * 40_000)
        await until(lambda: not pipe.backlog)
        assert sum(len(phone.from_car.get_nowait()) for _ in range(3)) == 40_000
        await pipe.close()
        assert phone.claimed == 0

    run(body())


def test_one_that_is_an_accessory_already_is_opened_as_it_is(run: Any) -> None:
    async def body() -> None:
        bus = FakeBus()
        phone = bus.plug(FakePhone())
        phone.accessory = True
        pipe = await open_accessory("1-1.3", CAR, bus)
        assert phone.strings == {}
        await pipe.close()

    run(body())


def test_an_unplugged_phone_ends_the_pipe(run: Any) -> None:
    async def body() -> None:
        bus = FakeBus()
        phone = bus.plug(FakePhone())
        pipe = await open_accessory("1-1.3", CAR, bus)
        phone.to_car.put(b"last")
        assert await pipe.read() == b"last"
        bus.unplug(phone)
        assert await pipe.read() == b""
        with pytest.raises(LinkLost, match="unplugged"):
            pipe.write(b"more")
        await pipe.close()

    run(body())


def test_what_is_no_phone_and_what_never_returns_is_said(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aoap, "RETURN_S", 0.2)

    async def body() -> None:
        bus = FakeBus()
        with pytest.raises(LinkLost, match="no longer plugged in"):
            await open_accessory("1-1.3", CAR, bus)
        bus.plug(FakePhone(version=0, port=3))
        with pytest.raises(Unsupported, match="takes accessories"):
            await open_accessory("1-1.3", CAR, bus)
        bus.plug(FakePhone(returns=False, port=4))
        with pytest.raises(TooSlow, match="did not come back"):
            await open_accessory("1-1.4", CAR, bus)

    run(body())


def test_nobody_reading_stops_the_reading_not_the_memory(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aoap, "UNREAD_MAX", 64 * 1024)

    async def body() -> None:
        bus = FakeBus()
        phone = bus.plug(FakePhone())
        pipe = await open_accessory("1-1.3", CAR, bus)
        for _ in range(20):
            phone.to_car.put(b"y" * 16_384)
        await until(lambda: phone.to_car.qsize() <= 15)
        await asyncio.to_thread(lambda: None)
        assert phone.to_car.qsize() >= 13
        total = 0
        while total < 20 * 16_384:
            total += len(await pipe.read())
        await pipe.close()

    run(body())
