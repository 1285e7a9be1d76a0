"""`pillion sim phone --kind scrcpy`: a phone with USB debugging switched on."""

from __future__ import annotations

import argparse

from backends.projection.simphone.program import add_arguments, identity, run
from backends.projection.simphone.scrcpy.phone import Phone

__all__ = ["main"]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pillion sim phone --kind scrcpy",
        description="A simulated phone: adbd and a scrcpy server (3.x and 4.x) on TCP, with apps that react. "
        "Prints 'phone ready HOST:PORT' when it can be connected to.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen at (default %(default)s)")
    parser.add_argument("--port", type=int, default=5555, help="TCP port; 0 takes a free one (default %(default)s)")
    parser.add_argument(
        "--auth",
        choices=("none", "accept", "ask", "deny"),
        default="accept",
        help="keys: none asked for, accepted at once, asked about (answer by --control), or denied (default %(default)s)",
    )
    parser.add_argument(
        "--bare", action="store_true", help="a phone that never met scrcpy: without its server file in /data/local/tmp"
    )
    parser.add_argument(
        "--wireless",
        nargs="?",
        const="224.0.0.251:5353",
        metavar="GROUP:PORT",
        help="wireless debugging is on, and told by multicast DNS (to GROUP:PORT, default %(const)s)",
    )
    add_arguments(parser)
    return parser


def _group(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    return host, int(port)


def main(argv: list[str] | None = None) -> int:
    """Run until SIGTERM or SIGINT. Exit status 0 ended, 1 could not listen, 2 wrong call."""
    try:
        options = _parser().parse_args(argv)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    phone = Phone(
        identity=identity(options),
        auth_mode=options.auth,
        dark=not options.light,
        listen_at=(options.host, options.port),
        mdns=_group(options.wireless) if options.wireless else None,
    )
    if not options.bare:
        phone.files.write("/data/local/tmp/scrcpy-server.jar", b"PK", 0o644, 0)
    return run(phone, options)
