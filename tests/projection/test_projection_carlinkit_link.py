"""Whole connections to a simulated dongle, over TCP and through pyusb: what flows, and where touches land."""

from __future__ import annotations

import asyncio
from typing import Any

import numpy as np
import pytest

from backends.projection.carlinkit import link as link_module
from backends.projection.carlinkit import sentences
from backends.projection.carlinkit.settings import DongleSettings
from backends.projection.defs import AudioFormat, SessionState, VideoFormat
from backends.projection.errors import LinkLost
from backends.projection.mirror.link import Surroundings
from tests.fakes.dongle import CARD, SIZE, Running, linked, running
from tests.fakes.host import until
from tests.fakes.phone import phone_process


@pytest.mark.parametrize("usb", [False, True], ids=["tcp", "usb"])
def test_a_whole_session(run: Any, usb: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_module, "GOODBYE_S", 10.0)  # a busy machine is no error

    async def body() -> None:
        async with running("--play", usb=usb, decode=True) as one:
            await one.ready()
            heard, control, link = one.heard, one.control, one.link
            await control("start", package=CARD)
            await one.shown()
            assert heard.formats == [VideoFormat("h264", *SIZE)]
            assert heard.picture.shape == (SIZE[1], SIZE[0], 3)
            assert heard.facts == {"model": "Sim One", "name": "Mei's phone"}
            await until(lambda: any(heard.sounds.get("media", b"")[-4000:]), what="music")
            assert heard.playing["media"] == AudioFormat("s16l", 48_000, 2, 16)
            await until(lambda: heard.song.get("art"), what="cover")
            assert heard.song["title"] == "Night Ferry"
            assert heard.song["art"].startswith(b"\xff\xd8\xff")
            assert heard.song["status"] == "playing"

            await control("say", role="guidance", seconds=0.4)
            await until(lambda: abs(heard.hertz("guidance") - 880) < 12, what="guidance")
            await until(lambda: "guidance" not in heard.playing, what="guidance over")
            await control("lead", on=True)
            await until(lambda: heard.turns, what="a turn")
            assert heard.turns[0] is not None
            assert heard.turns[0]["maneuver"] in ("turn_left", "turn_right")
            assert heard.turns[0]["distance_m"] > 0
            await control("lead", on=False)
            await until(lambda: heard.turns[-1] is None, what="guidance ends")

            link.key("next", press=True, release=True)
            await until(lambda: heard.song["title"] == "Glasshouse", what="next song")
            link.key("home", press=True, release=True)
            await control.until(lambda state: state["displays"][0]["app"] != CARD)
            link.set_surroundings(Surroundings(night=True))
            await control.until(lambda state: state["dark"] and state["commands"].get("night"))
            link.set_vehicle(
                {
                    "Vehicle.CurrentLocation.Latitude": 48.1,
                    "Vehicle.CurrentLocation.Longitude": 11.5,
                    "Vehicle.Speed": 50.0,
                }
            )
            state = await control.until(lambda state: state["gnss"])
            assert state["gnss"].startswith("$GPGGA,")
            assert "4806.0000,N,01130.0000,E" in state["gnss"]
            assert state["opened_with"] == [*SIZE, 30, 5, 49152, 2, 2]
            assert state["nonsense"] == []
            rows = {(group, name): value for group, name, value in link.report()}
            assert rows["phone", "kind"] == "CarPlay (cable)"
            assert rows["dongle", "software"].startswith("2025")
            one.run.cancel()
            with pytest.raises(asyncio.CancelledError):
                await one.run
            state = await control.until(lambda state: not state["opened"])
            # It said goodbye before it left.
            assert state["counts"]["0x0f"] == state["counts"]["0x15"] == 1
            assert heard.playing == {}

    run(body(), 40)


