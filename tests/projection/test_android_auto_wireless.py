"""Wireless phones: Bluetooth's profile, the handshake over a real socket, the hotspot, and the phone's connection by TCP."""

from __future__ import annotations

import asyncio
import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from backends.core.errors import Invalid
from backends.projection.android_auto import sentences as say
from backends.projection.android_auto.backend import AndroidAutoBackend
from backends.projection.android_auto.hotspot import WifiSettings
from backends.projection.android_auto.rfcomm import Access, invite
from backends.projection.android_auto.wireless import Wireless
from backends.projection.errors import LinkLost, NotAllowed, PeerFault, ProjectionError, TooSlow
from backends.projection.simphone.android_auto.phone import AutoPhone
from backends.projection.simphone.state import Identity
from tests.fakes.backend_ears import Ears
from tests.fakes.bluez_wifi import PHONE, FakeBluez, FakeNetwork, wireless_bus
from tests.fakes.host import private_bus, until
from tests.fakes.projection import Pictures

UUID = "4de17a00-52cb-11e6-bdf4-0800200c9a66"
ACCESS = Access("10.42.0.1", 5288, "My car", "02:00:00:00:00:01", "secret word")


@dataclass
class Joiner:
    """A phone on the other end of the handshake."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def hear(self) -> tuple[int, bytes]:
        size = int.from_bytes(await self.reader.readexactly(2), "big")
        kind = int.from_bytes(await self.reader.readexactly(2), "big")
        return kind, await self.reader.readexactly(size)

    def say(self, kind: int, body: bytes = b"") -> None:
        self.writer.write(len(body).to_bytes(2, "big") + kind.to_bytes(2, "big") + body)

    async def join(self) -> tuple[bytes, bytes]:
        """As a phone does: what it was told."""
        kind, start = await self.hear()
        assert kind == 1
        self.say(2)
        kind, info = await self.hear()
        assert kind == 3
        self.say(7, b"\x18\0")
        self.say(6, b"\x08\0")
        return start, info


@asynccontextmanager
async def handshake() -> AsyncIterator[tuple[asyncio.Task[None], Joiner]]:
    import socket

    ours, theirs = socket.socketpair()
    car, phone = await asyncio.open_connection(sock=ours), await asyncio.open_connection(sock=theirs)
    task = asyncio.create_task(invite(*car, ACCESS))
    try:
        yield task, Joiner(*phone)
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        for _, writer in (car, phone):
            writer.close()


def test_the_handshake_byte_by_byte(run: Any) -> None:
    async def body() -> None:
        async with handshake() as (task, phone):
            start, info = await phone.join()
            assert start.hex() == "0a0931302e34322e302e31" + "10a829"
            assert info == (
                b"\x0a\x06My car" + b"\x12\x0bsecret word" + b"\x1a\x1102:00:00:00:00:01" + b"\x20\x08" + b"\x28\x01"
            )
            await task
        assert "secret" not in repr(ACCESS)

    run(body())


@pytest.mark.parametrize(
    ("kind", "body", "error", "words"),
    [
        (6, "08fdffffffffffffffff01", NotAllowed, say.WRONG_PASSWORD),
        (6, "08fbffffffffffffffff01", NotAllowed, say.WIFI_OFF),
        (7, "18f8ffffffffffffffff01", LinkLost, say.NOT_JOINED),
        (6, "08", PeerFault, say.NONSENSE),
    ],
)
def test_a_phone_that_cannot_join_says_why(
    run: Any, kind: int, body: str, error: type[ProjectionError], words: str
) -> None:
    async def check() -> None:
        async with handshake() as (task, phone):
            await phone.hear()
            phone.say(kind, bytes.fromhex(body))
            with pytest.raises(error) as caught:
                await task
            assert caught.value.text == words

    run(check())


def test_a_handshake_that_is_nonsense_ends(run: Any) -> None:
    async def body() -> None:
        async with handshake() as (task, phone):
            phone.writer.write(b"\xff\xff\0\1")
            with pytest.raises(PeerFault, match="Android Auto does not send"):
                await task
        async with handshake() as (task, phone):
            for _ in range(100):
                phone.say(9, b"")
            with pytest.raises(PeerFault, match="Android Auto does not send"):
                await task
        async with handshake() as (task, phone):
            phone.writer.close()
            with pytest.raises(LinkLost, match="broke off"):
                await task

    run(body())


@asynccontextmanager
async def car(
    folder: Path, **options: Any
) -> AsyncIterator[tuple[Wireless, FakeBluez, FakeNetwork, list[tuple[str, str]]]]:
    found: list[tuple[str, str]] = []
    async with private_bus() as address, wireless_bus(address) as (bluez, network):
        given = {"wireless": "on", "wireless_bus": address, "wireless_port": 0, **options}
        wireless = Wireless.read(given, lambda: "My car", folder)
        assert wireless is not None
        serving = asyncio.create_task(wireless.serve(lambda *who: found.append(who)))
        try:
            await until(lambda: bluez.profiles, what="the profile")
            yield wireless, bluez, network, found
        finally:
            serving.cancel()
            await asyncio.gather(serving, return_exceptions=True)


async def comes(bluez: FakeBluez) -> tuple[Joiner, asyncio.StreamReader, asyncio.StreamWriter]:
    """A phone that joins and connects to where it was told."""
    phone = Joiner(*await bluez.phone_finds_car())
    start, _ = await phone.join()
    size = start[1]
    port = shift = 0
    for byte in start[2 + size + 1 :]:
        port |= (byte & 0x7F) << shift
        shift += 7
    reader, writer = await asyncio.open_connection(start[2 : 2 + size].decode(), port)
    return phone, reader, writer


def test_a_phone_comes_by_itself(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with car(tmp_path) as (wireless, bluez, network, found):
            path, options = bluez.profiles[UUID]
            assert (path, options["Role"], options["Channel"]) == ("/org/pillion/projection/android_auto", "server", 8)
            assert (options["RequireAuthentication"], options["RequireAuthorization"]) == (False, False)
            phone, reader, writer = await comes(bluez)
            await until(lambda: found == [(PHONE, "Mei's phone")], what="the phone")
            transport = await wireless.reach(PHONE)
            transport.write(b"hello")
            assert await reader.readexactly(5) == b"hello"
            assert wireless.bssid == "02:00:00:00:00:01"
            assert await wireless.paired(PHONE.lower())
            assert not await wireless.paired("00:00:00:00:00:00")
            made = network.made[0]
            assert (made["802-11-wireless"]["ssid"], made["802-11-wireless"]["mode"]) == (b"My car car", "ap")
            assert (made["802-11-wireless"]["band"], made["ipv4"]["method"]) == ("a", "shared")
            assert network.how == {"persist": "volatile", "bind-activation": "dbus-client"}
            password = tmp_path / "hotspot"
            assert made["802-11-wireless-security"]["psk"] == password.read_text()
            assert stat.S_IMODE(password.stat().st_mode) == 0o600
            await transport.close()
            for one in (phone.writer, writer):
                one.close()

    run(body())


def test_a_phone_that_is_wanted_is_nudged(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with car(tmp_path) as (wireless, bluez, _, found):
            left: list[asyncio.StreamWriter] = []

            async def nudge() -> None:
                phone, _, writer = await comes(bluez)
                left.extend((phone.writer, writer))

            bluez.on_nudge = lambda: asyncio.ensure_future(nudge())
            transport = await wireless.reach(PHONE)
            assert bluez.nudged == ["00001112-0000-1000-8000-00805f9b34fb"]
            assert found == [], "whoever waits for it has it already"
            await transport.close()
            for one in left:
                one.close()

    run(body())


def test_a_phone_that_gets_in_is_connected_without_a_finger(run: Any) -> None:
    async def body() -> None:
        async with private_bus() as address, wireless_bus(address) as (bluez, _):
            options = {"usb": "off", "wireless": "on", "wireless_bus": address, "wireless_port": 0}
            ears = Ears()
            it = AndroidAutoBackend({f"android_auto_{key}": value for key, value in options.items()}, ears)
            phone = AutoPhone(identity=Identity())
            await it.start()
            try:
                await until(lambda: bluez.profiles, what="the profile")
                joiner = Joiner(*await bluez.phone_finds_car())
                start, _ = await joiner.join()
                assert start.startswith(b"\x0a\x09127.0.0.1\x10")
                assert it.wireless is not None
                await phone.dial("127.0.0.1", it.wireless._port)
                await until(
                    lambda: ears.of("SessionChanged") and ears.session["state"] == "background", what="a session"
                )
                device = f"android-auto:bt:{PHONE}"
                assert ears.session["device"] == device
                assert [offer.kind for offer in phone.link.car.offers.values()].count("wifi") == 1  # type: ignore[union-attr]
                session = await it.open_app(device, "", 1280, 720, 160)
                await until(lambda: it.session(session).state.value == "focused", what="its picture")
                pictures = Pictures(it.open_video(session))
                await pictures.some(1)
                pictures.close()
                joiner.writer.close()
            finally:
                await it.stop()
                await phone.end()

    run(body())


def test_a_phone_that_does_not_come(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backends.projection.android_auto.wireless.COME_S", 0.3)

    async def body() -> None:
        async with car(tmp_path) as (wireless, bluez, network, _):
            with pytest.raises(TooSlow, match="did not come"):
                await wireless.reach(PHONE)
            network.comes_up = False

            async def nudge() -> None:
                phone = Joiner(*await bluez.phone_finds_car())
                assert await phone.reader.read() == b"", "nobody is invited into a Wi-Fi that is not there"
                phone.writer.close()

            bluez.on_nudge = lambda: asyncio.ensure_future(nudge())
            with pytest.raises(LinkLost, match="access point"):
                await wireless.reach(PHONE)

    run(body())


def test_a_connection_nobody_invited_is_closed(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with car(tmp_path) as (wireless, _, _, _):
            reader, writer = await asyncio.open_connection("127.0.0.1", wireless._port)
            assert await reader.read() == b""
            writer.close()

    run(body())


def test_options_are_read_or_named() -> None:
    def read(**given: Any) -> Any:
        return Wireless.read(given, lambda: "", Path())

    assert read() is None
    assert read(wireless="off") is None
    own = WifiSettings.read(
        {"wifi_hotspot": "off", "wifi_ssid": "s", "wifi_password": "12345678", "wifi_bssid": "b", "wifi_ip": "1"}
    )
    assert (own.ssid, own.hotspot) == ("s", False)
    assert "12345678" not in repr(own)
    for given in ({"wifi_band": "6"}, {"wifi_password": "short"}, {"wifi_hotspot": "off"}):
        with pytest.raises(Invalid):
            WifiSettings.read(given)
