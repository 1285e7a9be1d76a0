"""What holds without a phone: panels of any shape, sensors from the vehicle's values, turns, settings, certificates."""

from __future__ import annotations

import ssl
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.core.errors import Invalid
from backends.projection import aoap
from backends.projection.android_auto import sensor_messages as told
from backends.projection.android_auto import sentences
from backends.projection.android_auto.car import Car, Settings
from backends.projection.android_auto.channels.video import is_key
from backends.projection.android_auto.identity import Identities
from backends.projection.android_auto.ids import Codec, SensorType
from backends.projection.android_auto.maneuvers import MANEUVERS, from_event
from backends.projection.android_auto.panel import TIERS, Panel, choose
from backends.projection.android_auto.sensors import readings, restrictions
from backends.projection.android_auto.tls import generate, load_identity
from backends.projection.domain import Rules
from backends.projection.errors import Unsupported
from backends.projection.mirror import Surroundings
from ui.said_android_auto import ANDROID_AUTO


@pytest.mark.parametrize(
    ("stage", "panel"),
    [
        ((1920, 720, 160), Panel(3, 1920, 1080, 0, 360, 160)),
        ((1024, 600, 160), Panel(2, 1280, 720, 52, 0, 192)),
        ((800, 480, 160), Panel(1, 800, 480, 0, 0, 160)),
        ((1080, 1920, 240), Panel(7, 1080, 1920, 0, 0, 240)),
        ((1280, 480, 160), Panel(2, 1280, 720, 0, 240, 160)),
        ((2560, 1080, 200), Panel(3, 1920, 1080, 0, 272, 150)),
        ((3840, 1100, 320), Panel(3, 1920, 1080, 0, 532, 160)),
        ((0, 0, 0), Panel(2, 1280, 720, 0, 0, 160)),
    ],
)
def test_the_panels_we_know(stage: tuple[int, int, int], panel: Panel) -> None:
    assert choose(*stage) == panel


def test_larger_pictures_when_the_owner_wants_them() -> None:
    assert choose(3840, 2160, 320, tier_max=5).tier == 5
    assert choose(3840, 2160, 320, tier_max=4).tier == 4
    assert choose(2160, 3840, 320, tier_max=5).tier == 9
    assert choose(1920, 1080, 160, tier_max=1).tier == 1
    assert choose(1080, 1920, 160, tier_max=1).tier == 6, "there is no smaller one upright"


