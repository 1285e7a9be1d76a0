"""Benches of the whole vehicle service: a process of its own on a private D-Bus, fed by another process over real sockets.

``two-buses``   CPU of the service while two buses bring 9,000 frames a second in all, and a client follows every path.
``start-up``    how much longer a service with a description of 2,700 signals takes to be ready than its bare imports.
``dbus-cost``   CPU for a change set of 100 values, from plain values to bytes and back.
``soak``        memory under a flood of 9,000 frames a second, for ``--minutes`` (60).
"""

from __future__ import annotations

import argparse
import asyncio
import io
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from backends.core.bus import Bus
from backends.core.launcher import Launcher
from backends.core.link import BusLink
from backends.interfaces import ServiceError

__all__ = ["dbus_cost", "soak", "start_up", "two_buses"]

Figures = dict[str, dict[str, Any]]

_ROOT = Path(__file__).resolve().parents[2]
_TICKS = os.sysconf("SC_CLK_TCK")
_RATE = 9000


def _cpu_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _pss_mib(pid: int) -> float:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _channels() -> list[str]:
    """A pair that no head unit uses: the second is the next group, as `Profile.with_bus` has it."""
    pid = os.getpid()
    return [f"239.74.{pid % 200 + 20}.{pid // 200 % 120 * 2 + step}:{45000 + pid % 1000}" for step in (1, 2)]


class Peer:
    """The service as a client sees it, and its process."""

    def __init__(self, link: BusLink, process: subprocess.Popen[bytes]) -> None:
        self.link, self.process = link, process
        self.sets = self.values = 0
        link.on_signal("vehicle", "Changed", self._changed)

    def _changed(self, _lane: str, changes: list[Any]) -> None:
        self.sets += 1
        self.values += len(changes)

    async def until_up(self, deadline_s: float = 30.0) -> None:
        """Wait for frames."""
        async with asyncio.timeout(deadline_s):
            while (await self.link.properties("vehicle")).get("BusState") != "up":
                await asyncio.sleep(0.05)


@asynccontextmanager
async def _service(channels: list[str], *settings: str) -> AsyncIterator[Peer]:
    """The demo profile's service on these channels, and a client that follows all it serves."""
    with tempfile.TemporaryDirectory(prefix="pillion-bench-") as folder:
        async with Launcher() as launcher:
            pairs = [f"vehicle.channel={channels[0]}", *settings]
            command = [sys.executable, "-m", "ui.cli", "services", "vehicle", "--bus", launcher.address]
            for pair in pairs:
                command += ["--set", pair]
            env = {**os.environ, "PILLION_STATE": f"{folder}/state", "XDG_RUNTIME_DIR": folder}
            process = await asyncio.to_thread(subprocess.Popen, command, cwd=_ROOT, env=env)
            link = BusLink(await Bus.connect(launcher.address), launcher.address)
            try:
                peer = Peer(link, process)
                async with asyncio.timeout(30):
                    while True:
                        try:
                            paths = list(await link.call("vehicle", "Describe", []))
                            break
                        except ServiceError:  # not there yet
                            await asyncio.sleep(0.05)
                await link.call("vehicle", "Subscribe", paths)
                yield peer
            finally:
                await link.close()
                process.terminate()
                await asyncio.to_thread(process.wait, 10)


@asynccontextmanager
async def _load(rate: float, channels: list[str]) -> AsyncIterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "backends.vehicle.bench_load", str(rate), "0", *channels]
    process = await asyncio.to_thread(subprocess.Popen, command, cwd=_ROOT, stdout=subprocess.PIPE)
    assert process.stdout is not None
    try:
        await asyncio.to_thread(process.stdout.readline)
        yield process
    finally:
        process.kill()
        await asyncio.to_thread(process.wait)
        process.stdout.close()


