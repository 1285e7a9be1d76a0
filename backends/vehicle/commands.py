"""``pillion get``, ``set``, ``watch``, ``write-log``, and the figures of ``pillion replay --headless``."""

from __future__ import annotations

import argparse
import asyncio
import csv
import io
import json
import signal
import sys
import time
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from backends.core.bus import BusLost
from backends.core.link import BusLink, connect_bus
from backends.interfaces import ServiceError

__all__ = ["get", "replay_headless", "set_", "unreadable", "watch", "write_log"]

_SLACK_S = 3.0
"""Beyond the longest time the service itself waits for the car (8 s)."""


def _parser(word: str, description: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"pillion {word}", description=description)
    parser.add_argument(
        "--bus", metavar="ADDRESS", help="D-Bus address (default: the running head unit's, else the session bus)"
    )
    return parser


def _run(work: Coroutine[Any, Any, int]) -> int:
    try:
        return asyncio.run(work)
    except BusLost as error:
        print(f"pillion: {error}", file=sys.stderr)
        return 1
    except ServiceError as error:
        text = (
            "The vehicle service is not running; start the head unit with: pillion"
            if error.name == "Gone"
            else error.text
        )
        print(f"pillion: {text}", file=sys.stderr)
        return 1


def _parse(parser: argparse.ArgumentParser, argv: list[str]) -> argparse.Namespace | int:
    try:
        return parser.parse_args(argv)
    except SystemExit as error:
        return int(error.code or 0)


def _text(path: str, sample: dict[str, Any]) -> str:
    value = sample.get("value")
    shown = "—" if value is None else json.dumps(value, ensure_ascii=False)
    quality = "" if sample["quality"] == "valid" else f"  ({sample['quality']})"
    return f"{path}  {shown}{quality}"


def get(argv: list[str]) -> int:
    """Print samples. Exit status: 0 done, 1 the service or a path is missing, 2 wrong call."""
    parser = _parser("get", "Read the vehicle. A trailing .* reads a branch.")
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--json", action="store_true", help="one object: path to value, quality, age_ms …")
    options = _parse(parser, argv)
    return options if isinstance(options, int) else _run(_get(options))


async def _get(options: argparse.Namespace) -> int:
    link = await connect_bus(options.bus)
    try:
        samples: dict[str, dict[str, Any]] = await link.call("vehicle", "Get", options.paths)
    finally:
        await link.close()
    if options.json:
        print(json.dumps(samples, indent=1))
    else:
        print("\n".join(_text(path, sample) for path, sample in samples.items()))
    return 0


def set_(argv: list[str]) -> int:
    """Ask for a value and wait for the car. Exit status: 0 confirmed, 1 refused or failed, 2 wrong call."""
    parser = _parser("set", "Ask the vehicle for a value, and wait until the car confirms it or does not.")
    parser.add_argument("path", metavar="PATH")
    parser.add_argument("value", metavar="VALUE", help="true, false, a number or a word")
    parser.add_argument("--json", action="store_true", help="one object: request, path, target, state, reason")
    options = _parse(parser, argv)
    return options if isinstance(options, int) else _run(_set(options))


async def _set(options: argparse.Namespace) -> int:
    link = await connect_bus(options.bus)
    try:
        return await _request(link, options)
    finally:
        await link.close()


async def _request(link: BusLink, options: argparse.Namespace) -> int:
    outcomes: dict[int, tuple[Any, str, str]] = {}
    changed = asyncio.Event()

    def told(request: int, path: str, target: Any, state: str, reason: str) -> None:
        if path == options.path and state in ("confirmed", "failed"):
            outcomes[request] = (target, state, reason)
            changed.set()

    link.on_signal("vehicle", "TargetChanged", told)
    facts = (await link.call("vehicle", "Describe", [options.path]))[options.path]
    request = await link.call("vehicle", "Set", options.path, _value(options.value, facts["datatype"]))
    try:
        async with asyncio.timeout(8 + _SLACK_S):
            while request not in outcomes:
                changed.clear()
                await changed.wait()
        target, state, reason = outcomes[request]
    except TimeoutError:
        target, state, reason = options.value, "failed", "The vehicle service did not tell what became of it"
    if options.json:
        print(
            json.dumps({"request": request, "path": options.path, "target": target, "state": state, "reason": reason})
        )
    else:
        print(f"{options.path}  {json.dumps(target)}  {state}" + (f": {reason}" if reason else ""))
    return 0 if state == "confirmed" else 1


def _value(text: str, datatype: str) -> bool | int | float | str:
    """A value typed on the command line, for a path of this type; what does not fit is left to the service to refuse."""
    if datatype == "string":
        return text
    if datatype == "boolean":
        return {"true": True, "on": True, "1": True, "false": False, "off": False, "0": False}.get(text.lower(), text)
    try:
        return float(text) if datatype in ("float", "double") or "." in text else int(text)
    except ValueError:
        return text


def watch(argv: list[str]) -> int:
    """Print changes until interrupted. Exit status: 0 interrupted or the time is over, 1 the service is missing, 2 wrong call."""
    parser = _parser("watch", "Follow the vehicle: the values now, then every change. A trailing .* follows a branch.")
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--json", action="store_true", help="one object a line: path, value, quality, time")
    parser.add_argument("--for", dest="seconds", type=float, metavar="SECONDS", help="end after this time")
    options = _parse(parser, argv)
    return options if isinstance(options, int) else _run(_watch(options))