@given(st.integers(128, 5000), st.integers(128, 5000), st.integers(0, 700), st.integers(1, 5))
def test_any_panel_has_a_picture_of_its_shape(width: int, height: int, dpi: int, tier_max: int) -> None:
    panel = choose(width, height, dpi, tier_max=tier_max)
    x, y, shown_width, shown_height = panel.active
    assert TIERS[panel.tier] == (panel.width, panel.height)
    assert (panel.height > panel.width) == (height > width)
    assert min(shown_width, shown_height) > 0
    assert not any(side % 2 for side in panel.active)
    assert (x, y) == ((panel.width - shown_width) // 2, (panel.height - shown_height) // 2)
    assert 0 in (panel.margin_width, panel.margin_height)
    # The shape is the panel's, as far as steps of four pixels allow.
    assert abs(shown_width * height - shown_height * width) <= 4 * max(width, height)
    assert 80 <= panel.dpi <= 640


def car(vehicle: dict[str, Any], **around: Any) -> Car:
    return Car(vehicle=vehicle, surroundings=Surroundings(**around))


WHEELS = [f"Vehicle.Chassis.Axle.Row{row}.Wheel.{side}.Tire.Pressure" for row in (1, 2) for side in ("Left", "Right")]
BEAM = "Vehicle.Body.Lights.Beam"
TURN = "Vehicle.Body.Lights.DirectionIndicator"
GEAR = "Vehicle.Powertrain.Transmission.SelectedGear"
DOOR = "Vehicle.Cabin.Door.Row1"


@pytest.mark.parametrize(
    ("vehicle", "sensor", "value"),
    [
        ({"Vehicle.Speed": 100.0}, SensorType.SPEED, told.Speed(speed_e3_mps=27778)),
        ({"Vehicle.Speed": float("nan")}, SensorType.SPEED, None),
        ({"Vehicle.Speed": True}, SensorType.SPEED, None),
        ({"Vehicle.Speed": 1e30}, SensorType.SPEED, told.Speed(speed_e3_mps=2**31 - 1)),
        ({GEAR: 126}, SensorType.GEAR, told.Gear(gear=101)),
        ({GEAR: 127}, SensorType.GEAR, told.Gear(gear=100)),
        ({GEAR: -1}, SensorType.GEAR, told.Gear(gear=102)),
        ({GEAR: 0}, SensorType.GEAR, told.Gear(gear=0)),
        ({GEAR: 3}, SensorType.GEAR, told.Gear(gear=3)),
        ({GEAR: 55}, SensorType.GEAR, None),
        ({}, SensorType.GEAR, None),
        ({}, SensorType.PARKING_BRAKE, None),
        ({"Vehicle.Chassis.ParkingBrake.IsEngaged": True}, SensorType.PARKING_BRAKE, told.ParkingBrake(engaged=True)),
        ({"Vehicle.Powertrain.CombustionEngine.Speed": 900}, SensorType.RPM, told.Rpm(rpm_e3=900_000)),
        ({"Vehicle.TraveledDistance": 12345.6}, SensorType.ODOMETER, told.Odometer(total_e1_km=123456)),
        (
            {"Vehicle.Powertrain.FuelSystem.RelativeLevel": 8, "Vehicle.Powertrain.FuelSystem.Range": 60_000},
            SensorType.FUEL,
            told.Fuel(level_percent=8, range_m=60_000, low=True),
        ),
        (
            {"Vehicle.Powertrain.TractionBattery.StateOfCharge.Displayed": 64.4},
            SensorType.FUEL,
            told.Fuel(level_percent=64, range_m=None, low=False),
        ),
        ({"Vehicle.Exterior.AirTemperature": -4.5}, SensorType.ENVIRONMENT, told.Environment(temperature_e3_c=-4500)),
        (dict.fromkeys(WHEELS, 230), SensorType.TYRES, told.Tyres(pressures_e2_kpa=(23000,) * 4)),
        ({WHEELS[0]: 230}, SensorType.TYRES, None),
        ({f"{BEAM}.High.IsOn": True}, SensorType.LIGHTS, told.Lights(head=3)),
        ({f"{BEAM}.Low.IsOn": False}, SensorType.LIGHTS, told.Lights(head=1)),
        (
            {f"{TURN}.Left.IsSignaling": True, f"{TURN}.Right.IsSignaling": False},
            SensorType.LIGHTS,
            told.Lights(turn=2),
        ),
        (
            {
                f"{DOOR}.DriverSide.IsOpen": True,
                f"{DOOR}.PassengerSide.IsOpen": False,
                "Vehicle.Body.Hood.IsOpen": False,
            },
            SensorType.DOORS,
            told.Doors(hood=False, doors=(1, 0)),
        ),
        (
            {"Vehicle.CurrentLocation.Latitude": 52.5, "Vehicle.CurrentLocation.Longitude": -13.4, "Vehicle.Speed": 36},
            SensorType.LOCATION,
            told.Location(latitude_e7=525_000_000, longitude_e7=-134_000_000, speed_e3_mps=10_000),
        ),
        (
            {"Vehicle.CurrentLocation.Latitude": 152.5, "Vehicle.CurrentLocation.Longitude": 0},
            SensorType.LOCATION,
            None,
        ),
    ],
)
def test_what_the_car_knows_is_told_as_it_is(vehicle: dict[str, Any], sensor: SensorType, value: Any) -> None:
    assert readings(car(vehicle))[sensor] == value


def test_doors_are_left_and_right_wherever_the_driver_sits() -> None:
    open_one = {f"{DOOR}.DriverSide.IsOpen": True, f"{DOOR}.PassengerSide.IsOpen": False}
    assert readings(car(open_one, left_hand_drive=False))[SensorType.DOORS] == told.Doors(doors=(0, 1))


def test_restrictions_come_from_the_rules_alone() -> None:
    assert restrictions(Rules(video=True, keyboard=True)) == 0
    assert restrictions(Rules(video=False, keyboard=True)) == 1
    assert restrictions(Rules()) == 27, "all but the voice"
    assert restrictions(Rules.read(None)) == 27, "what is unknown counts as driving"


WORDS = (
    "unknown depart name_change straight slight_left slight_right turn_left turn_right sharp_left sharp_right u_turn_left"
    " u_turn_right on_ramp on_ramp_left on_ramp_right off_ramp off_ramp_left off_ramp_right fork_left fork_right merge"
    " merge_left merge_right roundabout_enter roundabout_exit roundabout_cw roundabout_ccw ferry ferry_train destination"
    " destination_straight destination_left destination_right"
)
"""Those of org.pillion.Projection1."""


def test_turns_have_words() -> None:
    words = set(WORDS.split())
    assert sorted(MANEUVERS) == list(range(43))
    assert set(MANEUVERS.values()) <= words
    assert (MANEUVERS[7], MANEUVERS[12], MANEUVERS[16], MANEUVERS[23], MANEUVERS[28]) == (
        "turn_left",
        "u_turn_right",
        "on_ramp_right",
        "off_ramp_left",
        "merge_right",
    )
    every = {from_event(event, side) for event in range(25) for side in range(4)}
    assert every <= words
    assert (from_event(4, 1), from_event(8, 2), from_event(13, 2), from_event(19, 3)) == (
        "turn_left",
        "off_ramp_right",
        "roundabout_ccw",
        "destination",
    )


def test_key_frames_are_told_from_others() -> None:
    aud, sps, idr, plain = b"\0\0\0\1\x09\x10", b"\0\0\0\1\x67\x42", b"\0\0\1\x65\x88", b"\0\0\1\x41\x9a"
    assert is_key(idr, Codec.H264)
    assert is_key(aud + sps + idr, Codec.H264)
    assert not is_key(aud + plain, Codec.H264)
    assert not is_key(sps, Codec.H264)
    assert not is_key(b"\0\0\1" * 1000, Codec.H264)
    assert not is_key(b"", Codec.H264)
    assert is_key(b"\0\0\1\x26\x01", Codec.H265)
    assert not is_key(b"\0\0\1\x02\x01", Codec.H265)
    assert is_key(b"anything", Codec.VP9)


def test_everything_that_is_said_to_a_driver_is_known_to_translators() -> None:
    said = {value for name, value in vars(sentences).items() if name.isupper() and isinstance(value, str)}
    assert set(ANDROID_AUTO) == said | set(aoap.SENTENCES)


def test_settings_are_read_or_named() -> None:
    assert Settings.read({}) == Settings()
    given = {"version": "1.1", "resolution": "720p", "fps": "30", "codecs": "h265,h264", "max_unacked": 2}
    assert Settings.read(given) == Settings((1, 1), 2, 30, ("h265", "h264"), 2)
    for option, value in (
        ("version", "2"),
        ("resolution", "huge"),
        ("fps", 25),
        ("codecs", "mpeg2"),
        ("max_unacked", 99),
    ):
        with pytest.raises((Invalid, ValueError), match=option.removesuffix("s")):
            Settings.read({option: value})


def test_the_cars_own_certificate_is_made_once_and_is_ours_alone(private_state: Path) -> None:
    identity = load_identity()
    content = identity.certificate.read_bytes()
    assert stat.S_IMODE(identity.certificate.stat().st_mode) == 0o600
    assert not identity.own
    assert load_identity().certificate.read_bytes() == content
    identity.certificate.write_bytes(b"nonsense")
    assert load_identity().context().verify_mode is ssl.CERT_NONE
    assert identity.certificate.read_bytes() not in (content, b"nonsense")


def test_the_owners_certificate_is_used_or_named(tmp_path: Path) -> None:
    path = tmp_path / "owner.pem"
    path.write_bytes(generate("Owner"))
    assert load_identity(str(path)).own
    load_identity(str(path)).context()
    with pytest.raises(Unsupported, match="cannot be used"):
        load_identity(str(tmp_path / "none.pem")).context()
    with pytest.raises(Unsupported, match="cannot be used"):
        load_identity("", str(path))


def test_a_certificate_given_on_the_screen_is_checked_and_kept(tmp_path: Path, private_state: Path) -> None:
    identities = Identities("", "", tmp_path / "android-auto")
    assert not identities.load().own
    pem = generate("Given").decode()
    identities.accept(pem)
    kept = identities.load()
    assert (kept.own, stat.S_IMODE(kept.certificate.stat().st_mode)) == (True, 0o600)
    for bad in ("-----BEGIN CERTIFICATE-----\nno\n", str(tmp_path / "none"), "/dev/zero"):
        with pytest.raises(Unsupported):
            identities.accept(bad)
    assert identities.load().certificate.read_text() == pem
    identities.accept("")
    assert not identities.load().own
