"""Dongles as the display meets them: plugged in and pulled out, phones that change, settings that stay, many reconnects."""

from __future__ import annotations

import asyncio
import gc
import json
import os
import re
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from backends.core.errors import Invalid
from backends.projection.carlinkit import sentences
from backends.projection.carlinkit.backend import DONGLE, CarlinkitBackend
from backends.projection.carlinkit.settings import DongleSettings
from backends.projection.carlinkit.usb import PRODUCTS, VENDOR
from backends.projection.service import ProjectionService
from tests.fakes.dongle import CARD
from tests.fakes.dongle_usb import DongleBus, UsbDongle
from tests.fakes.host import local_link, until
from tests.fakes.phone import PhoneProcess, phone_process
from tests.fakes.projection import IDLING, MOVING, Client, Pictures, Vehicle

SIZE = (800, 480, 160)


class Desk:
    """A backend on a USB bus of its own, and what it says."""

    def __init__(self) -> None:
        self.bus = DongleBus()
        self.said: list[tuple[str, tuple[Any, ...]]] = []
        self.backend = CarlinkitBackend({}, self._hear, self.bus)
        self.phones: dict[str, dict[str, Any]] = {}
        self.sessions: dict[str, dict[str, Any]] = {}

    def _hear(self, member: str, *args: Any) -> None:
        self.said.append((member, args))
        match member:
            case "DeviceChanged":
                self.phones[args[0]["id"]] = args[0]
            case "DeviceRemoved":
                self.phones.pop(args[0], None)
            case "SessionChanged":
                self.sessions[args[0]["id"]] = args[0]

    def plug(self, dongle: UsbDongle) -> None:
        self.bus.plug(dongle)
        self.poke()

    def unplug(self, dongle: UsbDongle) -> None:
        self.bus.unplug(dongle)
        self.poke()

    def poke(self) -> None:
        """The kernel says that something changed on USB."""
        assert self.backend.hotplug is not None
        self.backend.hotplug.poke()

    async def state(self, session: str, wanted: str) -> None:
        await until(lambda: self.sessions.get(session, {}).get("state") == wanted, 15, wanted)


@asynccontextmanager
async def desk(*arguments: str) -> AsyncIterator[tuple[Desk, PhoneProcess]]:
    async with phone_process("--kind", "carlinkit", *arguments) as phone:
        it = Desk()
        await it.backend.start()
        it.backend.set_rules(MOVING)
        await until(lambda: it.backend.hotplug is not None, what="discovery")
        try:
            yield it, phone
        finally:
            await it.backend.stop()
            await until(lambda: not any(thread.name.startswith("dongle-") for thread in threading.enumerate()))


def test_a_dongle_comes_is_used_goes_and_comes_back(run: Any) -> None:
    async def body() -> None:
        async with desk("--phone", "hicar") as (it, phone):
            assert it.backend.devices() == []
            dongle = UsbDongle(phone.address)
            it.plug(dongle)
            await until(lambda: it.phones, what="the dongle")
            (key,) = it.phones
            assert (key, it.phones[key]["name"], it.phones[key]["transport"]) == ("carlinkit:usb", DONGLE, "usb")
            assert it.phones[key]["state"] == "ready"
            session = await it.backend.open_app(key, "", *SIZE)
            await it.state(session, "focused")
            # CarPlay and its like follow the rules by themselves: shown while the car moves.
            assert it.sessions[session]["gated"] is False
            assert it.phones[key]["name"] == "Mei's phone"
            assert it.backend.apps(key)[0]["name"] == "HiCar"
            it.unplug(dongle)
            await it.state(session, "discovering")
            assert it.sessions[session]["text"] == sentences.GONE
            assert it.phones[key]["state"] == "lost"
            # Another port, the same dongle: its session is back within seconds.
            returned = UsbDongle(phone.address, port=4)
            it.plug(returned)
            await it.state(session, "focused")
            await it.backend.close(session)
            await until(lambda: returned.claimed == 0, what="let go")

    run(body(), 40)


