"""``pillion kuksa``: the bridge to an Eclipse KUKSA databroker, for as long as it runs."""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from backends.core.bus import BusLost
from backends.core.link import connect_bus

if TYPE_CHECKING:
    from backends.kuksa.broker import Settings
    from backends.kuksa.plan import Plan

__all__ = ["main"]

_HINT = "pillion: the bridge needs kuksa-client: pip install 'pillion[kuksa]'"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pillion kuksa",
        description="Publish the vehicle to an Eclipse KUKSA databroker and take targets from it (kuksa.val.v2), until Ctrl-C.",
    )
    parser.add_argument("address", nargs="?", default="127.0.0.1:55555", metavar="HOST:PORT", help="(127.0.0.1:55555)")
    parser.add_argument("--paths", nargs="+", default=["Vehicle.*"], metavar="PATH", help="a trailing .* is a branch")
    parser.add_argument("--no-targets", action="store_true", help="publish only; nobody can ask the car for anything")
    parser.add_argument("--interval-ms", type=float, default=100, metavar="N", help="changes gather so long (100)")
    parser.add_argument(
        "--ca", type=Path, metavar="FILE", help="PEM of who signed the broker's certificate; turns TLS on"
    )
    parser.add_argument("--server-name", default="", metavar="NAME", help="the certificate's name, when it is not HOST")
    parser.add_argument(
        "--token-file", type=Path, metavar="FILE", help="JSON web token; needs TLS unless the broker is here"
    )
    parser.add_argument("--list", action="store_true", help="print what is bridged and what is not, and end")
    parser.add_argument(
        "--bus", metavar="ADDRESS", help="D-Bus address (default: the running head unit's, else the session bus)"
    )
    return parser


def main(argv: list[str]) -> int:
    """Exit status: 0 ended by a signal, 1 it cannot run, 2 wrong call."""
    parser = _parser()
    try:
        options = parser.parse_args(argv)
    except SystemExit as error:
        return int(error.code or 0)
    try:
        from backends.kuksa.broker import Settings
    except ImportError:
        print(_HINT, file=sys.stderr)
        return 1
    logging.basicConfig(level=os.environ.get("PILLION_LOG", "INFO").upper(), format="%(levelname)s %(message)s")
    try:
        token = options.token_file.read_text(encoding="utf-8").strip() if options.token_file else ""
    except (OSError, UnicodeDecodeError) as error:
        print(f"pillion: {options.token_file}: {error}", file=sys.stderr)
        return 2
    here = options.address.rpartition(":")[0] in ("127.0.0.1", "localhost", "[::1]")
    if token and options.ca is None and not here:
        print(
            "pillion: the token would travel unencrypted; name the broker's certificate with --ca FILE", file=sys.stderr
        )
        return 2
    settings = Settings(options.address, options.ca, options.server_name, token)
    try:
        return asyncio.run(_run(options, settings))
    except BusLost as error:
        print(f"pillion: {error}", file=sys.stderr)
        return 1


async def _run(options: argparse.Namespace, settings: Settings) -> int:
    from backends.kuksa.bridge import Bridge

    loop = asyncio.get_running_loop()
    ended = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, ended.set)

    def planned(plan: Plan) -> None:
        if options.list:
            _print(plan)
            ended.set()

    link = await connect_bus(options.bus)
    bridge = Bridge(
        link,
        settings,
        patterns=options.paths,
        targets=not options.no_targets,
        interval_s=max(0.0, options.interval_ms / 1000),
        planned=planned,
    )
    running: asyncio.Future[None] = loop.create_task(bridge.run())
    waiting: asyncio.Future[bool] = loop.create_task(ended.wait())
    try:
        both: set[asyncio.Future[Any]] = {running, waiting}
        await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            running.result()  # it never ends by itself: a mistake of ours
    finally:
        for task in (running, waiting):
            task.cancel()
        await asyncio.gather(running, waiting, return_exceptions=True)
        await link.close()
    return 0


def _print(plan: Plan) -> None:
    for known in plan.known.values():
        print(f"{known.path}  {'both ways' if known.target else 'published'}")
    for path in plan.lacking:
        print(f"{path}  not known to the databroker")
    for path, reason in plan.different.items():
        print(f"{path}  left out: {reason}")
