"""Several kinds of backend behind one service: who runs, whose phone is whose, live switches, crashes."""

from __future__ import annotations

import logging
import os
import signal
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from backends.projection.defs import PacketType
from backends.projection.kinds import BACKENDS, Kind
from backends.projection.ledger import Ledger
from backends.projection.service import ProjectionService
from backends.projection.usb_presence import something_plugged
from backends.settings.service import SettingsService
from tests.fakes.host import local_link, until
from tests.fakes.mirror_protocol import FakePhone, PhoneState, running_phones
from tests.fakes.projection import MOVING, PARKED, Client, StreamReader, Vehicle

ROOT = Path(__file__).resolve().parents[2]
_logger = logging.getLogger(__name__)
FAKES = "tests.fakes.mirror_protocol"


@pytest.fixture(autouse=True)
def kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two kinds that are there, one that lacks something, one that was not made; the real ones stay out of it."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    for name in list(BACKENDS):
        monkeypatch.delitem(BACKENDS, name)
    for name, kind in {
        "fake": Kind(f"{FAKES}:FakeBackend", "Fake Auto", "host:port", ("password",)),
        "fake-app": Kind(f"{FAKES}:FakeAppBackend", "Fake apps"),
        "lame": Kind(f"{FAKES}:FakeBackend", "Lame", programs=("no-such-program",)),
        "absent": Kind("backends.projection.no_such_thing.backend:Backend", "Absent"),
    }.items():
        monkeypatch.setitem(BACKENDS, name, kind)


class Unit(Client):
    """The service with its vehicle."""

    def __init__(self, link: Any, service: ProjectionService) -> None:
        super().__init__(link, "")
        self.router = service._router

    async def add(self, kind: str, phone: FakePhone) -> str:
        device: str = await self.call("AddPhone", kind, phone.address, {})
        return device

    async def on_screen(self, device: str) -> str:
        session: str = await self.call("OpenApp", device, "", 640, 360, 160)
        await until(lambda: self.report(session).get("state") == "focused", what="its picture")
        return session

    def report(self, session: str) -> dict[str, Any]:
        return next((one for one in reversed(self.said) if one["id"] == session), {})


@asynccontextmanager
async def unit(workers: str = "0", **options: Any) -> AsyncIterator[Unit]:
    service = ProjectionService({"workers": workers, "adb_server": "off", **options})
    async with local_link({"vehicle": Vehicle(PARKED), "projection": service}) as link:
        yield Unit(link, service)


def test_kinds_say_what_they_are_and_why_they_are_not(run: Any) -> None:
    async def body() -> None:
        async with unit() as it:
            said = {one["id"]: one for one in await it.call("Kinds")}
            assert said["fake"] == {
                "id": "fake", "name": "Fake Auto", "hint": "host:port", "by_address": True, "available": True,
                "problem": "", "needs": ["password"],
            }  # fmt: skip
            assert said["lame"]["problem"] == "no-such-program is not installed on this unit."
            assert (said["absent"]["available"], said["absent"]["problem"]) == (False, "This unit was made without it.")
            for kind in ("lame", "absent"):
                assert said[kind]["problem"] == await it.refused("Refused", "AddPhone", kind, "x", {})
            await it.refused("NotFound", "AddPhone", "unheard", "x", {})

    run(body())


def test_a_backend_begins_when_it_has_something_to_do(run: Any) -> None:
    async def body() -> None:
        async with running_phones() as (phone,):
            async with unit() as it:
                assert it.router.running.backends == {}
                await it.refused("Invalid", "AddPhone", "fake", "no way:here", {})
                await it.refused("Invalid", "AddPhone", "fake", phone.address, {"password": b"bytes"})
                device = await it.add("fake", phone)
                assert list(it.router.running.backends) == ["fake"]
            async with unit() as it:
                assert [one["id"] for one in await it.call("Devices")] == [device]
                await it.call("SetPreferred", device)
                await it.call("RemoveDevice", device)
            async with unit() as it:
                assert it.router.running.backends == {}
            async with unit(discover="fake-app") as it:
                assert list(it.router.running.backends) == ["fake-app"]

    run(body())


def test_a_device_is_whole_whatever_its_backend_tells(run: Any) -> None:
    async def body() -> None:
        async with running_phones(PhoneState(password="0000")) as (phone,), unit() as it:
            device = await it.add("fake", phone)
            session = await it.call("OpenApp", device, "", 640, 360, 160)
            await until(lambda: it.devices[device]["needs"] == "password", what="the question")
            await it.call("Provide", device, "password", "0000")
            await until(lambda: it.report(session).get("state") == "focused", what="its picture")
            (report,) = await it.call("Devices")
            assert (report["kind"], report["preferred"], report["connected"]) == ("fake", False, True)
            assert report["capabilities"] == ["audio", "keys", "mic", "resize", "touch", "video"]
            rows = await it.call("Report", session)
            assert ["link", "protocol", "fake 1"] in rows
            assert ["service", "kind", "fake"] in rows
            await it.refused("NotFound", "Report", "nobody")
            await it.refused("NotFound", "OpenSound", session, "media")
            await it.call("Disconnect", device)
            await until(lambda: it.report(session)["state"] == "closed", what="its end")

    run(body())


