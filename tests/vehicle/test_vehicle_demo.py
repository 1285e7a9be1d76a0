"""The demo car as a whole: every signal there is comes, and everything that can be asked for is done."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backends.vehicle.catalogue import Meta, catalogue, coerce
from backends.vehicle.dbc import insert
from backends.vehicle.errors import ProfileError
from backends.vehicle.profile import load_profile
from backends.vehicle.service import VehicleService
from backends.vehicle.simcar.control import answer
from backends.vehicle.simcar.powertrain import POWERTRAINS, Powertrain, Sort
from backends.vehicle.simcar.state import CarState, items
from backends.vehicle.writeplan import WritePlan
from tests.fakes.host import local_link
from tests.fakes.vehicle import DemoBench, free_channel, sim_process

COMPUTED = (
    "Vehicle.Private.ReverseView",
    "Vehicle.Private.Trip.",
    "Vehicle.Diagnostics.",
    "Vehicle.Private.Diagnostics.",
)
"""The services' own."""
SEAT = "Vehicle.Cabin.Seat.Row1.DriverSide."
BATTERY_KWH = "Vehicle.Powertrain.TractionBattery.NetCapacity"
CHARGING = "Vehicle.Powertrain.TractionBattery.Charging."


def test_vehicle_every_signal_of_the_catalogue_is_served_by_the_hybrid() -> None:
    car = DemoBench("hybrid")
    car.vehicle.set_attributes(car.now)
    near = {f"parking.{end}_{side}": 1.5 for end in ("rear", "front") for side in ("left", "center", "right")}
    car.car.state.pin(near)  # nothing near is "not available", as a real car says it
    car.drive(4)
    wanted = [path for path in catalogue() if not path.startswith(COMPUTED)]
    assert len([path for path in wanted if not path.startswith("Vehicle.Private.")]) >= 199
    wrong = {}
    for path in wanted:
        slot = car.vehicle.table.slots.get(path)
        if slot is None or slot.quality.value != "valid" or slot.value is None:
            wrong[path] = "never" if slot is None else slot.quality.value
        elif coerce(car.vehicle.meta[path], slot.value) != slot.value:
            wrong[path] = f"{slot.value} is out of range"
    assert wrong == {}
    assert car.vehicle.problems == []


def test_vehicle_every_writable_signal_says_what_it_takes() -> None:
    car = DemoBench("hybrid")
    assert len(car.vehicle.plans) > 95
    for path, plan in car.vehicle.plans.items():
        meta = car.vehicle.meta[path]
        facts = plan.facts()
        if meta.datatype not in ("boolean", "string"):
            assert facts["min"] < facts["max"], path
            assert facts["step"] > 0, path
            assert meta.minimum is None or facts["min"] >= meta.minimum, path
            assert meta.maximum is None or facts["max"] <= meta.maximum, path


def other(car: DemoBench, plan: WritePlan, meta: Meta) -> Any:
    """Something else than there is now, that the plan allows."""
    now = car.value(meta.path)
    if meta.datatype == "boolean":
        return not now
    if plan.named is not None:
        return {"07:30": "06:15"}.get(now, "#FF8001" if now.startswith("#") else "05:45")
    if plan.table is not None:
        return next(word for word in plan.table if word != now)
    limits = plan.limits
    step = limits.step * max(1, round((limits.maximum - limits.minimum) / limits.step / 8))
    return now + step if now + step <= limits.maximum else now - step


@pytest.mark.parametrize("sort", list(POWERTRAINS))
def test_vehicle_everything_that_can_be_asked_for_is_done_and_confirmed(sort: Sort) -> None:
    car = DemoBench(sort)
    car.drive(2.5)
    failed = {}
    for path, plan in car.vehicle.plans.items():
        wanted = other(car, plan, car.vehicle.meta[path])
        request = car.vehicle.writer.request(path, wanted, "test", True, car.now)
        car.drive(0.6)
        for _ in range(20):
            if request.state.value != "pending":
                break
            car.drive(0.5)
        if request.state.value != "confirmed":
            failed[path] = (wanted, request.reason)
    assert failed == {}


def test_vehicle_seat_goes_back_to_what_its_memory_holds() -> None:
    car = DemoBench()
    car.drive(2)

    def ask(path: str, value: Any, seconds: float) -> None:
        car.vehicle.writer.request(path, value, "test", True, car.now)
        car.drive(seconds)

    private = "Vehicle.Private.Seat.Row1.DriverSide."
    before = car.value(SEAT + "Position")
    ask(private + "MemorySet", 2, 1)
    ask(SEAT + "Position", 210, 0.8)
    assert before < car.value(SEAT + "Position") < 210  # a motor takes its time
    car.drive(4)
    assert (car.value(SEAT + "Position"), car.value(private + "MemorySelect")) == (210, 0)
    ask(private + "MemorySelect", 2, 5)
    assert (car.value(SEAT + "Position"), car.value(private + "MemorySelect")) == (before, 2)


