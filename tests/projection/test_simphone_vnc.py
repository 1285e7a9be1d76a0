"""The simulated phone with a VNC server, looked at by our own viewer: what it shows, hears and gets wrong."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from backends.projection.defs import SessionState
from backends.projection.errors import LinkLost, NotAllowed, PeerFault, ProjectionError, TooSlow, Unsupported
from backends.projection.vnc import greeting
from backends.projection.vnc.handshake import Credentials
from backends.projection.vnc.link import Target, VncLink
from tests.fakes.host import until
from tests.fakes.phone import phone_process
from tests.fakes.vnc import Viewer, sight

PHONE = ("--kind", "vnc", "--still", "09:41", "--name", "Pinephone")
TESTCARD = "org.example.testcard"
BARS = ((235, 235, 235), (235, 235, 16))


def target(address: str, **more: Any) -> Target:
    host, _, port = address.rpartition(":")
    return Target(host, int(port), **more)


def colour(viewer: Viewer, x: float, y: float) -> tuple[int, int, int]:
    height, width = viewer.pixels.shape
    value = int(viewer.pixels[int(y * height), int(x * width)])
    return value >> 16 & 255, value >> 8 & 255, value & 255


def near(a: tuple[int, int, int], b: tuple[int, int, int]) -> bool:
    return all(abs(x - y) < 30 for x, y in zip(a, b, strict=True))


def test_it_shows_itself_in_each_form(run: Any) -> None:
    async def body() -> None:
        async with phone_process(*PHONE, "--size", "640x360") as phone:
            await phone.control("launch", package=TESTCARD)
            await phone.control("testcard", fps=0.0)
            for encodings, number in ((("tight", "raw"), 7), (("zrle", "raw"), 16), (("raw",), 0)):
                wanted = target(phone.address, encodings=encodings)
                async with sight(lambda told, wanted=wanted: VncLink(wanted, told)) as (viewer, _):
                    await until(lambda it=viewer: near(colour(it, 0.5 / 8, 0.3), BARS[0]), what="the first bar")
                    await until(lambda it=viewer: near(colour(it, 1.5 / 8, 0.3), BARS[1]), what="the second bar")
                    assert viewer.facts["name"] == "Pinephone"
                    assert number in (await phone.control.state())["encodings"]

    run(body())


def test_it_is_touched_typed_at_and_turned(run: Any) -> None:
    async def body() -> None:
        async with phone_process(*PHONE, "--size", "640x360") as phone:
            await phone.control("launch", package=TESTCARD)
            async with sight(lambda told: VncLink(target(phone.address), told), (800, 480)) as (viewer, link):
                await until(lambda: viewer.frames, what="a picture")
                link.touch([(0, 0, 0.25, 0.5, 1.0), (0, 1, 0.5, 0.5, 1.0)])
                link.touch([(0, 2, 0.5, 0.5, 0.0)])
                link.text("Hé 你")
                state = await phone.control.until(lambda state: state["typed"] == "Hé 你")
                assert state["displays"][0]["last_touch"]["x"] == 320
                assert state["displays"][0]["touches"] == 3
                link.key("home", True, True)
                await phone.control.until(lambda state: state["displays"][0]["app"] != TESTCARD)
                await phone.control("rotate")
                await until(lambda: viewer.formats[-1].height == 640, what="portrait")
                assert viewer.formats[-1].width == 360, "it cannot be resized: only its owner turns it"

    run(body())


def test_a_desktop_that_can_be_resized(run: Any) -> None:
    async def body() -> None:
        async with (
            phone_process(*PHONE, "--resizable") as phone,
            sight(lambda told: VncLink(target(phone.address), told), (1024, 600)) as (viewer, link),
        ):
            await until(lambda: viewer.formats[-1].width == 1024, what="the size")
            await until(lambda: ("vnc", "resize", "done") in link.report(), what="the answer")

    run(body())


def test_it_is_locked(run: Any) -> None:
    async def body() -> None:
        async with phone_process(*PHONE, "--password", "sesame12") as phone:
            for credentials in (Credentials(), Credentials("wrong")):
                with pytest.raises(NotAllowed) as caught:
                    async with sight(
                        lambda told, given=credentials: VncLink(target(phone.address, credentials=given), told)
                    ):
                        pass
                assert caught.value.needs == "password"
            right = target(phone.address, credentials=Credentials("sesame12"))
            async with sight(lambda told: VncLink(right, told)) as (viewer, _):
                await until(lambda: viewer.frames, what="a picture")

    run(body())


FAULTS: dict[str, type[ProjectionError]] = {
    "refuse": LinkLost,
    "garbage": Unsupported,
    "version=003.001": Unsupported,
    "close-at=8": LinkLost,
    "close-at=20": LinkLost,
    "close-at=4000": LinkLost,
    "corrupt-at=60": PeerFault,
    "stall-at=5": TooSlow,
    "stall-at=3000": TooSlow,
}


def test_what_goes_wrong_ends_the_link_with_a_reason(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(greeting, "STALL_S", 0.3)

    async def body() -> None:
        async with phone_process(*PHONE, "--size", "640x360") as phone:
            for fault, error in FAULTS.items():
                await phone.control("fault", set=[fault])
                link = asyncio.create_task(VncLink(target(phone.address), Viewer()).run())
                await asyncio.wait({link}, timeout=10)
                assert isinstance(link.exception(), error), (fault, link.exception())
                await phone.control("fault", clear=True)
            async with sight(lambda told: VncLink(target(phone.address), told)) as (again, _):
                await until(lambda: again.frames, what="a picture")

    run(body())


def test_a_flood_and_a_slow_network(run: Any) -> None:
    async def body() -> None:
        async with phone_process(*PHONE, "--size", "640x360", "--fault", "flood") as phone:
            async with sight(lambda told: VncLink(target(phone.address), told)) as (viewer, _):
                await until(lambda: len(viewer.frames) > 20, what="pictures")
            await phone.control("fault", clear=True, set=["slow=200000"])
            async with sight(lambda told: VncLink(target(phone.address), told)) as (viewer, _):
                await until(lambda: viewer.frames, what="a picture")
                assert SessionState.READY in viewer.states

    run(body())
