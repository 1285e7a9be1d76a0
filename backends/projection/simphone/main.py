"""`pillion sim phone --kind KIND`: the phone as a program of its own. Each kind is the other side of its real protocol."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from importlib.util import find_spec

__all__ = ["KINDS", "main"]

_HERE = __name__.rpartition(".")[0] if __name__ != "__main__" else "backends.projection.simphone"
KINDS = {
    "scrcpy": f"{_HERE}.scrcpy.main:main",
    "android-auto": f"{_HERE}.android_auto.main:main",
    "carlife": f"{_HERE}.carlife.main:main",
    "carlinkit": f"{_HERE}.carlinkit.main:main",
    "vnc": f"{_HERE}.vnc.main:main",
}
"""Where each kind's program is; one whose folder is not there is not offered."""


def _offered() -> dict[str, str]:
    return {kind: place for kind, place in KINDS.items() if _exists(place.partition(":")[0])}


def _exists(module: str) -> bool:
    # The folder first: find_spec imports what is above the module it looks for.
    return find_spec(module.rpartition(".")[0]) is not None and find_spec(module) is not None


def main(argv: list[str] | None = None) -> int:
    """Run the kind that is asked for, scrcpy when none is; the rest of the command line is its own. Exit status 2: wrong call."""
    offered = _offered()
    parser = argparse.ArgumentParser(
        prog="pillion sim phone",
        add_help=False,
        allow_abbrev=False,
        epilog="More arguments belong to the kind: 'pillion sim phone --kind KIND --help' tells them.",
    )
    parser.add_argument("--kind", choices=offered, default="scrcpy", help="what the phone speaks (default %(default)s)")
    try:
        options, rest = parser.parse_known_args(argv)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    if "--help" in rest or "-h" in rest:
        sys.stdout.write(f"kinds: {', '.join(offered)} (--kind KIND; {options.kind} is told here)\n\n")
    module, _, function = offered[options.kind].partition(":")
    status: int = getattr(import_module(module), function)(rest)
    return status


if __name__ == "__main__":
    sys.exit(main())
