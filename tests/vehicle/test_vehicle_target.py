"""Real SocketCAN: filters, error frames, interfaces that go and come, kernel ISO-TP, and the load of two full buses.

Needs vcan0 and vcan1, root and Linux's can-raw, can-bcm and can-isotp; `script/target` runs it in the virtual target.
"""

from __future__ import annotations

import asyncio
import os
import socket
import struct
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from backends.diagnostics.addresses import Addressing, Unit
from backends.diagnostics.transports.base import Timing, Transport
from backends.diagnostics.transports.isotp import IsoTpTransport
from backends.diagnostics.transports.kernel import KernelTransport
from backends.vehicle.canport import open_port
from backends.vehicle.dbc import EXTENDED
from backends.vehicle.errors import BusError
from backends.vehicle.profile import BusSpec
from backends.vehicle.recorder import VinMask
from backends.vehicle.replay import read_log
from backends.vehicle.service import VehicleService
from backends.vehicle.socketcan import SocketCanPort
from tests.fakes.host import local_link, until
from tests.fakes.vehicle import ROOT

BUSES = ("vcan0", "vcan1")
pytestmark = [
    pytest.mark.target,
    pytest.mark.skipif(
        not all(Path("/sys/class/net", bus).exists() for bus in BUSES) or os.geteuid() != 0,
        reason="no vcan0 and vcan1, or not root; script/target runs it in the virtual target",
    ),
]

DBC = """VERSION ""
BO_ 256 Motion: 8 X
 SG_ Speed : 0|16@1+ (0.01,0) [0|300] "km/h" X
BO_ 2147484160 Far: 8 X
 SG_ Rpm : 0|16@1+ (1,0) [0|9000] "rpm" X
BA_DEF_ BO_ "GenMsgCycleTime" INT 0 10000;
BA_ "GenMsgCycleTime" BO_ 256 20;
"""
BODY_DBC = """VERSION ""
BO_ 512 Body: 2 X
 SG_ Open : 0|1@1+ (1,0) [0|1] "" X
"""
MAPPING = """
Vehicle.Speed:
  dbc2vss: {signal: Speed, bus: main}
Vehicle.Powertrain.CombustionEngine.Speed:
  dbc2vss: {signal: Rpm, bus: main}
Vehicle.Cabin.Door.Row1.DriverSide.IsOpen:
  dbc2vss: {signal: Open, bus: body}
"""
SPEED, RPM, DOOR = (
    "Vehicle.Speed",
    "Vehicle.Powertrain.CombustionEngine.Speed",
    "Vehicle.Cabin.Door.Row1.DriverSide.IsOpen",
)
SLOW_S = 60.0
"""The virtual target is emulated: everything takes some ten times longer there."""


def ip(*words: str) -> None:
    subprocess.run(["ip", "link", "set", *words], check=True)


@pytest.fixture(autouse=True)
def buses_up() -> Iterator[None]:
    for bus in BUSES:
        ip(bus, "up")
    yield
    for bus in BUSES:
        ip(bus, "up")


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    (tmp_path / "main.dbc").write_text(DBC)
    (tmp_path / "body.dbc").write_text(BODY_DBC)
    (tmp_path / "mapping.yaml").write_text(MAPPING)
    text = 'mapping = "mapping.yaml"\n'
    for name, channel in zip(("main", "body"), BUSES, strict=True):
        text += f'[bus.{name}]\ninterface = "socketcan"\nchannel = "{channel}"\ndbc = "{name}.dbc"\n'
    (tmp_path / "profile.toml").write_text(text)
    return tmp_path / "profile.toml"


class Car:
    """Another node of both buses: a plain raw socket each."""

    def __init__(self) -> None:
        self.sockets = {}
        for bus in BUSES:
            raw = socket.socket(socket.AF_CAN, socket.SOCK_RAW, socket.CAN_RAW)
            raw.bind((bus,))
            self.sockets[bus] = raw

    def send(self, bus: str, identifier: int, data: bytes) -> None:
        self.sockets[bus].send(struct.pack("=IB3x8s", identifier, len(data), data))

    def drive(self, kph: float, rpm: int, opened: bool) -> None:
        self.send("vcan0", 0x100, round(kph * 100).to_bytes(2, "little") + bytes(6))
        self.send("vcan0", 0x200 | EXTENDED, rpm.to_bytes(2, "little") + bytes(6))
        self.send("vcan1", 0x200, bytes([opened, 0]))

    def close(self) -> None:
        for raw in self.sockets.values():
            raw.close()


