"""`pillion sim phone --kind vnc`: a phone that shows its screen to VNC viewers."""

from __future__ import annotations

import argparse

from backends.projection.simphone.program import add_arguments, identity, run
from backends.projection.simphone.vnc.phone import VncPhone

__all__ = ["main"]


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal() and 64 <= int(width) <= 4096 and 64 <= int(height) <= 4096):
        raise argparse.ArgumentTypeError(f"'{text}' is no size such as 720x1280")
    return int(width) // 2 * 2, int(height) // 2 * 2


def main(argv: list[str] | None = None) -> int:
    """Run until SIGTERM or SIGINT. Exit status 0 ended, 1 could not listen, 2 wrong call."""
    parser = argparse.ArgumentParser(
        prog="pillion sim phone --kind vnc",
        description="A simulated phone with a VNC server: its screen as Tight, ZRLE or raw, touch, wheel, keys and text. "
        "Prints 'phone ready HOST:PORT' when it can be connected to.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen at (default %(default)s)")
    parser.add_argument("--port", type=int, default=5900, help="0 takes a free one (default %(default)s)")
    parser.add_argument("--size", type=_size, default=(720, 1280), metavar="WxH", help="its screen (default 720x1280)")
    parser.add_argument(
        "--password", default="", metavar="WORD", help="ask for a password, of which eight letters count"
    )
    parser.add_argument("--resizable", action="store_true", help="let viewers change the size of its desktop")
    add_arguments(parser)
    try:
        options = parser.parse_args(argv)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    phone = VncPhone(
        identity=identity(options),
        listen_at=(options.host, options.port),
        size=options.size,
        password=options.password,
        resizable=options.resizable,
        dark=not options.light,
    )
    return run(phone, options)
