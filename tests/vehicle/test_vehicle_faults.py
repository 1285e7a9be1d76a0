"""The simulated car's faults, and what the vehicle service makes of each: nothing wrong is ever taken for true."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from backends.interfaces import Link, ServiceError
from backends.vehicle.multicast import MulticastPort
from backends.vehicle.service import VehicleService
from backends.vehicle.simcar.control import answer
from backends.vehicle.simcar.faults import FAULTS
from backends.vehicle.vehicle import GEAR, SPEED
from tests.fakes.host import local_link, until
from tests.fakes.vehicle import ROOT, DemoBench, SimControl, free_channel, sim_process

TEMP = "Vehicle.Cabin.HVAC.Station.Row1.Driver.Temperature"
WINDOW = "Vehicle.Cabin.Door.Row1.DriverSide.Window.Position"
SEAT = "Vehicle.Cabin.Seat.Row1.DriverSide.Height"
MODE = "Vehicle.Private.DriveMode"
OUTSIDE = "Vehicle.Exterior.AirTemperature"


def driven(seconds: float = 2.5) -> DemoBench:
    car = DemoBench()
    car.drive(seconds)
    return car


def ask(car: DemoBench, path: str, value: Any) -> Any:
    return car.vehicle.writer.request(path, value, "test", True, car.now)


def test_vehicle_fault_silence_of_one_bus_leaves_the_other() -> None:
    car = driven()
    car.car.fault("silence:comfort")
    car.drive(4)
    assert (car.quality(SEAT), car.quality(SPEED), car.quality(TEMP)) == ("stale", "valid", "valid")
    car.drive(8)
    assert (car.value(SEAT), car.quality(SEAT), car.quality(SPEED)) == (None, "not_available", "valid")
    car.car.fault("silence", on=False)
    car.drive(2)
    assert (car.value(SEAT), car.quality(SEAT)) == (30, "valid")


def test_vehicle_fault_bad_check_bytes_of_one_message() -> None:
    car = driven()
    car.car.fault("bad_crc:DRIVE,SEATS")
    car.drive(7)
    assert (car.value(GEAR), car.quality(GEAR), car.quality(SEAT)) == (None, "error", "error")
    assert (car.quality(SPEED), car.quality(MODE)) == ("valid", "valid")
    assert car.restrictions[-1]["state"] == "moving"  # without a gear nobody knows that it is parked
    car.car.fault("bad_crc", on=False)
    car.drive(8)
    assert (car.quality(GEAR), car.quality(SEAT), car.restrictions[-1]["state"]) == ("valid", "valid", "parked")


@pytest.mark.parametrize("fault", ["counter_frozen:MOTION", "counter_jumping:MOTION"])
def test_vehicle_fault_wrong_counters_make_values_errors(fault: str) -> None:
    car = driven()
    car.car.fault(fault)
    car.car.state.pin({SPEED: 40})
    car.drive(0.2)
    assert car.value(SPEED) == 0  # dropped: what comes with a wrong counter is not believed
    car.drive(0.4)
    assert (car.value(SPEED), car.quality(SPEED), car.quality(GEAR)) == (None, "error", "valid")
    car.car.fault(fault, on=False)
    car.drive(1)
    assert (car.value(SPEED), car.quality(SPEED)) == (40, "valid")


def test_vehicle_fault_not_available_of_any_signal() -> None:
    car = driven()
    car.car.fault("sna:OutsideTemperature,Gear,TimerTime,RearTempDriver")
    car.drive(1.5)
    paths = (OUTSIDE, GEAR, "Vehicle.Powertrain.TractionBattery.Charging.Timer.Time",
             "Vehicle.Cabin.HVAC.Station.Row2.Driver.Temperature")  # fmt: skip
    assert [car.quality(path) for path in paths] == ["not_available"] * 4
    car.car.fault("sna", on=False)
    car.drive(1.5)
    assert [car.quality(path) for path in paths] == ["valid"] * 4


@pytest.mark.parametrize("fault", ["noise", "flood", "flood:20000,comfort"])
def test_vehicle_fault_foreign_frames_change_nothing(fault: str) -> None:
    car = driven(4)
    before = {path: (slot.value, slot.quality) for path, slot in car.vehicle.table.slots.items() if slot.cells}
    car.car.fault(fault)
    car.drive(3)
    after = {path: (slot.value, slot.quality) for path, slot in car.vehicle.table.slots.items() if slot.cells}
    drifting = {
        path for path in before if "Battery" in path or "Temperature" in path or "Tire" in path or "Range" in path
    }
    assert {path: after[path] for path in before if path not in drifting and before[path] != after[path]} == {}
    assert ask(car, TEMP, 24.5).state.value == "pending"
    car.drive(1)
    assert car.value(TEMP) == 24.5


def test_vehicle_fault_refused_requests_fail_and_others_do_not() -> None:
    car = driven()
    car.car.fault("refuse_writes:BODY_CMD")
    window, temperature, seat = ask(car, WINDOW, 50), ask(car, TEMP, 24), ask(car, SEAT, 40)
    car.drive(2)
    assert [r.state.value for r in (window, temperature, seat)] == ["pending", "confirmed", "confirmed"]
    car.drive(7)
    assert (window.state.value, window.reason) == ("failed", "The car did not answer within 8 s")
    assert car.value(WINDOW) == 0


def test_vehicle_fault_late_answer_is_a_value_but_no_confirmation() -> None:
    car = driven()
    car.car.fault("late_writes:3")
    late = ask(car, TEMP, 25)
    car.drive(2)
    assert (late.state.value, car.value(TEMP)) == ("failed", 21)
    car.drive(2)
    assert (late.state.value, car.value(TEMP)) == ("failed", 25)


@pytest.mark.parametrize(
    ("request_", "told"),
    [
        ({"fault": "bad_crc:NOPE"}, "bad_crc: there is no message NOPE"),
        ({"fault": "sna:Nope"}, "sna: there is no signal Nope"),
        ({"fault": "silence:body"}, "silence: there is no bus body"),
        ({"fault": "flood:fast"}, "could not convert"),
        ({"fault": "flood:0"}, "flood takes a number above 0"),
        ({"fault": "gremlin:3"}, "there is no fault gremlin"),
    ],
)
def test_vehicle_fault_that_cannot_be_is_told(request_: dict[str, Any], told: str) -> None:
    found = answer(DemoBench().car, json.dumps(request_))
    assert (found["ok"], told in found["error"]) == (False, True), found


def test_vehicle_faults_are_all_told_in_the_guide() -> None:
    guide = (ROOT / "docs/guides/simulators.md").read_text(encoding="utf-8")
    assert [name for name in FAULTS if f"`{name}" not in guide] == []


@asynccontextmanager
async def on_the_road(tmp_path: Path, *words: str) -> AsyncIterator[tuple[Link, SimControl, dict[str, Any]]]:
    """The service on the bus, the car in a process of its own, and the service's properties as they change."""
    channel = free_channel()
    async with (
        sim_process(tmp_path, channel, "parked", *words) as car,
        local_link({"vehicle": VehicleService({"channel": channel})}) as link,
    ):
        told: dict[str, Any] = {"notices": []}
        link.on_signal("vehicle", "PropertiesChanged", told.update)
        link.on_signal("vehicle", "Notice", lambda *args: told["notices"].append(args))
        yield link, car, told


