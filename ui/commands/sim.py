"""``pillion sim``: a simulator as a program of its own, speaking the real protocol."""

from __future__ import annotations

import argparse
from importlib import import_module

__all__ = ["SIMULATORS", "main"]

SIMULATORS = {
    "car": ("backends.vehicle.simcar.main:main", "a car on a CAN bus"),
    "ecu": ("backends.diagnostics.simecu.main:main", "the car's control units: OBD-II and UDS"),
    "camera": ("ui.camera.sim.main:main", "the car's cameras: MJPEG over HTTP"),
    "phone": (
        "backends.projection.simphone.main:main",
        "a phone of a kind (--kind): adbd and a scrcpy server, and others",
    ),
}


def main(argv: list[str]) -> int:
    """Run the simulator named first; the rest is its own command line."""
    described = "\n".join(f"  {name:<8} {text}" for name, (_, text) in SIMULATORS.items())
    parser = argparse.ArgumentParser(
        prog="pillion sim",
        description=f"{__doc__}\n\n{described}\n\n'pillion sim NAME --help' tells more.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("name", choices=SIMULATORS, metavar="NAME")
    parser.add_argument("options", nargs=argparse.REMAINDER, help="of the simulator")
    arguments = parser.parse_args(argv[:1]) if argv else parser.parse_args([])
    module, _, function = SIMULATORS[arguments.name][0].partition(":")
    status: int = getattr(import_module(module), function)(argv[1:])
    return status
