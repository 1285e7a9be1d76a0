"""The backend as the service uses it: phones by address and on USB, drops, certificates, memory; over real sockets."""

from __future__ import annotations

import asyncio
import gc
import os
import stat
import tracemalloc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from backends.core.errors import Invalid
from backends.projection.android_auto.backend import AndroidAutoBackend
from backends.projection.android_auto.tls import generate
from backends.projection.simphone.android_auto.phone import AutoPhone
from backends.projection.simphone.state import Identity
from tests.fakes.backend_ears import Ears
from tests.fakes.host import until
from tests.fakes.projection import MOVING, Pictures, StreamReader
from tests.fakes.usb_bus import FakeBus, FakePhone

SIZE = (1280, 720, 160)


@pytest.fixture(autouse=True)
def nothing_leaks(run: Any) -> Any:
    """Every test gives back the descriptors it took."""
    before = len(os.listdir("/proc/self/fd"))
    yield
    assert len(os.listdir("/proc/self/fd")) <= before, "descriptors were left open"


@asynccontextmanager
async def unit(bus: FakeBus | None = None, **options: Any) -> AsyncIterator[tuple[AndroidAutoBackend, AutoPhone, Ears]]:
    class OverFakeUsb(AndroidAutoBackend):
        USB_BACKEND = bus

    ears = Ears()
    given = {
        "android_auto_usb": "on" if bus else "off",
        **{f"android_auto_{key}": value for key, value in options.items()},
    }
    it = OverFakeUsb(given, ears)
    phone = AutoPhone(identity=Identity())
    phone.state.testcard_fps = 30
    phone.show("org.example.testcard")
    await phone.begin()
    await it.start()
    it.set_rules(MOVING)
    it.set_surroundings({"name": "My car"})
    try:
        yield it, phone, ears
    finally:
        await it.stop()
        await phone.end()


async def opened(it: AndroidAutoBackend, device: str) -> str:
    session = await it.open_app(device, "", *SIZE)
    await until(lambda: it.session(session).state.value == "focused", what="focus")
    return session


def report(it: AndroidAutoBackend, device: str) -> dict[str, Any]:
    return next(one for one in it.devices() if one["id"] == device)


def test_pictures_sound_and_touch_while_driving(run: Any) -> None:
    async def body() -> None:
        async with unit() as (it, phone, _ears):
            device = await it.add_device(phone.address)
            assert (await it.add_device(f" {phone.address} "), device) == (device, f"android-auto:{phone.address}")
            session = await opened(it, device)
            pictures = Pictures(it.open_video(session))
            await pictures.some(3)
            it.touch(session, [(0, 0, 0.3, 0.6, 1.0)])
            await until(
                lambda: pictures.colour(0.3, 0.6)[0] > 200 and pictures.colour(0.3, 0.6)[1] < 100, what="the mark"
            )
            it.key(session, "voice", "click")
            await until(lambda: phone.inputs["key"] == 2, what="the key")
            phone.state.music.set_playing(True)
            await until(lambda: it.session(session).sounds.roles == ["media"], what="music")
            sound = StreamReader(it.open_sound(session, "media"))
            await sound.frames(5)
            rows = {(group, name): value for group, name, value in it.report(session)}
            assert rows["connection", "Cipher"].endswith("GCM-SHA384")
            assert report(it, device)["name"] == "Mei's phone"
            assert report(it, device)["battery"] == 78
            pictures.close()
            sound.close()
            await it.close(session)
            await until(lambda: phone.describe()["last"].get("bye") == 1, what="the car's goodbye")
            assert phone.describe()["last"]["complaints"] == []
            assert (it.memory.folder / "phones.json").exists()

    run(body())


def test_a_dropped_phone_is_back_within_three_seconds(run: Any) -> None:
    async def body() -> None:
        async with unit() as (it, phone, _):
            session = await opened(it, await it.add_device(phone.address))
            pictures = Pictures(it.open_video(session))
            await pictures.some(3)
            clock = asyncio.get_running_loop()
            for drop in ("disconnect", "vanish"):
                await phone.command(drop, {})
                await until(lambda: not it.session(session).live, what="the loss")
                if drop == "vanish":
                    await phone.command("return", {})
                began = clock.time()
                await pictures.some(1)
                assert clock.time() - began < 3
                await until(lambda: it.session(session).state.value == "focused", what="focus")
            assert phone.connections == 3
            pictures.close()

    run(body())