@pytest.mark.parametrize("phone", ["carplay", "android-auto"])
def test_touches_land_where_they_are_drawn(run: Any, phone: str) -> None:
    async def body() -> None:
        async with phone_process("--kind", "carlinkit", "--phone", phone) as process:
            for size in ((1920, 720), (800, 480), (1080, 1920)):
                async with linked(process.address, process.control, size=size, decode=True) as one:
                    await _touched(one, size, framed=phone == "android-auto")

    run(body(), 60)


async def _touched(one: Running, size: tuple[int, int], *, framed: bool) -> None:
    await one.ready()
    await one.control("start", package=CARD)
    await one.shown()
    (form,) = one.heard.formats
    x0, y0, width, height = form.visible
    assert (width, height) == size
    assert framed or (form.width, form.height) == size
    places = [(5, 0.25, 0.4), (9, 0.75, 0.6)]
    await one.control("forget")
    for pointer, x, y in places:
        one.link.touch([(pointer, 0, x, y, 1.0)])
    state = await one.control.until(lambda state: len(state["touches"]) >= 2)
    marks = state["displays"][0]["details"]["marks"]
    for slot, (_, x, y) in enumerate(places):
        left, top = marks[str(slot)]
        assert abs(left - x * width) <= 1
        assert abs(top - y * height) <= 1
    for (_, x, y), (red, green) in zip(places, ((255, 40), (40, 220)), strict=True):
        at = (x0 + x * width) / form.width, (y0 + y * height) / form.height

        def drawn(at: tuple[float, float] = at, red: int = red, green: int = green) -> bool:
            colour = one.heard.colour(*at)
            return abs(colour[0] - red) < 60 and abs(colour[1] - green) < 60

        await until(drawn, what=f"the mark at {x}, {y}")
    for pointer, x, y in places:
        one.link.touch([(pointer, 2, x, y, 0.0)])
    await one.control.until(lambda state: state["touches"][-1][1] == 1)
    assert (await one.control.state())["nonsense"] == []


def test_a_call_both_ways(run: Any) -> None:
    async def body() -> None:
        async with running(usb=True) as one:
            await one.ready()
            heard = one.heard
            await one.control("call", state="incoming")
            await until(lambda: heard.calls and abs(heard.hertz("alert") - 1320) < 20, what="ringing")
            assert heard.calls[-1]["state"] == "incoming"
            one.link.call_action("1", "accept")
            await until(lambda: heard.listening is not None and abs(heard.hertz("call") - 440) < 20, what="the call")
            rate = heard.listening.rate
            tone = np.round(8000 * np.sin(2 * np.pi * 523 * np.arange(rate) / rate)).astype("<i2").tobytes()
            for at in range(0, len(tone), 640):
                one.link.microphone(tone[at : at + 640], 0)
                await asyncio.sleep(0)
            await one.control.until(lambda state: abs(state["heard_hertz"] - 523) < 5)
            one.link.call_action("1", "hangup")
            await until(lambda: heard.calls[-1]["state"] == "ended" and heard.listening is None, what="the end")
            one.link.microphone(tone[:640], 0)
            assert (await one.control.state())["nonsense"] == []

    run(body())


def test_a_phone_that_comes_later_and_goes(run: Any) -> None:
    async def body() -> None:
        async with running("--no-phone", "--phone", "hicar", "--wireless") as one:
            await until(lambda: ("permission", sentences.CONNECT_PHONE) in one.heard.waits, what="the words")
            await until(lambda: ("starting", sentences.SEARCHING) in one.heard.waits, what="the search")
            assert one.heard.states == [SessionState.CONNECTING, SessionState.NEGOTIATING]
            await one.control("plug")
            await one.ready()
            rows = {(group, name): value for group, name, value in one.link.report()}
            assert rows["phone", "kind"] == "HiCar (wireless)"
            await one.control("unplug")
            failure = await one.failure()
            assert isinstance(failure, LinkLost)
            assert failure.text == sentences.PHONE_UNPLUGGED

    run(body())


