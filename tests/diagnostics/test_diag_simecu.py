"""`pillion sim ecu` and `pillion diagnostics` as programs of their own, and what the simulated control units answer."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.core.launcher import Launcher
from backends.diagnostics.simecu.brain import Brain, Fault
from backends.diagnostics.simecu.bus import Garage
from backends.diagnostics.simecu.control import Control
from backends.diagnostics.simecu.garage import KINDS, build, example_faults
from backends.diagnostics.simecu.main import main
from backends.diagnostics.transports.canbus import CanBus, open_can
from tests.fakes.host import until
from ui.unit import free_port


@asynccontextmanager
async def program(*words: str) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "ui.cli", *words), stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.communicate()


@given(st.binary(max_size=12), st.sampled_from(KINDS))
def test_whatever_is_asked_is_answered_or_silence(request: bytes, kind: str) -> None:
    for number, brain in build(kind).items():
        brain.faults = example_faults(kind).get(number, [])
        answer = brain.answer(request)
        assert answer is None or answer[0] in (request[0] + 0x40, 0x7F)


@given(st.binary(min_size=1, max_size=6))
def test_nothing_but_a_clear_changes_it(request: bytes) -> None:
    brain = Brain(faults=[Fault("P0301")])
    brain.answer(request)
    cleared = request[:1] == b"\x04" or request == b"\x14\xff\xff\xff"
    assert bool(brain.cleared) == cleared


def test_its_control_says_what_it_does_not_know() -> None:
    bus = CanBus(open_can("virtual", "control", {}, []))
    try:
        control = Control(Garage(bus, build("petrol")), "petrol")
        assert control.answer('{"fault": "P0128", "unit": "7E1"}')["ok"]
        assert control.answer('{"get": true}')["units"]["7E1"]["codes"] == ["P0128"]
        assert control.answer('{"faults": "example"}')["ok"]
        assert control.answer('{"set": {"0D": 30}}')["ok"]
        assert control.answer('{"kind": "diesel", "faults": "none"}')["ok"]
        for bad in (
            "",
            "[]",
            '{"boat": 1}',
            '{"fault": "X1"}',
            '{"kind": "boat"}',
            '{"set": {"ZZ": 1}}',
            '{"fault": "P0001", "unit": "7EF"}',
        ):
            told = control.answer(bad)
            assert not told["ok"]
            assert told["error"]
    finally:
        bus.close()


def test_a_wrong_call_and_a_bus_that_is_not_there() -> None:
    assert main(["--kind", "boat"]) == 2
    assert main(["--interface", "socketcan", "--channel", "nosuchcan0"]) == 1


def test_programs_talk_over_a_bus_between_processes(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        channel = f"239.74.163.2:{free_port()}"
        control = tmp_path / "ecu.sock"
        options = {"diagnostics": {"profile": "demo", "channel": channel}}
        async with program("sim", "ecu", "--channel", channel, "--faults", "--control", str(control)) as ecu:
            assert ecu.stdout is not None
            assert b"electric" in await ecu.stdout.readline()
            async with Launcher(["diagnostics"], options) as launcher:
                bus = ("--bus", launcher.address)
                told: dict[str, Any] = {}

                async def ready() -> bool:
                    async with program("diagnostics", "--json", *bus) as show:
                        out, _ = await show.communicate()
                    told.update(json.loads(out or b"{}"))
                    return told.get("state") == "ready"

                async with asyncio.timeout(30):
                    while not await ready():
                        pass
                assert {row["code"] for row in told["codes"]} == {"P0A94-92", "P0AA6-1A", "P0A9C-64"}
                assert [unit["name"] for unit in told["units"]] == ["Drive", "Battery"]
                async with program("diagnostics", "live", "0D", "42", "--json", "--for", "1.5", *bus) as live:
                    out, _ = await live.communicate()
                seen = {json.loads(line)["key"]: json.loads(line)["value"] for line in out.splitlines()}
                assert seen == {"0D": 0.0, "42": pytest.approx(13.1)}
                # Without a vehicle service nobody knows whether the car is parked.
                async with program("diagnostics", "clear", "--yes", *bus) as clear:
                    await clear.communicate()
                assert clear.returncode == 1
                reader, writer = await asyncio.open_unix_connection(control)
                writer.write(b'{"get": true, "silent": true}\n')
                answer = json.loads(await reader.readline())
                writer.close()
                assert answer["units"]["7E0"]["cleared"] == 0
                async with program("diagnostics", "scan", *bus) as scan:
                    await scan.communicate()
                assert scan.returncode == 1
        await until(lambda: not control.exists())

    run(body(), 100)