async def _watch(options: argparse.Namespace) -> int:
    def show(path: str, value: Any, quality: str, time_s: float | None = None) -> None:
        sample = {"quality": quality} if quality not in ("valid", "stale") else {"quality": quality, "value": value}
        if options.json:
            print(json.dumps({"path": path, **sample, **({"time": time_s} if time_s is not None else {})}), flush=True)
        else:
            print(_text(path, sample), flush=True)

    def changed(_lane: str, changes: list[tuple[str, Any, str, float]]) -> None:
        for path, value, quality, time_s in changes:
            if path in wanted:
                show(path, value, quality, time_s)

    link = await connect_bus(options.bus)
    wanted: set[str] = set()
    ended = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    try:
        link.on_signal("vehicle", "Changed", changed)
        _, samples = await link.call("vehicle", "Subscribe", options.paths)
        wanted.update(samples)
        for path, sample in samples.items():
            show(path, sample.get("value"), sample["quality"])
        try:
            async with asyncio.timeout(options.seconds):
                await ended.wait()
        except TimeoutError:
            pass
    finally:
        await link.close()
    return 0


_LOG_KEYS = ("time", "sender", "path", "target", "bus", "frame", "result", "count")


def write_log(argv: list[str]) -> int:
    """Print or save the write log. Exit status: 0 done, 1 the service is missing or the file cannot be written, 2 wrong call."""
    parser = _parser("write-log", "Who asked the car for what, and what became of it; oldest first.")
    parser.add_argument("--out", type=Path, metavar="FILE", help="save it: .csv, else one JSON object a line")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    options = _parse(parser, argv)
    return options if isinstance(options, int) else _run(_write_log(options))


async def _write_log(options: argparse.Namespace) -> int:
    link = await connect_bus(options.bus)
    try:
        entries: list[dict[str, Any]] = await link.call("vehicle", "WriteLog")
    finally:
        await link.close()
    rows = [{key: entry.get(key, "") for key in _LOG_KEYS} for entry in entries]
    if options.out is None and not options.json:
        for row in rows:
            when = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(row["time"]))
            frame = f"  {row['bus']} {row['frame']}" if row["frame"] else ""
            print(f"{when}  {row['sender']}  {row['path']}  {json.dumps(row['target'])}{frame}  {row['result']}")
        return 0
    text = io.StringIO()
    if options.out is not None and options.out.suffix.lower() == ".csv":
        table = csv.DictWriter(text, _LOG_KEYS, lineterminator="\n")
        table.writeheader()
        table.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    else:
        text.writelines(json.dumps(row) + "\n" for row in rows)
    if options.out is None:
        print(text.getvalue(), end="")
        return 0
    try:
        options.out.write_text(text.getvalue(), encoding="utf-8")
    except OSError as error:
        print(f"pillion: {options.out}: {error.strerror}", file=sys.stderr)
        return 1
    print(f"{len(rows)} requests in {options.out}")
    return 0


def _cell(value: Any) -> Any:
    """A text that a spreadsheet would take for a formula is one no longer: targets come from whoever may ask."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def unreadable(log: Path) -> str:
    """Why nothing of a recording can be played, fit to be shown; empty when something can."""
    from backends.vehicle.errors import VehicleError
    from backends.vehicle.replay.logs import read_log

    try:
        return "" if next(read_log(log), None) else f"{log}: there are no frames in it"
    except VehicleError as error:
        return str(error)


def replay_headless(argv: list[str]) -> int:
    """What a recording holds, one object a path. Exit status: 0 all of it, 1 it was cut or could not be read, 2 wrong call."""
    parser = argparse.ArgumentParser(prog="pillion replay --headless", description="Sum up a recording, path by path.")
    parser.add_argument("log", type=Path, metavar="LOG")
    parser.add_argument("--dbc", metavar="FILE", help="message description, or opendbc:NAME")
    parser.add_argument("--mapping", type=Path, metavar="FILE")
    parser.add_argument("--profile", metavar="NAME", help="vehicle profile (default: the one that fits best)")
    parser.add_argument("--speed", default="max", help="always max here")
    parser.add_argument("--json", action="store_true", help="one object: path to count, changes, min, max, first, last")
    options = _parse(parser, argv)
    if isinstance(options, int):
        return options
    # Reading recordings costs most of the imports; get, set and watch are typed by people who wait.
    from backends.vehicle.dbc.load import resolve
    from backends.vehicle.errors import VehicleError
    from backends.vehicle.replay import profile_for, summarise

    try:
        dbc = resolve(options.dbc, Path.cwd()) if options.dbc else None
        profile, guessed = profile_for(options.log, options.profile, dbc, options.mapping)
        if guessed:
            print(
                f"pillion: read as {profile.title} (profile {profile.name}); name another with --profile",
                file=sys.stderr,
            )
        summary = summarise(options.log, dbc, options.mapping, profile)
    except VehicleError as error:
        print(f"pillion: {error}", file=sys.stderr)
        return 1
    for problem in summary.problems:
        print(f"pillion: {problem}", file=sys.stderr)
    if summary.cut:
        print(f"pillion: {summary.cut}", file=sys.stderr)
    if options.json:
        print(json.dumps(summary.paths, indent=1))
    else:
        for path, figures in summary.paths.items():
            print(f"{path}  " + "  ".join(f"{key} {json.dumps(value)}" for key, value in figures.items()))
    return 1 if summary.cut else 0