def two_buses(argv: list[str]) -> Figures:
    """See the module."""
    parser = argparse.ArgumentParser(prog="pillion bench two-buses")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--rate", type=float, default=_RATE, help="frames a second on both buses together")
    options = parser.parse_args(argv)

    async def measure() -> Figures:
        channels = _channels()
        async with _load(options.rate, channels) as load, _service(channels) as peer:
            await peer.until_up()
            await asyncio.sleep(5)  # periods and forms are learnt
            cpu, began, sets, values = _cpu_s(peer.process.pid), time.monotonic(), peer.sets, peer.values
            sending = _cpu_s(load.pid)
            await asyncio.sleep(options.seconds)
            took = time.monotonic() - began
            used = (_cpu_s(peer.process.pid) - cpu) / took * 100
            state = await peer.link.properties("vehicle")
            if set(state["Buses"].values()) != {"up"}:
                raise RuntimeError(f"not all buses came through: {state['Buses']}")
            return {
                "cpu_percent": {"value": round(used, 1), "unit": "% of a core", "aim": "<= 25"},
                "frames_per_s": {"value": options.rate, "unit": "frames/s"},
                "change_sets_per_s": {"value": round((peer.sets - sets) / took, 1), "unit": "1/s"},
                "values_per_s": {"value": round((peer.values - values) / took), "unit": "1/s"},
                "sender_cpu_percent": {
                    "value": round((_cpu_s(load.pid) - sending) / took * 100, 1),
                    "unit": "% of a core",
                },
            }

    return asyncio.run(measure())


def soak(argv: list[str]) -> Figures:
    """See the module. Growth is the slope of the memory over the second half, a line fitted through it."""
    parser = argparse.ArgumentParser(prog="pillion bench soak")
    parser.add_argument("--minutes", type=float, default=60)
    options = parser.parse_args(argv)

    async def measure() -> Figures:
        channels = _channels()
        async with _load(_RATE, channels), _service(channels) as peer:
            await peer.until_up()
            end, points = time.monotonic() + options.minutes * 60, list[tuple[float, float]]()
            while time.monotonic() < end:
                await asyncio.sleep(max(1.0, options.minutes / 2))
                points.append((time.monotonic() / 3600, _pss_mib(peer.process.pid)))
            late = points[len(points) // 2 :]
            slope = statistics.linear_regression(*zip(*late, strict=True)).slope if len(late) > 2 else 0.0
            return {
                "growth_mib": {
                    "value": round(late[-1][1] - late[0][1], 2),
                    "unit": "MiB in the second half",
                    "aim": "<= 2.0",
                },
                "slope_mib_per_h": {"value": round(slope, 2), "unit": "MiB/h"},
                "pss_mib": {"value": round(points[-1][1], 1), "unit": "MiB"},
                "minutes": {"value": options.minutes, "unit": "min"},
            }

    return asyncio.run(measure())


def start_up(argv: list[str]) -> Figures:
    """See the module. The best of some runs each, in turn: a busy machine only ever slows."""
    parser = argparse.ArgumentParser(prog="pillion bench start-up")
    parser.add_argument("--dbc", type=Path, default=_ROOT.parent / "shared/data/dbc/opendbc_vw_mqb.dbc")
    parser.add_argument("--mapping", type=Path, default=_ROOT / "assets/vehicles/vw_mqb/mapping.yaml")
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args(argv)
    if not options.dbc.is_file():
        raise RuntimeError(f"{options.dbc} is not there; name a description with --dbc and --mapping")
    twice = Path(tempfile.mkdtemp()) / options.dbc.name  # 1,348 signals; once more under other ids and names make 2,696
    text = options.dbc.read_text(encoding="utf-8", errors="replace")
    again = re.sub(r"^BO_ (\d+) (\w+)", lambda m: f"BO_ {int(m[1]) ^ 0x9FFF0000} {m[2]}_b", text, flags=re.M)
    blocks = re.findall(r"^BO_ .*\n(?: SG_ .*\n)*", re.sub(r"^ SG_ (\w+)", r" SG_ \1_b", again, flags=re.M), re.M)
    twice.write_text(text + "\n" + "\n".join(blocks), encoding="utf-8")
    options.dbc = twice
    bare = "import backends.core.host, backends.vehicle.service"
    whole = (
        f"{bare}\nimport asyncio\nfrom backends.vehicle.service import VehicleService\n"
        f"service = VehicleService({{'profile': 'vw_mqb', 'dbc': {str(options.dbc)!r}, 'mapping': {str(options.mapping)!r}, "
        "'interface': 'udp_multicast', 'channel': '239.74.9.9:43999'})\n"
        "async def main():\n await service.start()\n assert service.properties['Ready'], service._problem\n"
        " import os; os._exit(0)\n"
        "asyncio.run(main())"
    )
    best = {bare: float("inf"), whole: float("inf")}
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "PILLION_STATE": folder}
        for _ in range(options.runs):
            for code in best:
                began = time.monotonic()
                subprocess.run([sys.executable, "-c", code], cwd=_ROOT, env=env, check=True)
                best[code] = min(best[code], time.monotonic() - began)
    over = (best[whole] - best[bare]) * 1000
    return {
        "over_import_ms": {"value": round(over, 1), "unit": "ms", "aim": "<= 150"},
        "ratio": {"value": round(best[whole] / best[bare], 2), "unit": "x bare import"},
        "import_ms": {"value": round(best[bare] * 1000, 1), "unit": "ms"},
    }


