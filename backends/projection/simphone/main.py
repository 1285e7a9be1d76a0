"""`pillion sim phone`: the phone as a program of its own."""

from __future__ import annotations

import argparse
import asyncio
import logging
import signal
import sys
from dataclasses import replace
from pathlib import Path

from backends.projection.simphone.phone import Phone
from backends.projection.simphone.remote import Remote
from backends.projection.simphone.state import Identity

__all__ = ["main"]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pillion sim phone",
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
    parser.add_argument("--name", help="the phone's name, as its owner calls it")
    parser.add_argument("--serial", help="its serial number")
    parser.add_argument("--light", action="store_true", help="begin with the light theme")
    parser.add_argument(
        "--battery", type=int, default=78, metavar="PERCENT", help="level of the battery (default %(default)s)"
    )
    parser.add_argument("--play", action="store_true", help="begin with music playing")
    parser.add_argument(
        "--still", metavar="HH:MM", help="hold the phone's time, for pictures that are the same every time"
    )
    parser.add_argument(
        "--fault",
        action="append",
        default=[],
        metavar="FAULT",
        help="close-at=BYTES, stall-at=BYTES, corrupt-at=BYTES, version=X, refuse, flood or garbage; may be given more than once",
    )
    parser.add_argument(
        "--bare", action="store_true", help="a phone that never met scrcpy: without its server file in /data/local/tmp"
    )
    parser.add_argument("--control", type=Path, metavar="PATH", help="Unix socket for remote control by JSON lines")
    parser.add_argument("-v", "--verbose", action="store_true", help="log more")
    return parser


def main(argv: list[str] | None = None) -> int:
    """Run until SIGTERM or SIGINT. Exit status 0 ended, 1 could not listen, 2 wrong call."""
    parser = _parser()
    try:
        options = parser.parse_args(argv)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    logging.basicConfig(
        level=logging.DEBUG if options.verbose else logging.WARNING, format="phone %(levelname)s %(name)s %(message)s"
    )
    given = {key: getattr(options, key) for key in ("name", "serial") if getattr(options, key)}
    phone = Phone(identity=replace(Identity(), **given), auth_mode=options.auth, dark=not options.light)
    try:
        phone.state.set_battery(options.battery)
        if options.still:
            phone.state.stand_still(options.still)
        for fault in options.fault:
            phone.faults.set(fault)
    except ValueError as error:
        sys.stderr.write(f"pillion sim phone: {error}\n")
        return 2
    if options.play:
        phone.state.music.set_playing(True)
    if not options.bare:
        phone.state.files.write("/data/local/tmp/scrcpy-server.jar", b"PK", 0o644, 0)
    try:
        asyncio.run(_run(phone, options))
    except OSError as error:
        sys.stderr.write(f"pillion sim phone: {error}\n")
        return 1
    return 0


async def _run(phone: Phone, options: argparse.Namespace) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    remote = Remote(phone)
    if options.control is not None:
        await remote.listen(options.control)
    try:
        await phone.adbd.listen(options.host, options.port)
        sys.stdout.write(f"phone ready {phone.adbd.address}\n")
        sys.stdout.flush()
        await stop.wait()
    finally:
        await remote.close()
        await phone.adbd.vanish()
        if options.control is not None:
            options.control.unlink(missing_ok=True)


if __name__ == "__main__":
    sys.exit(main())
