"""The shipped makes: every rule, protection and unit against opendbc's descriptions, and frames with a known meaning."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.vehicle.check import check_profile
from backends.vehicle.dbc import Database, DbcMessage, load_database
from backends.vehicle.dbc.codec import insert, to_raw
from backends.vehicle.defs import GEAR_DRIVE, GEAR_NEUTRAL, GEAR_PARK, GEAR_REVERSE, Quality
from backends.vehicle.e2e import protection
from backends.vehicle.learn.gears import gear_of, is_unknown
from backends.vehicle.mapping import read_mapping
from backends.vehicle.profile import Profile, available_profiles, load_profile, vehicles_dir
from backends.vehicle.replay import best_profile
from backends.vehicle.vehicle import GEAR, SPEED, Vehicle
from tests.fakes.traffic import write_candump

MAKES = [name for name in available_profiles() if not name.startswith("demo")]
WITHOUT_GEAR = {"volvo_v60", "gwm_haval", "hongqi_hs5", "mercedes_w212"}
"""Their descriptions name no selector; the head unit then counts as moving."""


@pytest.fixture(autouse=True)
def opendbc() -> None:
    pytest.importorskip("opendbc", reason="the makes' descriptions come from opendbc (extra 'makes')")


class Car:
    """A vehicle of a profile, fed with signals by name; check values and counters are made as the mapping says."""

    def __init__(self, profile: Profile) -> None:
        self.databases: dict[str, Database] = {bus: load_database(profile.dbc_file(bus)) for bus in profile.buses}
        self.e2e: dict[tuple[str, int], Any] = check_profile(profile).protected
        self.vehicle = Vehicle(
            profile,
            emit=lambda *_: True,
            send=lambda *_: None,
            outcome=lambda *_: None,
            restricted=lambda _: None,
        )
        self.now = 100.0
        self._count = 0

    def send(self, message: str, **values: float | str) -> None:
        """A frame in which these signals have these physical values or labels."""
        bus, described = next(
            (bus, found) for bus, database in self.databases.items() if (found := database.message(message)) is not None
        )
        data = bytearray(described.length)
        for name, value in values.items():
            signal = described.signal(name)
            assert signal is not None, f"{message} has no {name}"
            raw = _label(described, name, value) if isinstance(value, str) else to_raw(signal, value)
            insert(signal, data, raw)
        self._count += 1
        if (e2e := self.e2e.get((bus, described.key))) is not None:
            protection(e2e, described).seal(data, self._count)
        self.now += 0.02
        self.vehicle.feed(bus, [(described.key, bytes(data))], self.now)

    def __getitem__(self, path: str) -> Any:
        slot = self.vehicle.table.slots[path]
        return slot.value if slot.quality is Quality.VALID else slot.quality


def _label(message: DbcMessage, name: str, label: str) -> int:
    signal = message.signal(name)
    assert signal is not None
    return next(raw for raw, text in signal.choices.items() if text == label)


def car(name: str) -> Car:
    return Car(load_profile(name))


def test_vehicle_makes_are_those_of_the_issue() -> None:
    wanted = {
        "vw_mqb", "vw_meb", "vw_pq", "audi_mlb", "volvo_v60", "gm_global_a", "psa_aee2010", "mazda", "honda_civic", "toyota",
        "hyundai_kia", "hyundai_kia_canfd", "tesla_model3", "nissan", "gwm_haval", "hongqi_hs5", "ford", "subaru", "bmw_e9x",
    }  # fmt: skip
    assert wanted <= set(MAKES)


@pytest.mark.parametrize("name", MAKES)
def test_vehicle_make_fits_its_description(name: str) -> None:
    report = check_profile(load_profile(name))
    assert [str(finding) for finding in report.findings if finding.wrong] == []
    assert len(report.bound) == report.rules
    bound = {read.rule.path for read in report.bound}
    assert SPEED in bound
    assert (GEAR in bound) is (name not in WITHOUT_GEAR)
    assert len(bound) >= 10


@pytest.mark.parametrize("name", MAKES)
def test_vehicle_make_is_only_read(name: str) -> None:
    profile = load_profile(name)
    assert not any(bus.writable or bus.writes for bus in profile.buses.values())
    assert read_mapping(profile.mapping_file).writes == []


@pytest.mark.parametrize("name", MAKES)
def test_vehicle_make_loads_as_a_vehicle(name: str) -> None:
    vehicle = car(name).vehicle
    vehicle.set_attributes(1.0)
    assert [problem for problem in vehicle.problems if "mapping.yaml" in str(problem.file)] == []


@pytest.mark.parametrize("name", sorted(set(MAKES) - WITHOUT_GEAR))
def test_vehicle_make_gears_mean_what_their_names_say(name: str) -> None:
    """Every label of the selector that names a position becomes it, and none that says "unknown" becomes any."""
    report = check_profile(load_profile(name))
    read = next(read for read in report.bound if read.rule.path == GEAR)
    if not read.rule.transform.table:
        pytest.skip("a formula")
    convert = read.convert
    assert convert is not None
    signal = read.inputs[0].signal
    for raw, label in signal.choices.items():
        value, quality = convert(raw)
        named = gear_of(label)
        if is_unknown(label):
            assert quality is not Quality.VALID, label
        elif named in (GEAR_PARK, GEAR_REVERSE, GEAR_NEUTRAL) and quality is Quality.VALID:
            assert value == named, f"{raw} {label}"
        elif quality is Quality.VALID:
            assert value not in (GEAR_PARK, GEAR_REVERSE, GEAR_NEUTRAL) or named == value, f"{raw} {label}"


@given(data=st.data())
def test_vehicle_makes_take_any_frame_of_their_cars(data: st.DataObject) -> None:
    """Whatever bits come, values stay within their paths' types and nothing is raised."""
    name = data.draw(st.sampled_from(MAKES))
    subject = _kept(name)
    for _ in range(10):
        bus = data.draw(st.sampled_from(sorted(subject.databases)))
        message = data.draw(st.sampled_from(subject.databases[bus].messages))
        size = message.length if message.length <= 64 else 8
        subject.now += 0.05
        subject.vehicle.feed(bus, [(message.key, data.draw(st.binary(min_size=size, max_size=size)))], subject.now)
    for slot in subject.vehicle.table.slots.values():
        if slot.quality is Quality.VALID and slot.meta.allowed:
            assert slot.value in slot.meta.allowed
        if slot.quality is Quality.VALID and slot.meta.datatype == "boolean":
            assert isinstance(slot.value, bool)