def test_vehicle_roof_switch_moves_the_roof_and_comes_to_rest() -> None:
    car = DemoBench()
    car.drive(2)
    car.vehicle.writer.request("Vehicle.Cabin.Sunroof.Switch", "ONE_SHOT_OPEN", "test", True, car.now)
    car.drive(1.5)
    assert car.value("Vehicle.Cabin.Sunroof.Switch") == "ONE_SHOT_OPEN"
    assert 0 < car.value("Vehicle.Cabin.Sunroof.Position") < 100
    car.drive(6)
    assert (car.value("Vehicle.Cabin.Sunroof.Position"), car.value("Vehicle.Cabin.Sunroof.Switch")) == (100, "INACTIVE")


def test_vehicle_charges_up_to_its_limit_and_stops_when_told() -> None:
    car = DemoBench()
    car.car.state.pin({"cable": True, "flap": True})
    car.drive(3)
    assert car.value(CHARGING + "IsCharging") is True
    assert car.value(CHARGING + "AveragePower") == pytest.approx(11.0, abs=0.1)
    assert car.value("Vehicle.Powertrain.TractionBattery.CurrentPower") == pytest.approx(
        10_400, rel=0.05
    )  # into the battery
    before = car.value(CHARGING + "TimeToComplete")
    assert before == pytest.approx((80 - 78) / 100 * 75 / 11.04 * 3600, rel=0.1)
    car.vehicle.writer.request(CHARGING + "StartStopCharging", "STOP", "test", True, car.now)
    car.drive(3)
    assert car.value(CHARGING + "IsCharging") is False
    car.vehicle.writer.request(CHARGING + "StartStopCharging", "START", "test", True, car.now)
    car.drive(2)
    for _ in range(900):
        car.car.model.step(1.0)
    car.drive(2)
    assert car.value(CHARGING + "IsCharging") is False
    assert car.value("Vehicle.Powertrain.TractionBattery.StateOfCharge.Displayed") == pytest.approx(80, abs=0.1)


@pytest.mark.parametrize(
    ("mode", "timer", "minute", "charges"),
    [
        ("INACTIVE", "06:30", 600, True),
        ("START_TIME", "06:30", 380, False),
        ("START_TIME", "06:30", 391, True),
        ("START_TIME", "23:00", 10, True),
        ("END_TIME", "07:00", 5 * 60, False),
        ("END_TIME", "07:00", 6 * 60 + 55, True),
    ],
)
def test_vehicle_charging_obeys_its_timer(mode: str, timer: str, minute: float, charges: bool) -> None:
    state = CarState()
    state.pin({"cable": True, "charge_timer_mode": mode, "charge_timer": timer})
    Powertrain(state, "electric", lambda: minute).run(0, 0, 1, 0)
    assert state.values["charging"] is charges


@pytest.mark.parametrize(("sort", "litres", "kwh"), [("fuel", (4.5, 9), (0, 0)), ("hybrid", (1, 6), (-1, 6))])
def test_vehicle_cycle_costs_what_such_cars_use(
    sort: Sort, litres: tuple[float, float], kwh: tuple[float, float]
) -> None:
    """WLTC: a mid-size petrol car takes 5 to 9 l/100 km; the hybrid less, and part of it from its battery."""
    car = DemoBench(sort).car
    car.model.enter("drive")
    began = {name: car.state.number(name) for name in ("fuel.litres", "energy_kwh", "engine.coolant_c")}
    for _ in range(1800 * 5):
        car.model.step(0.2)
    spent = (began["fuel.litres"] - car.state.number("fuel.litres")) / 23.27 * 100
    assert litres[0] < spent < litres[1]
    assert kwh[0] <= began["energy_kwh"] - car.state.number("energy_kwh") <= kwh[1]
    assert car.state.number("fuel.consumption") == pytest.approx(spent, rel=0.05)
    assert car.state.number("engine.coolant_c") > began["engine.coolant_c"] + 15


def test_vehicle_tyres_gain_pressure_as_they_warm() -> None:
    car = DemoBench().car
    car.model.enter("drive")
    for _ in range(1800):
        car.model.step(1)
    gained = car.state.number("tyre.fl_kpa") - 252
    warmer = car.state.number("tyre.fl_c") - 22
    assert warmer > 5
    assert gained == pytest.approx((252 + 101) * warmer / (22 + 273), rel=0.05)


def test_vehicle_wheel_keys_leave_at_once() -> None:
    car = DemoBench()
    key = car.car._maker.outgoing["WHEEL_KEYS"].message.key
    car.drive(1)
    for _ in range(2):
        answer(car.car, '{"set": {"key.volume_up": true, "key.knob": 3}}')
        car.car.tick()
        frames = [data for at, data in car._wire["main"] if at == key]
        car._wire["main"].clear()
        if frames:
            break
    assert frames[-1][0] & 1 == 1
    assert int.from_bytes(frames[-1], "little") >> 13 & 15 == 3


