"""`pillion sim phone --kind android-auto`: a phone whose head unit server cars connect to over TCP."""

from __future__ import annotations

import argparse

from backends.projection.simphone import program
from backends.projection.simphone.android_auto.phone import AutoPhone

__all__ = ["PORT", "main"]

PORT = 5277


def main(argv: list[str] | None = None) -> int:
    """Run until SIGTERM or SIGINT. Exit status 0 ended, 1 could not listen, 2 wrong call."""
    parser = argparse.ArgumentParser(
        prog="pillion sim phone --kind android-auto",
        description="A simulated phone that projects its screen: head unit server on TCP, TLS, pictures, sounds, the rest. "
        "Prints 'phone ready HOST:PORT' when it can be connected to. More faults: mute, encrypted_pings.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen at (default %(default)s)")
    parser.add_argument("--port", type=int, default=PORT, help="TCP port; 0 takes a free one (default %(default)s)")
    parser.add_argument("--app", default="", metavar="PACKAGE", help="the app in front, such as org.example.maps")
    program.add_arguments(parser)
    try:
        options = parser.parse_args(argv)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    phone = AutoPhone(
        identity=program.identity(options), dark=not options.light, listen_at=(options.host, options.port)
    )
    if options.app:
        try:
            phone.show(options.app)
        except LookupError as error:
            parser.exit(2, f"pillion sim phone: {error}\n")
    return program.run(phone, options)
