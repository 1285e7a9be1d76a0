"""``pillion record``: the last minute of a running head unit, or what goes over a bus from now on."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from dataclasses import replace
from pathlib import Path

from backends.core.bus import BusLost
from backends.core.link import connect_bus
from backends.interfaces import ServiceError
from backends.vehicle.errors import LogError, VehicleError
from backends.vehicle.profile import BusSpec, Profile, load_profile
from backends.vehicle.recorder.keeper import duration_s
from backends.vehicle.recorder.live import record_buses
from backends.vehicle.recorder.tape import mask_for
from backends.vehicle.recorder.vin import VinMask
from backends.vehicle.replay.convert import Wanted, convert
from backends.vehicle.replay.formats import Format, suffix_format

__all__ = ["record"]

_SAVE_S = 60.0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pillion record",
        description="Without --profile or --interface: the last minute of the running head unit, as it is now. With one of them:"
        " what goes over its buses from now on, until --seconds have passed or Ctrl-C.",
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help=".blf (smallest), .log .asc .csv .trc .mf4 .txt"
    )
    parser.add_argument("--format", choices=[kind.value for kind in Format], help="when the suffix does not say it")
    parser.add_argument("--seconds", type=float, metavar="N", help="of the head unit the last N, of a bus the next N")
    parser.add_argument("--mask-vin", action="store_true", help="blank the vehicle's number")
    parser.add_argument("--profile", metavar="NAME", help="record the buses of this vehicle profile")
    parser.add_argument("--interface", metavar="NAME", help="record a bus of python-can: socketcan, slcan, pcan …")
    parser.add_argument("--channel", metavar="NAME", help="its channel, such as can0")
    parser.add_argument(
        "--bus", metavar="ADDRESS", help="D-Bus address (default: the running head unit's, else the session bus)"
    )
    return parser


def record(argv: list[str]) -> int:
    """Exit status: 0 done, 1 nothing could be recorded, 2 wrong call."""
    try:
        options = _parser().parse_args(argv)
        kind = Format(options.format) if options.format else suffix_format(options.out)
    except SystemExit as error:
        return int(error.code or 0)
    except LogError as error:
        print(f"pillion: {str(error).replace('can be read', 'can be written')}", file=sys.stderr)
        return 2
    straight = options.profile or options.interface or options.channel
    try:
        return asyncio.run(_from_buses(options, kind) if straight else _from_unit(options, kind))
    except (VehicleError, BusLost) as error:
        print(f"pillion: {error}", file=sys.stderr)
    except ServiceError as error:
        gone = "The vehicle service is not running; start the head unit with: pillion"
        print(f"pillion: {gone if error.name == 'Gone' else error.text}", file=sys.stderr)
    except OSError as error:
        print(f"pillion: {options.out}: {error.strerror or error}", file=sys.stderr)
    return 1


async def _from_unit(options: argparse.Namespace, kind: Format) -> int:
    link = await connect_bus(options.bus)
    try:
        saved = Path(await link.call("vehicle", "SaveRecording", options.mask_vin, timeout_s=_SAVE_S))
    finally:
        await link.close()
    length_s = duration_s(saved)
    from_s = max(0.0, length_s - options.seconds) if options.seconds is not None else 0.0
    done = convert(saved, options.out, kind, Wanted(from_s=from_s))
    print(f"{done.frames} frames of {min(length_s, options.seconds or length_s):.1f} s written to {options.out}")
    return 0


async def _from_buses(options: argparse.Namespace, kind: Format) -> int:
    profile, specs = _buses(options)
    mask = None
    if options.mask_vin:
        mask = mask_for(profile) if profile is not None else VinMask()
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, ended.set)
    if options.seconds is not None:
        loop.call_later(options.seconds, ended.set)
    count, lost = await record_buses(specs, options.out, kind, ended, mask)
    for bus, reason in lost.items():
        print(f"pillion: bus {bus}: {reason}", file=sys.stderr)
    print(f"{count} frames written to {options.out}")
    return 1 if lost and not count else 0


def _buses(options: argparse.Namespace) -> tuple[Profile | None, list[BusSpec]]:
    if options.profile:
        profile = load_profile(options.profile).with_bus(options.interface, options.channel, None)
        return profile, list(profile.buses.values())
    spec = BusSpec("bus", options.interface or "socketcan", options.channel or "")
    return None, [replace(spec, name=options.channel or "bus")]
