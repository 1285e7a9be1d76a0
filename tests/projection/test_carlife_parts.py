"""CarLife's parts by themselves: fingers, vehicle data, the picture's clock and parameter sets, sounds."""

from __future__ import annotations

import asyncio
import datetime
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.projection.carlife import sentences
from backends.projection.carlife.fingers import Fingers
from backends.projection.carlife.ids import Channel, Type, VehicleData
from backends.projection.carlife.messages import GYROSCOPE_V1, decode, encode
from backends.projection.carlife.picture import Clock, split
from backends.projection.carlife.sounds import Sounds
from backends.projection.carlife.vehicle import HZ_MAX, VehicleFeed
from backends.projection.mirror import Point
from tests.fakes.carlife import Ear
from tests.fakes.host import until
from ui.said_carlife import CARLIFE

DOWN, MOVE, UP, CANCEL = 0, 1, 2, 3
PLACE = "Vehicle.CurrentLocation."


def point(pointer: int, phase: int, x: float, y: float) -> Point:
    return (pointer, phase, x, y, 1.0)


def test_one_finger_is_told_as_every_phone_knows_it() -> None:
    fingers = Fingers()
    told = fingers.feed([point(5, DOWN, 0.5, 0.5)], 800, 480)
    told += fingers.feed([point(5, MOVE, 0.25, 0.5)], 800, 480)
    told += fingers.feed([point(5, MOVE, 0.25, 0.5)], 800, 480)
    told += fingers.feed([point(5, UP, 0.999, 1.0)], 800, 480)
    assert [(kind, *decode(kind, payload).values()) for kind, payload in told] == [
        (Type.TOUCH_ACTION, 0, 400, 240),
        (Type.TOUCH_ACTION, 2, 200, 240),
        (Type.TOUCH_ACTION, 1, 799, 479),
    ]


def test_a_second_finger_joins_the_gesture() -> None:
    fingers = Fingers()
    fingers.many = True
    told = fingers.feed([point(3, DOWN, 0.0, 0.0)], 100, 100)
    told += fingers.feed([point(9, DOWN, 0.5, 0.5)], 100, 100)
    told += fingers.feed([point(3, MOVE, 0.1, 0.0), point(9, MOVE, 0.6, 0.5)], 100, 100)
    told += fingers.feed([point(3, UP, 0.1, 0.0)], 100, 100)
    told += fingers.feed([point(9, UP, 0.6, 0.5)], 100, 100)
    told += fingers.feed([point(1, DOWN, 0.0, 0.0)], 100, 100)
    assert [(kind.name, payload) for kind, payload in told] == [
        ("TOUCH_ACTION", bytes.fromhex("080010001800")),
        ("TOUCH_FINGERS", bytes.fromhex("00000105 0000000000 0100320032")),
        ("TOUCH_FINGERS", bytes.fromhex("00000002 00000a0000 01003c0032")),
        ("TOUCH_FINGERS", bytes.fromhex("00000006 00000a0000 01003c0032")),
        ("TOUCH_FINGERS", bytes.fromhex("00000001 01003c0032")),
        ("TOUCH_ACTION", bytes.fromhex("080010001800")),
    ]  # fmt: skip


def test_a_phone_of_one_finger_is_told_of_the_first() -> None:
    fingers = Fingers()
    told = fingers.feed([point(0, DOWN, 0.1, 0.1), point(1, DOWN, 0.9, 0.9)], 100, 100)
    told += fingers.feed([point(1, MOVE, 0.8, 0.8), point(1, UP, 0.8, 0.8)], 100, 100)
    told += fingers.feed([point(0, UP, 0.1, 0.1)], 100, 100)
    assert [decode(kind, payload)["action"] for kind, payload in told] == [0, 1]


def test_a_cancel_takes_the_gesture_back() -> None:
    fingers = Fingers()
    fingers.many = True
    fingers.feed([point(0, DOWN, 0.1, 0.1), point(1, DOWN, 0.2, 0.2)], 100, 100)
    told = fingers.feed([point(0, CANCEL, 0.1, 0.1), point(1, CANCEL, 0.2, 0.2)], 100, 100)
    assert [(kind, payload[:4].hex()) for kind, payload in told] == [(Type.TOUCH_FINGERS, "00000003")]


