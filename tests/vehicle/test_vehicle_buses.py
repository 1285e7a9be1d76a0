"""Several buses: the state of each and of all, and one notice for each that is lost; over feeds that are told what to do."""

from __future__ import annotations

import asyncio
from typing import Any

from backends.vehicle.buses import Buses
from backends.vehicle.dbc.model import EXTENDED
from backends.vehicle.feed import BusFeed
from backends.vehicle.ports import Frame
from backends.vehicle.profile import BusSpec
from tests.fakes.host import until
from tests.fakes.vehicle import FakePort


class Garage:
    """Two fake buses and all that is said of them."""

    def __init__(self) -> None:
        self.ports: dict[str, list[FakePort]] = {"main": [], "side": []}
        self.states: list[tuple[str, dict[str, str]]] = []
        self.lost: list[tuple[str, bool]] = []
        self.frames: list[str] = []
        self.buses = Buses(
            {name: BusFeed(BusSpec(name, "fake", ""), self._open) for name in self.ports},
            deliver=lambda bus, frames: self.frames.extend([bus] * len(frames)),
            changed=lambda: self.states.append((self.buses.state, dict(self.buses.states))),
            lost=lambda bus, reason, news: self.lost.append((bus, news)),
        )

    def _open(self, spec: BusSpec) -> FakePort:
        port = FakePort()
        self.ports[spec.name].append(port)
        return port

    def hear(self, bus: str, *frames: Frame) -> None:
        self.ports[bus][-1].inbox.extend(frames or [(1, b"")])


def test_vehicle_two_buses_are_told_apart(run: Any) -> None:
    async def body() -> None:
        garage = Garage()
        buses = garage.buses
        assert (buses.state, buses.open("main"), buses.open("none")) == ("down", False, False)
        buses.start()
        await until(lambda: set(buses.states.values()) == {"silent"})
        garage.hear("main")
        await until(lambda: buses.states == {"main": "up", "side": "silent"})
        assert buses.state == "up"  # what one brings is worth showing
        garage.hear("side")
        await until(lambda: buses.states == {"main": "up", "side": "up"})
        garage.ports["side"][-1].broken = True
        await until(lambda: buses.states["side"] == "bus_off")
        assert buses.state in ("up", "silent")
        assert (buses.open("main"), buses.open("side")) == (True, False)
        assert garage.lost == [("side", True)]
        garage.ports["main"][-1].broken = True
        await until(lambda: ("main", True) in garage.lost)
        await until(lambda: len(garage.ports["side"]) == 2 and len(garage.ports["main"]) == 2, what="opened anew")
        await buses.stop()
        assert all(port.closed for ports in garage.ports.values() for port in ports)

    run(body())


def test_vehicle_a_bus_that_keeps_going_off_is_told_once(run: Any) -> None:
    """Bus-off, opened again, off again: the driver is told once, and the pauses grow."""

    async def body() -> None:
        garage = Garage()
        garage.buses.start()
        opened: list[float] = []
        for count in range(1, 4):
            await until(lambda count=count: len(garage.ports["main"]) >= count)  # type: ignore[misc]
            await until(lambda: garage.buses.states["main"] == "silent")
            opened.append(asyncio.get_running_loop().time())
            garage.hear("main")
            garage.ports["main"][-1].broken = True
            await until(lambda count=count: len(garage.lost) == count)  # type: ignore[misc]
        assert garage.lost == [("main", True), ("main", False), ("main", False)]
        assert opened[2] - opened[1] > opened[1] - opened[0] - 0.05
        await garage.buses.stop()

    run(body())


def test_vehicle_silence_is_told_for_each_bus(run: Any) -> None:
    async def body() -> None:
        garage = Garage()
        garage.buses.start()
        await until(lambda: set(garage.buses.states.values()) == {"silent"})
        garage.hear("main")
        await until(lambda: garage.buses.state == "up")
        await until(lambda: garage.buses.state == "silent", what="silence after a second")
        assert garage.lost == []
        await garage.buses.stop()

    run(body())


def test_vehicle_a_tester_that_asks_into_the_silence_is_no_car(run: Any) -> None:
    async def body() -> None:
        garage = Garage()
        garage.buses.start()
        await until(lambda: garage.buses.states["main"] == "silent")
        garage.hear("main", (0x7DF, b"\x02\x01\x00"), (0x7E0, b"\x02\x09\x02"), (EXTENDED | 0x18DB33F1, b""))
        garage.hear("side", (EXTENDED | 0x18DA10F1, b""))
        await until(lambda: len(garage.frames) == 4)
        assert garage.buses.states == {"main": "silent", "side": "silent"}
        garage.hear("main", (0x7E8, b"\x04\x41\x00"))
        garage.hear("side", (EXTENDED | 0x18DAF110, b""))
        await until(lambda: garage.buses.states == {"main": "up", "side": "up"})
        await garage.buses.stop()

    run(body())
