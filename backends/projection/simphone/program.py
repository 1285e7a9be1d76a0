"""A phone as a program of its own: the arguments that every kind has, and its life from ready to SIGTERM."""

from __future__ import annotations

import argparse
import asyncio
import logging
import signal
import sys
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from backends.projection.simphone.remote import Controlled, Remote
from backends.projection.simphone.state import Identity

__all__ = ["Phone", "add_arguments", "identity", "prepare", "run"]


class Phone(Controlled, Protocol):
    """A phone of any kind, as a program runs it."""

    async def begin(self) -> str:
        """Be there to be connected to; the address (or whatever finds it) that the 'phone ready' line tells. Raises OSError."""

    async def end(self) -> None:
        """Be gone, at once and for good."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Those that every kind of phone has."""
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
        help="close-at=BYTES, stall-at=BYTES, corrupt-at=BYTES, slow=BYTES_PER_SECOND, version=X, refuse, flood or garbage; "
        "may be given more than once",
    )
    parser.add_argument("--control", type=Path, metavar="PATH", help="Unix socket for remote control by JSON lines")
    parser.add_argument("-v", "--verbose", action="store_true", help="log more")


def identity(options: argparse.Namespace) -> Identity:
    """Who the phone is, by its arguments."""
    return replace(Identity(), **{key: getattr(options, key) for key in ("name", "serial") if getattr(options, key)})


def prepare(phone: Controlled, options: argparse.Namespace) -> None:
    """Bring the phone into the state that the arguments tell. Raises ValueError."""
    phone.state.set_battery(options.battery)
    if options.still:
        phone.state.stand_still(options.still)
    for fault in options.fault:
        phone.faults.set(fault)
    if options.play:
        phone.state.music.set_playing(True)


def run(phone: Phone, options: argparse.Namespace) -> int:
    """Run until SIGTERM or SIGINT. Exit status 0 ended, 1 could not be there, 2 wrong arguments."""
    logging.basicConfig(
        level=logging.DEBUG if options.verbose else logging.WARNING, format="phone %(levelname)s %(name)s %(message)s"
    )
    try:
        prepare(phone, options)
    except ValueError as error:
        sys.stderr.write(f"pillion sim phone: {error}\n")
        return 2
    try:
        asyncio.run(_run(phone, options.control))
    except OSError as error:
        sys.stderr.write(f"pillion sim phone: {error}\n")
        return 1
    return 0


async def _run(phone: Phone, control: Path | None) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    remote = Remote(phone)
    if control is not None:
        await remote.listen(control)
    try:
        sys.stdout.write(f"phone ready {await phone.begin()}\n")
        sys.stdout.flush()
        await stop.wait()
    finally:
        await remote.close()
        await phone.end()
        if control is not None:
            control.unlink(missing_ok=True)
