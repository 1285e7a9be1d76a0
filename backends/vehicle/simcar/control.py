"""Puts the running car into any state: one JSON object a line, one answer a line.

    {"scene": "drive"}                                      parked, drive or reverse
    {"set": {"Vehicle.Speed": 0, "tyre.rr_kpa": 190}}       paths or short names; they stay until released
    {"release": ["Vehicle.Speed"]}                          [] releases all
    {"fault": "silence", "on": true}                        see backends.vehicle.simcar.faults for their names
    {"fault": "sna:Speed,Gear"}                             with arguments; or {"fault": "sna", "signals": ["Speed", "Gear"]}
    {"get": ["speed_kph"]}                                  values in the answer; [] gives all
The answer is {"ok": true, …} or {"ok": false, "error": "…"}.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from backends.vehicle.simcar.car import SimCar
from backends.vehicle.simcar.model import SCENES

__all__ = ["answer", "open_control", "read_stdin"]


def answer(car: SimCar, line: str | bytes) -> dict[str, Any]:
    """Carry out one line. Never raises: what is wrong is in the answer."""
    try:
        request = json.loads(line)
        if not isinstance(request, dict):
            raise ValueError('a request is an object such as {"scene": "drive"}')
        if unknown := sorted(set(request) - {"scene", "set", "release", "fault", "on", "signals", "get"}):
            raise LookupError(f"{unknown[0]} is unknown; there are scene, set, release, fault and get")
        return {"ok": True, **_carry_out(car, request)}
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        return {"ok": False, "error": str(error.args[0] if error.args else error)}


def _carry_out(car: SimCar, request: dict[str, Any]) -> dict[str, Any]:
    if "scene" in request:
        if request["scene"] not in SCENES:
            raise LookupError(f"there is no scene {request['scene']}; there are {', '.join(SCENES)}")
        car.model.enter(request["scene"])
    if "release" in request:
        car.state.release(list(request["release"]))
    if "set" in request:
        car.state.pin(dict(request["set"]))
    if "fault" in request:
        car.fault(str(request["fault"]), bool(request.get("on", True)), request.get("signals"))
    if "get" in request:
        names = list(request["get"]) or list(car.state.values)
        return {"values": {name: car.state.values[car.state.named(name)] for name in names}}
    return {}


async def open_control(car: SimCar, where: str) -> asyncio.Server:
    """Serve on a Unix socket (a path) or on a loopback TCP port (a number). Raises OSError."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while line := await reader.readline():
                writer.write(json.dumps(answer(car, line)).encode() + b"\n")
                await writer.drain()
        except (ConnectionError, ValueError, asyncio.CancelledError):
            pass  # the client left, or sent a line without end, or we end: asyncio would complain of a cancelled one
        finally:
            writer.close()

    if where.isdigit():
        return await asyncio.start_server(serve, "127.0.0.1", int(where))
    Path(where).unlink(missing_ok=True)
    return await asyncio.start_unix_server(serve, where)


async def read_stdin(car: SimCar, write: Callable[[str], object]) -> None:
    """Serve standard input until it ends."""
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        write(json.dumps(answer(car, line)))
