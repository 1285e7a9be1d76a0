"""Puts the running control units into any state: one JSON object a line, one answer a line.

    {"kind": "petrol"}                                   another car: electric, petrol, diesel
    {"faults": "example"}                                faults such a car might have; "none" for none
    {"fault": "P0301", "unit": "7E0", "pending": true}   one more; stored, pending, permanent, failure, frame
    {"set": {"0D": 62}, "unit": "7E0"}                   live values by parameter key
    {"silent": true}                                     the ignition is off
    {"refuse_clear": true}                               codes stay
    {"get": true}                                        codes and how often they were cleared, by unit
The answer is {"ok": true, …} or {"ok": false, "error": "…"}.
"""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

from backends.diagnostics.domain import code_to_bytes
from backends.diagnostics.simecu.brain import Brain, Fault
from backends.diagnostics.simecu.bus import Garage
from backends.diagnostics.simecu.garage import build, example_faults

__all__ = ["Control"]

_WORDS = {"kind", "faults", "fault", "unit", "set", "silent", "refuse_clear", "get"}
_FAULT = {"stored", "pending", "permanent", "failure", "frame"}


class Control:
    """Carries requests out."""

    def __init__(self, garage: Garage, kind: str) -> None:
        self._garage = garage
        self._kind = kind

    def answer(self, line: str | bytes) -> dict[str, Any]:
        """Never raises: what is wrong is in the answer."""
        try:
            request = json.loads(line)
            if not isinstance(request, dict):
                raise ValueError('a request is an object such as {"faults": "example"}')
            if unknown := sorted(set(request) - _WORDS - _FAULT):
                raise LookupError(f"{unknown[0]} is unknown; there are {', '.join(sorted(_WORDS | _FAULT))}")
            return {"ok": True, **self._carry_out(request)}
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            return {"ok": False, "error": str(error.args[0] if error.args else error)}

    def _carry_out(self, request: dict[str, Any]) -> dict[str, Any]:
        if "kind" in request:
            self._garage.park(build(str(request["kind"])))
            self._kind = str(request["kind"])
        if "faults" in request:
            faults = example_faults(self._kind) if request["faults"] == "example" else {}
            for number, brain in self._garage.brains.items():
                brain.faults = list(faults.get(number, ()))
        if "fault" in request:
            code_to_bytes(str(request["fault"]))
            facts = {key: request[key] for key in _FAULT & request.keys()}
            self._brain(request).faults.append(Fault(str(request["fault"]), **facts))
        if "set" in request:
            self._brain(request).set_values(dict(request["set"]))
        if "silent" in request:
            self._garage.silent = bool(request["silent"])
        if "refuse_clear" in request:
            for brain in self._garage.brains.values():
                brain.refuses_clear = bool(request["refuse_clear"])
        if "get" not in request:
            return {}
        return {
            "units": {
                f"{number:03X}": {"codes": [fault.code for fault in brain.faults], "cleared": brain.cleared}
                for number, brain in self._garage.brains.items()
            }
        }

    def _brain(self, request: dict[str, Any]) -> Brain:
        number = int(str(request.get("unit", "7E0")), 16)
        if number not in self._garage.brains:
            raise LookupError(f"there is no control unit {number:03X}")
        return self._garage.brains[number]

    async def open(self, path: str) -> asyncio.Server:
        """Serve on a Unix socket. Raises OSError."""

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            try:
                while line := await reader.readline():
                    writer.write(json.dumps(self.answer(line)).encode() + b"\n")
                    await writer.drain()
            except (ConnectionError, ValueError):
                pass  # the client left, or sent a line without end
            finally:
                writer.close()

        Path(path).unlink(missing_ok=True)
        return await asyncio.start_unix_server(serve, path)
