"""The service: over both ways of reaching it, with the simulated car in a process of its own on udp_multicast."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import can
import pytest

from backends.interfaces import Link, ServiceError
from backends.vehicle.canport import open_port
from backends.vehicle.catalogue import catalogue
from backends.vehicle.errors import BusError
from backends.vehicle.feed import BusFeed
from backends.vehicle.multicast import MulticastPort
from backends.vehicle.ports import Frame
from backends.vehicle.profile import BusSpec, vehicles_dir
from backends.vehicle.service import VehicleService
from tests.fakes.host import bus_link, local_link, until
from tests.fakes.vehicle import ROOT, FakePort, SimControl, free_channel, sim_process

SPEED = "Vehicle.Speed"
TEMP = "Vehicle.Cabin.HVAC.Station.Row1.Driver.Temperature"
LOCK = "Vehicle.Cabin.Door.Row1.DriverSide.IsLocked"


class Watcher:
    """What the service tells a client."""

    def __init__(self, link: Link) -> None:
        self.values: dict[str, Any] = {}
        self.qualities: dict[str, str] = {}
        self.lanes: dict[str, str] = {}
        self.targets: list[tuple[Any, ...]] = []
        self.notices: list[tuple[str, str, str]] = []
        self.properties: dict[str, Any] = {}
        link.on_signal("vehicle", "Changed", self._changed)
        link.on_signal("vehicle", "TargetChanged", lambda *args: self.targets.append(args))
        link.on_signal("vehicle", "Notice", lambda *args: self.notices.append(args))
        link.on_signal("vehicle", "PropertiesChanged", self.properties.update)

    def _changed(self, lane: str, changes: list[Any]) -> None:
        for path, value, quality, _ in changes:
            self.values[path], self.qualities[path], self.lanes[path] = value, quality, lane


@asynccontextmanager
async def on_the_road(
    tmp_path: Path, way: Any, scene: str = "parked"
) -> AsyncIterator[tuple[Link, SimControl, Watcher]]:
    channel = free_channel()
    async with (
        sim_process(tmp_path, channel, scene) as car,
        way({"vehicle": VehicleService({"channel": channel})}) as link,
    ):
        watcher = Watcher(link)
        await link.properties("vehicle")  # a round trip, after which the daemon knows what the watcher follows
        watcher.properties.update(await link.properties("vehicle"))
        await until(lambda: watcher.properties.get("BusState") == "up", what="BusState up")
        yield link, car, watcher


@pytest.mark.parametrize("way", [local_link, bus_link])
def test_vehicle_temperature_is_set_and_confirmed_from_the_bus(tmp_path: Path, run: Any, way: Any) -> None:
    async def body() -> None:
        async with on_the_road(tmp_path, way) as (link, car, watcher):
            number, samples = await link.call("vehicle", "Subscribe", [TEMP, SPEED, "Vehicle.Private.Hvac.*"])
            hvac = {path for path in catalogue() if path.startswith("Vehicle.Private.Hvac.")}
            assert set(samples) == {TEMP, SPEED, *hvac}
            await until(lambda: watcher.properties["Restrictions"]["state"] == "parked", what="parked")
            sample = await _first_value(link, TEMP)
            assert (sample["value"], sample["quality"], sample["state"]) == (21.0, "valid", "idle")
            assert 0 <= sample["age_ms"] < 1000
            request = await _patiently(link, TEMP, 22.5)
            await until(lambda: len(watcher.targets) >= 2, what="confirmed")
            assert watcher.targets == [(request, TEMP, 22.5, "pending", ""), (request, TEMP, 22.5, "confirmed", "")]
            await until(lambda: watcher.values.get(TEMP) == 22.5)
            assert watcher.lanes[TEMP] == "now"
            assert (await car.ask(get=["climate.temp_driver"]))["values"] == {"climate.temp_driver": 22.5}
            (sample,) = (await link.call("vehicle", "Get", [TEMP])).values()
            assert (sample["value"], sample["state"], sample["target"]) == (22.5, "confirmed", 22.5)
            log = await link.call("vehicle", "WriteLog")
            assert (log[-1]["path"], log[-1]["result"], log[-1]["frame"][:4]) == (TEMP, "confirmed", "320#")
            await link.call("vehicle", "Unsubscribe", number)
            with pytest.raises(ServiceError, match="There is no subscription"):
                await link.call("vehicle", "Unsubscribe", number)

    run(body(), 40)


async def _first_value(link: Link, path: str) -> dict[str, Any]:
    """The sample, once the car has shown it."""
    async with asyncio.timeout(5):
        while True:
            sample: dict[str, Any] = (await link.call("vehicle", "Get", [path]))[path]
            if "value" in sample:
                return sample
            await asyncio.sleep(0.02)


async def _patiently(link: Link, path: str, value: Any) -> int:
    """The panel shows its request frame once a second: before the first, the service refuses to invent one."""
    async with asyncio.timeout(5):
        while True:
            try:
                number: int = await link.call("vehicle", "Set", path, value)
                return number
            except ServiceError as error:
                if error.name != "Refused":
                    raise
                await asyncio.sleep(0.05)


def test_vehicle_errors_have_names_and_words(tmp_path: Path, run: Any) -> None:
    async def body() -> None:
        async with on_the_road(tmp_path, bus_link) as (link, _, watcher):
            await until(lambda: watcher.properties["Restrictions"]["known"])
            for member, args, name, words in (
                ("Get", (["Vehicle.Sped"],), "NotFound", "There is no Vehicle.Sped"),
                ("Get", (["Vehicle.Nothing.*"],), "NotFound", "There is no Vehicle.Nothing"),
                ("Describe", (["x"],), "NotFound", "There is no x"),
                ("Subscribe", (["Cabin.Speed"],), "NotFound", "did you mean Vehicle.Speed?"),
                ("Set", ("Vehicle.X", 1), "NotFound", "There is no Vehicle.X"),
                ("Set", (SPEED, 1.0), "ReadOnly", "belongs to driving"),
                ("Set", (TEMP, 40.0), "OutOfRange", "takes 16 to 28 Celsius"),
                ("Set", (TEMP, {"a": 1}), "OutOfRange", "cannot be"),
            ):
                with pytest.raises(ServiceError, match=words) as caught:
                    await link.call("vehicle", member, *args)
                assert caught.value.name == name

    run(body(), 40)


def test_vehicle_describe_and_unserved_paths(tmp_path: Path, run: Any) -> None:
    async def body() -> None:
        async with on_the_road(tmp_path, local_link) as (link, _, _):
            everything = await link.call("vehicle", "Describe", [])
            assert len(everything) > 100
            assert everything[TEMP] == {
                "type": "actuator", "datatype": "float", "unit": "Celsius", "allowed": [], "writable": True, "served": True,
                "min": 16.0, "max": 28.0, "step": 0.5, "description": "Cabin, HVAC, station, row1, driver, temperature",
            }  # fmt: skip
            assert not everything[SPEED]["writable"]
            assert everything["Vehicle.VehicleIdentification.Brand"]["type"] == "attribute"
            for path in (
                "Vehicle.Private.ReverseView",
                "Vehicle.Private.Trip.B.AverageConsumption",
                "Vehicle.TripDuration",
            ):
                assert everything[path]["served"]  # made here, whether it has a value yet or not
            fuel = "Vehicle.Powertrain.FuelSystem.RelativeLevel"
            assert fuel not in everything
            assert (await link.call("vehicle", "Describe", [fuel]))[fuel]["served"] is False
            assert await link.call("vehicle", "Get", [fuel]) == {fuel: {"quality": "never", "age_ms": -1}}

    run(body(), 40)


def test_vehicle_driving_restricts_within_a_second_and_silence_too(tmp_path: Path, run: Any) -> None:
    async def body() -> None:
        async with on_the_road(tmp_path, bus_link) as (link, car, watcher):
            await link.call("vehicle", "Subscribe", [SPEED])
            await until(lambda: watcher.properties["Restrictions"]["state"] == "parked")
            await car.ask(set_={"gear": "D", SPEED: 50})
            began = asyncio.get_running_loop().time()
            await until(lambda: watcher.properties["Restrictions"]["state"] == "moving")
            assert asyncio.get_running_loop().time() - began < 1
            await until(lambda: watcher.values.get(SPEED) == 50)
            await car.ask(set_={"gear": "P", SPEED: 0})
            await until(lambda: watcher.properties["Restrictions"]["state"] == "parked")
            await car.ask(fault="silence")
            began = asyncio.get_running_loop().time()
            await until(lambda: watcher.properties["Restrictions"]["state"] == "moving")
            assert asyncio.get_running_loop().time() - began < 1
            assert watcher.properties["Restrictions"]["known"] is False
            await until(
                lambda: watcher.qualities.get(SPEED) == "not_available" and watcher.properties["BusState"] == "silent"
            )
            assert watcher.values[SPEED] == ""
            await car.ask(fault="silence", on=False)
            await until(lambda: watcher.qualities.get(SPEED) == "valid" and watcher.properties["BusState"] == "up")

    run(body(), 40)


def test_vehicle_nothing_is_sent_when_nothing_changes_or_nobody_follows(tmp_path: Path, run: Any) -> None:
    async def body() -> None:
        async with on_the_road(tmp_path, local_link) as (link, car, watcher):
            await car.ask(set_={SPEED: 10, "gear": "D"})
            await until(lambda: watcher.properties["Restrictions"]["state"] == "moving")
            await car.ask(set_={SPEED: 11})
            async with asyncio.timeout(5):
                while (await _first_value(link, SPEED))["value"] != 11:
                    await asyncio.sleep(0.02)
            assert watcher.values == {}
            await link.call("vehicle", "Subscribe", [SPEED])
            await car.ask(set_={SPEED: 12, "climate.ac": False})
            await until(lambda: watcher.values.get(SPEED) == 12)
            assert set(watcher.values) == {SPEED}

    run(body(), 40)


def test_vehicle_client_that_leaves_takes_its_subscriptions(tmp_path: Path, run: Any) -> None:
    async def body() -> None:
        from backends.core.bus import Bus
        from backends.core.host import hosted
        from backends.core.link import BusLink
        from tests.fakes.host import private_bus

        service = VehicleService({"interface": "virtual", "channel": "nobody"})
        async with private_bus() as address:
            server, client = await Bus.connect(address), await Bus.connect(address)
            async with hosted(server, [service]):
                link = BusLink(client, address, reconnect=False)
                await link.call("vehicle", "Subscribe", [SPEED])
                assert service._vehicle is not None
                assert service._vehicle.publisher._followed == {SPEED}
                await link.close()
                vehicle = service._vehicle
                await until(lambda: vehicle.publisher._followed == frozenset(), what="subscription dropped")
            await server.close()

    run(body(), 40)


def test_vehicle_unusable_profile_says_so_and_restricts(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        for options, words in (
            ({"profile": "nosuch"}, "there is no vehicle profile nosuch; shipped are .*demo"),
            ({"speed": "fast"}, "vehicle.speed is 'fast'"),
            ({"colour": "red"}, "vehicle.colour is unknown"),
            ({"mapping": str(tmp_path / "none.yaml")}, "none.yaml"),
            ({"replay": str(tmp_path / "none.log")}, "there is no such file"),
        ):
            async with local_link({"vehicle": VehicleService(options)}) as link:
                with pytest.raises(ServiceError, match=words):
                    await link.call("vehicle", "Get", [SPEED])
                state = await link.properties("vehicle")
                assert (state["Ready"], state["BusState"], state["Restrictions"]["known"]) == (False, "down", False)

    run(body())


def test_vehicle_replays_the_honda_drive_as_its_bus(shared: Path, run: Any) -> None:
    async def body() -> None:
        options = {
            "replay": str(shared / "data/logs/honda_civic_gen8_drive_0_71kmh.log"),
            "dbc": str(shared / "data/dbc/opendbc_honda_crv_touring_2016_can_generated.dbc"),
            "mapping": str(vehicles_dir() / "honda_civic" / "mapping.yaml"),
            "speed": "10",
        }
        seen: list[float] = []
        async with bus_link({"vehicle": VehicleService(options)}) as link:
            ended: list[Any] = []
            link.on_signal("vehicle", "Notice", lambda *args: ended.append(args))
            link.on_signal(
                "vehicle",
                "Changed",
                lambda _, changes: seen.extend(c[1] for c in changes if c[0] == SPEED and c[1] != ""),
            )
            await link.call("vehicle", "Subscribe", [SPEED])
            await until(lambda: ended, 15, "the end of the recording")
            assert ended == [("info", "vehicle.recording_ended", "The recording has ended.")]
            with pytest.raises(ServiceError, match="cannot be set in this car"):
                await link.call("vehicle", "Set", TEMP, 22.0)
        assert max(seen) == pytest.approx(71.34, abs=3)  # seen through 60 change sets a second
        assert len(seen) > 50

    run(body(), 40)


def test_vehicle_bus_off_fails_pending_and_comes_back(run: Any) -> None:
    async def body() -> None:
        ports: list[FakePort] = []

        def opener(_: BusSpec) -> FakePort:
            ports.append(FakePort())
            return ports[-1]

        feed = BusFeed(BusSpec("main", "fake", ""), opener)
        told: list[str] = []
        got: list[Frame] = []
        task = asyncio.create_task(
            feed.run(lambda _, frames: got.extend(frames), lambda _, reason: told.append(reason))
        )
        await until(lambda: told == [""])
        ports[0].inbox.append((1, b"\1"))
        await until(lambda: got == [(1, b"\1")])
        feed.send(2, b"\2")
        assert ports[0].sent == [(2, b"\2")]
        ports[0].broken = True
        await until(lambda: len(ports) == 2 and told[-1] == "", what="opened anew")
        assert ports[0].closed
        assert told == ["", "The bus is off: too many errors on the wire", ""]
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    run(body())


def test_vehicle_bus_off_is_told_once_and_values_come_back(tmp_path: Path, run: Any) -> None:
    """All buses off, opened again and off again: one notice, the requests under way fail, nothing is sent when they are back."""

    async def body() -> None:
        async with on_the_road(tmp_path, local_link) as (link, car, watcher):
            await _first_value(link, TEMP)
            await car.ask(fault="refuse_writes")
            await _patiently(link, TEMP, 25.0)
            await car.ask(fault="bus_off")
            await until(lambda: watcher.properties["BusState"] == "bus_off", what="bus off")
            await until(lambda: watcher.targets[-1][3] == "failed")
            with pytest.raises(ServiceError, match="bus is away") as caught:
                await link.call("vehicle", "Set", TEMP, 24.0)
            assert caught.value.name == "BusOff"
            sent = [entry["frame"] for entry in await link.call("vehicle", "WriteLog")]
            await car.ask(fault="bus_off", on=False)
            await until(lambda: set(watcher.properties["Buses"].values()) == {"up"}, what="both buses up again")
            assert watcher.notices == [
                ("warning", "vehicle.bus_lost", "The car's data is away. It is being looked for."),
            ]
            assert [entry["frame"] for entry in await link.call("vehicle", "WriteLog")] == sent

    run(body(), 40)


def test_vehicle_any_python_can_bus_is_a_port() -> None:
    """python-can's own virtual bus has no descriptor: it is asked from a thread, and an extended id keeps its mark."""
    ours = open_port(BusSpec("main", "virtual", "port-test"))
    theirs = can.Bus(interface="virtual", channel="port-test")
    try:
        assert ours.fileno() == -1
        theirs.send(can.Message(arbitration_id=0x1ABCDEF0, is_extended_id=True, data=b"\1"))
        theirs.send(can.Message(arbitration_id=0x12, is_extended_id=False, is_remote_frame=True))
        assert ours.drain() == [(0x9ABCDEF0, b"\1")]
        ours.send(0x123, b"\2\3")
        heard = theirs.recv(1)
        assert heard is not None
        assert (heard.arbitration_id, heard.is_extended_id, bytes(heard.data)) == (0x123, False, b"\2\3")
    finally:
        ours.close()
        theirs.shutdown()


