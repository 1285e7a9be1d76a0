"""VNC as the display meets it: through the service, its rules, its memory, and servers that go and return."""

from __future__ import annotations

import asyncio
import os
import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from backends.projection.service import ProjectionService
from tests.fakes.certificates import write_pair
from tests.fakes.host import local_link, until
from tests.fakes.phone import phone_process
from tests.fakes.projection import IDLING, MOVING, PARKED, Client, Vehicle
from tests.fakes.vnc import Rects, free_port, obscured, xvnc
from tests.fakes.x11 import Event, XClient

WIDTH, HEIGHT = 640, 360
BLUE = np.full((HEIGHT, WIDTH), 0x204080, np.uint32)
ORANGE = np.full((HEIGHT, WIDTH), 0xFF8000, np.uint32)
NEAR = 6
ROOT = Path(__file__).resolve().parents[2]


class Unit(Client):
    """The service, its vehicle, and one screen."""

    def __init__(self, link: Any, vehicle: Vehicle) -> None:
        super().__init__(link, "")
        self.vehicle = vehicle

    def report(self, session: str) -> dict[str, Any]:
        return next((one for one in reversed(self.said) if one["id"] == session), {})

    async def look(self, session: str) -> Rects:
        return Rects(await self.call("OpenVideo", session))

    async def on_screen(self, device: str, width: int = WIDTH, height: int = HEIGHT) -> str:
        session: str = await self.call("OpenApp", device, "", width, height, 160)
        await until(lambda: self.report(session).get("state") == "focused", what="the screen")
        return session


@asynccontextmanager
async def unit(workers: str = "0") -> AsyncIterator[Unit]:
    vehicle = Vehicle(PARKED)
    service = ProjectionService({"workers": workers, "adb_server": "off", "discover": "off"})
    async with local_link({"vehicle": vehicle, "projection": service}) as link:
        yield Unit(link, vehicle)


