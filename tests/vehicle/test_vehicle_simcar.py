"""The simulated car: its drive, its frames as another program reads them, and its control channel."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import cantools
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.vehicle.catalogue import Meta, catalogue
from backends.vehicle.dbc import load_database
from backends.vehicle.defs import GEAR_DRIVE, GEAR_REVERSE
from backends.vehicle.mapping import read_mapping
from backends.vehicle.profile import available_profiles, load_profile, vehicles_dir
from backends.vehicle.simcar.car import FAULTS, TICK_S, SimCar
from backends.vehicle.simcar.control import answer
from backends.vehicle.simcar.frames import protections
from backends.vehicle.simcar.model import CarModel, wltc
from backends.vehicle.simcar.powertrain import POWERTRAINS, Sort
from backends.vehicle.simcar.state import CarState, Item, aliases, items
from backends.vehicle.vehicle import GEAR, SPEED
from tests.fakes.vehicle import BenchVehicle, DemoBench


def test_vehicle_cycle_is_wltc_class_3b() -> None:
    """UN GTR 15: 1,800 s, 23.27 km, at most 131.3 km/h, standing at both ends."""
    cycle = wltc()
    assert (len(cycle), max(cycle), cycle[0], cycle[-1]) == (1801, 131.3, 0, 0)
    assert sum(cycle) / 3600 == pytest.approx(23.27, abs=0.01)


def test_vehicle_model_drives_the_cycle_and_pays_for_it() -> None:
    state = CarState()
    model = CarModel(state, "drive")
    began = {name: state.number(name) for name in ("energy_kwh", "odometer_m", "soc")}
    for _ in range(1800 * 5):
        model.step(0.2)
    assert state.number("odometer_m") - began["odometer_m"] == pytest.approx(23_270, rel=0.01)
    spent = began["energy_kwh"] - state.number("energy_kwh")
    assert 12 < spent / 23.27 * 100 < 22  # kWh/100 km of a mid-size electric car
    assert state.number("consumption") == pytest.approx(spent / 23.27 * 100, rel=0.02)
    assert state.number("soc") < began["soc"]


def test_vehicle_parked_car_stands_still_and_reversing_car_stops_at_the_wall() -> None:
    state = CarState()
    model = CarModel(state, "parked")
    for _ in range(200):
        model.step(0.05)
    assert (state.values["gear"], state.number("speed_kph"), state.number("odometer_m")) == ("P", 0, 12_345_600)
    model.enter("reverse")
    near = [state.number("parking.rear_center")]
    for _ in range(400):
        model.step(0.05)
        near.append(state.number("parking.rear_center"))
    assert near == sorted(near, reverse=True)
    assert 0.2 <= near[-1] <= 0.4
    assert (state.values["gear"], state.number("speed_kph")) == ("R", 0)


def test_vehicle_frames_are_what_the_dbc_says_for_cantools() -> None:
    """Every frame of a minute's drive decodes in a program none of us wrote, with sound check bytes and running counters."""
    profile = load_profile("demo_hybrid")
    theirs = {bus: cantools.database.load_file(str(profile.dbc_file(bus))) for bus in profile.buses}
    ours = {bus: load_database(profile.dbc_file(bus)) for bus in profile.buses}
    frames: list[tuple[str, int, bytes]] = []
    car = SimCar(profile, lambda bus, key, data: frames.append((bus, key, data)), "drive", sort="hybrid")
    guards = protections(profile, read_mapping(profile.mapping_file), ours)
    for _ in range(round(60 / TICK_S)):
        car.tick()
    counts = Counter((bus, key) for bus, key, _ in frames)
    for bus, database in ours.items():
        for message in database.messages:
            assert message.period_ms is not None
            assert counts[bus, message.key] == pytest.approx(60_000 / message.period_ms, abs=1.5), message.name
    last: dict[str, int] = {}
    speeds = []
    for bus, key, data in frames:
        message = theirs[bus].get_message_by_frame_id(key)
        values = message.decode(data, decode_choices=False)
        if message.name in guards:
            assert guards[message.name].sound(data)
            count = int(values["Counter"])
            assert message.name not in last or count == (last[message.name] + 1) % guards[message.name].counts
            last[message.name] = count
        if message.name == "MOTION":
            speeds.append(values["Speed"])
    assert max(speeds) == pytest.approx(max(wltc()[:60]), abs=0.5)