@cache
def _kept(name: str) -> Car:
    """One of each for all examples."""
    return car(name)


def test_vehicle_mqb_drives() -> None:
    subject = car("vw_mqb")
    for _ in range(2):
        subject.send("ESP_21", ESP_v_Signal=53.5)
        subject.send("LWI_01", LWI_Lenkradwinkel=42.0, LWI_VZ_Lenkradwinkel=1)
    subject.send("Gateway_73", GE_Fahrstufe="R")
    subject.send("Gateway_72", ZV_FT_offen=1, BH_Blinker_li=1)
    subject.send("Airbag_02", AB_Gurtschloss_FA=3, AB_Gurtschloss_BF=2)
    assert subject[SPEED] == 53.5
    assert subject["Vehicle.Chassis.SteeringWheel.Angle"] == -42
    assert subject[GEAR] == GEAR_REVERSE
    assert subject["Vehicle.Cabin.Door.Row1.DriverSide.IsOpen"] is True
    assert subject["Vehicle.Cabin.Door.Row1.PassengerSide.IsOpen"] is False
    assert subject["Vehicle.Cabin.Seat.Row1.DriverSide.IsBelted"] is True
    assert subject["Vehicle.Cabin.Seat.Row1.PassengerSide.IsBelted"] is False
    subject.send("Gateway_73", GE_Fahrstufe="Init")
    assert subject[GEAR] is Quality.NOT_AVAILABLE
    assert subject["Vehicle.Private.ReverseView"] is True  # for another half second


