"""The whole session against the simulated phone, over TCP with TLS."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from backends.projection.android_auto.car import Settings
from backends.projection.defs import AudioFormat, SessionState, VideoFormat
from backends.projection.errors import PhoneEnded
from backends.projection.mirror import Surroundings
from tests.fakes.auto_ear import MOVING, PARKED, Drive, driving
from tests.fakes.host import until

RED, GREEN = (255, 40, 40), (40, 220, 60)
PANELS = {
    "1920x720": ((1920, 720, 160), (1920, 1080), (0, 180, 1920, 720)),
    "1024x600": ((1024, 600, 160), (1280, 720), (26, 0, 1228, 720)),
    "800x480": ((800, 480, 160), (800, 480), (0, 0, 800, 480)),
    "1080x1920": ((1080, 1920, 240), (1080, 1920), (0, 0, 1080, 1920)),
}


def near(colour: tuple[int, int, int], wanted: tuple[int, int, int]) -> bool:
    return all(abs(a - b) < 60 for a, b in zip(colour, wanted, strict=True))


def content(drive: Drive) -> None:
    """The phone found nothing wrong with what the car did."""
    assert drive.far["complaints"] == []


async def picture(drive: Drive) -> None:
    await until(lambda: drive.ear.picture.shape[0] > 1, what="a picture")


def test_from_nothing_to_the_first_picture(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        began = asyncio.get_running_loop().time()
        async with driving(tmp_path) as drive:
            await picture(drive)
            assert asyncio.get_running_loop().time() - began < 5
            states = list(dict.fromkeys(drive.ear.states))
            assert states == [
                SessionState.CONNECTING,
                SessionState.AUTHENTICATING,
                SessionState.NEGOTIATING,
                SessionState.READY,
            ]
            assert drive.ear.format == VideoFormat("h264", 1280, 720, (0, 0, 1280, 720))
            assert drive.ear.facts["name"] == "Mei's phone"
            await until(lambda: drive.ear.frames > 20, what="pictures")
            assert drive.ear.keys == 1, "one key frame, then what changed"
            far = drive.far
            assert (far["version"], far["car"], far["certificate"]) == ([1, 7], "Test car", "CN=Head unit,O=Test")
            await until(lambda: drive.service("video")["unacked"] <= 1, what="every picture is acknowledged")
            content(drive)

    run(body())


@pytest.mark.parametrize("panel", PANELS)
def test_a_touch_lands_where_it_is_drawn(run: Any, tmp_path: Path, panel: str) -> None:
    size, tier, active = PANELS[panel]

    async def body() -> None:
        async with driving(tmp_path, size=size) as drive:
            await picture(drive)
            found = drive.ear.format
            assert found is not None
            assert (found.width, found.height) == tier
            assert (found.active or (0, 0, *tier)) == active
            assert drive.ear.picture.shape == (tier[1], tier[0], 3)
            drive.link.touch([(0, 0, 0.30, 0.62, 1.0)])
            drive.link.touch([(1, 0, 0.70, 0.62, 1.0)])
            await until(lambda: near(drive.ear.colour(0.30, 0.62), RED), what="the first finger's mark")
            await until(lambda: near(drive.ear.colour(0.70, 0.62), GREEN), what="the second finger's mark")
            touched = drive.service("input")
            assert touched["touch"] == list(active[2:])
            assert touched["down"] == {
                "0": [int(0.30 * active[2]), int(0.62 * active[3])],
                "1": [int(0.70 * active[2]), int(0.62 * active[3])],
            }
            # The picture ends where the margins begin.
            shown = drive.ear.picture
            left, top, width, height = active
            outside = shown.copy()
            outside[top : top + height, left : left + width] = 0
            assert outside.max() < 40, "something is drawn in the margins"
            assert shown[top + 40, left + 4 : left + width - 4].max() > 150
            content(drive)

    run(body(), 60)


def test_fingers_come_and_go_as_android_wants_it(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with driving(tmp_path) as drive:
            await picture(drive)
            touch = drive.link.touch
            touch([(7, 0, 0.0, 0.0, 1.0), (3, 0, 1.0, 1.0, 1.0)])
            touch([(7, 1, 0.1, 0.1, 1.0), (3, 1, 0.9, 0.9, 1.0)])
            touch([(9, 1, 0.5, 0.5, 1.0), (9, 2, 0.5, 0.5, 1.0)])  # was never down
            touch([(7, 2, 0.1, 0.1, 1.0)])
            touch([(3, 3, 0.9, 0.9, 1.0)])
            await until(lambda: drive.service("input")["reports"] == 6, what="reports")
            a, b = [128, 72], [1152, 648]
            assert drive.service("input")["log"] == [
                [0, 0, [[7, 0, 0]]],
                [5, 1, [[7, 0, 0], [3, 1279, 719]]],
                [2, 0, [[7, *a], [3, *b]]],
                [6, 0, [[7, *a], [3, *b]]],
                [2, 0, [[3, 0, 0]]],
                [1, 0, [[3, 0, 0]]],
            ]
            content(drive)

    run(body())


def test_keys_and_the_knob(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with driving(tmp_path) as drive:
            await picture(drive)
            await until(lambda: drive.service("input")["bound"] == 0, what="the phone's keys are bound")
            drive.link.key("back", press=True, release=True)
            drive.link.key("voice", press=True, release=False)
            drive.link.key("volume_up", press=True, release=True)  # the car's own
            for key in ("rotary_left", "rotary_right", "rotary_right"):
                drive.link.key(key, press=True, release=True)
            await until(lambda: drive.phone.inputs["knob"] == 3, what="the knob")
            assert drive.service("input")["keys"] == [[4, 1], [4, 0], [84, 1]]
            assert drive.service("input")["turned"] == 1
            content(drive)

    run(body())


def test_sensors_follow_the_car_and_never_make_up_that_it_is_parked(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        vehicle = {"Vehicle.Speed": 50.0, "Vehicle.Powertrain.Transmission.SelectedGear": 127}
        async with driving(tmp_path, vehicle=vehicle) as drive:
            await until(lambda: "13" in drive.service("sensor").get("values", {}), what="driving status")
            await until(lambda: "8" in drive.service("sensor")["values"], what="the gear")
            sensors = drive.service("sensor")
            assert sensors["offered"] == [3, 8, 10, 13], "the parking brake is not known, so there is none"
            assert sensors["values"] == {
                "3": {"1": [13889]},
                "8": {"1": [100]},
                "10": {"1": [0]},
                "13": {"1": [27]},
            }
            drive.link.set_vehicle({"Vehicle.Speed": 0.0, "Vehicle.Powertrain.Transmission.SelectedGear": 126})
            drive.link.set_rules(PARKED)
            drive.link.set_surroundings(Surroundings(name="Test car", night=True))
            await until(
                lambda: (
                    drive.service("sensor")["values"]
                    == {"3": {"1": [0]}, "8": {"1": [101]}, "10": {"1": [1]}, "13": {"1": [0]}}
                ),
                what="a parked car at night",
            )
            await until(lambda: drive.phone.state.dark, what="the phone's night look")
            drive.link.set_vehicle({"Vehicle.Speed": None, "Vehicle.Powertrain.Transmission.SelectedGear": None})
            drive.link.set_rules(MOVING)
            await until(lambda: drive.service("sensor")["values"]["13"] == {"1": [27]}, what="restrictions again")
            content(drive)

    run(body())


def test_music_guidance_and_beeps_have_their_roles(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with driving(tmp_path, app="") as drive:
            await picture(drive)
            drive.phone.state.music.set_playing(True)
            await until(lambda: len(drive.ear.pcm.get("media", b"")) > 48_000 * 4, what="a second of music")
            assert drive.ear.sounds["media"] == AudioFormat("s16l", 48_000, 2, 16)
            assert np.abs(np.frombuffer(bytes(drive.ear.pcm["media"]), "<i2").astype(int)).max() > 500
            for role, hertz in (("guidance", 660), ("system", 1320)):
                await drive.phone.command("say", {"role": role, "seconds": 0.4})
                await until(lambda role=role: role in drive.ear.pcm and role not in drive.ear.sounds, what=role)
                assert abs(drive.ear.loudest_hz(role) - hertz) < 20
            assert drive.ear.focus == ["gain", "gain_duck", "gain", "gain_duck", "gain"]
            for kind in ("media", "guidance", "system"):
                assert drive.service(kind)["unacked"] <= 1, kind
            drive.phone.state.music.set_playing(False)
            await until(lambda: "media" not in drive.ear.sounds, what="the end of the music")
            content(drive)

    run(body())


def test_the_car_takes_the_sound_and_gives_it_back(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with driving(tmp_path, app="") as drive:
            await picture(drive)
            drive.phone.state.music.set_playing(True)
            await until(lambda: drive.ear.focus == ["gain"], what="the request")
            drive.link.set_audio_focus("gain")
            await until(lambda: "media" in drive.ear.sounds, what="music")
            assert drive.far["audio_focus_unasked"] == 0
            drive.link.set_audio_focus("loss_transient")
            await until(lambda: not drive.phone.state.music.playing, what="silence")
            drive.link.set_audio_focus("gain")
            await until(lambda: drive.phone.state.music.playing, what="music again")
            await until(lambda: drive.ear.focus == ["gain"] * 2, what="another request")
            drive.link.set_audio_focus("gain")
            drive.link.set_audio_focus("loss")
            await until(lambda: drive.far["audio_focus"] == 3, what="loss")
            drive.phone.state.music.set_playing(True)
            await until(lambda: drive.ear.focus == ["gain"] * 3, what="another request")
            drive.link.set_audio_focus("loss")
            await until(lambda: not drive.phone.state.music.playing, what="the phone obeys")

    run(body())


def test_the_phone_hears_what_the_car_hears_while_it_wants_to(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with driving(tmp_path) as drive:
            await picture(drive)
            drive.link.microphone(b"\x10\x20" * 1600, 0)
            await drive.phone.command("listen", {"on": True})
            await until(lambda: drive.ear.microphone == AudioFormat("s16l", 16_000, 1, 16), what="the wish")
            for piece in range(10):
                samples = (8000 * np.sin(np.arange(320) / 5)).astype("<i2").tobytes()
                drive.link.microphone(samples, piece * 20_000)
                wanted = 320 * (piece + 1)
                await until(lambda wanted=wanted: drive.service("microphone")["samples"] >= wanted, what="samples")
            assert drive.service("microphone")["samples"] == 3200
            assert 7000 < drive.service("microphone")["peak"] < 8100
            await drive.phone.command("listen", {"on": False})
            await until(lambda: drive.ear.microphone is None, what="the end of it")
            drive.link.microphone(b"\x10\x20" * 1600, 0)
            content(drive)

    run(body())


def test_hidden_sends_no_pictures_and_shown_again_begins_with_a_key_frame(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backends.projection.android_auto.channels.video.KEYFRAME_EVERY_S", 60.0)

    async def body() -> None:
        async with driving(tmp_path, shown=False) as drive:
            await until(lambda: drive.service("video").get("focus") == 2, what="native")
            assert drive.ear.states[-1] is SessionState.READY
            assert drive.ear.frames == 0
            drive.link.show(True)
            await picture(drive)
            drive.link.show(False)
            await until(lambda: drive.service("video")["focus"] == 2, what="native again")
            seen, keys = drive.ear.frames, drive.ear.keys
            drive.link.show(True)
            await until(lambda: drive.ear.keys == keys + 1, what="a key frame")
            assert drive.ear.frames >= seen + 1
            drive.link.request_keyframe()
            await until(lambda: drive.ear.keys == keys + 2, what="another, asked for")
            assert drive.link._connection is not None
            sent = drive.link._connection.sent
            drive.link.request_keyframe()
            assert drive.link._connection.sent == sent, "not more often than that"
            content(drive)

    run(body())


def test_exit_on_the_phone_gives_the_screen_to_the_car(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with driving(tmp_path) as drive:
            await picture(drive)
            await drive.phone.command("exit", {})
            await until(lambda: drive.ear.natives == 1, what="native")
            await until(lambda: drive.service("video")["focus"] == 2, what="the phone's answer")
            drive.link.show(False)
            keys = drive.ear.keys
            drive.link.show(True)
            await until(lambda: drive.ear.keys == keys + 1, what="the phone again")
            content(drive)

    run(body())


def test_goodbye_of_the_car_and_of_the_phone(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with driving(tmp_path) as drive:
            await picture(drive)
            await drive.hang_up()
            assert drive.far["bye"] == 1
            assert ("connection", "Ended", "The car ended the connection.") in drive.link.report()
        async with driving(tmp_path) as drive:
            await picture(drive)
            await drive.phone.command("bye", {"reason": 2})
            error = await drive.ended()
            assert isinstance(error, PhoneEnded)
            assert error.text == "The phone went to another car or another connection."
            assert (
                "connection",
                "Ended",
                "The phone went to another car or another connection: reason 2",
            ) in drive.link.report()

    run(body())


def test_battery_signal_and_pings(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with driving(tmp_path, faults=("encrypted_pings",)) as drive:
            await until(lambda: drive.ear.facts.get("battery") == 78, what="the battery")
            drive.phone.state.set_battery(41)
            await until(lambda: drive.ear.facts["battery"] == 41, what="less of it")
            await until(lambda: drive.far["pongs"] >= 1 and drive.far["pings"] >= 2, what="pings both ways")
            await drive.phone.command("native-navigation", {})
            await until(lambda: drive.far["navigation_focus"] == 2, what="navigation is the phone's")
            content(drive)

    run(body())


def test_what_was_negotiated_is_told(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        settings = Settings(version=(1, 6), fps=60)
        async with driving(tmp_path, size=(1920, 720, 160), settings=settings) as drive:
            await picture(drive)
            rows = {(group, name): value for group, name, value in drive.link.report()}
            assert rows["connection", "Version asked for"] == "1.6"
            assert rows["connection", "TLS"] == "TLSv1.2"
            assert rows["picture", "Size"] == "1920x1080"
            assert rows["picture", "Shown of it"] == "1920x720 at 0,180"
            assert rows["picture", "Sent"] == "h264 60/s"
            assert rows["input", "Touchscreen"] == "1920x720"
            assert rows["sensors", "Sensors wanted"] == "night, driving_status"
            assert "-----" not in str(rows)

    run(body())