@given(
    st.booleans(),
    st.lists(
        st.tuples(st.integers(0, 12), st.integers(0, 3), st.floats(0, 1), st.floats(0, 1), st.just(1.0)), max_size=60
    ),
)
def test_whatever_fingers_do_the_phone_hears_whole_gestures(many: bool, points: list[Point]) -> None:
    fingers = Fingers()
    fingers.many = many
    down: set[int] = set()
    for one in points:
        for kind, payload in fingers.feed([one], 1920, 720):
            if kind is Type.TOUCH_ACTION:
                values = decode(kind, payload)
                action, slots = values["action"], [0]
                assert 0 <= values["x"] < 1920
                assert 0 <= values["y"] < 720
                index = 0
            else:
                word = int.from_bytes(payload[:4], "big")
                action, index = word & 0xFF, word >> 8
                slots = list(payload[4::5])
            match action:
                case 0 | 5:
                    assert slots[index] not in down
                    down.add(slots[index])
                case 1 | 6:
                    down.remove(slots[index])
                case 3:
                    down.clear()
                case _:
                    assert set(slots) == down


def feed(**values: Any) -> VehicleFeed:
    it = VehicleFeed(lambda kind, payload: None, lambda: datetime.datetime(2026, 5, 14, 9, 30, 15, tzinfo=datetime.UTC))
    it.update({key.replace("_", "."): value for key, value in values.items()})
    return it


@pytest.mark.parametrize("kind", list(VehicleData))
def test_what_the_car_does_not_know_is_not_told(kind: VehicleData) -> None:
    assert feed().message(kind) is None
    assert feed(Vehicle_Speed=math.nan, Vehicle_Powertrain_Transmission_SelectedGear="?").message(kind) is None
    assert feed(Vehicle_Speed=True).message(VehicleData.SPEED) is None


def test_a_place_has_what_is_known_of_it() -> None:
    it = feed(Vehicle_Speed=36.0)
    it.update(
        {
            PLACE + "Latitude": -33.8688,
            PLACE + "Longitude": 151.2093,
            PLACE + "Heading": 90.0,
            PLACE + "Altitude": 12.34,
        }
    )
    told = decode(Type.CAR_GPS, it.message(VehicleData.GPS) or b"")
    assert (told["latitude_udeg"], told["longitude_udeg"], told["height_dm"]) == (-33_868_800, 151_209_300, 123)
    assert (told["speed_ckph"], told["heading_ddeg"], told["east_cmps"], told["north_cmps"]) == (3600, 900, 1000, 0)
    assert (told["year"], told["month"], told["day"], told["hour"], told["minute"]) == (2026, 5, 14, 9, 30)
    assert (told["satellites_used"], told["hdop_d"]) == (0, 0)


@pytest.mark.parametrize(
    ("value", "gear"), [(126, 2), (127, 3), (0, 1), (-1, 5), (3, 3), ("P", 2), ("reverse", 5), ("N", 1), ("D", 3)]
)
def test_gears(value: Any, gear: int) -> None:
    told = feed(Vehicle_Powertrain_Transmission_SelectedGear=value).message(VehicleData.GEAR)
    assert told == encode(Type.CAR_GEAR, {"gear": gear})


def test_rotation_is_told_in_the_phones_own_form() -> None:
    it = feed(Vehicle_AngularVelocity_Yaw=-2.4)
    assert GYROSCOPE_V1.decode(it.message(VehicleData.GYROSCOPE) or b"")["z"] == -2
    it.old = False
    assert decode(Type.CAR_GYROSCOPE, it.message(VehicleData.GYROSCOPE) or b"") == {
        "kind": 0,
        "x": 0.0,
        "y": 0.0,
        "z": -2.4,
    }