@pytest.mark.parametrize("sort", list(POWERTRAINS))
def test_vehicle_reads_back_what_the_car_means(sort: Sort) -> None:
    """Every name of the control channel that is a path comes out of the other end as that path."""
    car = DemoBench(sort)
    state = car.car.state
    slots = car.vehicle.table.slots
    served = {path: name for path, name in aliases().items() if path in slots and slots[path].cells}
    assert len(served) > 180
    wanted = {path: another(state, items()[name], car.vehicle.meta[path]) for path, name in served.items()}
    for path, name in served.items():  # where two paths show one thing, both show the same
        wanted[path] = wanted[next(first for first, same in served.items() if same == name)]
    state.pin({path: "R" if path == GEAR else value for path, value in wanted.items()})
    car.drive(4.5)
    assert {path: car.value(path) for path in wanted if not same(car.value(path), wanted[path])} == {}
    assert car.vehicle.problems == []


def same(found: Any, wanted: Any) -> bool:
    return bool(found == wanted or (isinstance(wanted, float) and found == pytest.approx(wanted, rel=1e-6)))


def another(state: CarState, item: Item, meta: Meta) -> Any:
    """A value that differs from the present one and that its signal can say exactly."""
    now = state.values[item.name]
    match item.kind:
        case "bool":
            return not now
        case "time_of_day":
            return "23:45"
        case "colour":
            return "#FF8001"
        case "word" if item.name == "gear":
            return GEAR_REVERSE
        case "word":
            return next(word for word in (*meta.allowed, "PULSE") if word != now)
    assert isinstance(now, float)
    if "int" in meta.datatype:
        now = float(round(now))
    if item.name.startswith("parking."):
        return 1.5
    if item.name.startswith("trip"):
        return now + 10
    if meta.maximum is not None and now + 1 > meta.maximum:
        return now - 1
    return now + 1


def test_vehicle_low_tyre_is_told() -> None:
    car = DemoBench()
    assert answer(car.car, b'{"set": {"tyre.rr_kpa": 190}}') == {"ok": True}
    car.drive(2)
    tyre = "Vehicle.Chassis.Axle.Row2.Wheel.Right.Tire."
    assert (car.value(tyre + "Pressure"), car.value(tyre + "IsPressureLow")) == (190, True)
    assert car.value(tyre.replace("Right", "Left") + "IsPressureLow") is False


def test_vehicle_control_sets_releases_and_gets() -> None:
    car = DemoBench().car
    assert answer(car, json.dumps({"scene": "drive", "set": {GEAR: GEAR_DRIVE, SPEED: 30}}).encode()) == {"ok": True}
    for _ in range(40):
        car.tick()
    assert answer(car, '{"get": ["Vehicle.Speed", "gear"]}') == {
        "ok": True,
        "values": {"Vehicle.Speed": 30.0, "gear": "D"},
    }
    assert answer(car, '{"release": []}') == {"ok": True}
    car.tick()
    assert car.state.number("speed_kph") < 30
    assert len(answer(car, '{"get": []}')["values"]) == len(car.state.values)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"", "Expecting value"),
        (b"[1]", "a request is an object"),
        (b'{"scene": "fly"}', "there is no scene fly; there are parked, drive, reverse"),
        (b'{"set": {"wings": 2}}', "the car has no wings"),
        (b'{"set": {"gear": "X"}}', "gear takes P, R, N or D"),
        (b'{"set": {"drive_mode": "FLY"}}', "drive_mode takes ECO, COMFORT, SPORT, SNOW or INDIVIDUAL"),
        (b'{"set": {"charge_timer": "25:00"}}', "'25:00' is no time of day"),
        (b'{"set": {"light.colour_driver": "red"}}', "'red' is no colour"),
        (b'{"set": {"hood": "open"}}', "hood takes true or false"),
        (b'{"set": {"speed_kph": true}}', "speed_kph takes a number"),
        (b'{"set": 5}', "int"),
        (b'{"fault": "gremlin"}', "there is no fault gremlin; there are silence"),
        (b'{"do": 1}', "do is unknown"),
        (b'{"get": ["wings"]}', "wings"),
        (b"\xff", "utf-8"),
    ],
)
def test_vehicle_control_says_what_is_wrong(line: bytes, told: str) -> None:
    found = answer(DemoBench().car, line)
    assert found["ok"] is False
    assert told in found["error"]