@pytest.mark.parametrize(
    ("interface", "channel", "words"),
    [
        ("udp_multicast", "10.0.0.1:5000", "10.0.0.1 is no IPv4 multicast group"),
        ("udp_multicast", "239.1.2.3:port", "239.1.2.3:port is not GROUP:PORT"),
        ("nosuch", "x", r"Cannot open bus main \(nosuch x\)"),
        ("socketcan", "nocan9", r"Cannot open bus main \(socketcan nocan9\)"),
    ],
)
def test_vehicle_bus_that_cannot_be_opened_says_why(interface: str, channel: str, words: str) -> None:
    with pytest.raises(BusError, match=words):
        open_port(BusSpec("main", interface, channel))


def test_vehicle_multicast_speaks_python_cans_format(run: Any) -> None:
    """A plain python-can bus on the same group hears us and is heard; our own frames do not come back."""
    group, _, number = free_channel().partition(":")
    ours = MulticastPort(group, int(number))
    theirs = can.Bus(interface="udp_multicast", channel=group, port=int(number), hop_limit=0)
    try:

        async def body() -> None:
            ours.send(0x123, b"\1\2\3")
            ours.send(0x18DAF110 | 0x8000_0000, bytes(8))
            first, second = theirs.recv(2), theirs.recv(2)
            assert first is not None
            assert second is not None
            assert (first.arbitration_id, first.is_extended_id, bytes(first.data)) == (0x123, False, b"\1\2\3")
            assert (second.arbitration_id, second.is_extended_id) == (0x18DAF110, True)
            theirs.send(can.Message(arbitration_id=0x7FF, is_extended_id=False, data=b"\7"))
            got: list[Frame] = []
            await until(lambda: got.extend(ours.drain()) or got)
            assert got == [(0x7FF, b"\7")]

        run(body())
    finally:
        theirs.shutdown()
        ours.close()