def _open(states: dict[str, str]) -> bool:
    return len(states) == 2 and set(states.values()) <= {"silent", "up"}


@asynccontextmanager
async def service(profile: Path, **options: str) -> AsyncIterator[tuple[Any, Car, dict[str, Any], list[Any]]]:
    car = Car()
    try:
        async with local_link({"vehicle": VehicleService({"profile": str(profile), **options})}) as link:
            told: dict[str, Any] = {}
            notices: list[Any] = []
            link.on_signal("vehicle", "PropertiesChanged", told.update)
            link.on_signal("vehicle", "Notice", lambda *words: notices.append(words))
            told.update(await link.properties("vehicle"))
            await until(lambda: _open(told["Buses"]), SLOW_S, "buses open")
            yield link, car, told, notices
    finally:
        car.close()


async def values(link: Any) -> list[Any]:
    samples = await link.call("vehicle", "Get", [SPEED, RPM, DOOR])
    return [samples[path].get("value") for path in (SPEED, RPM, DOOR)]


async def shows(link: Any, car: Car, kph: float, rpm: int, opened: bool) -> None:
    async with asyncio.timeout(SLOW_S):
        while await values(link) != [kph, rpm, opened]:
            car.drive(kph, rpm, opened)
            await asyncio.sleep(0.02)


def test_target_two_buses_become_values(profile: Path, run: Callable[..., Any]) -> None:
    async def body() -> None:
        async with service(profile) as (link, car, told, _):
            await shows(link, car, 88.5, 2100, True)
            await until(lambda: told["Buses"] == {"main": "up", "body": "up"}, SLOW_S)

    run(body(), 2 * SLOW_S)


def rcvlist(kind: str, bus: str) -> list[str]:
    """Identifiers of the kernel's receive lists for an interface."""
    lines = Path(f"/proc/net/can/rcvlist_{kind}").read_text().splitlines()
    return [line.split()[1] for line in lines if line.split()[:1] == [bus]]


def test_target_the_kernel_filters_when_nothing_is_recorded(profile: Path, run: Callable[..., Any]) -> None:
    async def body() -> None:
        async with service(profile, record="no") as (link, car, _, _):
            assert "100" in rcvlist("sff", "vcan0")
            assert "80000200" in rcvlist("eff", "vcan0")
            assert [entry for entry in rcvlist("sff", "vcan1") if entry == "200"] == ["200"]
            await shows(link, car, 12.5, 900, False)

    run(body(), 2 * SLOW_S)


def test_target_filters_pass_what_is_wanted_and_nothing_else() -> None:
    port = SocketCanPort("vcan0", {0x123, 0x123 | EXTENDED})
    car = Car()
    try:
        for identifier in (0x122, 0x123, 0x123 | EXTENDED, 0x124 | EXTENDED, 0x40000123, 0x7FF):
            car.send("vcan0", identifier, b"\1\2\3")
        assert port.drain() == [(0x123, b"\1\2\3"), (0x123 | EXTENDED, b"\1\2\3")]
        assert port.drain() == []
        nothing = SocketCanPort("vcan0", ())
        car.send("vcan0", 0x123, b"")
        assert nothing.drain() == []
        nothing.close()
    finally:
        car.close()
        port.close()


def test_target_frames_go_both_ways_long_ones_too() -> None:
    ip("vcan0", "down")
    ip("vcan0", "mtu", "72")
    ip("vcan0", "up")
    one, other = SocketCanPort("vcan0"), open_port(BusSpec("x", "socketcan", "vcan0", {"fd": True}))
    try:
        one.send(0x1ABCDEF0 | EXTENDED, b"")
        one.send(0x7FF, bytes(range(8)))
        one.send(0x7FF, bytes(range(13)))
        assert other.drain() == [
            (0x1ABCDEF0 | EXTENDED, b""),
            (0x7FF, bytes(range(8))),
            (0x7FF, bytes(range(13)).ljust(16, b"\0")),
        ]
        assert one.drain() == [], "no echo of one's own"
    finally:
        one.close()
        other.close()