def test_key_frames_when_they_are_asked_for_and_with_parameter_sets(run: Any) -> None:
    async def body() -> None:
        async with running(decode=True) as one:
            await one.ready()
            await one.control("start", package=CARD)
            await one.shown()
            keys = one.heard.keys
            one.link.request_keyframe()
            await until(lambda: one.heard.keys > keys, what="a key frame")
            assert one.heard.configs
            assert one.heard.configs[0][4] & 0x1F == 7

    run(body())


def test_audio_focus_pauses_the_phone_and_gives_it_back(run: Any) -> None:
    async def body() -> None:
        async with running("--play") as one:
            await one.ready()
            await until(lambda: "media" in one.heard.playing, what="music")
            assert one.heard.focus == ["gain"]
            one.link.set_audio_focus("loss_transient")
            await one.control.until(lambda state: not state["music"]["playing"])
            await until(lambda: "media" not in one.heard.playing, what="silence")
            one.link.set_audio_focus("gain")
            await one.control.until(lambda state: state["music"]["playing"])
            one.link.set_audio_focus("loss_duck")
            await until(lambda: "media" in one.heard.playing, what="music")

    run(body())


def test_settings_that_a_dongle_takes_while_it_runs(run: Any) -> None:
    async def body() -> None:
        async with running(settings=DongleSettings(name="Our car", wifi_band="2.4", drive="right")) as one:
            await one.ready()
            state = await one.control.state()
            assert bytes.fromhex(state["files"]["/etc/box_name"]) == b"Our car"
            assert state["settings"]["wifiName"] == "Our car"
            assert state["commands"]["wifi_2.4"] == 1
            assert bytes.fromhex(state["files"]["/tmp/hand_drive_mode"]) == b"\1\0\0\0"
            one.link.change(DongleSettings(name="Our car", microphone="box", audio="phone", media_delay=800))
            state = await one.control.until(lambda state: state["commands"].get("audio_elsewhere"))
            assert state["commands"]["box_microphone"] == 1
            assert state["settings"]["mediaDelay"] == 800

    run(body())


def test_a_stage_of_another_shape_has_the_phone_begin_anew(run: Any) -> None:
    """Connected before anybody looked, in a size that was guessed: opened, it is made for the panel it is on."""

    async def body() -> None:
        async with running("--play", size=(1280, 720), decode=True) as one:
            await one.ready()
            await one.control("start", package=CARD)
            await one.shown()
            one.link.resize(1270, 716, 160)
            one.link.resize(1630, 535, 160)
            await until(lambda: one.heard.formats[-1] == VideoFormat("h264", 1630, 534), what="the new size")
            await one.shown()
            assert one.heard.picture.shape == (534, 1630, 3)
            one.link.touch([(0, 0, 0.5, 0.5, 1.0)])
            state = await one.control.until(lambda state: state["touches"])
            assert state["displays"][0]["details"]["marks"]["0"] == [815, 267]
            assert state["counts"]["0x01"] == 2
            assert state["connections"] == 1
            # The same shape, a little larger: it is left as it is.
            one.link.resize(1700, 558, 160)
            one.link.resize(1690, 554, 160)
            await until(lambda: not one.link._resized.is_set(), what="the stage has settled")
            await one.shown()
            assert (await one.control.state())["counts"]["0x01"] == 2
            await until(lambda: "media" in one.heard.playing, what="music again")

    run(body())


def test_the_phone_may_leave_the_screen_to_the_car_and_is_asked_back(run: Any) -> None:
    async def body() -> None:
        async with running("--phone", "android-auto") as one:
            await one.ready()
            await one.control("send", name="command", hex="03000000")
            await until(lambda: one.heard.natives == 1, what="the car's own screen")
            await one.control("send", name="command", hex="f5010000")
            await until(lambda: one.heard.natives == 2, what="the car's own screen again")
            one.link.show(False)
            one.link.show(True)
            await one.control.until(lambda state: state["commands"].get("video_focus") == 1)
            one.link.show(True)
            one.link.key("back", press=True, release=True)
            state = await one.control.until(lambda state: state["commands"].get("106") == 1)
            assert state["commands"]["video_focus"] == 1

    run(body())