def test_what_phones_tell_is_kept_until_it_is_gone(run: Any) -> None:
    async def body() -> None:
        async with running_phones() as (phone,), unit() as it:
            gone: list[dict[str, Any]] = []
            it.link.on_signal("projection", "NowPlayingChanged", lambda song: gone.append(song))
            session = await it.on_screen(await it.add("fake", phone))
            phone.tell("now_playing", {"title": "Song", "status": "playing"})
            phone.tell("turn", {"maneuver": "turn_left", "lanes": [{"shapes": ["left"], "highlighted": True}]})
            phone.tell("call", {"id": "7", "state": "incoming", "number": "110"})
            phone.tell("notification", {"id": "n", "title": "Hello", "actions": ["Read"]})
            native: list[str] = []
            it.link.on_signal("projection", "NativeWanted", native.append)
            phone.tell("native")
            await until(lambda: native == [session], what="the wish to leave")
            assert (await it.call("NowPlaying"))[0]["title"] == "Song"
            assert (await it.call("Turns"))[0]["lanes"] == [{"shapes": ["left"], "highlighted": True}]
            assert (await it.call("Calls"))[0]["number"] == "110"
            assert (await it.call("Notifications"))[0]["actions"] == ["Read"]
            await it.call("CallAction", session, "7", "accept")
            await it.call("NotificationAction", session, "n", "Read", "")
            await until(lambda: phone.of("notification") == [["n", "Read", ""]], what="the action")
            await it.call("Close", session)
            await until(lambda: gone[-1].get("gone") is True, what="the song's end")
            for member in ("NowPlaying", "Turns", "Calls", "Notifications"):
                assert await it.call(member) == []

    run(body())


def test_a_dead_backend_takes_what_its_phones_told(run: Any) -> None:
    said: list[tuple[str, Any]] = []
    ledger = Ledger(lambda *args: said.append(args))
    for session in ("a", "b"):
        ledger.put("CallChanged", {"session": session, "id": "1", "state": "active"})
        ledger.put("TurnChanged", {"session": session, "state": "active"})
    ledger.drop("a")
    assert [report["session"] for report in ledger.of("CallChanged") + ledger.of("TurnChanged")] == ["b", "b"]
    assert [member for member, report in said if report.get("gone")] == ["TurnChanged", "CallChanged"]


def test_two_phones_are_switched_live_with_both_sessions_kept(run: Any) -> None:
    async def body() -> None:
        async with running_phones(PhoneState(), PhoneState()) as (left, right), unit("1") as it:
            sessions = [
                await it.on_screen(await it.add("fake", left)),
                await it.on_screen(await it.add("fake-app", right)),
            ]
            readers = [StreamReader(await it.call("OpenVideo", session)) for session in sessions]
            for reader in readers:
                await reader.frames(1)
            await it.call("SetFocus", sessions[1], False)
            times = []
            for turn in range(10):
                old, new = turn % 2, 1 - turn % 2
                seen = len(readers[new].of(PacketType.FRAME))
                began = time.monotonic()
                await it.call("SetFocus", sessions[old], False)
                await it.call("SetFocus", sessions[new], True)
                frames = await readers[new].frames(seen + 1)
                times.append(time.monotonic() - began)
                assert frames[-1].key
            states = {one["id"]: one["state"] for one in await it.call("Sessions")}
            assert states == {sessions[0]: "focused", sessions[1]: "background"}
            assert left.state.connections == right.state.connections == 1
            _logger.info("switch to first picture, worst of ten: %.1f ms", max(times) * 1000)
            assert max(times) < 0.3
            for reader in readers:
                reader.close()

    run(body())


def test_a_killed_backend_costs_its_sessions_alone_and_is_back_within_two_seconds(run: Any) -> None:
    async def body() -> None:
        async with running_phones(PhoneState(), PhoneState()) as (left, right), unit("1") as it:
            doomed = await it.add("fake", left)
            session = await it.on_screen(doomed)
            other = await it.on_screen(await it.add("fake-app", right))
            reader = StreamReader(await it.call("OpenVideo", other))
            left.tell("now_playing", {"title": "Song"})
            await until(lambda: it.router.ledger.of("NowPlayingChanged"), what="the song")
            os.kill(it.router.running.backends["fake"].pid, signal.SIGKILL)
            began = time.monotonic()
            await until(lambda: it.report(session)["state"] == "closed", what="the session's end")
            assert (it.report(session)["reason"], it.devices[doomed]["state"]) == ("stopped", "connecting")
            assert it.router.ledger.of("NowPlayingChanged") == []
            await until(lambda: any(one["id"] != session and one["state"] == "background" for one in it.said
                                    if one["device"] == doomed), what="the phone again")  # fmt: skip
            _logger.info("killed to connected again: %.0f ms", (time.monotonic() - began) * 1000)
            assert time.monotonic() - began < 2
            seen = len(reader.of(PacketType.FRAME))
            right.frame()
            await reader.frames(seen + 1)
            assert it.report(other)["state"] == "focused"
            assert right.state.connections == 1
            await it.on_screen(doomed)
            reader.close()

    run(body())