def test_a_phone_that_is_pulled_out_of_the_dongle_comes_back_by_itself(run: Any) -> None:
    async def body() -> None:
        async with desk() as (it, phone):
            it.plug(UsbDongle(phone.address))
            await until(lambda: it.phones, what="the dongle")
            session = await it.backend.open_app("carlinkit:usb", "", *SIZE)
            await it.state(session, "focused")
            await phone.control("unplug")
            await it.state(session, "negotiating")
            await phone.control("plug", phone="android-auto")
            await it.state(session, "focused")
            rows = it.backend.report("carlinkit:usb")
            assert ("phone", "kind", "Android Auto (cable)") in rows
            assert ("session", "last end", f"phone_lost: {sentences.PHONE_UNPLUGGED}") in rows

    run(body(), 40)


def test_two_dongles_have_names_of_their_own(run: Any) -> None:
    async def body() -> None:
        async with desk() as (it, phone), phone_process("--kind", "carlinkit", "--name", "Second") as other:
            it.plug(UsbDongle(phone.address, port=3))
            await until(lambda: it.phones, what="the first")
            it.plug(UsbDongle(other.address, port=1))
            await until(lambda: len(it.phones) == 2, what="the second")
            assert set(it.phones) == {"carlinkit:usb", "carlinkit:usb:1-1.1"}
            one = await it.backend.open_app("carlinkit:usb", "", *SIZE)
            two = await it.backend.open_app("carlinkit:usb:1-1.1", "", *SIZE)
            await it.state(one, "focused")
            await it.state(two, "focused")
            assert it.phones["carlinkit:usb"]["name"] == "Mei's phone"
            assert it.phones["carlinkit:usb:1-1.1"]["name"] == "Second"

    run(body(), 40)


def test_settings_are_checked_used_and_kept(run: Any) -> None:
    async def body() -> None:
        async with desk() as (it, phone):
            it.plug(UsbDongle(phone.address))
            await until(lambda: it.phones, what="the dongle")
            key = "carlinkit:usb"
            for what, value in (("wifi_band", "7"), ("name", "a;b"), ("colour", "red")):
                with pytest.raises(Invalid):
                    await it.backend.provide(key, what, value)
            session = await it.backend.open_app(key, "", *SIZE)
            await it.state(session, "focused")
            await it.backend.provide(key, "microphone", "box")
            await phone.control.until(lambda state: state["commands"].get("box_microphone") == 1)
            assert it.sessions[session]["state"] == "focused"
            rows = it.backend.report(key)
            assert ("settings", "microphone", "box") in rows
            assert ("choices", "wifi_band", "5, 2.4") in rows
        kept = json.loads((Path(os.environ["PILLION_STATE"]) / "projection" / "carlinkit" / "phones.json").read_text())
        assert kept["phones"][0]["details"]["settings"]["microphone"] == "box"
        async with desk() as (it, phone):
            it.plug(UsbDongle(phone.address))
            await until(lambda: it.phones["carlinkit:usb"]["state"] == "ready", what="the dongle")
            session = await it.backend.open_app("carlinkit:usb", "", *SIZE)
            await phone.control.until(lambda state: state["commands"].get("box_microphone") == 1)

    run(body(), 40)


def test_addresses(run: Any) -> None:
    async def body() -> None:
        it = Desk().backend
        for good in ("usb", "usb:1-2.3", "tcp://10.0.0.5:5290", "TCP://[fe80::1]:1"):
            assert it.check_address(good, {}) == good.lower()
        for bad in ("10.0.0.5:5290", "tcp://host", "tcp://host:0", "tcp://ho st:1", "usb:", "usb:../../etc"):
            with pytest.raises(ValueError, match="address"):
                it.check_address(bad, {})

    run(body())


