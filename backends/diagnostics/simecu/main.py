"""``pillion sim ecu``."""

from __future__ import annotations

import argparse
from contextlib import suppress
from pathlib import Path

from backends.core.program import run_program, told_to_end, until_first
from backends.diagnostics.config import load_config
from backends.diagnostics.errors import DiagnosticsError
from backends.diagnostics.simecu.bus import Garage
from backends.diagnostics.simecu.control import Control
from backends.diagnostics.simecu.garage import KINDS, build, example_faults
from backends.diagnostics.transports.canbus import CanBus, open_can

__all__ = ["main"]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pillion sim ecu", description="Control units that answer OBD-II and UDS on a CAN bus."
    )
    parser.add_argument("--kind", choices=KINDS, default="electric", help="which car (default: electric, the demo car)")
    parser.add_argument("--faults", action="store_true", help="with faults such a car might have")
    parser.add_argument("--interface", help="python-can interface (default: the demo profile's, udp_multicast)")
    parser.add_argument("--channel", help="its channel; for udp_multicast GROUP[:PORT] (default: 239.74.163.2:43113)")
    parser.add_argument("--control", metavar="PATH", help="take JSON lines on a Unix socket")
    parser.add_argument("--for", dest="seconds", type=float, metavar="SECONDS", help="end after this time")
    return parser


def main(argv: list[str]) -> int:
    """Answer until told to end. Exit status: 0 done, 1 no bus, 2 wrong call."""
    return run_program(argv, _parser(), _run, failed=(DiagnosticsError, OSError))


async def _run(options: argparse.Namespace) -> None:
    where = {key: value for key in ("interface", "channel") if (value := getattr(options, key))}
    config = load_config({"profile": "demo", **where})
    assert config is not None
    brains = build(options.kind)
    if options.faults:
        for number, faults in example_faults(options.kind).items():
            brains[number].faults = faults
    # The standard's request ids: another kind of car has other control units.
    filters = [
        {"can_id": 0x7DF, "can_mask": 0x7FF, "extended": False},
        {"can_id": 0x7E0, "can_mask": 0x7F8, "extended": False},
    ]
    bus = CanBus(open_can(config.interface, config.channel, config.options, filters))
    garage = Garage(bus, brains)
    server = await Control(garage, options.kind).open(options.control) if options.control else None
    ended = told_to_end()
    print(f"control units on {config.interface} {config.channel}: {options.kind}", flush=True)  # noqa: T201
    try:
        await until_first(garage.serve(), ended.wait(), seconds=options.seconds)
    finally:
        if server is not None:
            server.close()
            with suppress(OSError):
                Path(options.control).unlink(missing_ok=True)
        bus.close()