def lost(notices: list[Any]) -> list[str]:
    """Told a moment later: what fails together is told together."""
    return [notice[1] for notice in notices if "lost" in notice[1]]


ERROR, RESTARTED, BUS_OFF = 0x2000_0000, 0x100, 0x40


def test_target_bus_off_is_told_and_left(profile: Path, run: Callable[..., Any]) -> None:
    async def body() -> None:
        async with service(profile) as (link, car, told, notices):
            await shows(link, car, 30.0, 1000, False)
            states: list[str] = []
            link.on_signal("vehicle", "PropertiesChanged", lambda v: states.append(v.get("Buses", {}).get("main", "")))
            car.send("vcan0", ERROR | RESTARTED, bytes(8))  # an error frame that says nothing bad
            car.send("vcan0", ERROR | BUS_OFF, bytes(8))
            await until(lambda: "bus_off" in states, SLOW_S, "bus_off")
            assert told["Buses"]["body"] == "up"
            await shows(link, car, 31.0, 1100, True)
            await until(lambda: told["Buses"]["main"] == "up", SLOW_S)
            await until(lambda: lost(notices) == ["vehicle.part_lost.main"], SLOW_S, "the notice")

    run(body(), 3 * SLOW_S)


def test_target_interface_goes_and_comes(profile: Path, run: Callable[..., Any]) -> None:
    async def body() -> None:
        async with service(profile) as (link, car, told, notices):
            await shows(link, car, 30.0, 1000, False)
            ip("vcan0", "down")
            await until(lambda: told["Buses"]["main"] == "down", SLOW_S, "down")
            with pytest.raises(OSError, match="down"):
                car.send("vcan0", 0x100, b"")
            ip("vcan0", "up")
            await shows(link, car, 32.0, 1200, True)
            await until(lambda: told["BusState"] == "up", SLOW_S)
            await until(lambda: lost(notices) == ["vehicle.part_lost.main"], SLOW_S, "the notice")

    run(body(), 3 * SLOW_S)


def test_target_what_cannot_be_opened_says_what_to_do() -> None:
    with pytest.raises(BusError, match="there is no interface can9; see: ip link show type can"):
        open_port(BusSpec("main", "socketcan", "can9"))
    ip("vcan1", "down")
    with pytest.raises(BusError, match="vcan1 is down; bring it up: ip link set vcan1 up"):
        open_port(BusSpec("main", "socketcan", "vcan1"))


def test_target_kernel_iso_tp_is_heard_and_its_number_blanked() -> None:
    port = SocketCanPort("vcan0")
    tester = socket.socket(socket.AF_CAN, socket.SOCK_DGRAM, socket.CAN_ISOTP)
    ecu = socket.socket(socket.AF_CAN, socket.SOCK_DGRAM, socket.CAN_ISOTP)
    for peer in (tester, ecu):
        peer.settimeout(SLOW_S)
    try:
        tester.bind(("vcan0", 0x7E8, 0x7E0))
        ecu.bind(("vcan0", 0x7E0, 0x7E8))
        tester.send(b"\x22\xf1\x90")
        assert ecu.recv(100) == b"\x22\xf1\x90"
        ecu.send(b"\x62\xf1\x90LSVAA4187E2123456")
        assert tester.recv(100) == b"\x62\xf1\x90LSVAA4187E2123456"
        mask = VinMask()
        frames = port.drain()
        assert [key for key, _ in frames] == [0x7E0, 0x7E8, 0x7E0, 0x7E8, 0x7E8]
        told = b"".join(mask.mask("vcan0", key, data)[1:] for key, data in frames if key == 0x7E8)
        assert b"AA4187" in b"".join(data[1:] for key, data in frames if key == 0x7E8)
        assert b"AA" not in told
    finally:
        for peer in (tester, ecu, port):
            peer.close()