async def until_quality(link: Link, path: str, wanted: str) -> None:
    async with asyncio.timeout(20):
        while (await link.call("vehicle", "Get", [path]))[path]["quality"] != wanted:
            await asyncio.sleep(0.02)


async def set_once_shown(link: Link, path: str, value: Any) -> None:
    """Ask for a value as soon as the car has shown the message that asks."""
    async with asyncio.timeout(10):
        while True:
            try:
                await link.call("vehicle", "Set", path, value)
            except ServiceError as error:
                if "not shown" not in error.text:
                    raise
                await asyncio.sleep(0.05)
            else:
                return


async def set_until_refused(link: Link, path: str, value: Any) -> None:
    """Between two error frames a bus that is off is open for a moment."""
    async with asyncio.timeout(10):
        while True:
            await link.call("vehicle", "Set", path, value)
            await asyncio.sleep(0.01)


def test_vehicle_fault_bus_off_stops_and_comes_back(tmp_path: Path, run: Any) -> None:
    """Both buses off: what was asked for fails at once, nothing is accepted, no notice twice, and all comes back by itself."""

    async def body() -> None:
        async with on_the_road(tmp_path) as (link, car, told):
            await until_quality(link, TEMP, "valid")
            targets: list[tuple[Any, ...]] = []
            link.on_signal("vehicle", "TargetChanged", lambda *args: targets.append(args))
            await car.ask(fault="refuse_writes")
            await set_once_shown(link, WINDOW, 40)
            await car.ask(fault="bus_off")
            await until(lambda: told.get("BusState") == "bus_off")
            await until(lambda: any(target[3] == "failed" and "away" in target[4] for target in targets))
            with pytest.raises(ServiceError, match="away|not shown"):
                await set_until_refused(link, TEMP, 23.0)
            await until_quality(link, SPEED, "not_available")
            codes = [code for _, code, _ in told["notices"]]
            # One for both, or one for each when they go one after the other; and none again, however often they are tried.
            assert codes in (
                ["vehicle.bus_lost"],
                *([f"vehicle.part_lost.{bus}", "vehicle.bus_lost"] for bus in ("main", "comfort")),
            )
            await car.ask(fault="bus_off", on=False)
            await until(lambda: told.get("BusState") == "up")
            await until_quality(link, SPEED, "valid")

    run(body(), 60)