def test_vehicle_mqb_frames_with_a_wrong_check_are_dropped() -> None:
    subject = car("vw_mqb")
    subject.send("ESP_21", ESP_v_Signal=50.0)
    message = subject.databases["main"].message("ESP_21")
    assert message is not None
    subject.vehicle.feed("main", [(message.key, bytes(8))], subject.now + 0.02)
    assert subject[SPEED] == 50.0


def test_vehicle_gm_tells_miles() -> None:
    subject = car("gm_global_a")
    subject.send("ECMVehicleSpeed", VehicleSpeed=60.0)
    subject.send("ECMPRDNL2", PRNDL2="L2")
    subject.send("AC_Stats", Mains_Voltage="220V")
    assert subject[SPEED] == pytest.approx(96.56, abs=0.01)
    assert subject[GEAR] == 2
    assert (
        subject["Vehicle.Powertrain.TractionBattery.Charging.ChargingPort.AnyPosition.IsChargingCableConnected"] is True
    )


def test_vehicle_tesla_has_two_buses() -> None:
    subject = car("tesla_model3")
    for _ in range(2):
        subject.send("DI_speed", DI_vehicleSpeed=88.0)
        subject.send("DI_systemStatus", DI_gear="DI_GEAR_D", DI_accelPedalPos=20.0)
    subject.send("VCLEFT_doorStatus", VCLEFT_frontLatchStatus="LATCH_OPENED", VCLEFT_rearLatchStatus="LATCH_CLOSED")
    subject.send("VCRIGHT_doorStatus", VCRIGHT_frontLatchStatus="LATCH_FAULT")
    assert subject[SPEED] == pytest.approx(88)
    assert subject[GEAR] == GEAR_DRIVE
    assert subject["Vehicle.Cabin.Door.Row1.DriverSide.IsOpen"] is True
    assert subject["Vehicle.Cabin.Door.Row2.DriverSide.IsOpen"] is False
    assert subject["Vehicle.Cabin.Door.Row1.PassengerSide.IsOpen"] is Quality.NOT_AVAILABLE


def test_vehicle_hyundai_canfd_and_its_wheels() -> None:
    subject = car("hyundai_kia_canfd")
    for _ in range(2):
        subject.send(
            "WHEEL_SPEEDS", WHL_SpdFLVal=30, WHL_SpdFRVal=31, WHL_SpdRLVal=30, WHL_SpdRRVal=31, MOVING_FORWARD=1
        )
        subject.send("ACCELERATOR", GEAR="N", ACCELERATOR_PEDAL=127)
    assert subject[SPEED] == pytest.approx(30.5)
    assert subject[GEAR] == GEAR_NEUTRAL
    assert subject["Vehicle.Chassis.Accelerator.PedalPosition"] == 50


def test_vehicle_toyota_angle_of_two_parts_and_units_of_the_odometer() -> None:
    subject = car("toyota")
    subject.send("STEER_ANGLE_SENSOR", STEER_ANGLE=-30.0, STEER_FRACTION=0.7)
    subject.send("UI_SETTING", ODOMETER=1000, UNITS="miles")
    assert subject["Vehicle.Chassis.SteeringWheel.Angle"] == -29
    assert subject["Vehicle.TraveledDistance"] == 1609344
    subject.send("UI_SETTING", ODOMETER=1000, UNITS="km")
    assert subject["Vehicle.TraveledDistance"] == 1000000