def dbus_cost(argv: list[str]) -> Figures:
    """See the module. Each way beside dbus-next's own on the same values in the same run."""
    parser = argparse.ArgumentParser(prog="pillion bench dbus-cost")
    parser.add_argument("--values", type=int, default=100)
    options = parser.parse_args(argv)
    changes = [
        (f"Vehicle.Cabin.Seat.Row1.Position{n:03}", (12.5 + n, True, "OCCUPIED", n)[n % 4], "valid", 1234.5 + n)
        for n in range(options.values)
    ]
    core: Any = import_module("backends.core.bus.message")  # it knows the library
    kinds, body = ("s", "a(svsd)"), ("display", changes)
    head = {
        "path": "/org/pillion/Vehicle1", "interface": "org.pillion.Vehicle1", "member": "Changed", "serial": 5,
    }  # fmt: skip

    def library_out() -> bytes:
        return bytes(core.Message(**head, signature="".join(kinds), body=core.pack(kinds, body)[0])._marshall())  # noqa: SLF001

    def ours_out() -> bytes:
        return bytes(core.make_message("".join(kinds), body, **head)[0]._marshall())  # noqa: SLF001

    wire = library_out()
    if ours_out() != wire:
        raise RuntimeError("the two ways make different bytes")

    def taken(kind: Any) -> Any:
        return core.unpack(kind(io.BytesIO(wire)).unmarshall())

    if taken(core.Unmarshaller) != taken(core.PlainUnmarshaller):
        raise RuntimeError("the two ways read different values")
    out, out_library = _best(ours_out), _best(library_out)
    into, into_library = _best(lambda: taken(core.PlainUnmarshaller)), _best(lambda: taken(core.Unmarshaller))
    return {
        "out_ratio": {"value": round(out_library / out, 2), "unit": "x quicker than dbus-next", "aim": ">= 2"},
        "in_ratio": {"value": round(into_library / into, 2), "unit": "x quicker than dbus-next", "aim": ">= 2"},
        "out_us": {"value": round(out * 1e6), "unit": "us a set"},
        "in_us": {"value": round(into * 1e6), "unit": "us a set"},
        "values": {"value": options.values, "unit": "values a set"},
        "bytes": {"value": len(wire), "unit": "bytes"},
    }


def _best(work: Callable[[], object], passes: int = 30, times: int = 10) -> float:
    best = float("inf")
    for _ in range(passes):
        began = time.process_time()
        for _ in range(times):
            work()
        best = min(best, (time.process_time() - began) / times)
    return best
