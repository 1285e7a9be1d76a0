"""CarLife over each way to a phone: the network with its calls, adb with and without a server, and a USB accessory."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path
from typing import Any

import pytest

from backends.core import store
from backends.projection.carlife.discovery import PHONES_MAX, Callers, listen
from backends.projection.carlife.routes import ACCESSORY, Routes, normal_address, transport_name
from backends.projection.errors import LinkLost, Unsupported
from tests.fakes.adb import adb_server, needs_adb
from tests.fakes.carlife import linked, simulated
from tests.fakes.carlife_usb import cable
from tests.fakes.host import until
from tests.fakes.usb_bus import FakeBus, FakePhone


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The key for adb is made here."""
    monkeypatch.setattr(store, "state_dir", lambda: tmp_path)


async def picture_touch_and_sound(phone: Any, car: Any) -> None:
    """What every way has to carry."""
    await car.until(lambda ear: ear.keys)
    phone.state.music.set_playing(True)
    await car.until(lambda ear: ear.heard.get("media", 0) > 20_000)
    car.link.touch([(0, 0, 0.25, 0.5, 1.0), (1, 0, 0.75, 0.5, 1.0)])
    car.link.touch([(0, 2, 0.25, 0.5, 0.0), (1, 2, 0.75, 0.5, 0.0)])
    await until(lambda: len(phone.session.seen.touches) == 4)
    assert phone.session.seen.touches[:2] == [
        {"action": 0, "pointer": 0, "x": 200, "y": 240},
        {"action": 0, "pointer": 1, "x": 600, "y": 240},
    ]


def test_the_network(run: Any) -> None:
    async def body() -> None:
        async with simulated() as phone, linked(Routes().transport(phone.address)) as car:
            await picture_touch_and_sound(phone, car)
            assert phone.session.seen.features["CONNECT_TYPE"] == 5  # type: ignore[union-attr]

    run(body())


def test_adb_straight(run: Any) -> None:
    async def body() -> None:
        async with simulated(adb_port=0) as phone:
            routes = Routes(("127.0.0.1", 1))
            async with linked(routes.transport(normal_address(phone.address))) as car:
                await picture_touch_and_sound(phone, car)
                assert phone.session.seen.features["CONNECT_TYPE"] == 2  # type: ignore[union-attr]
                phone.adbd.drop()
                assert isinstance(await car.ended(), LinkLost)

    run(body())


@needs_adb
def test_adb_by_its_server(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with simulated(adb_port=0) as phone, adb_server(tmp_path) as server:
            routes = Routes((server.host, server.port))
            async with linked(routes.transport(phone.address)) as car:
                error = await car.ended()
                assert isinstance(error, LinkLost)
                assert error.text == "The phone is not here."
            await server.connect_address(phone.adbd.address)

            async def let_in() -> bool:
                try:
                    return await server.state(phone.adbd.address) == "device"
                except Unsupported:  # the phone and the server are still getting to know each other
                    return False

            async with asyncio.timeout(10):
                while not await let_in():
                    await asyncio.sleep(0.02)
            async with linked(routes.transport(phone.address)) as car:
                await picture_touch_and_sound(phone, car)

    run(body())


def test_adb_without_the_app(run: Any) -> None:
    async def body() -> None:
        async with simulated(adb_port=0) as phone:
            address = phone.address
            await phone.vanish()
            async with linked(Routes(("127.0.0.1", 1)).transport(address)) as car:
                error = await car.ended()
                assert isinstance(error, LinkLost)
                assert "CarLife does not run on the phone" in error.text

    run(body())


def test_a_usb_accessory(run: Any) -> None:
    async def body() -> None:
        bus = FakeBus()
        plugged = bus.plug(FakePhone())
        async with simulated() as phone, cable(phone, plugged):
            async with linked(Routes(usb=bus).transport("usb:1-1.3")) as car:
                await picture_touch_and_sound(phone, car)
                assert tuple(plugged.strings[index] for index in range(6)) == ACCESSORY
                assert phone.session.seen.features["CONNECT_TYPE"] == 2  # type: ignore[union-attr]
                bus.unplug(plugged)
                error = await car.ended()
                assert isinstance(error, LinkLost)
                assert "unplugged" in error.text
            await until(lambda: phone.session is None)

    run(body())


def test_nothing_at_a_place_on_usb(run: Any) -> None:
    async def body() -> None:
        async with linked(Routes(usb=FakeBus()).transport("usb:1-4")) as car:
            error = await car.ended()
            assert isinstance(error, LinkLost)
            assert "plugged in" in error.text

    run(body())


@pytest.mark.parametrize(
    ("typed", "kept", "transport"),
    [
        ("192.168.1.20", "192.168.1.20", "wifi"),
        (" phone.lan:7240 ", "phone.lan", "wifi"),
        ("10.0.0.2:17240", "10.0.0.2:17240", "wifi"),
        ("[fe80::1]", "fe80::1", "wifi"),
        ("adb:0123ABCD", "adb:0123ABCD", "adb"),
        ("adb:10.0.0.2:5555", "adb:10.0.0.2:5555", "adb"),
        ("usb:1-1.3", "usb:1-1.3", "usb"),
    ],
)
def test_addresses(typed: str, kept: str, transport: str) -> None:
    assert normal_address(typed) == kept
    assert transport_name(kept) == transport


@pytest.mark.parametrize("typed", ["", "a b", "host:99999", "host:65000", "adb:", "adb:a b", "usb:x", "usb:1-1;2"])
def test_what_is_no_address(typed: str) -> None:
    with pytest.raises(ValueError, match="Write the phone's address"):
        normal_address(typed)


def test_phones_call_until_they_are_away(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backends.projection.carlife.discovery.GONE_S", 0.2)

    async def body() -> None:
        found: list[str] = []
        left: list[str] = []
        heard = await listen(0, found.append, left.append)
        assert heard is not None
        transport, port = heard
        assert await listen(port, found.append, left.append) is None
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as caller:
            caller.bind(("127.0.0.9", 0))
            for _ in range(3):
                caller.sendto(b"anything at all", ("127.0.0.1", port))
            await until(lambda: found)
            await until(lambda: left == ["127.0.0.9"])
        assert found == ["127.0.0.9"]
        transport.close()

    run(body())


def test_a_simulated_phone_calls(run: Any) -> None:
    async def body() -> None:
        found: list[str] = []
        heard = await listen(0, found.append, lambda host: None)
        assert heard is not None
        async with simulated(call=("127.0.0.1", heard[1])):
            await until(lambda: found == ["127.0.0.1"])
        heard[0].close()

    run(body())


def test_a_crowd_of_callers_has_a_limit(run: Any) -> None:
    async def body() -> None:
        found: list[str] = []
        callers = Callers(found.append, lambda host: None)
        for number in range(PHONES_MAX + 50):
            callers.datagram_received(b"", (f"10.0.0.{number}", 1))
        assert len(found) == PHONES_MAX
        callers.connection_lost(None)

    run(body())