def test_vehicle_profiles_that_stand_on_another() -> None:
    profile = load_profile("toyota_new_mc")
    assert profile.title == "Toyota and Lexus (TSS-P)"
    assert profile.mapping_file.resolve() == load_profile("toyota").mapping_file
    subject = Car(profile)
    subject.send("GEAR_PACKET", GEAR="P")
    assert subject[GEAR] == GEAR_PARK


def test_vehicle_ford_value_tables() -> None:
    subject = car("ford")
    subject.send("PowertrainData_10", TrnRng_D_Rq=1)
    subject.send("BodyInfo_3_FD1", DrStatDrv_B_Actl="Ajar", Day_Night_Status="Night", Ignition_Status="Run")
    assert subject[GEAR] == GEAR_REVERSE
    assert subject["Vehicle.Cabin.Door.Row1.DriverSide.IsOpen"] is True
    assert subject["Vehicle.Private.NightMode"] is True
    assert subject["Vehicle.LowVoltageSystemState"] == "ON"


def test_vehicle_volvo_doors_say_closed() -> None:
    subject = car("volvo_v60")
    subject.send("Doors", DriverDoorClosed=1, PassengerDoorClosed=0)
    subject.send("MiscCarInfo", TurnSignal=3)
    assert subject["Vehicle.Cabin.Door.Row1.DriverSide.IsOpen"] is False
    assert subject["Vehicle.Cabin.Door.Row1.PassengerSide.IsOpen"] is True
    assert subject["Vehicle.Body.Lights.DirectionIndicator.Right.IsSignaling"] is True


def test_vehicle_right_hand_drive_swaps_sides_that_are_told_as_left_and_right() -> None:
    from dataclasses import replace

    subject = Car(replace(load_profile("mazda"), side="rhd"))
    subject.send("DOORS", FL=1)
    assert subject["Vehicle.Cabin.Door.Row1.DriverSide.IsOpen"] is False
    assert subject["Vehicle.Cabin.Door.Row1.PassengerSide.IsOpen"] is True


@pytest.mark.parametrize(
    ("name", "module", "function", "messages"),
    [
        ("toyota", "toyota.toyotacan", "toyota_checksum", ["SPEED", "PCM_CRUISE", "GAS_PEDAL"]),
        ("subaru", "subaru.subarucan", "subaru_checksum", ["Brake_Pedal", "Throttle", "Transmission"]),
        ("chrysler_pacifica", "chrysler.chryslercan", "chrysler_checksum", ["ESP_8", "GEAR"]),
        ("hyundai_kia_canfd", "hyundai.hyundaicanfd", "hkg_can_fd_checksum", ["WHEEL_SPEEDS", "ACCELERATOR", "TCS"]),
        ("honda_bosch", "honda.hondacan", "honda_checksum", ["ENGINE_DATA", "GEARBOX_CVT"]),
        ("vw_mqb", "volkswagen.mqbcan", "volkswagen_mqb_meb_checksum", ["ESP_21", "LWI_01", "Motor_20", "TSK_06"]),
        ("psa_aee2010", "psa.psacan", "psa_checksum", ["HS2_DAT_MDD_CMD_452", "HS2_DYN_ABR_38D"]),
        ("tesla_model3", "tesla.teslacan", "tesla_checksum", ["DI_speed", "DI_systemStatus", "DI_state", "UI_warning"]),
        ("audi_mlb", "volkswagen.mlbcan", "volkswagen_mlb_checksum", ["ACC_02"]),
        ("vw_meb", "volkswagen.mqbcan", "volkswagen_mqb_meb_checksum", ["ESP_21", "ESC_50", "Motor_51"]),
    ],
)
@given(payload=st.binary(min_size=64, max_size=64))
def test_vehicle_make_protection_agrees_with_opendbcs_code(
    name: str, module: str, function: str, messages: list[str], payload: bytes
) -> None:
    try:
        theirs = getattr(import_module(f"opendbc.car.{module}"), function)
    except ImportError as error:
        pytest.skip(f"opendbc's car code cannot be imported: {error}")
    subject = _kept(name)
    for wanted in messages:
        bus, message = next((b, m) for b, d in subject.databases.items() if (m := d.message(wanted)) is not None)
        bound = protection(subject.e2e[bus, message.key], message)
        data = bytearray(payload[: message.length])
        bound.seal(data, payload[0])
        assert bound.crc is not None
        signal = SimpleNamespace(start_bit=bound.crc.start)
        assert theirs(message.arbitration_id, signal, bytearray(data)) == bound.compute(data, bound.count(data))


