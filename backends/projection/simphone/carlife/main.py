"""`pillion sim phone --kind carlife`: a phone with CarLife open, waiting for a car."""

from __future__ import annotations

import argparse

from backends.projection.simphone.carlife.language import NETWORK_PORTS
from backends.projection.simphone.carlife.manners import Manners
from backends.projection.simphone.carlife.phone import CALL_PORT, CarlifePhone
from backends.projection.simphone.program import add_arguments, identity, run

__all__ = ["main"]


def _parser() -> argparse.ArgumentParser:
    base = NETWORK_PORTS["command"]
    parser = argparse.ArgumentParser(
        prog="pillion sim phone --kind carlife",
        description="A simulated phone with Baidu CarLife: six TCP ports, pictures of its own, music, guidance, voice input. "
        "Prints 'phone ready HOST:PORT' when it can be connected to. More faults: on=CHANNEL counts another channel's bytes.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen at (default %(default)s)")
    parser.add_argument(
        "--port", type=int, default=base, help="its first port; 0 takes free ones (default %(default)s)"
    )
    parser.add_argument(
        "--call",
        nargs="?",
        const=f"255.255.255.255:{CALL_PORT}",
        metavar="HOST:PORT",
        help="call for cars once a second (default there %(const)s)",
    )
    parser.add_argument("--adb", type=int, metavar="PORT", help="be reached by adb at this port; 0 takes a free one")
    parser.add_argument("--encrypt", action="store_true", help="encrypt everything, if the car can")
    parser.add_argument("--stranger", action="store_true", help="do not accept the car's channel id")
    parser.add_argument(
        "--ask", action="store_true", help="ask before the screen is recorded (answer 'allow' by --control)"
    )
    parser.add_argument("--picture", metavar="WxH", help="a picture of this size, whatever the car asks for")
    parser.add_argument("--old", action="store_true", help="a CarLife that tells no version of its own")
    add_arguments(parser)
    return parser


def _pair(text: str, sign: str) -> tuple[str, int]:
    left, _, right = text.rpartition(sign)
    return left, int(right)


def main(argv: list[str] | None = None) -> int:
    """Run until SIGTERM or SIGINT. Exit status 0 ended, 1 could not listen, 2 wrong call."""
    parser = _parser()
    try:
        options = parser.parse_args(argv)
        picture = None
        if options.picture:
            width, height = _pair(options.picture, "x")
            picture = (int(width), height)
        call = _pair(options.call, ":") if options.call else None
    except SystemExit as leaving:
        return int(leaving.code or 0)
    except ValueError as error:
        parser.print_usage()
        parser.exit(2, f"{parser.prog}: {error}\n")
    manners = Manners(
        encrypt=options.encrypt,
        accept=not options.stranger,
        permission=not options.ask,
        picture=picture,
        version=0 if options.old else 2,
    )
    phone = CarlifePhone(
        identity=identity(options),
        manners=manners,
        listen_at=(options.host, options.port),
        call=call,
        adb_port=options.adb,
        dark=not options.light,
    )
    return run(phone, options)