WORDS = st.sampled_from(["set", "get", "fault", "scene", "release", "on"])
VALUES = st.none() | st.integers() | st.text(max_size=5) | st.lists(st.integers(), max_size=2)


@given(st.binary(max_size=60) | st.dictionaries(WORDS, VALUES).map(lambda request: json.dumps(request).encode()))
def test_vehicle_control_answers_anything(line: bytes) -> None:
    assert isinstance(answer(CAR, line)["ok"], bool)
    CAR.tick()


CAR = DemoBench().car


@pytest.mark.parametrize("fault", FAULTS)
def test_vehicle_every_fault_can_be_switched_on_and_off(fault: str) -> None:
    car = DemoBench()
    car.drive(0.5)
    car.car.fault(fault, on=True)
    car.drive(0.5)
    car.car.fault(fault, on=False)
    car.drive(2.5)
    assert (car.value(SPEED), car.quality(SPEED)) == (0, "valid")


def test_vehicle_flood_is_a_full_bus() -> None:
    car = DemoBench().car
    car.fault("flood", on=True)
    before = car.sent
    assert car.pace_s == 0.01
    for _ in range(100):
        car.tick(car.pace_s)
    assert 9000 <= car.sent - before <= 9200


@pytest.mark.parametrize("name", available_profiles())
def test_vehicle_shipped_profiles_fit_their_descriptions(name: str) -> None:
    profile = load_profile(name)
    descriptions = [spec.dbc for spec in profile.buses.values()]
    if not all(descriptions):
        pytest.skip(f"{name} has no description of its own; its mapping is tested on the recorded drive")
    if any(dbc.startswith("opendbc:") for dbc in descriptions):
        pytest.importorskip("opendbc", reason="the description comes from opendbc (extra 'makes')")
    bench = BenchVehicle(profile)
    # Others' message descriptions have mistakes of their own, which are told and do no harm.
    assert [problem for problem in bench.vehicle.problems if problem.file.is_relative_to(vehicles_dir())] == []
    if not name.startswith("demo"):
        assert bench.vehicle.plans == {}  # nobody writes to a real car by default


def test_vehicle_catalogue_is_complete_and_consistent() -> None:
    table = catalogue()
    public = [meta for path, meta in table.items() if not path.startswith("Vehicle.Private.")]
    assert len(public) >= 201
    assert {meta.kind for meta in table.values()} == {"sensor", "actuator", "attribute"}
    for path in (
        "Hvac.PowerOn",
        "Hvac.AutoOn",
        "Hvac.DualOn",
        "Hvac.MaxDefrostOn",
        "NightMode",
        "TirePressureTarget.Front",
    ):
        assert f"Vehicle.Private.{path}" in table
    for meta in table.values():
        assert meta.datatype in {
            "boolean",
            "string",
            "string[]",
            "float",
            "double",
            *(f"{s}int{n}" for s in ("", "u") for n in (8, 16, 32)),
        }
        assert meta.description
        assert meta.minimum is None or meta.maximum is None or meta.minimum < meta.maximum


def test_vehicle_catalogue_matches_the_facts(shared: Any) -> None:
    import csv

    with (shared / "data/vss60_head_unit.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
        assert len(rows) == 201
        for row in rows:
            meta = catalogue()[row["path"]]
            assert (meta.kind, meta.datatype, meta.unit) == (row["type"], row["datatype"], row["unit"])
            assert "[" + ", ".join(meta.allowed) + "]" == (row["allowed"] or "[]")
