"""The base of all whole-screen projections, over a real socket with a protocol of our own."""

from __future__ import annotations

import asyncio
import json
import os
import stat
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from backends.core.errors import Invalid, NotFound, Offline, Refused
from backends.projection.defs import AudioFormat, PacketType, StreamError, VideoFormat, encode_packet
from tests.fakes.backend_ears import Ears, running
from tests.fakes.host import until
from tests.fakes.mirror_protocol import (
    FakeAppBackend,
    FakeBackend,
    FakeLink,
    FakePhone,
    PhoneState,
    running_phones,
)
from tests.fakes.projection import MOVING, PARKED, StreamReader

SIZE = (640, 360, 160)


@asynccontextmanager
async def backend(kind: type[FakeBackend] = FakeBackend) -> AsyncIterator[tuple[FakeBackend, Ears]]:
    ears = Ears()
    async with running(kind({}, ears), PARKED) as it:
        yield it, ears


@pytest.fixture(autouse=True)
def nothing_leaks(run: Any) -> Any:
    """Every test gives back the descriptors it took."""
    before = len(os.listdir("/proc/self/fd"))
    yield
    assert len(os.listdir("/proc/self/fd")) <= before, "descriptors were left open"


async def opened(it: FakeBackend, phone: FakePhone, wanted: str = "focused") -> str:
    device = await it.add_device(phone.address)
    session = await it.open_app(device, "", *SIZE)
    await until(lambda: it.session(session).state.value == wanted, what=wanted)
    return session


def test_a_session_goes_through_its_states_to_a_picture(run: Any) -> None:
    async def body() -> None:
        async with running_phones() as (phone,), backend() as (it, ears):
            session = await opened(it, phone)
            assert ears.states == ["idle", "connecting", "authenticating", "negotiating", "ready", "focused"]
            reader = StreamReader(it.open_video(session))
            (frame,) = await reader.frames(1)
            assert frame.key
            report = it.sessions()[0]
            assert report["waiting"] == ""
            assert (report["width"], report["active_width"], report["active_x"]) == (640, 640, 0)
            (device,) = it.devices()
            assert (device["name"], device["battery"], device["state"], device["connected"]) == (
                "Fake 9", 50, "ready", True,
            )  # fmt: skip
            assert phone.of("size") == [list(SIZE)]
            assert phone.of("rules") == [[True, True]]
            assert ("link", "protocol", "fake 1") in it.report(session)
            reader.close()

    run(body())


def test_a_phone_that_drops_comes_back_and_the_reader_stays(run: Any) -> None:
    async def body() -> None:
        async with running_phones() as (phone,), backend() as (it, ears):
            session = await opened(it, phone)
            reader = StreamReader(it.open_video(session))
            await reader.frames(1)
            began = time.monotonic()
            phone.drop()
            await until(lambda: "discovering" in ears.states, what="the drop")
            lost = next(one for one in ears.sessions() if one["state"] == "discovering")
            assert (lost["reason"], lost["text"]) == ("phone_lost", "The phone is gone.")
            assert it.devices()[0]["state"] == "lost"
            await reader.frames(2)
            assert time.monotonic() - began < 3
            assert it.session(session).state.value == "focused"
            reader.close()

    run(body())


def test_a_phone_away_for_long_is_there_within_three_seconds(run: Any) -> None:
    async def body() -> None:
        async with running_phones() as (phone,), backend() as (it, ears):
            session = await opened(it, phone)
            await phone.go()
            await until(lambda: ears.sessions()[-1]["text"] == "The phone does not answer.", what="a vain attempt")
            await phone.come()
            began = time.monotonic()
            await until(lambda: it.session(session).live, what="the return")
            assert time.monotonic() - began < 3

    run(body())


def test_a_wrong_password_waits_for_the_right_one(run: Any) -> None:
    async def body() -> None:
        async with running_phones(PhoneState(password="1234")) as (phone,), backend() as (it, ears):
            session = await opened(it, phone, "authenticating")
            await until(lambda: it.devices()[0]["needs"] == "password", what="the question")
            device = it.devices()[0]
            assert (device["state"], device["problem"]) == ("unauthorized", "The password is wrong.")
            await it.provide(device["id"], "password", "1234")
            await until(lambda: it.session(session).live, what="a picture")
            assert it.devices()[0]["needs"] == ""
            assert phone.state.connections == 2
            assert "1234" not in json.dumps([it.report(session), ears.said], default=str)

    run(body())


