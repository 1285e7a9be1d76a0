"""``pillion sim car``."""

from __future__ import annotations

import argparse
import asyncio
import logging
from pathlib import Path

from backends.core.program import run_program, told_to_end, until_first
from backends.vehicle.canport import open_port
from backends.vehicle.errors import BusError, VehicleError
from backends.vehicle.multicast import MulticastPort
from backends.vehicle.ports import Port
from backends.vehicle.profile import BusSpec, Profile, load_profile
from backends.vehicle.simcar.car import TICK_S, SimCar
from backends.vehicle.simcar.control import open_control, read_stdin
from backends.vehicle.simcar.faults import FAULTS
from backends.vehicle.simcar.model import SCENES
from backends.vehicle.simcar.powertrain import POWERTRAINS

__all__ = ["main"]

_CATCH_UP_TICKS = 4


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pillion sim car", description="The demo car: real CAN frames from a program of its own."
    )
    parser.add_argument("--scene", choices=SCENES, default="parked", help="what it does at first (default: parked)")
    parser.add_argument(
        "--powertrain", choices=POWERTRAINS, default="electric", help="what drives it (default: electric)"
    )
    parser.add_argument("--interface", help="python-can interface (default: the demo profile's, udp_multicast)")
    parser.add_argument(
        "--channel",
        help="its channels, main and comfort, with a comma between; of udp_multicast the first will do: GROUP[:PORT], and the "
        "second is the next group (default: 239.74.163.2:43113)",
    )
    parser.add_argument(
        "--fault", action="append", default=[], metavar="NAME[:ARGUMENTS]",
        help=f"something wrong from the start, more than once if need be: {', '.join(FAULTS)}",
    )  # fmt: skip
    parser.add_argument(
        "--control", metavar="PATH|PORT", help="take JSON lines on a Unix socket or a loopback TCP port"
    )
    parser.add_argument("--stdin", action="store_true", help="take JSON lines from standard input, and end with it")
    parser.add_argument("--for", dest="seconds", type=float, metavar="SECONDS", help="end after this time")
    return parser


def main(argv: list[str]) -> int:
    """Run the car until it is told to end. Exit status: 0 done, 1 no bus, 2 wrong call."""
    return run_program(argv, _parser(), _run, failed=(VehicleError, OSError), wrong=(LookupError, ValueError))


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201  # the command's output


async def _run(options: argparse.Namespace) -> None:
    profile = load_profile("demo").with_bus(options.interface, options.channel, None)
    spec = next(iter(profile.buses.values()))
    ports: dict[str, Port] = {}
    try:
        for name, bus in profile.buses.items():
            ports[name] = open_port(bus)
        await _live(options, profile, spec, ports)
    finally:
        for port in ports.values():
            port.close()


async def _live(options: argparse.Namespace, profile: Profile, spec: BusSpec, ports: dict[str, Port]) -> None:
    def bus_off(bus: str) -> None:
        port = ports[bus]
        if isinstance(port, MulticastPort):  # a real controller cannot be told to say so: there it is silent
            port.send_bus_off()

    def send(bus: str, key: int, data: bytes) -> None:
        ports[bus].send(key, data)

    car = SimCar(profile, send, options.scene, sort=options.powertrain, bus_off=bus_off)
    for fault in options.fault:
        car.fault(fault)
    server = await open_control(car, options.control) if options.control else None
    ended = told_to_end()
    works = [ended.wait(), _drive(car, ports)]
    if options.stdin:
        works.append(read_stdin(car, _say))
    _say(f"car on {spec.interface} {spec.channel} scene {options.scene}")
    try:
        await until_first(*works, seconds=options.seconds)
    finally:
        if server is not None:
            server.close()
            if not options.control.isdigit():
                Path(options.control).unlink(missing_ok=True)


async def _drive(car: SimCar, ports: dict[str, Port]) -> None:
    """A tick every `SimCar.pace_s`. Requests are read with the tick: a car does not answer at once anyway."""
    loop = asyncio.get_running_loop()
    due = loop.time()
    while True:
        try:
            for bus, port in ports.items():
                car.hear(bus, port.drain())
            car.tick(car.pace_s)
        except BusError as error:
            logging.getLogger(__name__).warning("bus failed error=%s", error)
            await asyncio.sleep(1)
        due = max(due + car.pace_s, loop.time() - _CATCH_UP_TICKS * TICK_S)
        await asyncio.sleep(max(0.0, due - loop.time()))
