"""CarLife, whole conversations with a simulated phone over real sockets."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import av
import pytest

from backends.projection.carlife import link as link_module
from backends.projection.carlife.ids import Type
from backends.projection.carlife.settings import Encryption, Settings
from backends.projection.defs import AudioFormat, SessionState, VideoFormat
from backends.projection.domain import Rules
from backends.projection.errors import NotAllowed, PhoneEnded, Unsupported
from backends.projection.simphone.carlife.manners import Manners
from backends.projection.simphone.carlife.phone import CarlifePhone
from tests.fakes.carlife import PLAIN, Ear, Linked, linked, simulated, wifi
from tests.fakes.host import until

SEEN = "Vehicle.CurrentLocation."


def counts(phone: CarlifePhone) -> dict[str, int]:
    return phone.session.seen.counts if phone.session is not None else {}


async def do(phone: CarlifePhone, command: str, **values: Any) -> None:
    await phone.command(command, values)


def size_of(ear: Ear) -> tuple[int, int]:
    """What a decoder makes of the pictures."""
    decoder = av.CodecContext.create("h264", "r")
    for data, _, _ in ear.frames:
        for picture in decoder.decode(av.Packet(data)):
            return picture.width, picture.height
    raise AssertionError("no picture")


def test_from_the_first_word_to_a_picture(run: Any) -> None:
    async def body() -> None:
        async with simulated() as phone, linked(wifi(phone)) as car:
            await car.until(lambda ear: ear.keys)
            assert car.ear.states == [
                SessionState.CONNECTING, SessionState.AUTHENTICATING, SessionState.NEGOTIATING, SessionState.READY,
            ]  # fmt: skip
            assert car.ear.formats == [VideoFormat("h264", 800, 480)]
            assert size_of(car.ear) == (800, 480)
            assert len(car.ear.configs) == 1
            assert car.ear.facts == {"name": "Example Sim One", "model": "Example Sim One"}
            await until(lambda: "auth result seen" in counts(phone))
            seen = phone.session.seen  # type: ignore[union-attr]  # it is there
            assert seen.car["model"] == "Test car"
            assert seen.statistics["channel"] == "20000000"
            assert seen.modules == {5: 5, 6: 0}
            assert (seen.features["VOICE_MIC"], seen.features["CONTENT_ENCRYPTION"]) == (0, 0)
            assert seen.wished == (800, 480)
            assert counts(phone)["launch"] == 1
            report = {(group, name): value for group, name, value in car.link.report()}
            assert report["connection", "permission"] == "given"
            assert report["picture", "size"] == "800x480, asked for 800x480"
        await until(lambda: phone.session is None)

    run(body())


def test_everything_is_encrypted_when_the_phone_asks(run: Any) -> None:
    async def body() -> None:
        manners = Manners(encrypt=True)
        settings = Settings(encryption=Encryption.REQUIRE)
        async with simulated(manners=manners) as phone, linked(wifi(phone), settings) as car:
            await car.until(lambda ear: ear.keys)
            phone.state.music.set_playing(True)
            await car.until(lambda ear: ear.heard.get("media", 0) > 8000)
            car.link.touch([(7, 0, 0.5, 0.5, 1.0), (7, 2, 0.5, 0.5, 0.0)])
            await until(lambda: len(phone.session.seen.touches) == 2)  # type: ignore[union-attr]
            assert size_of(car.ear) == (800, 480)
            assert ("connection", "encryption", "AES, keys by RSA") in car.link.report()

    run(body())


def test_a_phone_without_encryption_is_refused_when_it_is_required(run: Any) -> None:
    async def body() -> None:
        async with simulated() as phone, linked(wifi(phone), Settings(encryption=Encryption.REQUIRE)) as car:
            error = await car.ended()
            assert isinstance(error, Unsupported)
            assert "does not encrypt" in error.text

    run(body())


def test_another_version_is_named(run: Any) -> None:
    async def body() -> None:
        async with simulated() as phone:
            phone.faults.set("version=9")
            async with linked(wifi(phone)) as car:
                error = await car.ended()
                assert isinstance(error, Unsupported)
                assert "Update CarLife" in error.text

    run(body())


def test_a_car_that_is_not_accepted_is_told_why(run: Any) -> None:
    async def body() -> None:
        settings = replace(PLAIN, channel="12345678")
        async with simulated(manners=Manners(accept=False)) as phone, linked(wifi(phone), settings) as car:
            error = await car.ended()
            assert isinstance(error, NotAllowed)
            assert "channel id" in error.text
            assert ("connection", "channel id", "12345678") in car.link.report()

    run(body())


def test_a_phone_that_keeps_its_size_is_kept(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_module, "PICTURE_S", 0.3)
    monkeypatch.setattr(link_module, "BEAT_S", 0.1)

    async def body() -> None:
        async with simulated() as phone, linked(wifi(phone)) as car:
            await car.until(lambda ear: ear.keys)
            phone.manners.answers = False
            car.link.resize(1080, 1920, 160)
            await until(lambda: counts(phone)["video init"] == 2)
            beats = counts(phone).get("car beat", 0)
            await until(lambda: counts(phone).get("car beat", 0) > beats + 5)
            assert not car.task.done()
            assert ("picture", "size", "800x480, asked for 1080x1920") in car.link.report()

    run(body())


def test_the_driver_may_take_his_time_to_allow_it(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PICTURE_S", "SILENT_S"):
        monkeypatch.setattr(link_module, name, 0.3)
    monkeypatch.setattr(link_module, "BEAT_S", 0.1)

    async def body() -> None:
        async with simulated(manners=Manners(permission=False)) as phone, linked(wifi(phone)) as car:
            await car.until(lambda ear: ear.waits)
            await until(lambda: counts(phone).get("car beat", 0) > 8)
            assert not car.task.done()

    run(body())


def test_goodbye_is_no_error(run: Any) -> None:
    async def body() -> None:
        async with simulated() as phone, linked(wifi(phone)) as car:
            await car.until(lambda ear: ear.ready)
            await do(phone, "exit")
            assert isinstance(await car.ended(), PhoneEnded)

    run(body())


def test_the_phone_asks_before_its_screen_is_recorded(run: Any) -> None:
    async def body() -> None:
        async with simulated(manners=Manners(permission=False)) as phone, linked(wifi(phone)) as car:
            await car.until(lambda ear: ear.waits)
            code, text = car.ear.waits[0]
            assert code == "permission"
            assert "Allow it on the phone" in text
            assert not car.ear.ready
            await do(phone, "allow")
            await car.until(lambda ear: ear.keys)
            assert car.ear.waits[-1] == ("", "")

    run(body())


@pytest.mark.parametrize("kind", [1, 2, 9])
def test_problems_on_the_phone_are_told(run: Any, kind: int) -> None:
    async def body() -> None:
        async with simulated() as phone, linked(wifi(phone)) as car:
            await car.until(lambda ear: ear.ready)
            await do(phone, "exception", kind=kind)
            if kind == 1:
                error = await car.ended()
                assert isinstance(error, Unsupported)
                assert "video encoder" in error.text
            else:
                await car.until(lambda ear: any(code in ("permission", "other") for code, _ in ear.waits))

    run(body())


def test_pictures_stop_while_nobody_looks(run: Any) -> None:
    async def body() -> None:
        async with simulated() as phone, linked(wifi(phone)) as car:
            await car.until(lambda ear: ear.keys == 1)
            car.link.show(False)
            await until(lambda: not phone.describe()["streaming"])
            car.link.show(True)
            await car.until(lambda ear: ear.keys >= 2)
            keys = car.ear.keys
            car.link.request_keyframe()
            await car.until(lambda ear: ear.keys > keys)
            assert counts(phone)["video pause"] == 1

    run(body())


def test_a_new_size_is_asked_for_once_it_stays(run: Any) -> None:
    async def body() -> None:
        async with simulated() as phone, linked(wifi(phone)) as car:
            await car.until(lambda ear: ear.keys)
            for width in (700, 720, 1080):
                car.link.resize(width, 1920, 160)
            await car.until(lambda ear: ear.formats[-1] == VideoFormat("h264", 1080, 1920))
            assert counts(phone)["video init"] == 2
            car.ear.frames.clear()
            await car.until(lambda ear: ear.keys)
            assert size_of(car.ear) == (1080, 1920)

    run(body())


def test_music_guidance_and_voice_have_their_own_streams(run: Any) -> None:
    async def body() -> None:
        async with simulated() as phone, linked(wifi(phone)) as car:
            await car.until(lambda ear: ear.ready)
            phone.state.music.set_playing(True)
            await car.until(lambda ear: ear.heard.get("media", 0) > 20_000 and "art" in ear.song)
            assert car.ear.sounds["media"] == AudioFormat("s16l", 48_000, 2, 16)
            await do(phone, "say", seconds=0.1)
            await car.until(lambda ear: "guidance" in ear.stopped)
            assert car.ear.sounds["guidance"] == AudioFormat("s16l", 16_000, 1, 16)
            assert car.ear.heard["guidance"] == 3200
            await do(phone, "answer", seconds=0.1)
            await car.until(lambda ear: "voice" in ear.stopped)
            assert car.ear.focus == ["gain", "gain_transient", "gain"]
            phone.state.music.set_playing(False)
            await car.until(lambda ear: "media" in ear.stopped)
            assert car.ear.focus[-1] == "release"
            phone.state.music.set_playing(True)
            await car.until(lambda ear: ear.focus[-1] == "gain")

    run(body())


def test_the_car_pauses_music_and_lets_it_go_on(run: Any) -> None:
    async def body() -> None:
        async with simulated() as phone, linked(wifi(phone)) as car:
            await car.until(lambda ear: ear.ready)
            phone.state.music.set_playing(True)
            await car.until(lambda ear: ear.heard.get("media"))
            car.link.set_audio_focus("loss_transient")
            await until(lambda: not phone.state.music.playing)
            await car.until(lambda ear: "media" in ear.stopped)
            car.link.set_audio_focus("gain")
            await until(lambda: phone.state.music.playing)
            await car.until(lambda ear: ear.song.get("status") == "playing")
            car.link.set_audio_focus("loss")
            await until(lambda: not phone.state.music.playing)
            car.link.set_audio_focus("gain")
            car.link.key("next", True, True)
            await until(lambda: counts(phone).get("key") == 2)
            assert not phone.state.music.playing

    run(body())


def test_the_microphone_is_open_while_the_phone_listens(run: Any) -> None:
    async def body() -> None:
        async with simulated() as phone, linked(wifi(phone)) as car:
            await car.until(lambda ear: ear.ready)
            car.link.microphone(bytes(320), 0)
            await do(phone, "listen")
            await car.until(lambda ear: ear.microphone)
            assert car.ear.microphone == [AudioFormat("s16l", 16_000, 1, 16)]
            car.link.microphone(bytes(6400), 5_000)
            await until(lambda: phone.session.seen.microphone_bytes == 6400)  # type: ignore[union-attr]
            assert counts(phone)["microphone"] == 3
            await do(phone, "listen-end")
            await car.until(lambda ear: ear.microphone[-1] is None)
            assert car.ear.focus == ["gain_transient", "release"]

    run(body())


def test_songs_turns_and_calls_are_told(run: Any) -> None:
    async def body() -> None:
        async with simulated() as phone, linked(wifi(phone)) as car:
            await car.until(lambda ear: ear.ready)
            phone.state.music.set_playing(True)
            await car.until(lambda ear: ear.song.get("title") == "Night Ferry" and ear.song.get("position_us"), 5)
            assert car.ear.song["art"].startswith(b"\x89PNG")
            assert car.ear.song["duration_us"] == 204_000_000
            await do(phone, "turn", turn=7, road="Elm Street", distance=120)
            await car.until(lambda ear: ear.turns)
            turn = car.ear.turns[0]
            assert turn is not None
            assert (turn["maneuver"], turn["road"], turn["distance_m"]) == ("turn_left", "Elm Street", 120.0)
            assert turn["image"].startswith(b"\x89PNG")
            await do(phone, "module", module="navigation", status=2)
            await car.until(lambda ear: ear.turns[-1] is None)
            await do(phone, "call", state="incoming", name="Mei", number="123")
            await car.until(lambda ear: any(call.get("name") == "Mei" for call in ear.calls))
            car.link.call_action("phone", "accept")
            await car.until(lambda ear: ear.calls[-1]["state"] == "active")
            car.link.call_action("phone", "hangup")
            await car.until(lambda ear: ear.calls[-1]["state"] == "ended")

    run(body())


def test_the_phones_screen_and_app_tell_why_there_is_no_picture(run: Any) -> None:
    async def body() -> None:
        async with simulated() as phone, linked(wifi(phone)) as car:
            await car.until(lambda ear: ear.keys)
            for command, code in (
                ("screen-off", "locked"), ("screen-on", ""), ("background", "phone_background"), ("foreground", ""),
            ):  # fmt: skip
                await do(phone, command)
                await car.until(lambda ear, code=code: ear.waits and ear.waits[-1][0] == code)  # type: ignore[misc]
            await do(phone, "background")
            await car.until(lambda ear: ear.waits[-1][0] == "phone_background")
            car.link.show(False)
            car.link.show(True)
            await until(lambda: counts(phone).get("go foreground") == 1)
            await do(phone, "ask-foreground")
            await until(lambda: counts(phone).get("go foreground") == 2)
            await do(phone, "desktop")
            await car.until(lambda ear: ear.natives == 1)

    run(body())


@pytest.mark.parametrize("old", [False, True])
def test_vehicle_data_are_told_to_who_asks_and_never_made_up(run: Any, old: bool) -> None:
    async def body() -> None:
        vehicle = {
            "Vehicle.Speed": 52.6,
            SEEN + "Latitude": 31.2304,
            SEEN + "Longitude": 121.4737,
            "Vehicle.AngularVelocity.Yaw": 4.0,
        }
        manners = Manners(version=0 if old else 2)
        async with simulated(manners=manners) as phone, linked(wifi(phone), vehicle=vehicle) as car:
            await car.until(lambda ear: ear.ready)
            await do(phone, "subscribe")
            await until(lambda: {"speed", "gps", "gyroscope"} <= phone.session.seen.vehicle.keys())  # type: ignore[union-attr]
            seen = phone.session.seen  # type: ignore[union-attr]
            assert seen.offers == {0: True, 1: True, 2: True, 3: False, 4: False, 5: False}
            assert seen.vehicle["speed"]["speed"] == 53
            assert seen.vehicle["gps"]["latitude"] == 31_230_400
            assert seen.vehicle["gyroscope"]["zAxisGyroSum" if old else "gyroZ"] == 4
            car.link.set_vehicle({"Vehicle.Speed": None, "Vehicle.Powertrain.Transmission.SelectedGear": 126})
            await until(lambda: seen.vehicle.get("gear") == {"gear": 2})
            told = seen.counts["speed"]
            await until(lambda: seen.counts["gear"] > 4)
            assert seen.counts["speed"] <= told + 1
            assert not {"acceleration", "oil"} & seen.vehicle.keys()

    run(body())


def test_typing_is_off_while_driving(run: Any) -> None:
    async def body() -> None:
        async with simulated() as phone, linked(wifi(phone)) as car:
            await until(lambda: "feature answer" in counts(phone))
            assert phone.session.seen.features["INPUT_DISABLE"] == 0  # type: ignore[union-attr]
            car.link.set_rules(Rules())
            await until(lambda: phone.session.seen.features["INPUT_DISABLE"] == 1)  # type: ignore[union-attr]

    run(body())


def test_hands_free_questions_are_answered(run: Any) -> None:
    async def body() -> None:
        async with simulated() as phone, linked(wifi(phone)) as car:
            await car.until(lambda ear: ear.ready)
            await do(phone, "hands-free")
            await until(lambda: {"hfp response", "hfp status answer", "bluetooth"} <= counts(phone).keys())

    run(body())


def test_keys_are_carlifes(run: Any) -> None:
    async def body() -> None:
        async with simulated() as phone, linked(wifi(phone)) as car:
            await car.until(lambda ear: ear.ready)
            for key, code in {
                "home": 0x01, "back": 0x0E, "escape": 0x0E, "ok": 0x14, "up": 0x17, "rotary_right": 0x06,
                "voice": 0x21, "play_pause": 0x1F, "hangup": 0x03, "next": 0x10, "previous": 0x0F,
            }.items():  # fmt: skip
                car.link.key(key, True, False)
                car.link.key(key, False, True)
                await until(lambda code=code: phone.session.seen.last_key == code)  # type: ignore[misc, union-attr]
            assert counts(phone)["key"] == 11
            car.link.key("delete", True, True)

    run(body())


def test_a_format_that_is_not_pcm_is_told_and_not_played(run: Any) -> None:
    async def body() -> None:
        async with simulated() as phone, linked(wifi(phone)) as car:
            await car.until(lambda ear: ear.ready)
            await do(phone, "sound", rate=44_100, channels=12, format=2)
            await car.until(lambda ear: ear.sounds.get("media") == AudioFormat("s16l", 44_100, 2, 16))
            await do(phone, "sound", rate=48_000, channels=2, format=7)
            await car.until(lambda ear: ear.stopped == ["media"])
            assert ("sound", "media", "not played: 48000 Hz, channels 2, format 7") in car.link.report()

    run(body())


def test_messages_of_later_versions_are_left_alone(run: Any) -> None:
    async def body() -> None:
        async with simulated() as phone, linked(wifi(phone)) as car:
            await car.until(lambda ear: ear.ready)
            await do(phone, "raw", channel="command", type=0x00010777, data="ffff")
            await do(phone, "raw", channel="command", type=int(Type.VIDEO_JPEG_ACK), data="")
            await do(phone, "desktop")
            await car.until(lambda ear: ear.natives == 1)

    run(body())


def test_a_cancel_says_goodbye_within_a_second(run: Any) -> None:
    async def body() -> None:
        async with simulated() as phone, linked(wifi(phone)) as car:
            await car.until(lambda ear: ear.keys)
            session = phone.session
            assert session is not None
            car.task.cancel()
            await asyncio.wait({car.task}, timeout=1)
            assert car.task.done()
            await until(lambda: phone.session is None)
            assert session.seen.counts["video pause"] == 1

    run(body())


def test_linked_tells_what_ended_it(run: Any) -> None:
    async def body() -> None:
        async with simulated() as phone:
            phone.faults.set("refuse")
            car: Linked
            async with linked(wifi(phone)) as car:
                with pytest.raises(Exception, match="connection"):
                    await car.until(lambda ear: ear.ready)

    run(body())