@pytest.mark.parametrize(
    ("refuse", "reason", "text"),
    [("version", "server_failed", "The phone is too old for this."), ("bye", "phone_ended", "It said goodbye.")],
)
def test_what_trying_again_does_not_help_ends_it(run: Any, refuse: str, reason: str, text: str) -> None:
    async def body() -> None:
        async with running_phones(PhoneState(refuse=refuse)) as (phone,), backend() as (it, ears):
            device = await it.add_device(phone.address)
            await it.open_app(device, "", *SIZE)
            await until(lambda: ears.states[-1] == "closed", what="its end")
            last = ears.sessions()[-1]
            assert (last["reason"], last["text"]) == (reason, text)
            assert it.sessions() == []
            assert phone.state.connections == 1
            assert ears.of("Notice")[-1][1:] == (reason, text)

    run(body())


@pytest.mark.parametrize("garbage", [b"\xff" * 64, b"\1\0\0\0\0", b"\5\0\0\0\0null", b"\6\0\0\0\0wrong"])
def test_nonsense_is_tried_again_some_times_then_given_up(
    run: Any, garbage: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backends.projection.mirror.retries.FAULT_STEPS_S", (0.01, 0.01))

    async def body() -> None:
        async with running_phones(PhoneState(garbage=garbage)) as (phone,), backend() as (it, ears):
            device = await it.add_device(phone.address)
            await it.open_app(device, "", *SIZE)
            await until(lambda: ears.states[-1] == "closed", what="its end")
            assert ears.sessions()[-1]["reason"] == "protocol"
            assert phone.state.connections == 3
            assert it.devices()[0]["problem"]

    run(body())


def test_a_fault_of_the_protocols_own_costs_that_attempt(run: Any, caplog: Any) -> None:
    async def body() -> None:
        async with running_phones(PhoneState(refuse="trap")) as (phone,), backend() as (it, _):
            session = await opened(it, phone, "discovering")
            phone.state.refuse = ""
            await until(lambda: it.session(session).live, what="the second attempt")

    run(body())
    assert "ZeroDivisionError" in caplog.text


def test_closing_says_goodbye_within_a_second_even_to_a_stubborn_link(
    run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def body() -> None:
        async with running_phones() as (phone,), backend() as (it, ears):
            session = await opened(it, phone)
            reader = StreamReader(it.open_video(session))
            began = time.monotonic()
            await it.close(session)
            assert time.monotonic() - began < 0.5
            await until(lambda: phone.of("bye") == [True], what="the goodbye")
            assert ears.sessions()[-1]["state"] == "closed"
            await until(lambda: reader.closed, what="the stream's end")
            assert reader.of(PacketType.END)
            session = await opened(it, phone)
            monkeypatch.setattr(it.session(session).link, "stubborn_s", 1.5)
            began = time.monotonic()
            await it.close(session)
            assert time.monotonic() - began < 1.3
            left = [task for task in asyncio.all_tasks() if task.get_name().startswith("link ")]
            await asyncio.wait(left)

    run(body())


def test_resizing_and_input_reach_the_phone(run: Any) -> None:
    async def body() -> None:
        async with running_phones(PhoneState(picture=(800, 480, 100, 0, 600, 480))) as (phone,), backend() as (it, _):
            session = await opened(it, phone)
            await until(lambda: it.sessions()[0]["active_width"] == 600, what="the margins")
            it.resize(session, 1024, 600, 160)
            it.touch(session, [(1, 0, 0.5, 1.5, 1.0)])
            it.key(session, "rotary_left", "click")
            it.text(session, "Hauptstr. 5")
            it.set_focus(session, False)
            await until(lambda: phone.of("touch")[-1:] == [[[1, 3, 0.5, 1.0, 0.0]]], what="the finger lifted")
            assert phone.of("size")[-1] == [1024, 600, 160]
            assert phone.of("touch")[0] == [[1, 0, 0.5, 1.0, 1.0]]
            assert phone.of("key") == [["rotary_left", True, True]]
            assert phone.of("show") == [True, True, False]
            with pytest.raises(Invalid):
                it.key(session, "warp", "click")
            with pytest.raises(Invalid):
                it.touch(session, [(1, 9, 0.5, 0.5, 1.0)])
            with pytest.raises(NotFound):
                it.touch("nobody", [])
            phone.drop()
            await until(lambda: not it.session(session).live, what="the drop")
            with pytest.raises(Offline, match="gone"):
                it.key(session, "home", "click")

    run(body())


def test_arbitrary_apps_are_hidden_while_driving_and_made_for_cars_is_not(run: Any) -> None:
    async def body() -> None:
        async with (
            running_phones(PhoneState(), PhoneState()) as (one, other),
            backend(FakeAppBackend) as (apps, _),
            backend() as (cars, _),
        ):
            hidden, shown = await opened(apps, one), await opened(cars, other)
            readers = [StreamReader(apps.open_video(hidden)), StreamReader(cars.open_video(shown))]
            for reader in readers:
                await reader.frames(1)
            for it in (apps, cars):
                it.set_rules(MOVING)
            await until(lambda: one.of("show")[-1] is False, what="the phone told")
            for phone in (one, other):
                phone.frame(b"while moving")
            await readers[1].frames(2)
            one.tell("waiting", "", "")
            await until(lambda: apps.session(hidden).sight.frames == 2, what="the frame to pass")
            assert len(readers[0].of(PacketType.FRAME)) == 1
            assert apps.sessions()[0]["gated"]
            assert not cars.sessions()[0]["gated"]
            with pytest.raises(Refused):
                apps.touch(hidden, [(1, 0, 0.5, 0.5, 1.0)])
            apps.key(hidden, "next", "click")
            for it, session in ((apps, hidden), (cars, shown)):
                with pytest.raises(Refused):
                    it.text(session, "no")
            apps.set_rules(PARKED)
            await readers[0].frames(2)
            for reader in readers:
                reader.close()

    run(body())


def test_a_phone_without_a_picture_says_why(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backends.projection.mirror.streams.NO_PICTURE_S", 0.05)

    async def body() -> None:
        async with running_phones(PhoneState(answers_keys=False)) as (phone,), backend() as (it, ears):
            session = await opened(it, phone)
            with pytest.raises(TimeoutError):
                await until(lambda: it.sessions()[0]["waiting"] == "no_key_frame", deadline_s=0.2)
            reader = StreamReader(it.open_video(session))
            await until(lambda: it.sessions()[0]["waiting"] == "no_key_frame", what="the reason")
            assert it.sessions()[0]["text"].startswith("The phone is connected, but sends no picture")
            phone.tell("waiting", "locked", "Unlock the phone.")
            await until(lambda: it.sessions()[0]["waiting"] == "locked", what="the phone's word")
            phone.frame(key=False)
            phone.frame(key=True)
            await until(lambda: it.sessions()[0]["waiting"] == "", what="a picture")
            assert next(one["waiting"] for one in ears.sessions() if one["waiting"]) == "starting"
            reader.close()

    run(body())


def test_what_is_to_be_done_before_there_is_a_connection_is_told(run: Any) -> None:
    async def body() -> None:
        async with running_phones(PhoneState(mute=True)) as (phone,), backend() as (it, _):
            session = await opened(it, phone, "authenticating")
            await until(lambda: phone.state.connections == 1, what="the link")
            phone.tell("waiting", "permission", "Accept on the phone.")
            await until(lambda: it.sessions()[0]["text"] == "Accept on the phone.", what="the words")
            assert (it.devices()[0]["problem"], it.devices()[0]["state"]) == ("Accept on the phone.", "connecting")
            phone.say(welcome={})
            await until(lambda: it.session(session).live, what="a picture")
            assert it.devices()[0]["problem"] == ""

    run(body())


def test_sound_by_role_and_the_microphone_back(run: Any) -> None:
    async def body() -> None:
        async with running_phones() as (phone,), backend() as (it, ears):
            session = await opened(it, phone)
            phone.say(sound=["media", 48000, 2])
            phone.sound(b"early" * 4)
            await until(lambda: it.sessions()[0]["sounds"] == ["media"], what="the stream")
            reader = StreamReader(it.open_sound(session, "media"))
            phone.sound(b"later" * 4)
            frames = await reader.frames(2)
            assert [frame.payload for frame in frames] == [b"early" * 4, b"later" * 4]
            assert AudioFormat.unpack(reader.of(PacketType.FORMAT)[0].payload) == AudioFormat("s16l", 48000, 2, 16)
            with pytest.raises(NotFound):
                it.open_sound(session, "guidance")
            with pytest.raises(Offline):
                it.open_microphone(session)
            phone.say(microphone=16000)
            await until(lambda: ears.of("microphone_wanted") == [(session, 16000, 1)], what="the wish to listen")
            fd = it.open_microphone(session)
            os.write(fd, encode_packet(PacketType.FORMAT, AudioFormat("s16l", 16000, 1, 16).pack()))
            os.write(fd, encode_packet(PacketType.FRAME, b"\1\2\3\4", pts_us=7))
            await until(lambda: phone.of("heard") == ["01020304"], what="the samples")
            phone.say(microphone=0)
            phone.say(sound=["media"])
            await until(lambda: reader.closed and it.sessions()[0]["sounds"] == [], what="the streams' end")
            assert ears.of("microphone_wanted")[-1] == (session, 0, 0)
            phone.tell("want_audio_focus", "gain_duck")
            await until(lambda: ears.of("audio_focus_wanted") == [(session, "gain_duck")], what="the wish")
            it.set_audio_focus(session, "gain_transient")
            await until(lambda: phone.of("focus") == ["gain_transient"], what="the answer")
            os.close(fd)

    run(body())


def test_what_the_phone_tells_is_checked_and_goes_with_it(run: Any) -> None:
    async def body() -> None:
        async with running_phones() as (phone,), backend() as (it, ears):
            session = await opened(it, phone)
            phone.tell(
                "now_playing", {"title": "A\0song\n", "position_us": 5, "evil": 1, "artist": 7, "art": "http://x"}
            )
            phone.tell("now_playing", {"artist": "Her", "duration_us": -3})
            phone.tell("turn", {"maneuver": "turn_left", "distance_m": 120, "lanes": [{"shapes": ["left", 3]}]})
            phone.tell("call", {"id": "1", "state": "incoming", "name": "X" * 5000, "number": "112"})
            phone.tell("notification", {"id": "n", "title": "Hi", "actions": ["Reply", 3]})
            for number in range(40):
                phone.tell("notification", {"id": f"more {number}", "title": "Hi"})
            await until(lambda: len(ears.of("NotificationChanged")) == 41 + 9, what="all of it")
            song = ears.of("NowPlayingChanged")[-1][0]
            assert (song["title"], song["artist"], song["duration_us"], song["art"]) == ("A song", "Her", 0, "")
            assert (song["session"], song["device"]) == (session, it.devices()[0]["id"])
            assert "evil" not in song
            turn = ears.of("TurnChanged")[-1][0]
            assert (turn["maneuver"], turn["distance_m"], turn["time_s"]) == ("turn_left", 120.0, -1.0)
            assert turn["lanes"] == [{"shapes": ["left"], "highlighted": False}]
            assert len(ears.of("CallChanged")[-1][0]["name"]) == 400
            assert ears.of("NotificationChanged")[-1][0]["gone"] is True
            it.call_action(session, "1", "accept")
            it.notification_action(session, "n", "reply", "Yes")
            await until(lambda: phone.of("notification") == [["n", "reply", "Yes"]], what="the action")
            phone.drop()
            await until(lambda: ears.of("NowPlayingChanged")[-1][0].get("gone"), what="the song's end")
            assert ears.of("TurnChanged")[-1][0]["gone"] is True
            assert ears.of("CallChanged")[-1][0]["state"] == "ended"

    run(body())


@pytest.mark.parametrize("kind", ["notification", "phone", "waiting", "video_format", "native", "want_audio_focus"])
def test_a_phone_that_says_too_much_is_cut_off(run: Any, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backends.projection.mirror.retries.FAULT_STEPS_S", (0.01, 30.0))

    async def body() -> None:
        async with running_phones() as (phone,), backend() as (it, ears):
            session = await opened(it, phone)
            for number in range(3000):
                match kind:
                    case "notification":
                        phone.tell(kind, {"id": str(number), "title": "Buy"})
                    case "phone":
                        phone.tell(kind, {"battery": number % 100})
                    case "waiting":
                        phone.tell(kind, "other", f"Reason {number}")
                    case "video_format":
                        phone.say(picture=[640 + number, 360])
                    case "want_audio_focus":
                        phone.tell(kind, "gain")
                    case _:
                        phone.tell(kind)
            await until(lambda: any("too much" in one["text"] for one in ears.sessions()), what="the end of its link")
            assert len(ears.said) < 350
            assert ears.sessions()[-1]["reason"] in ("protocol", "")
            await until(lambda: phone.state.connections == 2, what="another attempt")
            await until(lambda: it.session(session).live, what="its picture again")

    run(body())


def test_the_car_around_it_is_told_whole_then_by_change(run: Any) -> None:
    async def body() -> None:
        async with running_phones() as (phone,), backend() as (it, _):
            it.set_vehicle({"Vehicle.Speed": 3.5, "Vehicle.Odd": [1]})
            it.set_surroundings({"night": True, "language": "de"})
            await opened(it, phone)
            it.set_vehicle({"Vehicle.Speed": 3.5})
            it.set_vehicle({"Vehicle.Speed": None})
            it.set_surroundings({"night": False, "language": "de"})
            await until(lambda: phone.of("night") == [True, False], what="the morning")
            assert phone.of("vehicle") == [{"Vehicle.Speed": 3.5}, {"Vehicle.Speed": None}]
            assert phone.of("language") == ["de", "de"]

    run(body())


def test_phones_and_secrets_survive_a_restart_and_nobody_else_reads_them(run: Any, private_state: Path) -> None:
    async def body() -> None:
        async with running_phones(PhoneState(password="geheim")) as (phone,):
            async with backend() as (it, _):
                device = await it.add_device(phone.address, {"colour": "red", "password": "geheim"})
                session = await it.open_app(device, "fake", 1024, 600, 200)
                await until(lambda: it.session(session).live, what="a picture")
                await until(lambda: it.memory.entries[device].name == "Fake 9", what="its name")
            folder = private_state / "projection" / "fake"
            for name in ("phones.json", "secrets.json"):
                assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600
            assert "geheim" not in (folder / "phones.json").read_text()
            async with backend() as (it, _):
                (known,) = it.devices()
                assert (known["id"], known["name"], known["kind"]) == (device, "Fake 9", "fake")
                assert it.phone(device).details == {"colour": "red"}
                session = await it.connect(device)
                await until(lambda: it.session(session).state.value == "background", what="the phone by itself")
                assert phone.of("size")[-1] == [1024, 600, 200]
                await it.remove_device(device)
                assert it.devices() == []
            assert "geheim" not in (folder / "secrets.json").read_text()
            (folder / "phones.json").write_bytes(b'{"version": 1, "phones": [[], {"id": 1}, {"id": "x"}]}')
            async with backend() as (it, ears):
                assert it.devices() == []
            (folder / "phones.json").write_bytes(b"[")
            async with backend() as (it, ears):
                assert ears.of("Notice")[0][1] == "phones_forgotten"

    run(body())


def test_a_phone_sought_by_the_car_itself_is_quiet_until_it_answers(run: Any) -> None:
    async def body() -> None:
        async with running_phones() as (phone,), backend() as (it, ears):
            device = await it.add_device(phone.address)
            await phone.go()
            session = await it.connect(device)
            await until(lambda: it.devices()[0]["state"] == "offline" and it.devices()[0]["problem"], what="an attempt")
            assert it.sessions() == []
            assert ears.sessions() == []
            await phone.come()
            it.found(phone.address)
            await until(lambda: ears.states[-1:] == ["background"], what="the phone")
            assert it.session(session).state.value == "background"
            assert phone.of("show") == [False, False]
            await it.disconnect(device)
            assert it.devices()[0]["state"] == "ready"
            it.left(phone.address)
            assert it.devices()[0]["state"] == "offline"

    run(body())


def test_discovered_phones_come_and_go(run: Any) -> None:
    async def body() -> None:
        async with backend() as (it, ears):
            it.found("127.0.0.1:9", name="A phone", transport="usb")
            (device,) = it.devices()
            assert (device["name"], device["transport"], device["state"]) == ("A phone", "usb", "ready")
            it.left("127.0.0.1:9")
            assert it.devices() == []
            assert ears.of("DeviceRemoved") == [("fake:127.0.0.1:9",)]

    run(body())


def test_the_active_rectangle_travels_and_is_checked() -> None:
    picture = VideoFormat("h265", 1280, 720, (0, 120, 1280, 480))
    assert VideoFormat.unpack(picture.pack()) == picture
    assert VideoFormat("h264", 640, 360).visible == (0, 0, 640, 360)
    for bad in ((0, 0, 0, 1), (1, 0, 1280, 720), (2**32 - 1, 0, 2, 2)):
        with pytest.raises(StreamError):
            VideoFormat.unpack(VideoFormat("h264", 1280, 720, bad).pack())


def test_a_link_is_made_for_each_attempt(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[FakeLink] = []

    async def body() -> None:
        async with running_phones() as (phone,), backend() as (it, _):
            make = it.link
            monkeypatch.setattr(it._context, "link", lambda *args: made.append(make(*args)) or made[-1])  # type: ignore[func-returns-value]
            session = await opened(it, phone)
            phone.drop()
            await until(lambda: len(made) == 2 and it.session(session).live, what="the second link")
            made[0]._ear.waiting("locked", "A word from the dead.")
            assert it.sessions()[0]["waiting"] in ("", "starting")

    run(body())
