"""CarLife as the service sees it: the backend with its phones and sessions, against simulated phones."""

from __future__ import annotations

import os
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from backends.core import store
from backends.core.errors import Invalid
from backends.projection.carlife.backend import CarLifeBackend
from backends.projection.defs import PacketType
from backends.projection.service import ProjectionService
from backends.projection.simphone.apps.testcard import TestCard
from backends.projection.simphone.carlife.manners import Manners
from tests.fakes.backend_ears import Ears, running
from tests.fakes.carlife import simulated
from tests.fakes.carlife_usb import cable
from tests.fakes.host import local_link, until
from tests.fakes.phone import phone_process
from tests.fakes.projection import MOVING, PARKED, Client, Pictures, Vehicle
from tests.fakes.usb_bus import FakeBus, FakePhone


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is remembered is remembered here."""
    monkeypatch.setattr(store, "state_dir", lambda: tmp_path / "state")
    monkeypatch.setattr(store, "cache_dir", lambda: tmp_path / "cache")


@asynccontextmanager
async def backend(usb: Any = None, **options: Any) -> AsyncIterator[tuple[CarLifeBackend, Ears]]:
    ears = Ears()
    it = CarLifeBackend({"carlife_discovery_port": 0, **options}, ears, FakeBus() if usb is None else usb)
    async with running(it, PARKED):
        yield it, ears


async def opened(it: CarLifeBackend, address: str, size: tuple[int, int] = (800, 480)) -> str:
    device = await it.add_device(address)
    session = await it.open_app(device, "", *size, 160)
    await until(lambda: it.session(session).state.value == "focused", what="focused")
    return session


def mark_in(picture: Any) -> tuple[float, float] | None:
    """The middle of the red mark in the grey part of the test card, as parts of the picture."""
    height, width, _ = picture.shape
    top, bottom = int(height * 0.6), int(height * 0.86)
    part = picture[top:bottom].astype(np.int16)
    rows, columns = np.nonzero((part[:, :, 0] > 190) & (part[:, :, 1] < 110) & (part[:, :, 2] < 110))
    return None if len(rows) < 50 else (float(columns.mean()) / width, float(rows.mean() + top) / height)


@pytest.mark.parametrize(
    ("stage", "picture"),
    [((1920, 720), None), ((800, 480), None), ((1080, 1920), None), ((1920, 720), (1280, 720))],
)
def test_a_touch_lands_where_it_is_drawn(run: Any, stage: tuple[int, int], picture: tuple[int, int] | None) -> None:
    async def body() -> None:
        async with simulated(manners=Manners(picture=picture)) as phone, backend() as (it, _):
            phone.state.testcard_fps = 0
            phone.display.show(TestCard)
            session = await opened(it, phone.address, stage)
            sight = Pictures(it.open_video(session))
            await sight.some()
            assert sight.picture.shape[:2] == (picture or stage)[::-1]
            for x, y in ((0.2, 0.7), (0.8, 0.8)):
                it.touch(session, [(0, 0, x, y, 1.0)])
                it.touch(session, [(0, 2, x, y, 0.0)])
                await until(lambda x=x: (found := mark_in(sight.picture)) is not None and abs(found[0] - x) < 0.02)  # type: ignore[misc]
                found = mark_in(sight.picture)
                assert found is not None
                assert abs(found[1] - y) < 0.02
            sight.close()

    run(body())


def test_a_phone_that_drops_is_back_within_three_seconds(run: Any) -> None:
    async def body() -> None:
        async with simulated() as phone, backend() as (it, ears):
            session = await opened(it, phone.address)
            sight = Pictures(it.open_video(session))
            await sight.some()
            for said in ("closed the connection", "No CarLife answers"):
                await phone.vanish()
                await until(lambda said=said: said in ears.session["text"])  # type: ignore[misc]
                assert ears.session["state"] == "discovering"
                sight.packets.clear()
                await phone.listen()
                began = time.monotonic()
                await until(lambda: any(p.type == PacketType.FRAME and p.key for p in sight.packets))
                await sight.some()
                assert time.monotonic() - began < 3
            assert not sight.closed
            assert phone.sessions == 3
            sight.close()

    run(body())


def test_a_phone_that_calls_is_found_and_remembered(run: Any) -> None:
    async def body() -> None:
        async with backend() as (it, _):
            await until(lambda: it.discovery_port)
            async with simulated(call=("127.0.0.1", it.discovery_port)):
                await until(lambda: it.devices())
                (device,) = it.devices()
                assert (device["name"], device["transport"], device["state"]) == ("CarLife", "wifi", "ready")

    run(body())


def test_a_phone_on_usb_is_listed_and_opened(run: Any) -> None:
    async def body() -> None:
        bus = FakeBus()
        plugged = bus.plug(FakePhone())
        async with simulated() as phone, cable(phone, plugged), backend(usb=bus) as (it, _):
            await until(lambda: it.devices())
            (device,) = it.devices()
            assert device["transport"] == "usb"
            assert not plugged.accessory
            session = await it.open_app(device["id"], "", 800, 480, 160)
            await until(lambda: it.session(session).state.value == "focused")
            assert it.devices()[0]["model"] == "Example Sim One"

    run(body())


def test_what_the_phone_tells_reaches_the_service(run: Any) -> None:
    async def body() -> None:
        async with simulated() as phone, backend() as (it, ears):

            def told(member: str, key: str, value: str) -> bool:
                return any(args[0].get(key) == value for args in ears.of(member))

            session = await opened(it, phone.address)
            phone.state.music.set_playing(True)
            await phone.command("turn", {"turn": 9, "road": "Ring"})
            await phone.command("call", {"state": "incoming", "name": "Mei"})
            await phone.command("listen", {})
            await until(lambda: ears.of("microphone_wanted"))
            await until(lambda: told("CallChanged", "name", "Mei"))
            await until(lambda: told("TurnChanged", "maneuver", "roundabout_enter"))
            assert ears.of("TurnChanged")[-1][0]["image"].startswith("file:///")
            await until(lambda: told("NowPlayingChanged", "title", "Night Ferry"))
            assert ears.of("NowPlayingChanged")[-1][0]["art"].startswith("file:///")
            await until(lambda: "media" in ears.session["sounds"])
            os.close(it.open_sound(session, "media"))
            await until(lambda: any(args[1] == "gain_transient" for args in ears.of("audio_focus_wanted")))
            it.set_rules(MOVING)
            assert it.session(session).gated is False, "CarLife is made for driving"
            rows = {(group, name): value for group, name, value in it.report(session)}
            assert rows["connection", "version"] == "1.0, phone 2"

    run(body())


def test_goodbye_on_the_phone_closes_the_session(run: Any) -> None:
    async def body() -> None:
        async with simulated() as phone, backend() as (it, ears):
            session = await opened(it, phone.address)
            await phone.command("exit", {})
            await until(lambda: ears.session["id"] == session and ears.session["state"] == "closed")

    run(body())


@pytest.mark.parametrize(
    "options",
    [
        {"carlife_channel": "a b"},
        {"carlife_encryption": "maybe"},
        {"carlife_frame_rate": 500},
        {"carlife_version": "x"},
    ],
)
def test_settings_that_make_no_sense_are_named(run: Any, options: dict[str, Any]) -> None:
    async def body() -> None:
        with pytest.raises(Invalid, match=next(iter(options))):
            async with backend(**options):
                pass

    run(body())


def test_this_installation_has_a_number_of_its_own(run: Any) -> None:
    async def body() -> str:
        async with simulated() as phone, backend() as (it, _):
            await opened(it, phone.address)
            assert phone.session is not None
            number: str = phone.session.seen.statistics["cuid"]
            return number

    first, second = run(body()), run(body())
    assert first == second
    assert len(first) == 32


@pytest.mark.slow
def test_through_the_service_with_a_process_for_each_side(run: Any) -> None:
    async def body() -> None:
        service = ProjectionService({"adb_server": "off", "discover": "off"})
        async with (
            phone_process("--kind", "carlife", "--play") as phone,
            local_link({"vehicle": Vehicle(PARKED), "projection": service}) as link,
        ):
            unit = Client(link, "")
            device = await unit.call("AddPhone", "carlife", phone.address, {})
            session = await unit.call("OpenApp", device, "", 800, 480, 160)
            await until(lambda: "focused" in unit.states, what="the phone", deadline_s=20)
            pictures = Pictures(await unit.call("OpenVideo", session))
            await pictures.some()
            assert pictures.picture.shape == (480, 800, 3)
            await unit.call("Touch", session, [(0, 0, 0.25, 0.5, 1.0), (0, 2, 0.25, 0.5, 0.0)])
            state = await phone.control.until(lambda state: len(state["seen"]["touches"]) == 2)
            assert state["seen"]["touches"][0] == {"action": 0, "pointer": 0, "x": 200, "y": 240}
            assert ("connection", "version", "1.0, phone 2") in [
                tuple(row) for row in await unit.call("Report", session)
            ]
            songs = await unit.call("NowPlaying")
            assert songs[0]["title"] == "Night Ferry"
            pictures.close()
            await unit.call("Close", session)
            await phone.control.until(lambda state: not state["connections"])

    run(body(), 60)


@pytest.mark.slow
def test_a_phone_in_a_process_of_its_own(run: Any) -> None:
    async def body() -> None:
        async with phone_process("--kind", "carlife", "--encrypt", "--play") as phone, backend() as (it, ears):
            session = await opened(it, phone.address)
            await phone.control.until(lambda state: state["encrypted"] and state["frames"] > 0)
            await until(lambda: "media" in ears.session["sounds"])
            it.key(session, "pause", "click")
            await phone.control.until(lambda state: not state["music"]["playing"])
            with pytest.raises(RuntimeError, match="unknown command"):
                await phone.control("fly")
            await phone.control("fault", set=["on=video", "close-at=1"])
            await phone.control.until(lambda state: state["sessions"] == 2)

    run(body())
