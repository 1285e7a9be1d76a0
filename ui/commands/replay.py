"""``pillion replay``: a recorded drive through the whole stack, in the window or as figures."""

from __future__ import annotations

import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

from ui.app import run
from ui.commands.run import build_parser, options_of
from ui.profile import ProfileError

__all__ = ["main"]


def main(argv: list[str]) -> int:
    """With --headless --json: one object a path (count, min, max, first, last). Else the head unit shows the drive."""
    parser = build_parser("pillion replay")
    parser.description = "A recorded drive through the whole stack. Figures only with --headless --json."
    drive = parser.add_argument_group("the drive")
    drive.add_argument("log", type=Path, metavar="LOG", help="candump, asc, blf, csv, trc, mf4, GVRET or CanHacker")
    drive.add_argument("--dbc", metavar="FILE", help="message description, or opendbc:NAME (default: the profile's)")
    drive.add_argument("--mapping", metavar="FILE", help="signals to VSS paths (default: the profile that fits best)")
    drive.add_argument("--speed", default="1", metavar="X", help="0.1 and more, or max (1)")
    drive.add_argument("--routes", metavar="LIST", help="its channels to the vehicle's buses: can0=main,can1=comfort")
    drive.add_argument("--loop", action="store_true", help="start again at the end")
    parser.add_argument("--json", action="store_true", help="with --headless: print figures and end")
    if "--json" in argv and "--headless" in argv:
        status: int = import_module("backends.vehicle.commands").replay_headless(
            [word for word in argv if word != "--headless"]
        )
        return status
    arguments = parser.parse_args(argv)
    if not arguments.log.exists():
        print(f"pillion: there is no {arguments.log}", file=sys.stderr)
        return 2
    unreadable: str = import_module("backends.vehicle.commands").unreadable(arguments.log)
    if unreadable:
        print(f"pillion: {unreadable}", file=sys.stderr)
        return 2
    vehicle: dict[str, Any] = {
        "replay": str(arguments.log.resolve()),
        "speed": arguments.speed,
        **({"dbc": arguments.dbc} if arguments.dbc else {}),
        **({"mapping": arguments.mapping} if arguments.mapping else {}),
        **({"routes": arguments.routes} if arguments.routes else {}),
        **({"loop": "true"} if arguments.loop else {}),
    }
    try:
        options = options_of(arguments, {"vehicle": vehicle})
    except ProfileError as error:
        print(f"pillion: {error}", file=sys.stderr)
        return 2
    # The log is the car.
    simulate = tuple(name for name in options.unit.simulate if name != "car")
    return run(replace(options, unit=replace(options.unit, simulate=simulate)))
