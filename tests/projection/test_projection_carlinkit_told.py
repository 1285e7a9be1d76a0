"""Sounds by role, the music, the way and the settings: what is made of the dongle's messages, without a dongle."""

from __future__ import annotations

import base64
import json
import struct
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.projection.carlinkit import sentences as said
from backends.projection.carlinkit.fingers import FINGERS_MAX, Fingers
from backends.projection.carlinkit.h264 import split
from backends.projection.carlinkit.maneuvers import carplay_maneuver
from backends.projection.carlinkit.messages import AudioPacket
from backends.projection.carlinkit.metadata import Guidance, picture, playing
from backends.projection.carlinkit.nmea import sentences
from backends.projection.carlinkit.settings import DongleSettings
from backends.projection.carlinkit.sounds import QUIET_S, Sounds
from backends.projection.carlinkit.tables import DECODE_TYPES
from backends.projection.defs import AudioFormat
from tests.fakes.link_listener import Heard
from ui.said_dongle import DONGLE

MEDIA, CALL_RATE = AudioFormat("s16l", 48_000, 2, 16), AudioFormat("s16l", 16_000, 1, 16)
PNG = b"\x89PNG\r\n\x1a\n" + b"rest"


class Desk:
    """A `Sounds` with its listener and a clock of its own."""

    def __init__(self, *, car_microphone: bool = True) -> None:
        self.now = 100.0
        self.heard = Heard()
        self.sounds = Sounds(self.heard, lambda: self.now, car_microphone=car_microphone)

    def command(self, command: int, decode: int = 4, channel: int = 1) -> None:
        self.sounds.take(AudioPacket(decode, 0.0, channel, command=command), 1000)

    def samples(self, decode: int = 4, channel: int = 1, data: bytes = bytes(480)) -> None:
        self.sounds.take(AudioPacket(decode, 0.0, channel, samples=data), 1000)


def test_music_and_guidance_are_two_streams() -> None:
    desk = Desk()
    desk.command(10)
    desk.command(1)
    desk.samples()
    assert desk.heard.playing == {"media": MEDIA}
    assert desk.heard.focus == ["gain"]
    desk.command(6, channel=2)
    desk.samples(5, channel=2)
    assert desk.heard.playing == {"media": MEDIA, "guidance": CALL_RATE}
    desk.command(7, channel=2)
    assert desk.heard.playing == {"media": MEDIA}
    desk.command(11)
    assert desk.heard.playing == {}
    assert desk.heard.focus == ["gain", "release"]
    assert desk.heard.song == {"status": "paused"}


def test_guidance_that_nobody_ends_is_over_when_it_is_quiet() -> None:
    desk = Desk()
    desk.samples(channel=2)
    assert desk.heard.focus == ["gain_duck"]
    desk.now += QUIET_S - 0.1
    desk.sounds.tick()
    assert "guidance" in desk.heard.playing
    desk.now += 0.2
    desk.sounds.tick()
    assert desk.heard.playing == {}
    assert desk.heard.focus[-1] == "release"


def test_a_call_rings_begins_listens_and_ends() -> None:
    desk = Desk()
    desk.command(10)
    desk.samples()
    desk.command(14, decode=5)
    desk.command(12)
    desk.samples()
    assert "alert" in desk.heard.playing
    assert desk.heard.calls[-1]["state"] == "incoming"
    assert desk.heard.listening is None
    desk.command(13)
    desk.command(3, decode=5)
    desk.command(4, decode=5)
    assert desk.heard.calls[-1]["state"] == "active"
    assert desk.heard.listening == CALL_RATE
    assert desk.sounds.microphone_type == 5
    assert desk.heard.focus[-1] == "gain_transient"
    desk.samples(5)
    assert desk.heard.playing["call"] == CALL_RATE
    # Output stops and starts every few seconds in a call, and it means nothing.
    desk.command(2, decode=5)
    desk.command(1, decode=5)
    assert "call" in desk.heard.playing
    desk.command(5, decode=2)
    desk.command(5, decode=2)
    assert "call" not in desk.heard.playing
    assert [call["state"] for call in desk.heard.calls] == ["incoming", "active", "ended"]
    assert desk.heard.listening is None