def test_vehicle_garbage_on_the_bus_is_counted_and_ignored(run: Any) -> None:
    group, _, number = free_channel().partition(":")
    first, second = MulticastPort(group, int(number)), MulticastPort(group, int(number))
    try:

        async def body() -> None:
            for packet in (b"", b"\xc1", b"hello", b"\x93\1\2\3", b"\x81\xa1a\1"):
                first._mouth.send(packet)
            first.send(5, b"ok")
            got: list[Frame] = []
            await until(lambda: got.extend(second.drain()) or got)
            assert got == [(5, b"ok")]
            assert second.garbage == 5

        run(body())
    finally:
        first.close()
        second.close()


@pytest.mark.slow
def test_vehicle_commands_get_set_watch(tmp_path: Path, run: Any) -> None:
    async def pillion(address: str, *words: str) -> tuple[int, str, str]:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "ui.cli", words[0], "--bus", address, *words[1:]),
            cwd=ROOT,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        out, err = await process.communicate()
        assert process.returncode is not None
        return process.returncode, out.decode(), err.decode()

    async def body() -> None:
        from backends.core.bus import Bus
        from backends.core.host import hosted
        from tests.fakes.host import private_bus

        channel = free_channel()
        async with sim_process(tmp_path, channel) as car, private_bus() as address:
            server = await Bus.connect(address)
            assert (await pillion(address, "get", SPEED))[::2] == (
                1, "pillion: The vehicle service is not running; start the head unit with: pillion\n",
            )  # fmt: skip
            service = VehicleService({"channel": channel})
            async with hosted(server, [service]):
                await until(lambda: service._vehicle and service._vehicle.writer._channels["main", 0x330].template)
                status, out, _ = await pillion(address, "get", SPEED, TEMP, "--json")
                assert (status, json.loads(out)[TEMP]["value"]) == (0, 21.0)
                status, out, _ = await pillion(address, "get", SPEED)
                assert (status, out) == (0, f"{SPEED}  0.0\n")
                status, _, err = await pillion(address, "get", "Vehicle.Nope")
                assert (status, err) == (1, "pillion: There is no Vehicle.Nope\n")
                status, out, _ = await pillion(address, "set", LOCK, "false")
                assert (status, out) == (0, f"{LOCK}  false  confirmed\n")
                status, _, err = await pillion(address, "set", TEMP, "99")
                assert (status, err) == (1, f"pillion: {TEMP} takes 16 to 28 Celsius\n")
                await car.ask(fault="refuse_writes")
                status, out, _ = await pillion(address, "set", TEMP, "25", "--json")
                assert (status, json.loads(out)["reason"]) == (1, "The car did not answer within 1 s")
                status, out, _ = await pillion(address, "watch", SPEED, "--for", "0.3", "--json")
                assert (status, json.loads(out.splitlines()[0])) == (
                    0,
                    {"path": SPEED, "quality": "valid", "value": 0.0},
                )
                assert (await pillion(address, "set", LOCK))[0] == 2
                for file, entries in ((tmp_path / "log.csv", None), (tmp_path / "log.jsonl", [])):
                    status, out, _ = await pillion(address, "write-log", "--out", str(file))
                    lines = file.read_text(encoding="utf-8").splitlines()
                    if entries is None:
                        assert lines[0] == "time,sender,path,target,bus,frame,result,count"
                        assert any(
                            f",{LOCK},False,main,330#" in line and line.endswith(",confirmed,1") for line in lines
                        )
                    else:
                        entries += [json.loads(line) for line in lines]
                        assert [entry["result"] for entry in entries if entry["path"] == LOCK] == ["confirmed"]
                        assert (status, out) == (0, f"{len(entries)} requests in {file}\n")
                status, out, _ = await pillion(address, "write-log")
                assert f"  {TEMP}  99.0  refused: {TEMP} takes 16 to 28 Celsius\n" in out
                status, _, err = await pillion(address, "write-log", "--out", str(tmp_path / "none" / "log.csv"))
                assert (status, "No such file" in err) == (1, True)
            await server.close()

    run(body(), 60)
