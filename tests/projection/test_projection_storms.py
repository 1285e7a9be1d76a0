"""Whatever order things happen in, a phone that is there and an app that is wanted end up on the screen, once."""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backends.interfaces import ServiceError
from backends.projection.defs import PacketType
from backends.projection.service import ProjectionService
from tests.fakes.host import local_link, until
from tests.fakes.projection import MOVING, PARKED, Client, StreamReader, Vehicle
from tests.fakes.scripted_phone import FakePhone, PhoneState, running_phone

FILM = "com.netflix.mediaclient"
STEPS = [
    "leave", "arrive", "crash", "show", "hide", "gate", "free", "wide", "tall", "reader", "touch", "open", "close",
    "garbage", "rest",
]  # fmt: skip


class Storm:
    """Does the steps; remembers what the end has to look like."""

    def __init__(self, it: Client, phone: FakePhone, vehicle: Vehicle) -> None:
        self.it, self.phone, self.vehicle = it, phone, vehicle
        self.here = True
        self.readers: list[StreamReader] = []

    async def session(self) -> str | None:
        sessions = await self.it.call("Sessions")
        return sessions[0]["id"] if sessions else None

    async def step(self, name: str) -> None:
        session = await self.session()
        if name in ("leave", "arrive") and self.here is (name == "leave"):
            self.here = not self.here
            await (self.phone.leave() if name == "leave" else self.phone.arrive())
        elif name in ("gate", "free"):
            self.vehicle.set_property("Restrictions", MOVING if name == "gate" else PARKED)
        elif name == "rest":
            await asyncio.sleep(0.03)
        elif name in ("crash", "garbage") and self.phone.windows:
            window = self.phone.window
            if name == "crash":
                window.crash()
            elif "video" in window.sockets:
                window.raw("video", b"\xff" * 100)
        elif name == "open" and session is None:
            await self._try("OpenApp", self.it.device, FILM, 640, 360, 160)
        elif session is not None:
            await self._on(name, session)

    async def _on(self, name: str, session: str) -> None:
        match name:
            case "show" | "hide":
                await self._try("SetFocus", session, name == "show")
            case "wide" | "tall":
                await self._try("Resize", session, *((800, 480) if name == "wide" else (480, 800)), 160)
            case "touch":
                await self._try("Touch", session, [(0, 0, 0.5, 0.5, 1.0)])
            case "close":
                await self._try("Close", session)
            case "reader":
                self.readers.append(StreamReader(await self.it.call("OpenVideo", session)))

    async def _try(self, *call: Any) -> None:
        try:
            await self.it.call(*call)
        except ServiceError as error:
            if error.name not in ("Offline", "Refused", "NotFound"):
                raise

    async def calm(self) -> None:
        """Everything is well again: then so is the screen."""
        await self.step("free")
        if not self.here:
            await self.step("arrive")
        await self.it.ready()
        wanted = ""

        async def shown() -> bool:
            # A storm of crashes may have used up the tries: then the app is closed with words, and opened again. A phone
            # that was away a moment ago may not have been missed yet: then it is, in the moment the app is to be opened.
            nonlocal wanted
            found = {one["id"]: one for one in await self.it.call("Sessions")}
            if wanted not in found:
                with suppress(ServiceError):
                    wanted = await self.it.call("OpenApp", self.it.device, FILM, 640, 360, 160)
                return False
            return bool(found[wanted]["state"] == "focused" and len(self.phone.windows) == 1)

        try:
            async with asyncio.timeout(15):
                while not await shown():
                    await asyncio.sleep(0.02)
        except TimeoutError:
            raise AssertionError(f"{await self.it.call('Sessions')} windows={self.phone.windows}") from None
        reader = StreamReader(await self.it.call("OpenVideo", wanted))
        self.readers.append(reader)
        async with asyncio.timeout(15):
            # The window may be one that is about to end: its successor sends pictures as well.
            while not reader.of(PacketType.FRAME):
                if self.phone.windows and "video" in self.phone.window.sockets:
                    self.phone.window.frame(b"calm", 1, key=True)
                await asyncio.sleep(0.05)
        assert reader.of(PacketType.FRAME)[0].payload == b"calm"


@pytest.mark.slow
@pytest.mark.parametrize(("version", "workers"), [("3.3.4", "0"), ("4.1", "0"), ("3.3.4", "1")])
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sampled_from(STEPS), max_size=14))
def test_after_any_storm(run: Any, tmp_path: Path, version: str, workers: str, steps: list[str]) -> None:
    before = len(os.listdir("/proc/self/fd"))

    async def body() -> None:
        jar = tmp_path / f"scrcpy-server-v{version}"
        jar.write_bytes(b"PK")
        async with running_phone(PhoneState(version=version)) as phone:
            vehicle = Vehicle(PARKED)
            options = {"workers": workers, "adb_server": "off", "devices": phone.address, "server_jar": str(jar)}
            service = ProjectionService(options)
            async with local_link({"vehicle": vehicle, "projection": service}) as link:
                storm = Storm(Client(link, phone.address), phone, vehicle)
                await storm.it.ready()
                await storm.step("open")
                for name in steps:
                    await storm.step(name)
                await storm.calm()
            await until(lambda: all(reader.closed for reader in storm.readers), what="the readers' ends")

    run(body(), 60)
    assert len(os.listdir("/proc/self/fd")) <= before, "descriptors were left open"