def test_a_call_of_an_old_phone_is_heard_at_its_own_rate() -> None:
    desk = Desk()
    desk.command(4, decode=3)
    desk.command(3, decode=3)
    assert desk.heard.listening == AudioFormat("s16l", 8_000, 1, 16)
    assert desk.sounds.microphone_type == 3


def test_a_call_that_nobody_took_is_gone() -> None:
    desk = Desk()
    desk.command(14)
    desk.samples()
    desk.command(5)
    assert desk.heard.calls[-1]["state"] == "ended"
    assert desk.heard.playing == {}
    desk.command(5)
    assert len(desk.heard.calls) == 2


def test_the_assistant_has_a_role_of_its_own_and_the_dongle_s_microphone_leaves_ours_alone() -> None:
    desk = Desk(car_microphone=False)
    desk.command(8, decode=5)
    desk.samples(5)
    assert list(desk.heard.playing) == ["voice"]
    assert desk.heard.listening is None
    desk.sounds.set_microphone(True)
    assert desk.heard.listening == CALL_RATE
    desk.command(9, decode=5)
    assert desk.heard.listening is None


def test_another_format_begins_a_stream_anew_and_an_unknown_one_is_silence() -> None:
    desk = Desk()
    desk.samples(4)
    desk.samples(2)
    assert desk.heard.playing["media"].rate == 44_100
    packet = AudioPacket.read(struct.pack("<IfI", 99, 0.0, 1) + bytes(64))
    desk.sounds.take(packet, 1)
    assert desk.heard.playing["media"].rate == 44_100
    assert {kind: (sound.rate, sound.channels) for kind, sound in DECODE_TYPES.items()} == {
        1: (44_100, 2), 2: (44_100, 2), 3: (8_000, 1), 4: (48_000, 2), 5: (16_000, 1), 6: (24_000, 1), 7: (16_000, 2),
    }  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 8), st.integers(0, 4), st.booleans()), max_size=60))
def test_in_any_order_every_stream_that_began_ends(told: list[tuple[int, int, int, bool]]) -> None:
    desk = Desk()
    for command, decode, channel, samples in told:
        if samples:
            desk.sounds.take(AudioPacket.read(struct.pack("<IfI", decode, 0.0, channel) + bytes(40)), 1)
        else:
            desk.command(command, decode, channel)
        desk.now += 0.3
        desk.sounds.tick()
    desk.sounds.end()
    assert desk.heard.playing == {}
    assert desk.heard.listening is None
    assert not desk.heard.focus or desk.heard.focus[-1] == "release"
    assert not desk.heard.calls or desk.heard.calls[-1]["state"] == "ended"


# -- the music ---------------------------------------------------------------------------------------------------------


def as_json(**found: Any) -> bytes:
    return json.dumps(found).encode() + b"\0"


def test_the_song_in_our_words() -> None:
    told = playing(
        as_json(
            MediaSongName="Glass\nhouse",
            MediaArtistName="Tom",
            MediaAlbumName="One",
            MediaAPPName="Player",
            MediaSongDuration=171_000,
            MediaSongPlayTime=5_000,
            MediaPlayStatus=1,
        )
    )
    assert told == {
        "title": "Glass house", "artist": "Tom", "album": "One", "app": "Player",
        "duration_us": 171_000_000, "position_us": 5_000_000, "status": "playing",
    }  # fmt: skip
    assert playing(as_json(MediaPlayStatus=0)) == {"status": "paused"}
    assert playing(as_json(MediaSongName=5, MediaSongDuration="x", MediaSongPlayTime=-4)) == {"position_us": 0}
    assert playing(b"nothing") == {}


def test_covers_come_as_they_are_or_in_base64() -> None:
    assert picture(PNG) == PNG
    assert picture(base64.b64encode(PNG) + b"\0") == PNG
    assert picture(b"data:image/png;base64," + base64.b64encode(PNG)) == PNG
    for other in (b"", b"<svg>", base64.b64encode(b"<svg/>"), b"\xff" * 40):
        assert picture(other) == b""


# -- the way -----------------------------------------------------------------------------------------------------------


