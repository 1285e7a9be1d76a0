"""The service against the simulated phone in a process of its own: written apart from it, from the same facts."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from backends.projection.defs import AudioFormat, PacketType
from backends.projection.service import ProjectionService
from tests.fakes.adb import adb_server, needs_adb
from tests.fakes.host import bus_link, local_link, until
from tests.fakes.phone import PhoneProcess, phone_process
from tests.fakes.projection import IDLING, MOVING, PARKED, Client, Pictures, StreamReader, Vehicle

CARD = "org.example.testcard"
MAPS = "org.example.maps"
RED = (255, 40, 40)
GREEN = (40, 220, 60)


@pytest.fixture(autouse=True)
def nothing_leaks() -> Any:
    """Every test gives back the descriptors it took."""
    before = len(os.listdir("/proc/self/fd"))
    yield
    assert len(os.listdir("/proc/self/fd")) <= before, "descriptors were left open"


def server_file(tmp_path: Path, version: str) -> str:
    """Stands for the real file: the simulator does not look inside."""
    path = tmp_path / f"scrcpy-server-v{version}"
    path.write_bytes(os.urandom(90_000))
    return str(path)


@asynccontextmanager
async def head_unit(
    tmp_path: Path, version: str = "4.1", *arguments: str, over: str = "tcp", bus: bool = False
) -> AsyncIterator[tuple[Client, PhoneProcess, Vehicle]]:
    """The service and a phone, reached directly or through a real adb server."""
    async with AsyncExitStack() as stack:
        phone = await stack.enter_async_context(phone_process("--bare", *arguments))
        options = {"server_jar": server_file(tmp_path, version), "adb_server": "off", "devices": phone.address}
        if over == "server":
            server = await stack.enter_async_context(adb_server(tmp_path))
            options |= {"adb_server": f"127.0.0.1:{server.port}", "devices": ""}
            await server.connect_address(phone.address)
        vehicle = Vehicle(PARKED)
        services = {"vehicle": vehicle, "projection": ProjectionService(options)}
        link = await stack.enter_async_context(bus_link(services) if bus else local_link(services))
        yield Client(link, phone.address), phone, vehicle


def near(colour: tuple[int, int, int], wanted: tuple[int, int, int]) -> bool:
    return all(abs(a - b) < 60 for a, b in zip(colour, wanted, strict=True))


@needs_adb
@pytest.mark.parametrize("over", ["tcp", "server"])
@pytest.mark.parametrize("version", ["3.3.4", "4.1"])
def test_a_touch_marks_the_picture_where_it_was(run: Any, tmp_path: Path, version: str, over: str) -> None:
    async def body() -> None:
        async with head_unit(tmp_path, version, over=over) as (it, phone, _):
            session = await it.shown(CARD, 1280, 720)
            pictures = Pictures(await it.call("OpenVideo", session))
            await pictures.some(3)
            assert pictures.picture.shape == (720, 1280, 3)
            assert not near(pictures.colour(0.3, 0.6), RED)
            await it.call("Touch", session, [(0, 0, 0.3, 0.6, 1.0), (1, 0, 0.7, 0.5, 1.0)])
            await until(lambda: near(pictures.colour(0.3, 0.6), RED), what="the first finger's mark")
            await until(lambda: near(pictures.colour(0.7, 0.5), GREEN), what="the second finger's mark")
            state = await phone.control.display(CARD)
            assert state["width"], state
            pictures.close()

    run(body(), 60)


@pytest.mark.parametrize("version", ["3.3.4", "4.1"])
def test_another_size_is_shown_and_touched(run: Any, tmp_path: Path, version: str) -> None:
    async def body() -> None:
        async with head_unit(tmp_path, version) as (it, _, _):
            session = await it.shown(CARD, 800, 480)
            pictures = Pictures(await it.call("OpenVideo", session))
            await pictures.some()
            await it.call("Resize", session, 480, 640, 160)
            await until(lambda: pictures.picture.shape == (640, 480, 3), what="the new size")
            await until(lambda: (it.said[-1]["width"], it.states[-1]) == (480, "focused"), what="its report")
            await it.call("Touch", session, [(0, 0, 0.25, 0.75, 1.0)])
            await until(lambda: near(pictures.colour(0.25, 0.75), RED), what="the finger's mark")
            pictures.close()

    run(body(), 60)


def test_over_a_real_bus_the_descriptors_arrive(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with head_unit(tmp_path, bus=True) as (it, phone, vehicle):
            session = await it.shown(MAPS)
            pictures = Pictures(await it.call("OpenVideo", session))
            await pictures.some(2)
            assert len(np.unique(pictures.picture)) > 20
            vehicle.set_property("Restrictions", MOVING)
            # The vehicle's word and ours reach the service over different connections, in any order.
            async with asyncio.timeout(10):
                while await it.answer("Text", session, "Main St") != "Refused":
                    await asyncio.sleep(0)
            await it.tap(session, 0.5, 0.5)
            await phone.control.until(lambda state: any(display["touches"] >= 2 for display in state["displays"]))
            await pictures.some(1)
            pictures.close()

    run(body(), 60)


@pytest.mark.parametrize("version", ["3.3.4", "4.1"])
def test_a_question_typed_in_the_car_is_answered_on_the_phone(run: Any, tmp_path: Path, version: str) -> None:
    async def body() -> None:
        async with head_unit(tmp_path, version, "--battery", "61") as (it, phone, _):
            session = await it.shown("org.example.assistant")
            pictures = Pictures(await it.call("OpenVideo", session))
            await pictures.some()
            before = pictures.picture.copy()

            async def details() -> dict[str, Any]:
                display = await phone.control.display("org.example.assistant")
                return dict(display["details"])

            async def settles(predicate: Any) -> None:
                async with asyncio.timeout(10):
                    while not predicate(await details()):
                        await asyncio.sleep(0.02)

            await it.call("Text", session, "How is my battery?")
            await it.call("Key", session, "enter", "click")
            await settles(lambda it: "61 %" in it["bubbles"][-1][1])
            assert (await details())["bubbles"][-2] == ["me", "How is my battery?"]
            await until(lambda: np.any(pictures.picture != before), what="the conversation's picture")
            await it.call("Text", session, "你好, Tschüß")
            await settles(lambda it: it["typed"] == "你好, Tschüß")
            await it.call("Key", session, "back", "click")
            await phone.control.until(lambda state: state["last_key"] == 4)
            pictures.close()

    run(body(), 60)


def test_music_is_heard(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with head_unit(tmp_path, "4.1", "--play") as (it, _, _):
            session = await it.shown("org.example.player")
            reader = StreamReader(await it.call("OpenAudio", session))
            await reader.frames(10)
            sound = reader.of(PacketType.FORMAT)[0]
            assert AudioFormat.unpack(sound.payload) == AudioFormat("s16l", 48000, 2, 16)

            def loudest() -> int:
                samples = np.frombuffer(b"".join(frame.payload for frame in reader.of(PacketType.FRAME)), "<i2")
                assert len(samples) % 2 == 0
                return int(np.abs(samples.astype(int)).max())

            await until(lambda: loudest() > 500, what="music")
            reader.close()

    run(body(), 60)


@pytest.mark.parametrize("version", ["3.3.4", "4.1"])
def test_a_killed_phone_returns_and_the_app_with_it(run: Any, tmp_path: Path, version: str) -> None:
    async def body() -> None:
        options = {"server_jar": server_file(tmp_path, version), "adb_server": "off"}
        async with AsyncExitStack() as stack:
            first = AsyncExitStack()
            phone = await first.enter_async_context(phone_process("--bare"))
            port = int(phone.address.rpartition(":")[2])
            service = ProjectionService({**options, "devices": phone.address})
            services = {"vehicle": Vehicle(PARKED), "projection": service}
            it = Client(await stack.enter_async_context(local_link(services)), phone.address)
            session = await it.shown(CARD)
            pictures = Pictures(await it.call("OpenVideo", session))
            await pictures.some()
            phone.process.kill()
            await until(lambda: "discovering" in it.states, what="the loss")
            with pytest.raises(AssertionError, match="the phone ended with"):
                await first.aclose()
            it.states.clear()
            await stack.enter_async_context(phone_process("--bare", port=port))
            came_s = asyncio.get_running_loop().time()
            await until(lambda: "focused" in it.states, what="the app's return")
            assert asyncio.get_running_loop().time() - came_s < 3
            await pictures.some(2)
            assert pictures.picture.shape == (360, 640, 3)
            pictures.close()

    run(body(), 60)


@needs_adb
def test_a_phone_behind_a_server_comes_back(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with head_unit(tmp_path, over="server") as (it, phone, _):
            await it.shown(CARD)
            await phone.control("vanish")
            await until(lambda: "discovering" in it.states, what="the loss")
            it.states.clear()
            await phone.control("return")
            came_s = asyncio.get_running_loop().time()
            await until(lambda: "focused" in it.states, what="the app's return")
            assert asyncio.get_running_loop().time() - came_s < 3

    run(body(), 60)


def test_the_driver_allows_the_car_on_the_phone(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with head_unit(tmp_path, "4.1", "--auth", "ask") as (it, phone, _):
            await phone.control.until(lambda state: state["asking"])
            async with asyncio.timeout(5):
                while (await it.call("Devices"))[0]["state"] != "unauthorized":
                    await asyncio.sleep(0.01)
            assert "phone's screen" in (await it.call("Devices"))[0]["problem"]
            await phone.control("answer", allow=True)
            await it.ready()

    run(body(), 60)


def test_a_phone_that_denies_the_car(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with head_unit(tmp_path, "4.1", "--auth", "deny") as (it, _, _):
            async with asyncio.timeout(10):
                while (await it.call("Devices"))[0]["state"] != "unauthorized":
                    await asyncio.sleep(0.01)
            await it.refused("Offline", "OpenApp", it.device, CARD, 640, 360, 160)

    run(body(), 60)


def test_other_apps_are_hidden_at_a_red_light(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with head_unit(tmp_path) as (it, _, vehicle):
            session = await it.shown(CARD)
            pictures = Pictures(await it.call("OpenVideo", session))
            await pictures.some()
            vehicle.set_property("Restrictions", IDLING)
            await until(lambda: it.said[-1]["gated"], what="the gate")
            seen = pictures.shown
            await it.refused("Refused", "Touch", session, [(0, 0, 0.5, 0.5, 1.0)])
            vehicle.set_property("Restrictions", PARKED)
            await until(lambda: not it.said[-1]["gated"], what="the gate's opening")
            await pictures.some()
            assert pictures.shown > seen
            pictures.close()

    run(body(), 60)


@pytest.mark.slow
@pytest.mark.parametrize(
    "fault", ["close-at=20000", "stall-at=20000", "corrupt-at=15000", "garbage", "refuse", "version=3.1"]
)
def test_a_faulty_phone_is_named_and_the_service_lives(
    run: Any, tmp_path: Path, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backends.projection.scrcpy.api.STALL_TIMEOUT_S", 1.0)
    monkeypatch.setattr("backends.projection.adb.connection.OPEN_TIMEOUT_S", 1.0)

    async def body() -> None:
        async with head_unit(tmp_path) as (it, phone, _):
            session = await it.shown(CARD)
            pictures = Pictures(await it.call("OpenVideo", session))
            await pictures.some()
            await phone.control("fault", set=[fault])
            await phone.control("disconnect")
            await until(
                lambda: any(one["text"] for one in it.said) or it.devices.get(it.device, {}).get("problem"), 20,
                what="words about it",
            )  # fmt: skip
            await phone.control("fault", clear=True)
            await it.ready()
            await it.shown(MAPS)
            pictures.close()

    run(body(), 90)