def test_a_password_is_asked_for_once_and_kept_to_itself(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        (tmp_path / "password").write_bytes(obscured("sesame12"))
        async with xvnc("640x360", "-PasswordFile", str(tmp_path / "password"), "-SecurityTypes", "VncAuth") as (
            _,
            port,
        ):
            async with unit() as it:
                device = await it.call("AddPhone", "vnc", f"127.0.0.1:{port}", {})
                session = await it.call("OpenApp", device, "", WIDTH, HEIGHT, 160)
                await until(lambda: it.devices[device]["needs"] == "password", what="the question")
                assert it.devices[device]["problem"] == "The phone asks for a password."
                await it.call("Provide", device, "password", "wrong")
                await until(lambda: "not the phone's" in it.devices[device]["problem"], what="the refusal")
                await it.call("Provide", device, "password", "sesame12")
                await until(lambda: it.report(session)["state"] == "focused", what="the screen")
                assert it.devices[device]["needs"] == ""
                assert ("vnc", "security", "vnc") in [tuple(row) for row in await it.call("Report", device)]
            folder = Path(os.environ["PILLION_STATE"]) / "projection" / "vnc"
            assert "sesame12" not in (folder / "phones.json").read_text()
            assert "sesame12" in (folder / "secrets.json").read_text()
            assert stat.S_IMODE((folder / "secrets.json").stat().st_mode) == 0o600
            async with unit() as it:
                await it.on_screen(device)

    run(body())


def test_another_certificate_is_not_trusted_until_the_driver_says_so(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        port = free_port()

        def secured(name: str) -> list[str]:
            certificate, key = write_pair(tmp_path, name)
            return ["-SecurityTypes", "X509None", "-X509Cert", str(certificate), "-X509Key", str(key)]

        async with unit() as it:
            device = await it.call("AddPhone", "vnc", f"127.0.0.1:{port}", {})
            async with xvnc("640x360", *secured("phone"), port=port):
                session = await it.on_screen(device)
            async with xvnc("640x360", *secured("stranger"), port=port):
                await until(lambda: it.devices[device]["needs"] == "certificate", what="the doubt")
                assert "Somebody may be in between" in it.devices[device]["problem"]
                assert it.report(session)["reason"] == "certificate"
            async with xvnc("640x360", "-SecurityTypes", "None", port=port):
                await it.call("Connect", device)
                await until(lambda: "has none now" in it.devices[device]["problem"], what="another doubt")
                await it.call("Provide", device, "certificate", "")
                await until(lambda: it.report(session)["state"] == "focused", what="the screen")

    run(body())


def test_a_screen_is_hidden_while_the_car_moves(run: Any) -> None:
    async def body() -> None:
        async with xvnc() as (display, port), unit() as it:
            client = XClient(display)
            client.cover()
            client.show(BLUE)
            session = await it.on_screen(await it.call("AddPhone", "vnc", f"127.0.0.1:{port}", {}))
            video = await it.look(session)
            await video.shows(BLUE, within=NEAR)
            it.vehicle.set_property("Restrictions", MOVING)
            await until(lambda: it.report(session)["gated"], what="the rules")
            client.show(ORANGE)
            before = len(video.packets)
            refused = await it.refused("Refused", "Touch", session, [(0, 0, 0.5, 0.5, 1.0)])
            assert "parked" in refused
            await it.refused("Refused", "Text", session, "hello")
            await it.refused("Refused", "Key", session, "enter", "click")
            await it.call("RequestKeyframe", session)
            await it.call("SetFocus", session, True)
            assert len(video.packets) == before
            it.vehicle.set_property("Restrictions", PARKED)
            await video.shows(ORANGE, within=NEAR)
            await it.call("Touch", session, [(0, 0, 0.5, 0.5, 1.0), (0, 2, 0.5, 0.5, 0.0)])
            await it.call("Text", session, "ok")
            await until(lambda: client.typed() == [ord("o"), ord("k")], what="the text")
            assert [event.kind for event in client.events if event.kind.startswith("button")] == [
                "button down",
                "button up",
            ]
            assert not [event for event in client.events if event.kind == "key down" and event.detail == 0xFF0D]
            client.close()
            video.close()

    run(body())


def test_a_finger_is_lifted_when_the_car_begins_to_move(run: Any) -> None:
    async def body() -> None:
        async with xvnc() as (display, port), unit() as it:
            client = XClient(display)
            client.cover()
            session = await it.on_screen(await it.call("AddPhone", "vnc", f"127.0.0.1:{port}", {}))
            await it.call("Touch", session, [(0, 0, 0.5, 0.5, 1.0)])
            await until(lambda: Event("button down", 1, 320, 180) in client.read(), what="the press")
            it.vehicle.set_property("Restrictions", MOVING)
            await until(lambda: Event("button up", 1, 320, 180) in client.read(), what="the release")
            client.close()

    run(body())


def test_a_server_that_returns_is_shown_again_in_the_size_of_now(run: Any) -> None:
    async def body() -> None:
        port = free_port()
        async with unit() as it:
            device = await it.call("AddPhone", "vnc", f"127.0.0.1:{port}", {})
            async with xvnc(port=port):
                session = await it.on_screen(device)
                video = await it.look(session)
                await until(lambda: video.formats, what="a picture")
            await until(lambda: it.report(session)["state"] == "discovering", what="the loss")
            assert it.devices[device]["state"] == "lost"
            await it.call("Resize", session, 480, 800, 160)
            async with xvnc(port=port) as (display, _):
                await until(lambda: (video.formats[-1].width, video.formats[-1].height) == (480, 800), what="the size")
                client = XClient(display)
                client.cover()
                client.show(np.full((800, 480), 0x204080))
                await video.shows(np.full((800, 480), 0x204080), within=NEAR)
                client.close()
            video.close()
            await it.call("Close", session)

    run(body())


def test_texts_are_copied_both_ways_when_parked(run: Any) -> None:
    async def body() -> None:
        arguments = ("--kind", "vnc", "--size", "640x360")
        async with phone_process(*arguments) as phone, unit() as it:
            session = await it.on_screen(await it.call("AddPhone", "vnc", phone.address, {}))
            await it.call("SetClipboard", session, "Zeil 1, Köln")
            await phone.control.until(lambda state: state["clipboard"] == "Zeil 1, Köln")
            assert await it.call("Clipboard", session) == ""
            await phone.control("copy", text="Hauptstraße 5")
            async with asyncio.timeout(5):
                while await it.call("Clipboard", session) != "Hauptstraße 5":
                    await asyncio.sleep(0.01)
            it.vehicle.set_property("Restrictions", IDLING)
            await until(lambda: it.report(session)["gated"], what="the rules")
            await it.refused("Refused", "Clipboard", session)
            await it.refused("Refused", "SetClipboard", session, "x")

    run(body())


def test_two_screens_at_once_in_a_process_of_their_own(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))

    async def body() -> None:
        async with xvnc() as (one, first), xvnc() as (two, second), unit("1") as it:
            clients = [XClient(one), XClient(two)]
            for client, picture in zip(clients, (BLUE, ORANGE), strict=True):
                client.cover()
                client.show(picture)
            sessions = [
                await it.on_screen(await it.call("AddPhone", "vnc", f"localhost:{port}", {}))
                for port in (first, second)
            ]
            videos = [await it.look(session) for session in sessions]
            await videos[0].shows(BLUE, within=NEAR)
            await videos[1].shows(ORANGE, within=NEAR)
            for video in videos:
                video.close()
            for client in clients:
                client.close()

    run(body())


def test_addresses_that_are_none_are_refused(run: Any) -> None:
    async def body() -> None:
        async with unit() as it:
            for address in ("", "a b", "host:99999", "http://x", "[::1", "x:y"):
                await it.refused("Invalid", "AddPhone", "vnc", address, {})
            await it.refused("Invalid", "AddPhone", "vnc", "host", {"quality": 10})
            await it.refused("Invalid", "AddPhone", "vnc", "host", {"user": 3})
            assert await it.call("AddPhone", "vnc", "pc.local", {}) == "vnc:pc.local:5900"
            assert await it.call("AddPhone", "vnc", "pc.local:1", {}) == "vnc:pc.local:5901"
            assert await it.call("AddPhone", "vnc", "vnc://[fe80::1]:5999/", {}) == "vnc:[fe80::1]:5999"

    run(body())