@pytest.mark.parametrize("by", ["kernel", "package"])
def test_target_control_units_answer_over_iso_tp(run: Callable[..., Any], by: str) -> None:
    """Diagnostics with the simulated control units as a program of its own; what went over the bus can be blanked."""

    async def body() -> None:
        ecu = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "ui.cli", "sim", "ecu", "--interface", "socketcan", "--channel", "vcan0"),
            cwd=ROOT,
            stdout=asyncio.subprocess.PIPE,
        )
        assert ecu.stdout is not None
        port = SocketCanPort("vcan0")
        timing = Timing(p2=5.0, p2_star=20.0, longest=SLOW_S)
        transport: Transport = (
            KernelTransport(Addressing(), "vcan0", timing)
            if by == "kernel"
            else IsoTpTransport(Addressing(), "socketcan", "vcan0", {}, timing)
        )
        try:
            async with asyncio.timeout(SLOW_S):
                assert (await ecu.stdout.readline()).startswith(b"control units on socketcan vcan0")
            await transport.open()
            unit = Unit(0x7E0, 0x7E8)
            payload = await transport.ask_one(b"\x09\x02", unit)
            assert (payload[:3], len(payload)) == (b"\x49\x02\x01", 20)
            assert any(reply.unit.id == "7E8" for reply in await transport.ask(b"\x01\x00"))
            mask = VinMask()
            heard = [data for key, data in port.drain() if key == 0x7E8]
            blanked = [mask.mask("vcan0", 0x7E8, data) for data in heard]
            told = blanked[next(n for n, data in enumerate(heard) if data[2:4] == b"\x49\x02") :][:3]
            assert payload[8:14] in b"".join(data[1:] for data in heard)
            assert [data[:5] if data[0] == 0x10 else data[:1] for data in told] == [
                b"\x10\x14\x49\x02\x01",
                b"\x21",
                b"\x22",
            ]
            assert {data[5:] if data[0] == 0x10 else data[1:] for data in told} == {b"000", b"0000000"}
        finally:
            await transport.close()
            port.close()
            ecu.terminate()
            await ecu.wait()
            ecu._transport.close()  # type: ignore[attr-defined]  # asyncio leaves the pipe to the collector, which warns

    run(body(), 3 * SLOW_S)


class Flood:
    """The kernel itself sends: ``count`` identifiers each ``interval_s`` on a bus, by the broadcast manager (linux/can/bcm.h)."""

    TX_SETUP, SETTIMER, STARTTIMER = 1, 1, 2
    HEAD = struct.Struct("@III" + "ll" * 2 + "II0q")

    def __init__(self, bus: str, identifiers: range, interval_s: float) -> None:
        self.socket = socket.socket(socket.AF_CAN, socket.SOCK_DGRAM, socket.CAN_BCM)
        self.socket.connect((bus,))
        for identifier in identifiers:
            head = self.HEAD.pack(
                *(self.TX_SETUP, self.SETTIMER | self.STARTTIMER, 0, 0, 0, 0, round(interval_s * 1e6), identifier, 1)
            )
            self.socket.send(head + struct.pack("=IB3x8s", identifier, 8, bytes(8)))

    def stop(self) -> None:
        self.socket.close()


def counted(bus: str) -> int:
    return int(Path(f"/sys/class/net/{bus}/statistics/rx_packets").read_text())


def test_target_two_full_buses_are_heard_whole(profile: Path, run: Callable[..., Any], tmp_path: Path) -> None:
    """9,000 frames/s, as the kernel's timers keep them; what the interfaces count is what the recorder holds."""

    async def body() -> None:
        async with service(profile) as (link, car, told, _):
            await shows(link, car, 30.0, 1000, False)
            before, began, cpu = sum(map(counted, BUSES)), time.monotonic(), time.process_time()
            floods = [Flood(bus, range(0x300, 0x312), 0.002) for bus in BUSES]
            await asyncio.sleep(5.0)
            during = list(told["Buses"].values())
            for flood in floods:
                flood.stop()
            took, used = time.monotonic() - began, time.process_time() - cpu
            sent = sum(map(counted, BUSES)) - before
            await asyncio.sleep(1.0)
            path = await link.call("vehicle", "SaveRecording", False, timeout_s=300)
            heard = sum(1 for frame in read_log(Path(path)) if 0x300 <= frame.key <= 0x311)
            sys.stdout.write(
                f"\n{sent / took:.0f} frames/s, {heard} of {sent} heard, {100 * used / took:.0f} % of a core of this machine\n"
            )
            assert set(during) <= {"up"}
            assert sent / took > 1000
            assert heard == sent

    run(body(), 10 * SLOW_S)