def test_vehicle_fault_bus_off_of_one_bus_leaves_the_other(tmp_path: Path, run: Any) -> None:
    async def body() -> None:
        async with on_the_road(tmp_path, "--fault", "bus_off:comfort") as (link, _car, told):
            await until_quality(link, TEMP, "valid")
            await until(lambda: told.get("Buses", {}).get("comfort") == "bus_off")
            assert told["BusState"] == "up"
            await until_quality(link, SEAT, "never")
            await set_once_shown(link, TEMP, 24.0)
            with pytest.raises(ServiceError):
                await link.call("vehicle", "Set", SEAT, 40)

    run(body(), 60)


def test_vehicle_fault_flood_is_heard_beside_the_car(tmp_path: Path, run: Any) -> None:
    """Two full buses' worth of frames arrive, and speed and requests still come through."""

    async def body() -> None:
        channel = free_channel()
        group, _, port = channel.partition(":")
        ear = MulticastPort(group, int(port))
        heard = 0

        def listen() -> None:
            nonlocal heard
            heard += sum(0x500 <= key < 0x540 for key, _ in ear.drain())

        loop = asyncio.get_running_loop()
        loop.add_reader(ear.fileno(), listen)
        try:
            async with (
                sim_process(tmp_path, channel, "parked", "--fault", "flood") as car,
                local_link({"vehicle": VehicleService({"channel": channel})}) as link,
            ):
                await until(lambda: heard > 9000, 30)
                began, before = loop.time(), heard
                await until(lambda: heard > before + 18_000, 30)
                rate = 18_000 / (loop.time() - began)
                assert rate > 4500  # 9,000 on a machine that has time for it
                await car.ask(set_={SPEED: 33, "gear": "D"})
                async with asyncio.timeout(5):
                    while (await link.call("vehicle", "Get", [SPEED]))[SPEED].get("value") != 33:
                        await asyncio.sleep(0.01)
        finally:
            loop.remove_reader(ear.fileno())
            ear.close()

    run(body(), 60)


def test_vehicle_fault_on_the_command_line_is_checked(run: Any) -> None:
    async def body() -> None:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "ui.cli", "sim", "car", "--channel", free_channel(), "--fault", "flood:soon"),
            cwd=ROOT,
            stderr=asyncio.subprocess.PIPE,
        )
        _, err = await process.communicate()
        assert process.returncode == 2
        assert err.decode().startswith("pillion sim car: ")

    run(body(), 30)