def test_vehicle_profile_stands_on_another(tmp_path: Path) -> None:
    hybrid, electric = load_profile("demo_hybrid"), load_profile("demo")
    assert hybrid.mapping_file.resolve() == electric.mapping_file.resolve()
    assert [hybrid.dbc_file(bus).resolve() for bus in hybrid.buses] == [
        electric.dbc_file(bus) for bus in electric.buses
    ]
    assert hybrid.buses["comfort"].writes == electric.buses["comfort"].writes
    assert (hybrid.attributes[BATTERY_KWH], electric.attributes[BATTERY_KWH]) == (18, 77)
    assert BATTERY_KWH not in load_profile("demo_fuel").attributes  # an empty attribute takes the base's away
    (tmp_path / "profile.toml").write_text(f'base = "{hybrid.file}"\n', encoding="utf-8")
    with pytest.raises(ProfileError, match="stands on another profile itself"):
        load_profile(str(tmp_path))
    (tmp_path / "profile.toml").write_text('base = "gone.toml"\n', encoding="utf-8")
    with pytest.raises(ProfileError, match="gone.toml"):
        load_profile(str(tmp_path))


@pytest.mark.parametrize(
    ("interface", "channel", "buses"),
    [
        (None, None, [("udp_multicast", "239.74.163.2:43113"), ("udp_multicast", "239.74.163.3:43113")]),
        (None, "239.1.2.255:50", [("udp_multicast", "239.1.2.255:50"), ("udp_multicast", "239.1.3.0:50")]),
        (
            "udp_multicast",
            "239.1.2.3:50,239.9.9.9:60",
            [("udp_multicast", "239.1.2.3:50"), ("udp_multicast", "239.9.9.9:60")],
        ),
        ("socketcan", "vcan0,vcan1", [("socketcan", "vcan0"), ("socketcan", "vcan1")]),
        ("socketcan", "vcan0", [("socketcan", "vcan0"), ("udp_multicast", "239.74.163.3:43113")]),
        (None, "nonsense", [("udp_multicast", "nonsense"), ("udp_multicast", "nonsense")]),
    ],
)
def test_vehicle_buses_can_be_elsewhere(
    interface: str | None, channel: str | None, buses: list[tuple[str, str]]
) -> None:
    moved = load_profile("demo").with_bus(interface, channel, None)
    assert [(spec.interface, spec.channel) for spec in moved.buses.values()] == buses
    assert moved.buses["comfort"].options.get("fd") is True


def test_vehicle_other_powertrains_reach_the_service(tmp_path: Path, run: Any) -> None:
    """The car in a process of its own, with an engine: its fuel comes, and nobody asks for its battery."""

    async def body() -> None:
        channel = free_channel()
        async with (
            sim_process(tmp_path, channel, "drive", "--powertrain", "fuel"),
            local_link({"vehicle": VehicleService({"channel": channel, "profile": "demo_fuel"})}) as link,
        ):
            fuel = "Vehicle.Powertrain.FuelSystem.RelativeLevel"
            soc = "Vehicle.Powertrain.TractionBattery.StateOfCharge.Displayed"
            async with asyncio.timeout(15):
                while True:
                    samples = await link.call("vehicle", "Get", [fuel, soc])
                    if samples[fuel]["quality"] == "valid":
                        break
                    await asyncio.sleep(0.02)
            assert samples[fuel]["value"] == 71
            assert samples[soc]["quality"] == "never"
            described = await link.call("vehicle", "Describe", [fuel, soc])
            assert [described[path]["served"] for path in (fuel, soc)] == [True, False]

    run(body(), 40)


REQUESTS = sorted(name for name in DemoBench("hybrid").car._panels)


@given(st.lists(st.tuples(st.sampled_from(REQUESTS), st.binary(min_size=32, max_size=32)), max_size=6))
@settings(max_examples=60, deadline=None)
def test_vehicle_car_takes_any_request_that_is_sealed(requests: list[tuple[str, bytes]]) -> None:
    """Whatever the head unit asks for, the car goes on, and everything it says of itself is still something it can be."""
    car = DemoBench("hybrid")
    car.drive(0.3)
    for name, payload in requests:
        panel = car.car._panels[name]
        data = bytearray(payload[: panel.message.length])
        panel._protection.seal(data, panel._counter + 1)
        car.car.hear(panel.bus, [(panel.message.key, bytes(data))])
        car.drive(0.5)
    car.drive(1)
    state = car.car.state
    for name, item in items().items():
        assert item.fitted(state.values[name], state._words.get(name, ())) == state.values[name]


def test_vehicle_request_of_the_same_moment_as_the_panels_own_frame_is_heard() -> None:
    """Two senders of one message now and then take the same counter; a frame sent twice is still only one request."""
    car = DemoBench()
    car.drive(1)
    panel = car.car._panels["CLIMATE_CMD"]
    own = panel.frame()
    data = bytearray(own)
    signal = panel.message.signal("TempDriverReq")
    assert signal is not None
    insert(signal, data, 20)  # 26 °C
    panel._protection.seal(data, panel._protection.count(own))
    panel.hear(bytes(data), car.car._time_s)
    car.drive(0.5)
    assert car.car.state.values["climate.temp_driver"] == 26
    car.car.state.put("climate.temp_driver", 20.0)
    panel.hear(bytes(data), car.car._time_s)  # a counter from before: nothing new
    panel.hear(bytes(data), car.car._time_s)
    car.drive(0.5)
    assert car.car.state.values["climate.temp_driver"] == 20