def test_a_refused_certificate_is_asked_for_and_another_is_tried_at_once(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with unit() as (it, phone, _):
            phone.faults.refuse = True
            device = await it.add_device(phone.address)
            session = await it.open_app(device, "", *SIZE)
            await until(lambda: report(it, device)["needs"] == "certificate", what="the question")
            assert "does not accept this car's certificate" in report(it, device)["problem"]
            with pytest.raises(Invalid, match="both are needed"):
                await it.provide(device, "certificate", "-----BEGIN CERTIFICATE-----")
            phone.faults.refuse = False
            pem = tmp_path / "integrator.pem"
            pem.write_bytes(generate("Integrator"))
            await it.provide(device, "certificate", str(pem))
            await until(lambda: it.session(session).state.value == "focused", what="the phone")
            assert phone.describe()["link"]["certificate"] == "CN=Head unit,O=Integrator"
            kept = it.memory.folder / "certificate.pem"
            kept_elsewhere = "".join(file.read_text() for file in it.memory.folder.iterdir() if file != kept)
            assert stat.S_IMODE(kept.stat().st_mode) == 0o600
            assert "PRIVATE" not in str(it.devices()) + str(it.report(device)) + kept_elsewhere

    run(body())


def test_exit_on_the_phone_asks_the_display_to_leave(run: Any) -> None:
    async def body() -> None:
        async with unit() as (it, phone, ears):
            session = await opened(it, await it.add_device(phone.address))
            await phone.command("exit", {})
            await until(lambda: ears.of("native_wanted") == [(session,)], what="native")
            it.set_focus(session, False)
            assert it.session(session).state.value == "background"
            it.set_focus(session, True)
            await until(lambda: phone.describe()["link"]["services"]["video"]["focus"] == 1, what="projected")

    run(body())


def test_goodbye_on_the_phone_ends_the_session(run: Any) -> None:
    async def body() -> None:
        async with unit() as (it, phone, ears):
            session = await opened(it, await it.add_device(phone.address))
            await phone.command("bye", {"reason": 1})
            await until(lambda: not it.sessions(), what="the end")
            assert ears.of("SessionChanged")[-1][0]["text"] == "The phone ended the connection."
            assert ears.of("SessionChanged")[-1][0]["id"] == session

    run(body())


async def cable(plugged: FakePhone, phone: AutoPhone) -> None:
    """What a USB cable does: the phone's bytes are the simulated phone's."""
    host, _, port = phone.address.rpartition(":")
    reader, writer = await asyncio.open_connection(host, int(port))

    async def out() -> None:
        while data := await reader.read(16 * 1024):
            plugged.to_car.put(data)

    going = asyncio.create_task(out())
    try:
        while True:
            while not plugged.from_car.empty():
                writer.write(plugged.from_car.get())
            await asyncio.sleep(0.002)
    finally:
        going.cancel()
        writer.close()
        await asyncio.gather(going, return_exceptions=True)


def test_a_phone_on_usb_is_found_and_shown(run: Any) -> None:
    async def body() -> None:
        bus = FakeBus()
        plugged = bus.plug(FakePhone(port=2))
        async with unit(bus) as (it, phone, _ears):
            await until(lambda: it.devices(), what="the phone")
            device = "android-auto:usb:1-1.2"
            assert (report(it, device)["transport"], report(it, device)["state"]) == ("usb", "ready")
            wire = asyncio.create_task(cable(plugged, phone))
            session = await opened(it, device)
            assert plugged.strings[0] == "Android"
            assert plugged.strings[1] == "Android Auto"
            pictures = Pictures(it.open_video(session))
            await pictures.some(3)
            pictures.close()
            await it.close(session)
            await until(lambda: phone.describe()["last"].get("bye") == 1, what="the car's goodbye")
            wire.cancel()
            await asyncio.gather(wire, return_exceptions=True)
            bus.unplug(plugged)
            await until(lambda: report(it, device)["state"] == "offline", what="unplugged")

    run(body())


def test_addresses_are_read_or_refused(run: Any) -> None:
    async def body() -> None:
        async with unit() as (it, _, _):
            for typed, normal in (
                ("192.168.1.7", "192.168.1.7:5277"),
                ("phone.local:1234", "phone.local:1234"),
                ("[fe80::1]", "[fe80::1]:5277"),
                ("usb:1-2", "usb:1-2"),
                ("bt:aa:bb:cc:dd:ee:ff", "bt:AA:BB:CC:DD:EE:FF"),
            ):
                assert it.check_address(typed, {}) == normal
            for bad in ("", "a b", "host:0", "usb:", "http://x", "bt:1"):
                with pytest.raises((Invalid, ValueError)):
                    it.check_address(bad, {})
            device = await it.add_device("bt:AA:BB:CC:DD:EE:FF")
            await it.open_app(device, "", *SIZE)
            await until(lambda: report(it, device)["problem"], what="a word about it")
            assert "not switched on" in report(it, device)["problem"]

    run(body())


async def reconnects(count: int) -> tuple[int, int, int]:
    """So many sessions, opened and closed; growth in bytes, descriptors and tasks over all but the first tenth."""
    async with unit() as (it, phone, ears):
        device = await it.add_device(phone.address)
        marks: list[tuple[int, int, int]] = []
        for number in range(count):
            await until(lambda: not phone.busy and not it._tasks._running, what="the last one is over")
            if number in (max(5, count // 10), count - 1):
                ears.said.clear()
                gc.collect()
                marks.append(
                    (tracemalloc.get_traced_memory()[0], len(os.listdir("/proc/self/fd")), len(asyncio.all_tasks()))
                )
            if number % 2:
                session = await opened(it, device)
                await it.close(session)
            else:
                session = await opened(it, device)
                await phone.command("disconnect", {})
                await until(lambda session=session: not it.session(session).live, what="the loss")
                await until(lambda session=session: it.session(session).state.value == "focused", what="back")
                await it.close(session)
        first, last = marks
        return last[0] - first[0], last[1] - first[1], last[2] - first[2]


@pytest.mark.slow
def test_reconnecting_leaves_nothing_behind(run: Any) -> None:
    tracemalloc.start()
    try:
        grown, descriptors, tasks = run(reconnects(30), 60)
    finally:
        tracemalloc.stop()
    assert descriptors <= 0
    assert tasks <= 0
    assert grown < 100_000, f"{grown} bytes in 25 reconnects"
