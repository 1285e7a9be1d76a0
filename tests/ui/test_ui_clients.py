"""Clients over both ways to a service: state, snapshot, differences, recovery, refusals. The peers are small real services."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from backends.core.errors import OutOfRange, Refused
from backends.core.service import Service
from backends.interfaces import Link, LinkState, ServiceError
from tests.fakes.host import bus_link, local_link, until
from ui.clients.projection import ProjectionClient
from ui.clients.settings import SettingsClient
from ui.clients.vehicle import Target, VehicleClient

TEMPERATURE = "Vehicle.Cabin.HVAC.Station.Row1.Driver.Temperature"
SPEED = "Vehicle.Speed"
Run = Callable[..., Any]


class Car(Service):
    """A vehicle of two paths that answers writes as it is told to."""

    NAME = "vehicle"

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, Any] = {SPEED: 12.5, TEMPERATURE: 21.0}
        self.asked: list[tuple[str, Any]] = []
        self.subscriptions = 0
        self.broken = False
        self.set_property("BusState", "up")
        self.set_property("Profile", "fake")
        self.set_property("Restrictions", {"state": "moving", "known": True, "video": False})

    async def start(self) -> None:
        self.set_property("Ready", True)

    def describe(self, _paths: list[str]) -> dict[str, dict[str, Any]]:
        if self.broken:
            raise Refused("not now")
        return {path: {"type": "sensor", "writable": path == TEMPERATURE} for path in self.values}

    def subscribe(self, paths: list[str]) -> tuple[int, dict[str, dict[str, Any]]]:
        self.subscriptions += 1
        return self.subscriptions, {
            path: {"value": self.values[path], "quality": "valid", "age_ms": 0} for path in paths
        }

    def set(self, path: str, value: Any) -> int:
        self.asked.append((path, value))
        if value > 28:
            raise OutOfRange("At most 28°.")
        return len(self.asked)

    def change(self, *changes: tuple[str, Any, str]) -> None:
        self.emit("Changed", "display", [(path, value, quality, 1.0) for path, value, quality in changes])


class Phones(Service):
    """A phone that becomes ready while the display is still asking."""

    NAME = "projection"

    def __init__(self) -> None:
        super().__init__()
        self.phone = {"id": "one", "name": "One", "state": "connecting"}

    async def start(self) -> None:
        self.set_property("Ready", True)

    def devices(self) -> list[dict[str, Any]]:
        return [dict(self.phone)]

    def sessions(self) -> list[dict[str, Any]]:
        self.phone["state"] = "ready"
        self.emit("DeviceChanged", dict(self.phone))
        return []

    def apps(self, _device: str) -> list[dict[str, Any]]:
        return [{"id": "org.example.app", "name": "App"}]

    def kinds(self) -> list[dict[str, Any]]:
        return []

    turns = calls = notifications = kinds


class Preferences(Service):
    """Settings of two keys."""

    NAME = "settings"

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, Any] = {"display.theme": "auto", "display.brightness": 80}

    async def start(self) -> None:
        self.set_property("Problem", "")
        self.set_property("Ready", True)

    def get(self, _keys: list[str]) -> dict[str, Any]:
        return dict(self.values)

    def describe(self) -> list[dict[str, Any]]:
        return [{"key": key, "type": "s", "default": value} for key, value in self.values.items()]

    def profiles(self) -> list[dict[str, Any]]:
        return [{"id": "1", "name": "Mei", "initials": "M", "active": True}]

    def set(self, key: str, value: Any) -> None:
        self.values[key] = value
        self.emit("Changed", {key: value})


@pytest.fixture(params=["local", "bus"])
def ways(request: pytest.FixtureRequest) -> Any:
    """A link in this process, or over a private bus."""
    return local_link if request.param == "local" else bus_link


async def ready(client: VehicleClient | SettingsClient, link: Link) -> None:
    client.attach(link)
    await until(lambda: client.state is LinkState.READY)


def vehicle() -> tuple[VehicleClient, list[frozenset[str]]]:
    client, heard = VehicleClient(), []
    client.follow((SPEED, TEMPERATURE, "Vehicle.NotThere"), heard.append)
    return client, heard


def test_snapshot_then_changes(run: Run, ways: Any) -> None:
    async def body() -> None:
        car = Car()
        client, heard = vehicle()
        assert client.state is LinkState.OFFLINE
        assert client.value(SPEED) is None
        async with ways({"vehicle": car}) as link:
            await ready(client, link)
            assert client.number(SPEED) == 12.5
            assert client.restrictions["state"] == "moving"
            assert client.served(TEMPERATURE)
            assert not client.served("Vehicle.NotThere")
            heard.clear()
            car.change((SPEED, 13.0, "valid"), (TEMPERATURE, 21.0, "valid"))
            await until(lambda: client.number(SPEED) == 13.0)
            # What did not differ is no news.
            assert heard == [frozenset({SPEED})]
            car.change((SPEED, 13.0, "stale"))
            await until(lambda: client.sample(SPEED).quality == "stale")
            assert client.value(SPEED) == 13.0
            assert client.value(SPEED, stale=False) is None
            car.change((SPEED, "", "not_available"))
            await until(lambda: client.value(SPEED) is None)
            await client.detach()

    run(body())


def test_targets_are_pending_until_the_service_says_what_became_of_them(run: Run, ways: Any) -> None:
    async def body() -> None:
        car = Car()
        client, _ = vehicle()
        told: list[tuple[str, Target]] = []
        client.target_changed.connect(lambda path, target: told.append((path, target)))
        async with ways({"vehicle": car}) as link:
            await ready(client, link)
            client.ask(TEMPERATURE, 22.0)
            assert told == [(TEMPERATURE, Target(22.0, "pending"))]
            await until(lambda: car.asked)
            car.emit("TargetChanged", 1, TEMPERATURE, 22.0, "confirmed", "")
            await until(lambda: len(told) > 1)
            assert told[-1] == (TEMPERATURE, Target(22.0, "confirmed"))
            client.ask(TEMPERATURE, 40.0)
            await until(lambda: told[-1][1].state == "failed")
            assert told[-1][1].reason == "At most 28°."
            await client.detach()

    run(body())


def test_an_overtaken_request_is_no_news(run: Run) -> None:
    async def body() -> None:
        car = Car()
        client, _ = vehicle()
        told: list[Target] = []
        client.target_changed.connect(lambda _path, target: told.append(target))
        async with local_link({"vehicle": car}) as link:
            await ready(client, link)
            client.ask(TEMPERATURE, 22.0)
            client.ask(TEMPERATURE, 23.0)
            await until(lambda: len(car.asked) == 2)
            await asyncio.sleep(0)
            car.emit("TargetChanged", 1, TEMPERATURE, 22.0, "failed", "overtaken")
            car.emit("TargetChanged", 2, TEMPERATURE, 23.0, "confirmed", "")
            await until(lambda: told[-1].state == "confirmed")
            assert [target.state for target in told] == ["pending", "pending", "confirmed"]
            await client.detach()

    run(body())


def test_a_service_that_goes_and_returns_is_followed_by_differences(run: Run) -> None:
    async def body() -> None:
        car = Car()
        client, heard = vehicle()
        states: list[LinkState] = []
        client.state_changed.connect(lambda: states.append(client.state))
        async with local_link({"vehicle": car}) as link:
            await ready(client, link)
            await link.remove("vehicle")
            await until(lambda: client.state is LinkState.OFFLINE)
            assert client.value(SPEED) is None
            assert client.restrictions == {}
            heard.clear()
            again = Car()
            again.values[SPEED] = 99.0
            await link.add(again)
            await until(lambda: client.state is LinkState.READY)
            assert client.number(SPEED) == 99.0
            assert heard == [frozenset({SPEED, TEMPERATURE})]
            assert again.subscriptions == 1
            assert states[-3:] == [LinkState.OFFLINE, LinkState.CONNECTING, LinkState.READY]
            await client.detach()

    run(body())


def test_a_service_that_answers_nonsense_is_degraded_and_asked_again(run: Run) -> None:
    async def body() -> None:
        car = Car()
        car.broken = True
        client, _ = vehicle()
        async with local_link({"vehicle": car}) as link:
            client.attach(link)
            await until(lambda: client.state is LinkState.DEGRADED)
            car.broken = False
            await until(lambda: client.state is LinkState.READY)
            await client.detach()

    run(body())


def test_not_ready_yet_is_connecting(run: Run) -> None:
    async def body() -> None:
        car = Car()
        client, _ = vehicle()
        async with local_link({"vehicle": car}) as link:
            car.set_property("Ready", False)
            client.attach(link)
            await until(lambda: car.subscriptions == 1)
            await asyncio.sleep(0.02)
            assert client.state is LinkState.CONNECTING
            car.set_property("Ready", True)
            await until(lambda: client.state is LinkState.READY)
            await client.detach()

    run(body())


def test_a_request_without_a_service_is_refused_at_once() -> None:
    client = SettingsClient()
    refused: list[ServiceError] = []
    client.refused.connect(refused.append)
    client.ask("display.theme", "day")
    assert [error.name for error in refused] == ["Gone"]


def test_settings_are_pending_until_they_are_on_disk(run: Run, ways: Any) -> None:
    async def body() -> None:
        client = SettingsClient()
        pending: list[tuple[str, bool]] = []
        client.pending_changed.connect(lambda key, state: pending.append((key, state)))
        async with ways({"settings": Preferences()}) as link:
            await ready(client, link)
            assert client.profiles[0]["name"] == "Mei"
            client.ask("display.theme", "night")
            assert pending == [("display.theme", True)]
            assert client.values["display.theme"] == "auto"
            await until(lambda: len(pending) == 2)
            await until(lambda: client.values["display.theme"] == "night")
            assert pending[-1] == ("display.theme", False)
            await client.detach()

    run(body())


@pytest.mark.parametrize("way", [local_link, bus_link])
def test_a_phone_that_changes_while_it_is_asked_for_is_as_it_is_now(run: Run, way: Callable[..., Any]) -> None:
    async def body() -> None:
        async with way({"projection": Phones()}) as link:
            client = ProjectionClient()
            client.attach(link)
            await until(lambda: client.apps.get("one"), what="its apps")
            assert client.devices["one"]["state"] == "ready"
            await client.detach()

    run(body())