def test_a_backend_that_does_not_take_the_rules_shows_nothing(
    run: Any, monkeypatch: pytest.MonkeyPatch, caplog: Any
) -> None:
    monkeypatch.setattr("backends.projection.running.RULES_S", 0.3)

    async def body() -> None:
        async with running_phones() as (phone,), unit("1") as it:
            session = await it.on_screen(await it.add("fake-app", phone))
            os.kill(it.router.running.backends["fake-app"].pid, signal.SIGSTOP)
            it.router.restrict(MOVING)
            await until(lambda: it.report(session)["state"] == "closed", what="the picture's end")
            await until(lambda: len(phone.of("rules")) > 1 and phone.of("rules")[-1] == [False, False], what="its heir")

    run(body())
    assert "does not take the driving rules" in caplog.text


def test_the_preferred_phone_connects_by_itself(run: Any) -> None:
    async def body() -> None:
        async with running_phones(PhoneState(), PhoneState()) as (left, right):
            async with unit() as it:
                devices = [await it.add("fake", left), await it.add("fake", right)]
                await it.refused("NotFound", "SetPreferred", "nobody")
                await it.call("SetPreferred", devices[1])
                await until(lambda: it.devices[devices[1]]["preferred"], what="the mark")
            async with unit() as it:
                await until(lambda: [one["state"] for one in it.said][-1:] == ["background"], what="its session")
                assert (left.state.connections, right.state.connections) == (0, 1)
                await it.call("SetPreferred", "")
                await until(lambda: not it.devices[devices[1]]["preferred"], what="the mark's end")
                await it.on_screen(devices[0])
            async with unit() as it:
                await until(lambda: [one["state"] for one in it.said][-1:] == ["background"], what="the one shown last")
                assert it.said[-1]["device"] == devices[0]
                assert right.state.connections == 1

    run(body())


def test_no_phone_comes_by_itself_when_the_driver_does_not_want_it(run: Any) -> None:
    async def body() -> None:
        async with running_phones() as (phone,):
            async with unit() as it:
                device = await it.add("fake", phone)
                await it.call("SetPreferred", device)
            settings = SettingsService()
            service = ProjectionService({"workers": "0"})
            async with local_link({"settings": settings}) as link:
                await link.call("settings", "Set", "projection.autoconnect", False)
                await link.add(service)
                it = Unit(link, service)
                await until(lambda: service._router._surroundings.get("language"), what="the settings")
                service._router.running.backends["fake"]._backend.found(phone.address)
                assert service._router.running.backends["fake"]._backend._sessions == {}
                await link.call("settings", "Set", "projection.autoconnect", True)
                await until(lambda: phone.state.connections == 1, what="the phone, now")

    run(body())


def test_a_phone_that_is_plugged_in_again_comes_by_itself_but_not_one_that_was_let_go(run: Any) -> None:
    async def body() -> None:
        async with running_phones(PhoneState(), PhoneState()) as (left, right), unit() as it:
            await it.add("fake", left)
            device = await it.add("fake", right)
            backend = it.router.running.backends["fake"]._backend
            await until(lambda: backend._autoconnect, what="the wish")
            backend.found(right.address)
            await until(lambda: it.states[-1:] == ["background"], what="the phone by itself")
            await it.call("Disconnect", device)
            await until(lambda: it.states[-1:] == ["closed"], what="its end")
            backend.found(right.address)
            assert backend._sessions == {}
            backend.left(right.address)
            backend.found(right.address)
            await until(lambda: it.states[-1:] == ["background"], what="the phone, plugged in again")
            assert left.state.connections == 0

    run(body())


def test_hubs_keyboards_and_sticks_are_no_phones(tmp_path: Path) -> None:
    def plug(name: str, device: str, *interfaces: str) -> None:
        (tmp_path / name).mkdir()
        (tmp_path / name / "bDeviceClass").write_text(f"{device}\n")
        for number, kind in enumerate(interfaces):
            (tmp_path / name / f"{name}:1.{number}").mkdir()
            (tmp_path / name / f"{name}:1.{number}" / "bInterfaceClass").write_text(f"{kind}\n")

    plug("usb1", "09", "09")
    plug("1-1", "09")
    plug("1-2", "00", "03", "03")
    plug("1-3", "00", "08")
    assert not something_plugged(tmp_path)
    plug("1-4", "00", "06", "ff")
    assert something_plugged(tmp_path)
