"""``pillion convert``: recordings from any format to any other."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from backends.vehicle.dbc.load import load_database, resolve
from backends.vehicle.errors import LogError, VehicleError
from backends.vehicle.profile import load_profile
from backends.vehicle.recorder import VinMask, mask_for, vin_fields
from backends.vehicle.replay.convert import Wanted, convert, parse_ids
from backends.vehicle.replay.formats import Format, suffix_format

__all__ = ["convert_command"]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pillion convert",
        description="A recording in another format, whole or in part. OUT is written whole or not at all.",
    )
    parser.add_argument("source", type=Path, metavar="IN", help="any recording; what it is, is told by how it begins")
    parser.add_argument("target", type=Path, metavar="OUT", help=".log .txt .asc .blf .csv .trc or .mf4")
    parser.add_argument(
        "--format",
        choices=[kind.value for kind in Format],
        help="of OUT, when its suffix does not say it: gvret, canhacker",
    )
    parser.add_argument(
        "--from", type=float, default=0.0, metavar="S", dest="from_s", help="seconds from its beginning"
    )
    parser.add_argument("--to", type=float, default=float("inf"), metavar="S", dest="to_s")
    parser.add_argument("--ids", type=parse_ids, metavar="LIST", help="in hex: 1A0,700-7FF,18DAF110")
    parser.add_argument(
        "--mask-vin", action="store_true", help="blank the vehicle's number, also in answers of diagnostics"
    )
    parser.add_argument(
        "--profile", metavar="NAME", help="with --mask-vin: blank this vehicle's own messages that tell it, too"
    )
    parser.add_argument("--dbc", metavar="FILE", help="with --mask-vin: the same of this description, or opendbc:NAME")
    return parser


def convert_command(argv: list[str]) -> int:
    """Exit status: 0 all was written, 1 IN was cut (the rest is written) or nothing could be, 2 wrong call."""
    try:
        options = _parser().parse_args(argv)
    except SystemExit as error:
        return int(error.code or 0)
    try:
        kind = Format(options.format) if options.format else suffix_format(options.target)
    except LogError as error:
        print(f"pillion: {str(error).replace('can be read', 'can be written')}", file=sys.stderr)
        return 2
    try:
        mask = _mask(options) if options.mask_vin else None
        done = convert(options.source, options.target, kind, Wanted(options.from_s, options.to_s, options.ids), mask)
    except VehicleError as error:
        print(f"pillion: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"pillion: {options.target}: {error.strerror or error}; nothing was written", file=sys.stderr)
        return 1
    told = f"{done.frames} frames written to {options.target}"
    told += f", {done.left_out} left out" if done.left_out else ""
    told += f", {done.blanked} blanked" if options.mask_vin else ""
    print(told)
    for problem in done.problems:
        print(f"pillion: {problem}", file=sys.stderr)
    if done.cut:
        print(f"pillion: {done.cut.replace('were played', 'were written')}", file=sys.stderr)
    return 1 if done.cut else 0


def _mask(options: argparse.Namespace) -> VinMask:
    if options.profile:
        return mask_for(load_profile(options.profile))
    if options.dbc:
        return VinMask(vin_fields([load_database(resolve(options.dbc, Path.cwd()))]))
    return VinMask()