def test_carplay_s_turns_are_put_together_from_what_changes() -> None:
    way = Guidance()
    assert way.turn() is None
    way.update(as_json(NaviStatus=1, NaviDestinationName="Speedway", NaviAPPName="Maps"))
    assert not way.told
    way.update(
        as_json(NaviRoadName="De Armoun Rd", NaviOrderType=6, NaviTurnAngle=2, NaviTurnSide=2, NaviManeuverType=2)
    )
    way.update(as_json(NaviRemainDistance=239))
    way.update(as_json(NaviDistanceToDestination=6124, NaviTimeToDestination=480))
    turn = way.turn()
    assert turn is not None
    assert (turn["maneuver"], turn["road"], turn["distance_m"]) == ("turn_right", "De Armoun Rd", 239.0)
    assert (turn["remaining_m"], turn["remaining_s"], turn["time_s"]) == (6124.0, 480.0, -1.0)
    way.update(as_json(NaviRoadName="W Main St", NaviOrderType=16, NaviRoundaboutExit=2, NaviManeuverType=29))
    turn = way.turn()
    assert turn is not None
    assert (turn["maneuver"], turn["exit"]) == ("roundabout_ccw", 2)
    way.update(as_json(NaviStatus=0))
    assert way.turn() is None


def test_android_auto_s_turns_come_in_other_numbers_and_with_a_picture() -> None:
    way = Guidance(android=True)
    way.image(PNG)
    way.update(as_json(NaviRoadName="Buzby Rd", NaviTurnSide=2, NaviOrderType=6, NaviTurnAngle=0, NaviRoundaboutExit=0))
    way.update(as_json(NaviRemainDistance=440, NaviNextTurnTimeSeconds=30))
    turn = way.turn()
    assert turn is not None
    assert (turn["maneuver"], turn["time_s"], turn["image"]) == ("turn_right", 30.0, PNG)
    for angle, side, word in (
        (1, 1, "slight_left"),
        (2, 2, "sharp_right"),
        (3, 1, "u_turn_left"),
        (4, 2, "on_ramp_right"),
    ):
        way.update(as_json(NaviOrderType=6, NaviTurnAngle=angle, NaviTurnSide=side))
        turn = way.turn()
        assert turn is not None
        assert turn["maneuver"] == word
    way.update(as_json(NaviStatus=2))
    assert way.turn() is None


def test_every_carplay_number_has_a_word_of_ours() -> None:
    words = {carplay_maneuver(number, left_hand_traffic=left)[0] for number in range(1, 54) for left in (False, True)}
    assert "unknown" not in words
    assert carplay_maneuver(28) == ("roundabout_ccw", 1)
    assert carplay_maneuver(46, left_hand_traffic=True) == ("roundabout_cw", 19)
    assert carplay_maneuver(4, left_hand_traffic=True) == ("u_turn_right", 0)
    assert carplay_maneuver(77) == ("unknown", 0)


@given(
    st.dictionaries(
        st.sampled_from(
            [
                "NaviStatus",
                "NaviRoadName",
                "NaviOrderType",
                "NaviManeuverType",
                "NaviTurnAngle",
                "NaviTurnSide",
                "NaviRoundaboutExit",
                "NaviRemainDistance",
                "NaviTimeToDestination",
                "NaviETA",
                "Other",
            ]
        ),
        st.one_of(
            st.none(),
            st.booleans(),
            st.integers(),
            st.floats(),
            st.text(max_size=40),
            st.lists(st.integers(), max_size=3),
        ),
    ),
    st.booleans(),
)
def test_nonsense_in_the_way_s_words_is_never_a_trace(found: dict[str, Any], android: bool) -> None:
    way = Guidance(android=android)
    way.update(json.dumps(found).encode())
    turn = way.turn()
    assert turn is None or (0 <= turn["exit"] <= 99 and turn["distance_m"] >= -1)


# -- fingers, pictures, places, settings ---------------------------------------------------------------------------------


