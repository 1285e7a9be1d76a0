"""The service between simulated control units and a client: scan, live values, clearing, and every way it may go wrong."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from backends.core.errors import ServiceFault
from backends.diagnostics.clearing import VALID_S, Clearing
from backends.diagnostics.config import load_config
from backends.diagnostics.domain import ControlUnit, Findings
from backends.diagnostics.errors import Misfit
from backends.diagnostics.journal import Journal
from backends.diagnostics.live import Turn
from backends.diagnostics.service import DiagnosticsService
from backends.diagnostics.simecu.brain import Fault
from backends.diagnostics.simecu.bus import Garage
from backends.interfaces import Link, ServiceError
from tests.fakes.diagnostics import GEAR, FakeVehicle, garage, profile
from tests.fakes.elm327 import FakeElm, on_pty
from tests.fakes.host import bus_link, local_link, until

DIAGNOSTICS = '[diagnostics]\nbus = "main"\n'
WAYS = {"local": local_link, "bus": bus_link}


class Client:
    """What a display would keep."""

    def __init__(self, link: Link) -> None:
        self.link = link
        self.ended: list[tuple[bool, str]] = []
        self.cleared: list[tuple[bool, str]] = []
        self.values: dict[str, tuple[float, str]] = {}
        self.times: dict[str, list[float]] = {}
        self.steps: list[str] = []
        self.properties: dict[str, Any] = {}
        link.on_signal("diagnostics", "ScanEnded", lambda ok, text: self.ended.append((ok, text)))
        link.on_signal("diagnostics", "ClearEnded", lambda ok, text: self.cleared.append((ok, text)))
        link.on_signal("diagnostics", "Progress", lambda step, _done, _total: self.steps.append(step))
        link.on_signal("diagnostics", "Values", self._take)
        link.on_signal("diagnostics", "PropertiesChanged", self.properties.update)

    def _take(self, values: list[tuple[str, float, str]]) -> None:
        now = asyncio.get_running_loop().time()
        for key, value, quality in values:
            self.values[key] = (value, quality)
            self.times.setdefault(key, []).append(now)

    async def call(self, member: str, *args: Any) -> Any:
        return await self.link.call("diagnostics", member, *args)

    async def become(self, name: str, value: Any) -> None:
        self.properties |= await self.link.properties("diagnostics")
        await until(lambda: self.properties.get(name) == value, what=f"{name} {value}, not {self.properties}")

    async def ready(self) -> None:
        await self.become("State", "ready")
        await self.become("Busy", "")

    async def clear(self) -> str:
        token, _valid = await self.call("PrepareClear", [])
        await self.call("Clear", token)
        await until(lambda: self.cleared, what="the clear's end")
        return str(self.cleared[-1][1])


@asynccontextmanager
async def car(
    tmp_path: Path,
    kind: str = "petrol",
    way: str = "local",
    vehicle: FakeVehicle | None = None,
    clearing: Clearing | None = None,
    diagnostics: str = DIAGNOSTICS,
    **options: Any,
) -> AsyncIterator[tuple[Client, Garage, FakeVehicle]]:
    vehicle = vehicle or FakeVehicle()
    async with garage(kind, **options) as (made, channel):
        file = profile(tmp_path, diagnostics, channel)
        service = DiagnosticsService({"profile": str(file)}, clearing=clearing)
        async with WAYS[way]({"vehicle": vehicle, "diagnostics": service}) as link:
            yield Client(link), made, vehicle


async def refused(client: Client, member: str, *args: Any) -> ServiceError:
    with pytest.raises(ServiceError) as caught:
        await client.call(member, *args)
    return caught.value


@pytest.mark.parametrize("way", WAYS)
def test_everything_that_is_wrong_is_read(way: str, run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with car(tmp_path, way=way) as (client, _, _vehicle):
            await client.ready()
            codes = {row["code"]: row for row in await client.call("Codes")}
            assert set(codes) == {"P0301", "P0420", "P0455", "P0730"}
            assert codes["P0301"]["states"] == ["stored", "pending", "permanent"]
            assert codes["P0301"]["text"] == "Cylinder 1: misfire"
            assert codes["P0301"]["unit_name"] == "Engine"
            assert codes["P0455"]["states"] == ["pending"]
            frame = {row["key"]: row["value"] for row in await client.call("FreezeFrame", "7E8", "P0301")}
            assert (frame["0C"], frame["0D"]) == (2380, 72)
            assert (await refused(client, "FreezeFrame", "7E8", "P0420")).name == "NotFound"
            readiness = await client.call("Readiness")
            assert readiness["lamp"] is True
            assert {m["key"] for m in readiness["monitors"]} >= {"misfire", "catalyst", "egr"}
            assert await client.call("VehicleNumber") == "PLN1DEMO0CAR00001"
            units = {unit["id"]: unit for unit in await client.call("ControlUnits")}
            assert units["7E8"]["codes"] == 3
            assert units["7E8"]["calibrations"] == ["PILLION-G4-0210"]
            properties = await client.link.properties("diagnostics")
            assert properties["DTCCount"] == 4
            assert properties["DTCList"] == ["P0301", "P0420", "P0455", "P0730"]
            assert properties["Lamp"] is True
            assert properties["LastScan"] > 0

    run(body())


def test_uds_codes_carry_their_failure_type_and_snapshot(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        named = '[[diagnostics.unit]]\nname = "Battery"\nrequest = 0x7E5\nresponse = 0x7ED\n'
        async with car(tmp_path, "electric", diagnostics=DIAGNOSTICS + named) as (client, _, _vehicle):
            await client.ready()
            codes = {row["code"]: row for row in await client.call("Codes")}
            assert set(codes) == {"P0A94-92", "P0AA6-1A", "P0A9C-64"}
            assert codes["P0AA6-1A"]["advice"] == "stop"
            assert codes["P0AA6-1A"]["unit_name"] == "Battery"
            assert codes["P0A9C-64"]["fault"] == "implausible value"
            assert {row["key"] for row in await client.call("FreezeFrame", "7E8", "P0A94-92")} >= {"0C", "5B"}

    run(body())


def test_a_search_of_the_allowed_range_finds_who_speaks_uds_alone(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        sweep = DIAGNOSTICS + "sweep = [0x7E3, 0x7E6]\n"
        async with car(tmp_path, "electric", diagnostics=sweep) as (client, made, _):
            await client.ready()
            assert [unit["id"] for unit in await client.call("ControlUnits")] == ["7E8", "7ED"]
            assert made.brains[0x7E5].session == 1

    run(body())


def test_speed_comes_five_times_a_second_and_the_rest_in_turn(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with car(tmp_path) as (client, made, _):
            await client.ready()
            keys = [row["key"] for row in await client.call("Parameters")]
            assert keys[:2] == ["0C", "0D"]
            subscription, _known = await client.call("Subscribe", keys)
            moves = 0

            def moved() -> bool:
                nonlocal moves
                moves += 1
                made.brains[0x7E0].values |= {"0D": moves % 200, "0C": 800 + moves}
                return len(client.times.get("0D", ())) >= 12

            await until(moved)
            await until(lambda: set(client.values) >= set(keys), what="every value")
            assert client.values["05"] == (88.0, "valid")
            times = client.times["0D"]
            assert 0.15 < (times[-1] - times[0]) / (len(times) - 1) < 0.4
            await client.call("Unsubscribe", subscription)
            assert (await refused(client, "Unsubscribe", subscription)).name == "NotFound"

    run(body())


def test_a_control_unit_that_takes_one_question_at_a_time() -> None:
    turn = Turn([0x0C, 0x0D, 0x05, 0x0F, 0x11, 0x42, 0x46])
    assert turn.next() == [[0x0C, 0x0D, 0x05, 0x0F, 0x11, 0x42]]
    assert turn.next() == [[0x0C, 0x0D, 0x46, 0x05, 0x0F, 0x11]]
    turn.batch = 1
    assert turn.next() == [[0x0C], [0x0D], [0x42]]
    seen = {pid for _ in range(5) for pids in turn.next() for pid in pids}
    assert seen == {0x0C, 0x0D, 0x05, 0x0F, 0x11, 0x42, 0x46}


def test_a_car_that_falls_silent_is_said_so_and_comes_back(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with car(tmp_path) as (client, made, vehicle):
            await client.ready()
            await client.call("Subscribe", ["0C", "0D"])
            await until(lambda: "0D" in client.values)
            made.silent = True
            await client.become("State", "silent")
            assert client.values["0D"][1] == "not_available"
            assert len(await client.call("Codes")) == 4, "what was known stays"
            made.silent = False
            vehicle.set_property("BusState", "silent")
            vehicle.set_property("BusState", "up")
            await client.ready()
            await until(lambda: client.values["0D"][1] == "valid")

    run(body())


def test_clearing_needs_two_steps_and_keeps_what_was_known(run: Any, tmp_path: Path, private_state: Path) -> None:
    async def body() -> None:
        async with car(tmp_path) as (client, made, _):
            await client.ready()
            assert (await refused(client, "Clear", "0123")).name == "Refused"
            assert made.brains[0x7E0].cleared == 0
            token, valid_s = await client.call("PrepareClear", [])
            assert valid_s == VALID_S
            assert (await refused(client, "Clear", token + "0")).name == "Refused"
            assert (await refused(client, "Clear", token)).name == "Refused", "a wrong try uses it up"
            assert await client.clear() == ""
            assert client.cleared == [(True, "")]
            assert [brain.cleared for brain in made.brains.values()] == [1, 1]
            # A permanent code stays until the car itself has proved that it is mended.
            await client.become("DTCList", ["P0301"])
            (entry,) = await client.call("ClearLog")
            assert {row["code"] for row in entry["codes"]} == {"P0301", "P0420", "P0455", "P0730"}
            kept = next(row for row in entry["codes"] if row["code"] == "P0301")
            assert kept["freeze_frame"]["0D"] == 72
            assert entry["result"] == "2 of 2 cleared"
            text = (private_state / "diagnostics" / "cleared.json").read_text("utf-8")
            assert "PLN1DEMO" not in text, "no vehicle number in a file"
            assert json.loads(text)[0]["units"] == ["7E8", "7E9"]

    run(body())


@pytest.mark.parametrize(
    "state",
    [
        {"speed": 1.0},
        {"speed": None},
        {"quality": "stale"},
        {"quality": "never"},
        {"gear_quality": "error"},
        {"served": []},
        {"rules": {"state": "idling", "known": True}},
        {"rules": {"state": "parked", "known": False}},
        {"rules": {}},
    ],
)
def test_whatever_is_not_certainly_parked_refuses(state: dict[str, Any], run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with car(tmp_path) as (client, made, vehicle):
            await client.ready()
            token, _ = await client.call("PrepareClear", [])
            for name, value in state.items():
                setattr(vehicle, name, value)
            if "rules" in state:
                vehicle.set_property("Restrictions", state["rules"])
            assert (await refused(client, "Clear", token)).name == "Refused"
            assert (await refused(client, "PrepareClear", [])).name == "Refused"
            assert all(brain.cleared == 0 for brain in made.brains.values())

    run(body())


def test_without_a_vehicle_service_nothing_is_cleared(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with garage() as (_, channel):
            service = DiagnosticsService({"profile": str(profile(tmp_path, DIAGNOSTICS, channel))})
            async with local_link({"diagnostics": service}) as link:
                client = Client(link)
                await client.ready()
                assert (await refused(client, "PrepareClear", [])).name == "Refused"

    run(body())


def test_a_car_without_a_gear_signal_is_judged_by_the_vehicle_service(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        vehicle = FakeVehicle()
        vehicle.served.remove(GEAR)
        async with car(tmp_path, vehicle=vehicle) as (client, _, _vehicle):
            await client.ready()
            assert await client.clear() == ""

    run(body())


def test_a_control_unit_that_says_it_moves_stops_the_clear(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with car(tmp_path) as (client, made, _):
            await client.ready()
            made.brains[0x7E1].values["0D"] = 3
            assert "parked" in await client.clear()
            assert all(brain.cleared == 0 for brain in made.brains.values())

    run(body())


def test_a_car_that_refuses_is_said_so(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with car(tmp_path) as (client, made, _):
            await client.ready()
            for brain in made.brains.values():
                brain.refuses_clear = True
            assert "did not clear" in await client.clear()
            assert (await client.call("ClearLog"))[0]["result"] == "0 of 2 cleared"

    run(body())


def test_a_token_grows_old(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        now = 100.0
        clearing = Clearing(Journal(tmp_path / "j.json"), clock=lambda: now)
        vehicle = FakeVehicle()
        async with local_link({"vehicle": vehicle}) as link:
            findings = Findings((ControlUnit("7E8"),))
            token = await clearing.prepare([], findings, link)
            now += VALID_S + 0.1
            with pytest.raises(ServiceFault, match="too long"):
                await clearing.take(token, link)
            token = await clearing.prepare(["7E8"], findings, link)
            now += VALID_S - 0.1
            assert await clearing.take(token, link) == ("7E8",)
            with pytest.raises(ServiceFault, match="no control unit"):
                await clearing.prepare(["7EA"], findings, link)

    run(body())


def test_a_disk_that_takes_nothing_keeps_the_codes(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        blocked = tmp_path / "blocked"
        blocked.write_text("")
        clearing = Clearing(Journal(blocked / "cleared.json"))
        async with car(tmp_path, clearing=clearing) as (client, made, _):
            await client.ready()
            assert "Nothing was cleared" in await client.clear()
            assert all(brain.cleared == 0 for brain in made.brains.values())

    run(body())


def test_a_broken_journal_is_set_aside(tmp_path: Path) -> None:
    file = tmp_path / "cleared.json"
    file.write_text("{ not json", "utf-8")
    journal = Journal(file)
    assert journal.entries() == []
    assert (tmp_path / "cleared.json.bad-1").exists()
    journal.add({"time": 1.0, "result": "asked"})
    journal.conclude("1 of 1 cleared")
    assert journal.entries() == [{"time": 1.0, "result": "1 of 1 cleared"}]


def test_a_scan_can_be_stopped(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        slow = DIAGNOSTICS + "sweep = [0x700, 0x7F7]\n"
        async with car(tmp_path, diagnostics=slow) as (client, _, _vehicle):
            await until(lambda: client.steps.count("units") > 3, what="the search under way")
            await client.call("Cancel")
            await until(lambda: client.ended)
            assert client.ended[-1] == (False, "The scan was stopped.")
            await client.become("Busy", "")

    run(body())


def test_a_car_without_diagnostics_says_so(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        service = DiagnosticsService({"profile": str(profile(tmp_path, "", "none"))})
        async with local_link({"diagnostics": service}) as link:
            client = Client(link)
            properties = await link.properties("diagnostics")
            assert (properties["State"], properties["Problem"], properties["Ready"]) == ("none", "", True)
            assert (await refused(client, "Scan")).name == "Refused"
            assert await client.call("Codes") == []

    run(body())


def test_an_adapter_that_is_plugged_in_later(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def body() -> None:
        port = tmp_path / "ttyOBD"
        file = profile(tmp_path, f'[diagnostics]\nelm327 = "{port}"\n', "none")
        service = DiagnosticsService({"profile": str(file)})
        async with local_link({"diagnostics": service}) as link:
            client = Client(link)
            await client.become("State", "offline")
            await until(lambda: "not there" in str(client.properties.get("Problem")))
            answers = {
                "0100": "7E8 06 41 00 00 18 00 00",
                "03": "7E8 04 43 01 03 01",
                "0101": "7E8 06 41 01 81 07 00 00",
            }
            async with on_pty(FakeElm(answers=answers)) as real:
                port.symlink_to(real)
                await client.call("Scan")
                await client.become("DTCList", ["P0301"])
                assert client.properties["Adapter"].startswith("ELM327")
            await client.call("Scan")
            await client.become("State", "offline")

    run(body(), 60)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('[diagnostics]\nbus = "nowhere"', "nowhere"),
        ("[diagnostics]\n", "bus is missing"),
        ('[diagnostics]\nbus = "main"\ncolour = 1', "colour"),
        ('[diagnostics]\nbus = "main"\naddressing = "12bit"', "12bit"),
        ('[diagnostics]\nbus = "main"\nsweep = [0, 2000]', "sweep"),
        ('[diagnostics]\nbus = "main"\n[[diagnostics.unit]]\nrequest = 1', "response"),
    ],
)
def test_a_profile_that_makes_no_sense_is_named(text: str, named: str, tmp_path: Path) -> None:
    with pytest.raises(Misfit, match=named):
        load_config({"profile": str(profile(tmp_path, text, "x"))})
    with pytest.raises(Misfit, match="diagnostics.port"):
        load_config({"port": 1})


def test_the_demo_car_has_diagnostics() -> None:
    config = load_config({"interface": "virtual", "channel": "x"})
    assert config is not None
    assert (config.interface, config.channel) == ("virtual", "x")
    assert load_config({"off": "1"}) is None
    assert [unit.name for unit in config.addressing.named] == ["Battery"]
    fuel = load_config({"profile": "demo_fuel"})
    assert fuel is not None
    assert (fuel.interface, fuel.channel) == ("udp_multicast", "239.74.163.2:43113")


def test_an_extra_fault_appears_with_the_next_scan(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with car(tmp_path, faults=False) as (client, made, _):
            await client.ready()
            assert (await client.link.properties("diagnostics"))["DTCCount"] == 0
            made.brains[0x7E0].faults.append(Fault("P0128"))
            await client.call("Scan")
            await client.become("DTCList", ["P0128"])

    run(body())