def test_the_service_shows_it_and_says_what_is_missing(run: Any) -> None:
    async def body() -> None:
        vehicle = Vehicle(IDLING)
        service = ProjectionService({"workers": "0", "adb_server": "off", "discover": "off"})
        async with (
            phone_process("--kind", "carlinkit", "--no-phone") as phone,
            local_link({"vehicle": vehicle, "projection": service}) as link,
        ):
            unit = Client(link, "")
            device = await unit.call("AddPhone", "carlinkit", phone.address, {})
            session = await unit.call("OpenApp", device, "", *SIZE)
            await until(lambda: "negotiating" in unit.states, what="the dongle")
            await phone.control("plug")
            await until(lambda: "focused" in unit.states, what="the phone")
            await phone.control("start", package=CARD)
            pictures = Pictures(await unit.call("OpenVideo", session))
            await pictures.some(3)
            assert pictures.picture.shape == (480, 800, 3)
            await unit.call("Touch", session, [(3, 0, 0.5, 0.5, 1.0)])
            await unit.call("Key", session, "home", "click")
            state = await phone.control.until(lambda state: state["displays"][0]["app"] != CARD)
            assert state["touches"][0] == [0, 0, 0.5, 0.5]
            pictures.close()
            await unit.call("Close", session)
            await phone.control.until(lambda state: not state["opened"])

    run(body(), 40)


@pytest.mark.slow
@pytest.mark.parametrize("way", ["tcp", "usb"])
def test_nothing_grows_over_many_reconnects(run: Any, way: str) -> None:
    rounds = 40

    async def body() -> None:
        async with desk("--phone", "android-auto") as (it, phone):
            key = await it.backend.add_device(phone.address) if way == "tcp" else "carlinkit:usb"
            dongle = UsbDongle(phone.address)
            it.plug(dongle)
            await until(lambda: key in it.phones, what="the dongle")
            session = await it.backend.open_app(key, "", 320, 240, 160)
            await it.state(session, "focused")
            link = it.backend.session(session)
            weights: list[tuple[int, int, int]] = []
            for n in range(rounds):
                seen = len(it.said)
                await phone.control("disconnect")
                await until(lambda: any("discovering" in str(args) for _, args in it.said[seen:]), what="lost")  # noqa: B023
                link.wake()
                await it.state(session, "focused")
                it.said.clear()
                if n >= rounds // 2:
                    gc.collect()
                    weights.append((len(gc.get_objects()), len(os.listdir("/proc/self/fd")), threading.active_count()))
            first, last = weights[0], weights[-1]
            assert last[0] - first[0] < 20 * len(weights), weights
            assert last[1] <= first[1] + 1, weights
            assert last[2] <= first[2] + 1, weights
            assert len(asyncio.all_tasks()) < 20

    run(body(), 110)


def test_the_walk_through_says_what_is_true(run: Any) -> None:
    """docs/guides/connect-carplay-dongle.md: its command starts what it says; its settings and sentences are the real ones."""
    root = Path(__file__).resolve().parents[2]
    guide = (root / "docs/guides/connect-carplay-dongle.md").read_text()
    settings = re.findall(r"^\| `(\w+)` \|", guide, re.MULTILINE)
    assert settings == list(DongleSettings.__slots__)
    said = {getattr(sentences, name) for name in sentences.__all__}
    cells = re.findall(r"^\| ([A-Z][^|]+\.) \|", guide, re.MULTILINE)
    assert len(cells) >= 6
    for cell in cells:
        assert any(sentence.startswith(cell.rstrip(".")) for sentence in said), cell
    rule = (root / "packaging/udev/60-pillion-carlinkit.rules").read_text()
    assert sentences.FORBIDDEN.split("Install ")[1].startswith("60-pillion-carlinkit.rules")
    for number in (VENDOR, *PRODUCTS):
        assert f"{number:04x}" in rule
    (command,) = re.findall(r"```sh\n(pillion sim phone .*) --control", guide)

    async def body() -> None:
        words = command.split()[3:]
        words.remove("--port")
        words.remove("5290")
        async with phone_process(*words) as phone:
            assert phone.address.startswith("tcp://127.0.0.1:")
            assert (await phone.control.state())["music"]["playing"]

    run(body())