def test_every_message_has_all_fingers_that_are_down() -> None:
    fingers = Fingers()
    assert fingers.take([(70, 0, 0.1, 0.2, 1.0)]) == ([(0, 0, 0.1, 0.2)], False)
    assert fingers.take([(71, 0, 0.5, 0.5, 1.0)]) == ([(0, 1, 0.1, 0.2), (1, 0, 0.5, 0.5)], False)
    assert fingers.take([(71, 1, 0.6, 0.5, 1.0)]) == ([(0, 1, 0.1, 0.2), (1, 1, 0.6, 0.5)], True)
    assert fingers.take([(70, 2, 0.1, 0.2, 0.0)]) == ([(0, 2, 0.1, 0.2), (1, 1, 0.6, 0.5)], False)
    assert fingers.take([(72, 0, 0.9, 0.9, 1.0)]) == ([(0, 0, 0.9, 0.9), (1, 1, 0.6, 0.5)], False)
    assert fingers.take([(99, 1, 0.9, 0.9, 1.0)]) == ([], False)
    fingers.take([(71, 3, 0.6, 0.5, 0.0), (72, 2, 0.9, 0.9, 0.0)])
    assert fingers.down == 0


@given(st.lists(st.tuples(st.integers(0, 15), st.integers(0, 3), st.floats(0, 1), st.floats(0, 1)), max_size=80))
def test_a_finger_goes_down_once_and_up_once(points: list[tuple[int, int, float, float]]) -> None:
    fingers, down = Fingers(), set()
    for point in points:
        sent, _ = fingers.take([(*point, 1.0)])
        for slot, phase, *_ in sent:
            assert slot < FINGERS_MAX
            if phase == 0:
                down.add(slot)
            assert slot in down
            if phase >= 2:
                down.discard(slot)
    assert len(down) == fingers.down


def test_parameter_sets_are_told_from_pictures() -> None:
    sps, pps, idr, slice_ = b"\0\0\0\1\x67abc", b"\0\0\0\1\x68d", b"\0\0\1\x65key", b"\0\0\1\x41delta"
    assert split(sps + pps + idr) == (sps + pps, b"\0" + idr, True)
    assert split(sps + pps) == (sps + pps, b"", False)
    assert split(b"\0\0\0\1\x09\xf0" + slice_) == (b"", b"\0\0\0\1\x09\xf0\0" + slice_, False)
    assert split(b"\0\0\0\1\x06sei") == (b"", b"", False)
    assert split(b"") == split(b"\0\0\1") == split(b"none at all") == (b"", b"", False)


def test_a_place_as_nmea() -> None:
    told = sentences(48.1173, -11.51667, altitude_m=545.4, speed_kph=41.5, heading_deg=84.4, now_s=764_426_119.5).split(
        "\r\n"
    )
    assert told[0].startswith("$GPGGA,123519.50,4807.0380,N,01131.0002,W,1,08,1.0,545.4,M,")
    assert told[1].startswith("$GPRMC,123519.50,A,4807.0380,N,01131.0002,W,22.4,84.4,230394,")
    assert told[2] == ""
    for line in told[:2]:
        body, _, check = line[1:].partition("*")
        value = 0
        for letter in body.encode():
            value ^= letter
        assert f"{value:02X}" == check
    assert "9000.0000,S" in sentences(-89.99999999, 0, altitude_m=0, speed_kph=0, heading_deg=360, now_s=0)


def test_settings_take_what_makes_sense_and_forget_the_rest() -> None:
    settings = DongleSettings().changed("wifi_band", "2.4").changed("name", "My Car-1").changed("media_delay", "500")
    assert DongleSettings.read(settings.stored()) == settings
    for what, value in (
        ("wifi_band", "6"), ("name", 'a"; reboot; "'), ("name", "x" * 17), ("media_delay", "-1"), ("fps", "999"),
        ("media_delay", "1e3"), ("colour", "red"), ("microphone", ""),
    ):  # fmt: skip
        with pytest.raises(ValueError, match=r"\w"):
            settings.changed(what, value)
    assert DongleSettings.read({"wifi_band": 7, "fps": "x", "name": None, "audio": "phone"}).stored() == {
        **DongleSettings(audio="phone").stored()
    }


def test_everything_that_is_said_to_a_driver_is_known_to_translators() -> None:
    assert set(DONGLE) == {getattr(said, name) for name in said.__all__}
