"""``pillion diagnostics``: what the car's control units know to be wrong, their values, and clearing codes."""

from __future__ import annotations

import argparse
import asyncio
import json
import signal
import sys
from typing import Any

from backends.core.bus import BusLost
from backends.core.link import BusLink, connect_bus
from backends.interfaces import ServiceError

__all__ = ["main"]

_SCAN_S = 120.0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="pillion diagnostics", description=__doc__)
    parser.add_argument(
        "what", nargs="?", choices=("show", "scan", "live", "clear", "log"), default="show", help="show (default)"
    )
    parser.add_argument("keys", nargs="*", metavar="KEY", help="live: parameters such as 0D 0C (default: all)")
    parser.add_argument("--json", action="store_true", help="for scripts; live: one object a line")
    parser.add_argument("--for", dest="seconds", type=float, metavar="SECONDS", help="live: end after this time")
    parser.add_argument("--yes", action="store_true", help="clear: without asking")
    parser.add_argument(
        "--bus", metavar="ADDRESS", help="D-Bus address (default: the running head unit's, else the session bus)"
    )
    return parser


def main(argv: list[str]) -> int:
    """Exit status: 0 done, 1 no service, no car or refused, 2 wrong call."""
    try:
        options = _parser().parse_args(argv)
    except SystemExit as error:
        return int(error.code or 0)
    try:
        return asyncio.run(_run(options))
    except BusLost as error:
        print(f"pillion: {error}", file=sys.stderr)
    except ServiceError as error:
        gone = "The diagnostics service is not running; start the head unit with: pillion"
        print(f"pillion: {gone if error.name == 'Gone' else error.text}", file=sys.stderr)
    return 1


async def _run(options: argparse.Namespace) -> int:
    link = await connect_bus(options.bus)
    try:
        match options.what:
            case "scan":
                return await _scan(link) or await _show(link, options.json)
            case "live":
                return await _live(link, options)
            case "clear":
                return await _clear(link, options.yes)
            case "log":
                print(json.dumps(await link.call("diagnostics", "ClearLog"), indent=1, ensure_ascii=False))
                return 0
            case _:
                return await _show(link, options.json)
    finally:
        await link.close()


async def _show(link: BusLink, as_json: bool) -> int:
    properties = await link.properties("diagnostics")
    codes = await link.call("diagnostics", "Codes")
    readiness = await link.call("diagnostics", "Readiness")
    units = await link.call("diagnostics", "ControlUnits")
    if as_json:
        told = {"state": properties["State"], "adapter": properties["Adapter"], "problem": properties["Problem"]}
        print(json.dumps({**told, "codes": codes, "readiness": readiness, "units": units}, indent=1))
        return 0 if properties["State"] == "ready" else 1
    if properties["State"] != "ready":
        print(f"pillion: {properties['Problem'] or 'diagnostics: ' + properties['State']}", file=sys.stderr)
        return 1
    for unit in units:
        print(f"{unit['id']}  {unit['name'] or 'control unit'}  {', '.join(unit['calibrations'])}".rstrip())
    for row in codes:
        print(f"{row['code']:<9} {row['unit']:<4} {'+'.join(row['states']):<26} {row['advice']:<9} {row['text']}")
    if not codes:
        print("No trouble codes.")
    if readiness["known"]:
        done = [("" if m["complete"] else "not ") + "complete: " + m["key"] for m in readiness["monitors"]]
        print(f"warning lamp {'on' if readiness['lamp'] else 'off'}; {'; '.join(done)}")
    return 0


def _first(link: BusLink, signal_name: str) -> asyncio.Future[tuple[bool, str]]:
    """The first time the service says how it ended."""
    ended: asyncio.Future[tuple[bool, str]] = asyncio.get_running_loop().create_future()

    def told(ok: bool, text: str) -> None:
        if not ended.done():
            ended.set_result((ok, text))

    link.on_signal("diagnostics", signal_name, told)
    return ended


async def _outcome(ended: asyncio.Future[tuple[bool, str]]) -> tuple[bool, str]:
    try:
        async with asyncio.timeout(_SCAN_S):
            return await ended
    except TimeoutError:
        return False, "It takes too long."


async def _scan(link: BusLink) -> int:
    ended = _first(link, "ScanEnded")
    await link.call("diagnostics", "Scan")
    ok, text = await _outcome(ended)
    if not ok:
        print(f"pillion: {text}", file=sys.stderr)
    return 0 if ok else 1


async def _live(link: BusLink, options: argparse.Namespace) -> int:
    known = {row["key"]: row for row in await link.call("diagnostics", "Parameters")}
    keys = [key.upper() for key in options.keys] or list(known)
    if unknown := [key for key in keys if key not in known]:
        print(f"pillion: this car has no {unknown[0]}; it has {' '.join(known) or 'none'}", file=sys.stderr)
        return 1

    def tell(values: list[tuple[str, float, str]]) -> None:
        for key, value, quality in values:
            if options.json:
                print(json.dumps({"key": key, "value": value, "quality": quality}), flush=True)
            elif key in known:
                shown = f"{value:g} {known[key]['unit']}".strip() if quality == "valid" else quality
                print(f"{key:<5} {known[key]['name']}: {shown}", flush=True)

    link.on_signal("diagnostics", "Values", tell)
    _, values = await link.call("diagnostics", "Subscribe", keys)
    tell(values)
    ended = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    try:
        async with asyncio.timeout(options.seconds):
            await ended.wait()
    except TimeoutError:
        pass
    return 0


async def _clear(link: BusLink, yes: bool) -> int:
    codes: list[dict[str, Any]] = await link.call("diagnostics", "Codes")
    for row in codes:
        print(f"{row['code']:<9} {row['text']}")
    ended = _first(link, "ClearEnded")
    token, _ = await link.call("diagnostics", "PrepareClear", [])
    if not yes:
        question = f"Clear {len(codes)} codes? They come back if the fault is still there. [y/N] "
        if (await asyncio.to_thread(input, question)).strip().lower() not in ("y", "yes"):
            print("Nothing was cleared.")
            return 1
    await link.call("diagnostics", "Clear", token)
    ok, text = await _outcome(ended)
    if not ok:
        print(f"pillion: {text}", file=sys.stderr)
        return 1
    print("Cleared. The car is read once more.")
    return await _scan(link) or await _show(link, as_json=False)
