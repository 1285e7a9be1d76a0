"""What phones are told of the car: its values, its rules, night and language; never what is not known."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from backends.interfaces.night import AMBIENT_LIGHT, NIGHT_MODE, NIGHT_SENSOR, NightSense
from backends.projection.kinds import BACKENDS, Kind
from backends.projection.service import ProjectionService
from backends.projection.surroundings import SurroundingsFeed, system_language
from backends.projection.vehicle_feed import DRIVE_STATE, INTERVAL_S, PATHS, VehicleFeed
from backends.settings.service import SettingsService
from tests.fakes.driven_vehicle import DrivenVehicle
from tests.fakes.host import local_link, until
from tests.fakes.mirror_protocol import running_phones
from tests.fakes.projection import MOVING, PARKED

CSV = Path(__file__).resolve().parents[2] / "backends/vehicle/vss.csv"


class Told:
    """What a feed passed on, and when."""

    def __init__(self) -> None:
        self.sets: list[dict[str, Any]] = []
        self.times: list[float] = []
        self.rules: list[Any] = []
        self.feed: VehicleFeed | None = None

    def __call__(self, values: dict[str, Any]) -> None:
        self.sets.append(values)
        self.times.append(asyncio.get_running_loop().time())

    @property
    def now(self) -> dict[str, Any]:
        return {key: value for values in self.sets for key, value in values.items()}


@asynccontextmanager
async def fed(vehicle: DrivenVehicle) -> AsyncIterator[tuple[Told, Any]]:
    told = Told()
    async with local_link({"vehicle": vehicle}) as link:
        feed = VehicleFeed(link, told, told.rules.append)
        feed.start()
        feed.follow(INTERVAL_S)
        told.feed = feed
        try:
            yield told, link
        finally:
            await feed.stop()


def test_values_are_passed_on_as_they_change_and_unknown_stays_unknown(run: Any) -> None:
    async def body() -> None:
        vehicle = DrivenVehicle(
            {
                "Vehicle.Speed": (12.5, "valid"),
                "Vehicle.Powertrain.Transmission.SelectedGear": (126, "stale"),
                "Vehicle.Chassis.ParkingBrake.IsEngaged": (None, "never"),
                "Vehicle.Cabin.Seat.Heating": (3, "valid"),
            }
        )
        async with fed(vehicle) as (told, link):
            await until(lambda: "Vehicle.Speed" in told.now, what="the snapshot")
            assert vehicle.asked == sorted(set(vehicle.values) - {"Vehicle.Cabin.Seat.Heating"})
            assert told.now["Vehicle.Speed"] == 12.5
            assert told.now.get("Vehicle.Powertrain.Transmission.SelectedGear") is None
            assert told.now.get("Vehicle.Chassis.ParkingBrake.IsEngaged") is None
            assert told.now[DRIVE_STATE] == "parked"
            vehicle.change(Vehicle_Speed=(None, "invalid"), Vehicle_Cabin_Seat_Heating=(1, "valid"))
            await until(lambda: told.now["Vehicle.Speed"] is None, what="the speed's end")
            assert "Vehicle.Cabin.Seat.Heating" not in told.now
            vehicle.change(Vehicle_Speed=(30.0, "valid"))
            await until(lambda: told.now["Vehicle.Speed"] == 30.0, what="the speed")
            vehicle.drive({"state": "parked", "known": False})
            await until(lambda: told.now[DRIVE_STATE] is None, what="the state unknown")
            await link.remove("vehicle")
            await until(lambda: told.now["Vehicle.Speed"] is None, what="the vehicle's end")
            assert told.rules[-1] is None

    run(body())


def test_no_more_than_ten_sets_a_second_and_the_last_value_arrives(run: Any) -> None:
    async def body() -> None:
        async with fed(DrivenVehicle({"Vehicle.Speed": (0.0, "valid")})) as (told, link):
            await until(lambda: "Vehicle.Speed" in told.now, what="the snapshot")
            vehicle = link._services["vehicle"]
            for number in range(300):
                vehicle.change(Vehicle_Speed=(float(number), "valid"))
                await asyncio.sleep(0.001)
            await until(lambda: told.now["Vehicle.Speed"] == 299.0, what="the last value")
            gaps = [after - before for before, after in zip(told.times, told.times[1:], strict=False)]
            assert min(gaps) > 0.09
            assert len(told.sets) <= 3 + (told.times[-1] - told.times[0]) / 0.1

    run(body())


def test_nothing_is_followed_that_nobody_wants(run: Any) -> None:
    async def body() -> None:
        vehicle = DrivenVehicle({"Vehicle.Speed": (5.0, "valid")})
        async with fed(vehicle) as (told, _):
            await until(lambda: told.now.get("Vehicle.Speed") == 5.0, what="the snapshot")
            assert told.feed is not None
            told.feed.follow(None)
            await until(
                lambda: told.now["Vehicle.Speed"] is None and vehicle.left == [7], what="the subscription's end"
            )
            vehicle.change(Vehicle_Speed=(9.0, "valid"))
            vehicle.drive(MOVING)
            await until(lambda: told.rules[-1] == MOVING, what="the rules, which always matter")
            assert told.now["Vehicle.Speed"] is None
            told.feed.follow(2.0)
            await until(lambda: told.now["Vehicle.Speed"] == 5.0, what="the snapshot again")
            vehicle.change(Vehicle_Speed=(11.0, "valid"))
            told.feed.follow(INTERVAL_S)
            await until(lambda: told.now["Vehicle.Speed"] == 11.0, 1.0, what="what waited, at once")

    run(body())


def test_another_car_is_read_anew(run: Any) -> None:
    async def body() -> None:
        vehicle = DrivenVehicle({"Vehicle.Speed": (5.0, "valid")})
        async with fed(vehicle) as (told, _):
            await until(lambda: told.now.get("Vehicle.Speed") == 5.0, what="the snapshot")
            vehicle.values = {"Vehicle.Exterior.AirTemperature": (-3.0, "valid")}
            vehicle.set_property("Profile", "another")
            await until(lambda: told.now.get("Vehicle.Exterior.AirTemperature") == -3.0, what="the other car")
            assert told.now["Vehicle.Speed"] is None

    run(body())


def test_the_paths_are_in_the_catalogue_but_for_those_of_the_standard() -> None:
    ours = {line.split(",")[0] for line in CSV.read_text().splitlines()}
    absent = {path for path in PATHS if path not in ours}
    assert absent <= {
        "Vehicle.CurrentLocation.Altitude",
        "Vehicle.CurrentLocation.HorizontalAccuracy",
        "Vehicle.AngularVelocity.Roll",
        "Vehicle.AngularVelocity.Pitch",
        "Vehicle.Acceleration.Vertical",
    }


@pytest.mark.parametrize(
    ("theme", "mode", "sensed", "light", "hour", "night"),
    [
        ("night", "DAY", False, 90, 12, True),
        ("day", "NIGHT", True, 0, 23, False),
        ("auto", "NIGHT", False, 90, 12, True),
        ("auto", None, True, 90, 12, True),
        ("auto", None, None, 10, 12, True),
        ("auto", None, None, float("nan"), 12, False),
        ("auto", None, None, None, 19, True),
        ("auto", "", "", "", 6, True),
    ],
)
def test_night_is_the_drivers_word_then_the_cars_then_the_clocks(
    theme: str, mode: Any, sensed: Any, light: Any, hour: int, night: bool
) -> None:
    assert NightSense().decide(theme, mode, sensed, light, hour) is night


def test_dusk_does_not_flicker() -> None:
    sense = NightSense()
    assert [sense.decide("auto", None, None, light, 12) for light in (20, 14, 20, 26, 20)] == [
        False, True, True, False, False,
    ]  # fmt: skip


def test_the_surroundings_follow_settings_and_car(run: Any) -> None:
    async def body() -> None:
        told: list[dict[str, Any]] = []
        async with local_link({"settings": SettingsService()}) as link:
            feed = SurroundingsFeed(link, told.append, lambda: datetime(2026, 6, 1, 12, tzinfo=UTC))
            feed.start()
            await until(lambda: told, what="the first")
            assert (told[-1]["night"], told[-1]["left_hand_drive"], told[-1]["name"]) == (False, True, "Pillion")
            await link.call("settings", "Set", "display.language", "zh_CN")
            await link.call("settings", "Set", "display.drive_side", "right")
            await link.call("settings", "Set", "display.theme", "night")
            await until(lambda: told[-1]["night"], what="the night")
            assert (told[-1]["language"], told[-1]["left_hand_drive"]) == ("zh_CN", False)
            await link.call("settings", "Set", "display.theme", "auto")
            feed.learn_vehicle({NIGHT_SENSOR: True, NIGHT_MODE: None, AMBIENT_LIGHT: 80})
            await until(lambda: not told[-2]["night"] and told[-1]["night"], what="the sensor")
            feed.learn_vehicle(
                {"Vehicle.VehicleIdentification.Brand": "Dacia", "Vehicle.VehicleIdentification.Model": "Spring"}
            )
            feed.learn_stage(1024, 600, 160)
            assert (told[-1]["name"], told[-1]["width"]) == ("Dacia Spring", 1024)
            await feed.stop()

    run(body())


@pytest.mark.parametrize(
    ("given", "language"),
    [({"LANG": "zh_TW.UTF-8"}, "zh_CN"), ({"LC_ALL": "de_AT"}, "de"), ({"LANG": "C"}, "en"), ({}, "en")],
)
def test_the_systems_language(given: dict[str, str], language: str) -> None:
    assert system_language(given) == language


def test_a_phone_is_told_the_real_car_through_the_service(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(BACKENDS):
        monkeypatch.delitem(BACKENDS, name)
    monkeypatch.setitem(BACKENDS, "fake", Kind("tests.fakes.mirror_protocol:FakeBackend", "Fake", follows_car=True))

    async def body() -> None:
        vehicle = DrivenVehicle({"Vehicle.Speed": (12.0, "valid")})
        service = ProjectionService({"workers": "0"})
        services = {"settings": SettingsService(), "vehicle": vehicle, "projection": service}
        async with running_phones() as (phone,), local_link(services) as link:
            device = await link.call("projection", "AddPhone", "fake", phone.address, {})
            await link.call("projection", "OpenApp", device, "", 800, 480, 160)
            await until(lambda: any("Vehicle.Speed" in told for told in phone.of("vehicle")), what="the speed")
            await until(lambda: phone.of("rules")[-1:] == [[True, True]], what="parked")
            vehicle.drive(MOVING)
            await until(lambda: phone.of("rules")[-1:] == [[False, False]], what="moving")
            await link.call("settings", "Set", "display.language", "de")
            await link.call("settings", "Set", "display.theme", "night")
            await until(lambda: phone.of("night")[-1:] == [True] and phone.of("language")[-1] == "de", what="the night")
            await link.remove("vehicle")
            await until(lambda: phone.of("vehicle")[-1].get("Vehicle.Speed", 0) is None, what="the car's silence")
            assert phone.of("rules")[-1] == [False, False]
            assert PARKED["video"] is True

    run(body())
