"""`pillion sim phone --kind carlinkit`: a CarPlay dongle and the phone behind it."""

from __future__ import annotations

import argparse

from backends.projection.simphone.carlinkit.dongle import PHONES, Dongle
from backends.projection.simphone.program import add_arguments, identity, run

__all__ = ["main"]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pillion sim phone --kind carlinkit",
        description="A simulated Carlinkit/AutoBox dongle with a phone behind it: the bytes of its USB pipes on TCP. "
        "Prints 'phone ready tcp://HOST:PORT' when it can be connected to.",
        epilog="more faults: wrong-magic, bad-check, huge, encrypted, silent, no-phone",
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen at (default %(default)s)")
    parser.add_argument("--port", type=int, default=5290, help="TCP port; 0 takes a free one (default %(default)s)")
    parser.add_argument(
        "--phone", choices=sorted(PHONES), default="carplay", help="how the phone is connected (default %(default)s)"
    )
    parser.add_argument("--wireless", action="store_true", help="the phone comes by Wi-Fi, when it is searched for")
    parser.add_argument("--no-phone", action="store_true", help="begin without a phone")
    parser.add_argument("--narrow", action="store_true", help="calls at 8 kHz, as old phones have them")
    add_arguments(parser)
    return parser


def main(argv: list[str] | None = None) -> int:
    """Run until SIGTERM or SIGINT. Exit status 0 ended, 1 could not listen, 2 wrong call."""
    try:
        options = _parser().parse_args(argv)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    return run(
        Dongle(
            identity=identity(options),
            phone=options.phone,
            wireless=options.wireless,
            plugged=not options.no_phone,
            dark=not options.light,
            narrow=options.narrow,
            listen_at=(options.host, options.port),
        ),
        options,
    )