def test_fuel_in_percent_and_kilometres() -> None:
    it = feed(Vehicle_Powertrain_FuelSystem_RelativeLevel=41, Vehicle_Powertrain_Range=312_000.0)
    assert decode(Type.CAR_FUEL, it.message(VehicleData.FUEL) or b"") == {"level": 41, "range_km": 312}
    it.update({"Vehicle.Powertrain.FuelSystem.IsFuelLevelLow": True})
    assert decode(Type.CAR_FUEL, it.message(VehicleData.FUEL) or b"")["low"] is True


def test_a_feed_keeps_to_a_pace(run: Any) -> None:
    async def body() -> None:
        told: list[Type] = []
        it = VehicleFeed(lambda kind, payload: told.append(kind))
        it.update({"Vehicle.Speed": 10.0})
        it.start(1, 1_000_000)
        it.start(1, 1_000_000)
        it.start(77, 1)
        assert told == [Type.CAR_SPEED]
        assert it.running == ["speed"]
        began = asyncio.get_running_loop().time()
        await until(lambda: len(told) == 4)
        assert asyncio.get_running_loop().time() - began > 2.5 / HZ_MAX
        it.stop(1)
        it.close()
        assert it.running == []

    run(body())


SPS, PPS, SEI = b"\0\0\0\1\x67\x42", b"\0\0\0\1\x68\xce", b"\0\0\1\x06\x05"
IDR, SLICE = b"\0\0\0\1\x65\x88", b"\0\0\1\x41\x9a"


@pytest.mark.parametrize(
    ("data", "sets", "pictured", "key"),
    [
        (SPS + PPS, SPS + PPS, False, False),
        (SPS + PPS + IDR, SPS + PPS, True, True),
        (SEI + IDR, b"", True, True),
        (SLICE, b"", True, False),
        (b"", b"", False, False),
        (b"\0\0\1", b"", False, False),
        (b"nothing", b"", False, False),
    ],
)
def test_access_units_are_taken_apart(data: bytes, sets: bytes, pictured: bool, key: bool) -> None:
    assert split(data) == (sets, pictured, key)


@given(st.binary(max_size=300))
def test_any_picture_is_taken_apart(data: bytes) -> None:
    sets, pictured, key = split(data)
    assert pictured or not key
    assert len(sets) <= 2 * len(data)


def test_the_clock_only_goes_on() -> None:
    clock = Clock()
    assert clock.pts_us(0xFFFFFFFF, 0) == 0xFFFFFFFF * 1000
    assert clock.pts_us(5, 0) == ((1 << 32) + 5) * 1000
    assert clock.pts_us(5, 0) == ((1 << 32) + 5) * 1000 + 1
    assert Clock().pts_us(0, 7_000_000) == 7000


def test_a_sound_without_a_format_is_not_played() -> None:
    ear = Ear()
    played: list[bool] = []
    sounds = Sounds(ear, played.append)
    sounds.heard(Channel.MEDIA, Type.MEDIA_DATA, bytes(400), 1, 1)
    sounds.heard(Channel.MEDIA, Type.MEDIA_RESUME, b"", 1, 1)
    assert (ear.sounds, ear.heard, played) == ({}, {}, [])
    sounds.heard(
        Channel.MEDIA, Type.MEDIA_INIT, encode(Type.MEDIA_INIT, {"rate": 44_100, "channels": 1, "format": 16}), 1, 1
    )
    sounds.heard(Channel.MEDIA, Type.MEDIA_DATA, bytes(401), 1, 1)
    assert ear.heard == {"media": 400}
    sounds.heard(Channel.MEDIA, Type.MEDIA_SEEK, b"", 1, 1)
    sounds.heard(Channel.MEDIA, Type.MEDIA_STOP, b"", 1, 1)
    assert ear.stopped == ["media", "media"]
    assert played == [True, False, True, False]


def test_everything_that_is_said_to_a_driver_is_known_to_translators() -> None:
    assert set(CARLIFE) == {getattr(sentences, name) for name in sentences.__all__ if name.isupper()}