@pytest.mark.parametrize(
    "name",
    [each for each in MAKES if each not in ("toyota_new_mc", "toyota_tnga_k", "hyundai_kia_hybrid", "gwm_haval")],
)
def test_vehicle_recordings_of_every_make_find_their_profile(name: str, tmp_path: Path) -> None:
    """One frame of each described message: the profile is found among all others."""
    from backends.vehicle.replay import LogFrame

    profile = load_profile(name)
    frames = []
    for index, bus in enumerate(profile.buses):
        database = load_database(profile.dbc_file(bus))
        mapped = {rule.message for rule in read_mapping(profile.mapping_file).reads}
        for message in database.by_key.values():
            if message.name in mapped and message.length <= 8:
                frames += [LogFrame(i * 0.1, f"can{index}", message.key, bytes(message.length)) for i in range(3)]
    found = best_profile(write_candump(tmp_path / "x.log", frames)).name
    assert found == name or {found, name} <= {"honda_bosch", "honda_civic"} | {"toyota", "toyota_new_mc", "toyota_tnga_k"} | {
        "hyundai_kia", "hyundai_kia_hybrid",
    } | {"vw_mqb", "vw_meb"}  # fmt: skip


def test_vehicle_template_loads_with_its_own_description_and_explains_every_key() -> None:
    folder = vehicles_dir() / "template"
    assert "template" not in available_profiles()
    report = check_profile(load_profile(str(folder)))
    assert report.sound
    assert {finding.text for finding in report.findings} == {
        "bus main lists messages that may be sent, but writable is false: nothing is sent"
    }
    mapping = (folder / "mapping.yaml").read_text()
    from backends.vehicle.mapping.reader import _READ_KEYS, _WRITE_KEYS

    for key in (_READ_KEYS | _WRITE_KEYS) - {"on_change", "quality", "databroker"}:
        assert f"{key}:" in mapping, key
    profile = (folder / "profile.toml").read_text()
    for key in (
        "base",
        "without",
        "transmission",
        "side",
        "attributes",
        "bitrate",
        "writable",
        "min_interval_ms",
        "burst",
        "when",
        "e2e",
        "keys.",
    ):
        assert key in profile, key


def test_vehicle_template_drives() -> None:
    subject = Car(load_profile(str(vehicles_dir() / "template")))
    subject.send("MOTION", VehicleSpeed=10.0, EngineSpeed=800, SteeringAngle=90, SteeringRight=1)
    subject.send("GEARBOX", Selector="D", GearRatio=3)
    subject.send("TYRES", Wheel=1, PressureFR=35)
    assert subject[SPEED] == pytest.approx(16.09, abs=0.01)
    assert subject["Vehicle.Chassis.SteeringWheel.Angle"] == -90
    assert subject[GEAR] == GEAR_DRIVE
    assert subject["Vehicle.Powertrain.Transmission.CurrentGear"] == 3
    assert subject["Vehicle.Chassis.Axle.Row1.Wheel.Right.Tire.Pressure"] == 241
    assert subject["Vehicle.Chassis.Axle.Row1.Wheel.Left.Tire.Pressure"] is Quality.NEVER
    assert subject["Vehicle.Private.Template.EngineWarm"] is True
    subject.send("GEARBOX", Selector="P", GearRatio=3)
    assert subject["Vehicle.Powertrain.Transmission.CurrentGear"] is Quality.NOT_AVAILABLE
